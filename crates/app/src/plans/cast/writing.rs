//! A whole plan as people would type it.

use domain::{
    commitment::{CommitmentDraft, RewardDraft},
    id::TargetId,
    plan::{Arrangements, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanEdit},
    target::{BaselineDraft, StepDraft, TargetDraft},
};

use super::Room;

impl Room {
    pub fn target(&self, id: TargetId, seen: Option<u32>, statement: &str) -> PlanEdit {
        let step = |level: &str, week: &str| StepDraft {
            level: level.into(),
            week: week.into(),
        };
        PlanEdit::Target {
            id,
            seen,
            draft: Box::new(TargetDraft {
                statement: statement.into(),
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
                decided_by: self.written("Joel Petrie"),
                ..ConsequenceSheet::default()
            }),
        }
    }

    /// A whole plan with one target, as typed.
    pub fn write_plan(&self) -> TargetId {
        let id = self.town.app.new_sheet().unwrap();
        let target = self.target(id, None, "in my seat with my book open");
        self.edit(&self.petrie, target).unwrap();
        let promise = PlanEdit::Promise {
            id: self.town.app.new_sheet().unwrap(),
            seen: None,
            draft: Box::new(CommitmentDraft {
                owner: self.written("Joel Petrie"),
                text: "check the bag at 8:30am".into(),
                how_often: "every day".into(),
                targets: vec![id.to_string()],
                ..CommitmentDraft::default()
            }),
        };
        self.edit(&self.farrow, promise).unwrap();
        let whole = Arrangements {
            good_at: "Fixing things.".into(),
            monitoring: MonitoringSheet {
                how_often: "weekly".into(),
                by: self.written("Joel Petrie"),
                report_card: "each_lesson".into(),
                ..MonitoringSheet::default()
            },
            home: HomeSheet {
                by: self.written("Amina Farrow"),
                channel: "phone".into(),
                how_often: "weekly".into(),
                when: String::new(),
            },
            ..Arrangements::default()
        };
        self.edit(&self.farrow, PlanEdit::Arrangements(Box::new(whole)))
            .unwrap();
        id
    }
}
