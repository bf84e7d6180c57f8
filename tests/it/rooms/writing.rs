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
    commitment::{CommitmentDraft, RewardDraft},
    id::MeetingId,
    meeting::{BookingDraft, MeetingKind, MinutesDraft, SaidDraft},
    plan::{
        Arrangements, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanEdit, PlanHash, PlanVersion,
    },
    target::{BaselineDraft, StepDraft, TargetDraft},
};
use jiff::civil::date;

use super::world::{AMINA, DANA, JOEL, KIT, ROWAN, TOMASZ, World, person, reference};

impl World {
    /// The first meeting, booked for today.
    pub fn booked(&self) -> MeetingId {
        let booking = BookMeeting {
            reference: reference(),
            kind: MeetingKind::Initial,
            typed: BookingDraft {
                on: "2026-11-10".into(),
                from: "1:15pm".into(),
                to: "2pm".into(),
                room: "Room 4".into(),
                chair: person(AMINA).to_string(),
                note_taker: person(JOEL).to_string(),
                ..BookingDraft::default()
            },
            home_told: "2026-11-04".into(),
        };
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

    fn promise(&self, who: u128, text: &str, target: &str) {
        self.edit(PlanEdit::Promise {
            id: self.app().new_sheet().unwrap(),
            seen: None,
            draft: Box::new(CommitmentDraft {
                owner: person(who).to_string(),
                text: text.into(),
                how_often: "every day".into(),
                targets: vec![target.to_owned()],
                ..CommitmentDraft::default()
            }),
        });
    }

    /// The plan agreed, nobody signed. Everyone at home and outside promises something.
    pub fn agreed(self) -> Self {
        self.held();
        let target = self.app().new_sheet().unwrap();
        let step = |level: &str, week: &str| StepDraft {
            level: level.into(),
            week: week.into(),
        };
        self.edit(PlanEdit::Target {
            id: target,
            seen: None,
            draft: Box::new(TargetDraft {
                statement: "in my seat with my book open".into(),
                place: "in every lesson".into(),
                why: "I hate walking in late.".into(),
                ticked_by: "each_teacher".into(),
                baseline: BaselineDraft {
                    level: "1".into(),
                    source: "behaviour_log".into(),
                    from: "2026-10-12".into(),
                    to: "2026-10-23".into(),
                    recorded_days: "10".into(),
                },
                steps: vec![step("2", "4"), step("3", "8"), step("4", "12")],
                ..TargetDraft::default()
            }),
            reward: Box::new(RewardDraft {
                text: "Ten minutes’ basketball".into(),
                chosen_by: "pupil".into(),
                ..RewardDraft::default()
            }),
            consequence: Box::new(ConsequenceSheet {
                text: "Plan the next morning with Mr Petrie".into(),
                puts_right: "Agree what would help".into(),
                decided_by: person(JOEL).to_string(),
                ..ConsequenceSheet::default()
            }),
        });
        let target = target.to_string();
        self.promise(JOEL, "check the bag at 8:30am", &target);
        self.promise(DANA, "pack the bag the night before", &target);
        self.promise(KIT, "ring on Sunday evening", &target);
        self.promise(TOMASZ, "teach stop and breathe", &target);
        self.edit(PlanEdit::Arrangements(Box::new(Arrangements {
            good_at: "Fixing things.".into(),
            monitoring: MonitoringSheet {
                how_often: "weekly".into(),
                by: person(JOEL).to_string(),
                report_card: "each_lesson".into(),
                ..MonitoringSheet::default()
            },
            home: HomeSheet {
                by: person(AMINA).to_string(),
                channel: "phone".into(),
                how_often: "weekly".into(),
                when: String::new(),
            },
            ..Arrangements::default()
        })));
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
