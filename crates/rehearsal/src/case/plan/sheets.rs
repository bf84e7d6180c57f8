//! The sheets of a plan, as people type them.

use domain::{
    account::CaseRole,
    commitment::{CommitmentDraft, RewardDraft},
    id::{CommitmentId, TargetId},
    plan::{
        Arrangements, ConsequenceSheet, DayPart, DayToDaySheet, HomeSheet, MonitoringSheet,
        PlanDraft, PromiseSheet, TargetSheet,
    },
    target::{BaselineDraft, StepDraft, TargetDraft},
};
use jiff::{Timestamp, civil::Date};

use super::super::{AFTERNOON, Case};
use crate::{
    Problem,
    pen::Pen,
    words::{self, Aim},
};

/// The goal, in lessons out of five, by way of two steps.
const STEPS: [&str; 3] = ["2", "3", "4"];

/// Everything that was typed.
pub(super) fn typed(pen: &mut Pen<'_, '_>, case: &Case<'_>) -> Result<PlanDraft, Problem> {
    let at = pen.at(case.story.met, AFTERNOON);
    let first = pen.dice.below(words::AIMS.len());
    let count = 2 + pen.dice.below(2);
    let targets: Vec<(TargetId, Aim)> = (0..count)
        .map(|number| words::AIMS[(first + number) % words::AIMS.len()])
        .map(|aim| (pen.dice.id(at), aim))
        .collect();
    let watched = (
        pen.school.days_on(case.story.dates.starts, -10)?,
        pen.school.days_on(case.story.dates.starts, -1)?,
    );
    let key_worker = case.cast.of(CaseRole::KeyWorker)?.id.to_string();
    Ok(PlanDraft {
        targets: targets
            .iter()
            .map(|(id, aim)| target(*id, aim, watched))
            .collect(),
        promises: promises(pen, case, &targets, at)?,
        rewards: targets.iter().map(|(id, aim)| reward(*id, aim)).collect(),
        consequences: targets
            .iter()
            .map(|(id, aim)| consequence(*id, aim, &key_worker))
            .collect(),
        arrangements: arrangements(pen, case, key_worker)?,
    })
}

fn arrangements(
    pen: &mut Pen<'_, '_>,
    case: &Case<'_>,
    key_worker: String,
) -> Result<Arrangements, Problem> {
    let (one, other) = (
        pen.dice.pick(&words::GOOD_AT),
        pen.dice.pick(&words::GOOD_AT),
    );
    Ok(Arrangements {
        saved: 1,
        good_at: format!("{one}\n{other}"),
        monitoring: MonitoringSheet {
            how_often: "twice_weekly".into(),
            by: key_worker.clone(),
            when: "Monday and Thursday".into(),
            place: "The quiet room".into(),
            report_card: "each_lesson".into(),
        },
        home: HomeSheet {
            by: case.cast.of(CaseRole::Coordinator)?.id.to_string(),
            channel: "phone".into(),
            how_often: "weekly".into(),
            when: String::new(),
        },
        safe_place: "The quiet room".into(),
        named_adults: vec![key_worker],
        day_to_day: day_to_day(),
    })
}

/// What every adult does; the same words in every generated plan.
fn day_to_day() -> DayToDaySheet {
    let parts = [
        (DayPart::Do, "Say hello by name\nAsk quietly, close by"),
        (DayPart::Avoid, "Correcting in front of the class"),
        (
            DayPart::CalmSteps,
            "Step back\nOffer the card\nTell the key worker",
        ),
        (DayPart::Seat, "Near the door"),
    ];
    let blank = DayToDaySheet::default();
    parts
        .into_iter()
        .fold(blank, |sheet, (part, words)| sheet.with(part, words))
}

fn target(id: TargetId, aim: &Aim, watched: (Date, Date)) -> TargetSheet {
    let steps = STEPS.iter().zip(["4", "8", "12"]);
    TargetSheet {
        id,
        saved: 1,
        draft: TargetDraft {
            short_name: aim.name.into(),
            statement: aim.says.into(),
            place: "in lessons".into(),
            why: aim.why.into(),
            measure: "opportunity_pct".into(),
            better: "more".into(),
            unit: "lesson".into(),
            per: "day".into(),
            out_of: "5".into(),
            ticked_by: "each_teacher".into(),
            baseline: BaselineDraft {
                level: "1".into(),
                source: "watched".into(),
                from: watched.0.to_string(),
                to: watched.1.to_string(),
                recorded_days: "10".into(),
            },
            steps: steps
                .map(|(level, week)| StepDraft {
                    level: (*level).into(),
                    week: week.into(),
                })
                .collect(),
            ..TargetDraft::default()
        },
        step: 1,
        status: "open".into(),
        review_on: String::new(),
    }
}

fn promises(
    pen: &mut Pen<'_, '_>,
    case: &Case<'_>,
    targets: &[(TargetId, Aim)],
    at: Timestamp,
) -> Result<Vec<PromiseSheet>, Problem> {
    let helpers = [CaseRole::KeyWorker, CaseRole::Senco, CaseRole::Coordinator];
    let mut all = Vec::new();
    for ((target, aim), helper) in targets.iter().zip(helpers) {
        let said = [
            (helper, aim.help, "every day"),
            (CaseRole::Parent, aim.home, "every school night"),
        ];
        for (role, text, how_often) in said {
            let id: CommitmentId = pen.dice.id(at);
            all.push(PromiseSheet {
                id,
                saved: 1,
                draft: CommitmentDraft {
                    owner: case.cast.of(role)?.id.to_string(),
                    text: text.into(),
                    how_often: how_often.into(),
                    targets: vec![target.to_string()],
                    ..CommitmentDraft::default()
                },
            });
        }
    }
    Ok(all)
}

fn reward(id: TargetId, aim: &Aim) -> RewardDraft {
    RewardDraft {
        text: aim.reward.into(),
        chosen_by: "pupil".into(),
        giver: "school".into(),
        cost: "none".into(),
        how_often: "after a good week".into(),
        targets: vec![id],
        ..RewardDraft::default()
    }
}

fn consequence(id: TargetId, aim: &Aim, key_worker: &str) -> ConsequenceSheet {
    ConsequenceSheet {
        text: aim.otherwise.into(),
        trigger: "not trying".into(),
        puts_right: "They agree what would help next time.".into(),
        decided_by: key_worker.into(),
        targets: vec![id],
        ..ConsequenceSheet::default()
    }
}
