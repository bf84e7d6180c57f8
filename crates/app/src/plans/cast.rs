//! Rowan's programme and the people around it, for tests of meetings and plans.

mod writing;

use domain::{
    account::{AccountKind, CaseRole, SchoolRole},
    id::{MeetingId, PersonId},
    meeting::{BookingDraft, MeetingKind, MinutesDraft, SaidDraft},
    plan::{PlanEdit, PlanHash, PlanVersion},
    programme::{Programme, ProgrammeRecord, ProgrammeRef, Stage, StageName, Team},
    pupil::YearGroup,
    school::Template,
    text::Line,
};
use jiff::civil::date;
use testkit::Engine;

use super::{agree::AgreePlan, edit::EditPlan, sign::*, view::*};
use crate::{
    Actor, Refusal,
    meetings::{book::BookMeeting, record::*},
    testing::{TODAY, Town},
};

/// Rowan's programme, gathering, with six people in it.
pub(crate) struct Room {
    pub town: Town,
    pub farrow: Actor,
    pub petrie: Actor,
    pub abara: Actor,
    pub dana: Actor,
    pub rowan: Actor,
    pub reference: ProgrammeRef,
    ids: Vec<(String, PersonId)>,
}

impl Room {
    pub fn on(engine: Engine) -> Self {
        let town = Town::on(engine);
        let farrow = town.staff("Amina Farrow", &[SchoolRole::Coordinator]);
        let petrie = town.staff("Joel Petrie", &[SchoolRole::Teacher]);
        let abara = town.staff("Miss Abara", &[SchoolRole::Teacher]);
        let dana = town.person(town.school, "Dana Tidewell", AccountKind::Family, &[]);
        let rowan = town.person(town.school, "Rowan Tidewell", AccountKind::Pupil, &[]);
        let pupil = town.pupil("Rowan", "Tidewell", "8K", "8".parse::<YearGroup>().unwrap());
        let reference: ProgrammeRef = "KB26-014".parse().unwrap();
        let staff = |actor: &Actor| actor.identity().unwrap().staff();
        let programme = Programme::restored(ProgrammeRecord {
            id: town.app.new_id().unwrap(),
            school: town.school,
            pupil,
            reference: reference.clone(),
            template: Template::standard(Line::new("Twelve weeks").unwrap()),
            author: staff(&farrow),
            begun: date(2026, 11, 2),
            after: None,
            team: Some(Team {
                coordinator: staff(&farrow),
                key_worker: Some(staff(&petrie)),
            }),
            revision: 1,
            stage: Stage::Gathering {
                since: date(2026, 11, 3),
            },
        });
        town.write(|tx| store::programmes::add(tx, &programme));
        let mut room = Self {
            town,
            farrow,
            petrie,
            abara,
            dana,
            rowan,
            reference,
            ids: Vec::new(),
        };
        for (actor, role) in [
            (room.farrow.clone(), CaseRole::Coordinator),
            (room.petrie.clone(), CaseRole::KeyWorker),
            (room.abara.clone(), CaseRole::SubjectTeacher),
            (room.dana.clone(), CaseRole::Parent),
            (room.rowan.clone(), CaseRole::Pupil),
        ] {
            room.add(&programme, &actor, role);
        }
        room
    }

    fn add(&mut self, programme: &Programme, actor: &Actor, role: CaseRole) {
        let me = actor.identity().unwrap();
        let id = self.town.app.new_id().unwrap();
        let row = store::people::PersonRow {
            account: Some(me.account),
            known_as: me.known_as.clone(),
            ..store::people::PersonRow::new(id, programme.id, role, &me.name, TODAY)
        };
        self.town
            .write(|tx| store::people::add(tx, self.town.school, &row));
        self.ids.push((me.name.clone(), id));
    }

    pub fn id(&self, name: &str) -> PersonId {
        self.ids.iter().find(|(whose, _)| whose == name).unwrap().1
    }

    pub fn written(&self, name: &str) -> String {
        self.id(name).to_string()
    }

    pub fn stage(&self) -> StageName {
        self.view(&self.farrow).stage
    }

