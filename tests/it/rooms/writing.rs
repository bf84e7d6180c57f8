//! The first meeting held and a plan agreed, by the verbs a coordinator uses.

use app::{
    meetings::{
        book::BookMeeting,
        record::{Progress, RecordMeeting},
    },
    plans::{
        agree::AgreePlan,
        edit::EditPlan,
        sign::{After, AnswerGiven, RecordSignature, Sign},
        view::ViewPlan,
    },
};
use domain::{
    id::{MeetingId, TargetId},
    meeting::{BookingDraft, MeetingKind, MinutesDraft, SaidDraft},
    plan::{PlanEdit, PlanHash, PlanVersion},
};
use jiff::civil::date;
use testkit::sheets;

use super::world::{AMINA, DANA, JOEL, KIT, ROWAN, TOMASZ, World, person, reference};

/// The first meeting as typed, for today.
pub fn first_meeting(chair: u128, notes: u128) -> BookMeeting {
    BookMeeting {
        reference: reference(),
        kind: MeetingKind::Initial,
        typed: BookingDraft {
            on: "2026-11-10".into(),
            from: "1:15pm".into(),
            to: "2pm".into(),
            room: "Room 4".into(),
            chair: person(chair).to_string(),
            note_taker: person(notes).to_string(),
            ..BookingDraft::default()
        },
        home_told: "2026-11-04".into(),
    }
}

impl World {
    /// The first meeting, booked for today.
    pub fn booked(&self) -> MeetingId {
        let booking = first_meeting(AMINA, JOEL);
        self.app().execute(&self.actor(AMINA), booking).unwrap()
    }

    fn held(&self) {
        let meeting = self.booked();
        let came =
            [AMINA, JOEL, DANA, ROWAN].map(|who| (person(who).to_string(), "present".into()));
        let views = [("pupil", "I want to stay in art."), ("home", "He tries.")];
        let typed = MinutesDraft {
            began: "1:15pm".into(),
            ended: "2pm".into(),
            came: came.into(),
            pupil_mode: "whole".into(),
            strengths: vec![SaidDraft {
                by: person(DANA).to_string(),
                words: "Fixing things.".into(),
            }],
            views: views.map(|(of, words)| (of.into(), words.into())).into(),
            conclusion: "Late mornings start most of it.".into(),
            contact: "Mrs Farrow rings on Fridays.".into(),
            ..MinutesDraft::default()
        };
        let record = RecordMeeting {
            reference: reference(),
            meeting,
            revision: 1,
            typed,
            progress: Progress::Finished,
        };
        self.app().execute(&self.actor(AMINA), record).unwrap();
    }

    pub fn edit(&self, edit: PlanEdit) {
        let reference = reference();
        let edit = EditPlan { reference, edit };
        self.app().execute(&self.actor(AMINA), edit).unwrap();
    }

    fn promise(&self, who: u128, text: &str, target: TargetId) {
        let sheet = self.app().new_sheet().unwrap();
        self.edit(sheets::promise(
            sheet,
            person(who).to_string(),
            text,
            &[target],
        ));
    }

    /// The plan agreed, nobody signed. Everyone at home and outside promises something.
    pub fn agreed(self) -> Self {
        self.held();
        let target = self.app().new_sheet().unwrap();
        let (joel, amina) = (person(JOEL).to_string(), person(AMINA).to_string());
        let baseline = sheets::before_half_term();
        let statement = "in my seat with my book open";
        self.edit(sheets::target(target, statement, baseline, joel.clone()));
        self.promise(JOEL, "check the bag at 8:30am", target);
        self.promise(DANA, "pack the bag the night before", target);
        self.promise(KIT, "ring on Sunday evening", target);
        self.promise(TOMASZ, "teach stop and breathe", target);
        self.edit(sheets::arrangements(joel, amina));
        let view = ViewPlan {
            reference: reference(),
        };
        let amina = self.actor(AMINA);
        let seen = self
            .app()
            .fetch(&amina, view)
            .unwrap()
            .answer
            .draft
            .unwrap()
            .seen;
        let agree = AgreePlan {
            reference: reference(),
            starts: date(2026, 11, 16),
            seen,
        };
        self.app().execute(&amina, agree).unwrap();
        self
    }

    /// Everybody has signed who must, so the plan runs.
    pub fn signed(&self) {
        for (who, name) in [(ROWAN, "Rowan Tidewell"), (DANA, "Dana Tidewell")] {
            let record = RecordSignature {
                reference: reference(),
                shown: self.shown(),
                person: person(who),
                answer: AnswerGiven::TypedHere(name.into()),
            };
            self.app().execute(&self.actor(AMINA), record).unwrap();
        }
        let sign = Sign {
            reference: reference(),
            shown: self.shown(),
            name: "Amina Farrow".into(),
        };
        let after = self.app().execute(&self.actor(AMINA), sign).unwrap();
        assert_eq!(after, After::Started);
    }

    fn shown(&self) -> (PlanVersion, PlanHash) {
        let view = ViewPlan {
            reference: reference(),
        };
        let view = self.app().fetch(&self.actor(AMINA), view).unwrap().answer;
        let agreed = view.agreed.unwrap().into_inner();
        (agreed.plan.version, agreed.hash)
    }
}
