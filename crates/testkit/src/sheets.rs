//! A plan as people type it: the sheets that several tests fill in alike.

use domain::{
    commitment::{CommitmentDraft, RewardDraft},
    id::{CommitmentId, TargetId},
    plan::{Arrangements, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanEdit},
    target::{BaselineDraft, StepDraft, TargetDraft},
};

/// Ten days watched before half-term: once a day.
pub fn before_half_term() -> BaselineDraft {
    BaselineDraft {
        level: "1".into(),
        source: "behaviour_log".into(),
        from: "2026-10-12".into(),
        to: "2026-10-23".into(),
        recorded_days: "10".into(),
    }
}

/// A target in three steps; `decider` is who decides on its consequence, as the form sends them.
pub fn target(id: TargetId, statement: &str, baseline: BaselineDraft, decider: String) -> PlanEdit {
    let step = |level: &str, week: &str| StepDraft {
        level: level.into(),
        week: week.into(),
    };
    PlanEdit::Target {
        id,
        seen: None,
        draft: Box::new(TargetDraft {
            statement: statement.into(),
            place: "in every lesson".into(),
            why: "I hate walking in late.".into(),
            ticked_by: "each_teacher".into(),
            baseline,
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
            decided_by: decider,
            ..ConsequenceSheet::default()
        }),
    }
}

/// What somebody will do every day, for some of the targets.
pub fn promise(id: CommitmentId, owner: String, text: &str, targets: &[TargetId]) -> PlanEdit {
    PlanEdit::Promise {
        id,
        seen: None,
        draft: Box::new(CommitmentDraft {
            owner,
            text: text.into(),
            how_often: "every day".into(),
            targets: targets.iter().map(ToString::to_string).collect(),
            ..CommitmentDraft::default()
        }),
    }
}

/// The key worker meets the pupil weekly; the coordinator rings home weekly.
pub fn arrangements(key_worker: String, coordinator: String) -> PlanEdit {
    PlanEdit::Arrangements(Box::new(Arrangements {
        good_at: "Fixing things.".into(),
        monitoring: MonitoringSheet {
            how_often: "weekly".into(),
            by: key_worker,
            report_card: "each_lesson".into(),
            ..MonitoringSheet::default()
        },
        home: HomeSheet {
            by: coordinator,
            channel: "phone".into(),
            how_often: "weekly".into(),
            when: String::new(),
        },
        ..Arrangements::default()
    }))
}