    pub fn view(&self, who: &Actor) -> PlanView {
        let reference = self.reference.clone();
        self.town
            .app
            .fetch(who, ViewPlan { reference })
            .unwrap()
            .answer
    }

    pub fn booking(&self) -> BookMeeting {
        BookMeeting {
            reference: self.reference.clone(),
            kind: MeetingKind::Initial,
            typed: BookingDraft {
                on: "2026-11-10".into(),
                from: "1:15pm".into(),
                to: "2pm".into(),
                room: "Room 4".into(),
                chair: self.written("Amina Farrow"),
                note_taker: self.written("Joel Petrie"),
                ..BookingDraft::default()
            },
            home_told: "2026-11-04".into(),
        }
    }

    pub fn book(&self) -> MeetingId {
        let booking = self.booking();
        self.town.app.execute(&self.farrow, booking).unwrap()
    }

    pub fn minutes(&self) -> MinutesDraft {
        let came = [
            "Amina Farrow",
            "Joel Petrie",
            "Dana Tidewell",
            "Rowan Tidewell",
        ]
        .map(|name| (self.written(name), "present".to_owned()));
        let views = [("pupil", "I want to stay in art."), ("home", "He tries.")];
        MinutesDraft {
            began: "1:15pm".into(),
            ended: "2pm".into(),
            came: came.into(),
            pupil_mode: "whole".into(),
            strengths: vec![SaidDraft {
                by: self.written("Dana Tidewell"),
                words: "Fixing things.".into(),
            }],
            views: views.map(|(of, words)| (of.into(), words.into())).into(),
            conclusion: "Late mornings start most of it.".into(),
            contact: "Mrs Farrow rings on Fridays.".into(),
            ..MinutesDraft::default()
        }
    }

    pub fn record(&self, meeting: MeetingId, typed: MinutesDraft) -> Result<(), Refusal> {
        let record = RecordMeeting {
            reference: self.reference.clone(),
            meeting,
            revision: 1,
            typed,
            progress: Progress::Finished,
        };
        self.town.app.execute(&self.farrow, record)
    }

    pub fn edit(&self, who: &Actor, edit: PlanEdit) -> Result<(), Refusal> {
        let reference = self.reference.clone();
        self.town.app.execute(who, EditPlan { reference, edit })
    }

    pub fn agree(&self) -> Result<PlanVersion, Refusal> {
        let seen = self.view(&self.farrow).draft.unwrap().seen;
        let agree = AgreePlan {
            reference: self.reference.clone(),
            starts: date(2026, 11, 16),
            seen,
        };
        self.town.app.execute(&self.farrow, agree)
    }

    /// The plan agreed, nobody signed.
    pub fn agreed(engine: Engine) -> Self {
        let room = Self::on(engine);
        let meeting = room.book();
        room.record(meeting, room.minutes()).unwrap();
        room.write_plan();
        room.agree().unwrap();
        room
    }

    pub fn shown(&self) -> (PlanVersion, PlanHash) {
        let agreed = self.view(&self.farrow).agreed.unwrap().into_inner();
        (agreed.plan.version, agreed.hash)
    }

    pub fn sign(&self, who: &Actor) -> Result<After, Refusal> {
        let sign = Sign {
            reference: self.reference.clone(),
            shown: self.shown(),
            name: who.identity().unwrap().name.clone(),
        };
        self.town.app.execute(who, sign)
    }

    pub fn answer(&self, name: &str, answer: AnswerGiven) -> Result<After, Refusal> {
        let record = RecordSignature {
            reference: self.reference.clone(),
            shown: self.shown(),
            person: self.id(name),
            answer,
        };
        self.town.app.execute(&self.farrow, record)
    }
}

/// What a refusal says.
pub(crate) fn words<T: std::fmt::Debug>(answer: Result<T, Refusal>) -> Vec<String> {
    match answer {
        Err(Refusal::Rejected(reasons)) => reasons.into_iter().map(|one| one.words).collect(),
        other => panic!("a rule should have said no: {other:?}"),
    }
}
