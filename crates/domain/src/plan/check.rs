//! The checks on a whole plan.

use super::{ENOUGH_TARGETS, MOST_TARGETS, Plan, PlanNudge, PlanProblem, PlanVersion};
use crate::{
    commitment::{ChosenBy, Consequence, Party},
    id::TargetId,
    target::{FEWEST_BASELINE_DAYS, Ladder, Target, TargetStatus},
    wording::Words,
};

pub(super) fn problems(plan: &Plan) -> Vec<PlanProblem> {
    let mut found = Vec::new();
    if plan.ends_on <= plan.starts_on {
        found.push(PlanProblem::EndsBeforeItStarts);
    }
    match plan.open_targets().count() {
        0 => found.push(PlanProblem::NoTargets),
        has if has > MOST_TARGETS => found.push(PlanProblem::TooManyTargets { has }),
        _ => {}
    }
    for (place, target) in plan.targets.iter().enumerate() {
        if plan.number_of(target.id) != Some(place + 1) {
            found.push(PlanProblem::SameTargetTwice { target: place + 1 });
        } else if target.status == TargetStatus::Open {
            found.extend(of_target(plan, place + 1, target));
        }
    }
    found.extend(of_promises(plan));
    found.extend(of_rewards_and_consequences(plan));
    if plan.monitoring.is_none() {
        found.push(PlanProblem::NobodyKeepsAnEye);
    }
    if plan.home_contact.is_none() {
        found.push(PlanProblem::HomeHearsNothing);
    }
    if plan.version > PlanVersion::FIRST && plan.reason.is_none() {
        found.push(PlanProblem::NoReasonForTheChange);
    }
    found
}

fn of_target(plan: &Plan, number: usize, target: &Target) -> Vec<PlanProblem> {
    let mut found = Vec::new();
    let helping: Vec<Party> = plan
        .helping(target.id)
        .map(|promise| promise.party)
        .collect();
    if !helping.iter().any(|party| party.is_adult()) {
        found.push(PlanProblem::NoAdultHelps { target: number });
    } else if !helping.contains(&Party::School) {
        found.push(PlanProblem::SchoolPromisesNothing { target: number });
    }
    if target.says_what_not_to_do() {
        found.push(PlanProblem::SaysWhatNotToDo { target: number });
    }
    let steps = target.ladder.steps().to_vec();
    if Ladder::new(steps, target.scale, Some(target.baseline.level), None).is_err() {
        found.push(PlanProblem::DoesNotClimb { target: number });
    }
    if target.baseline.recorded_days < FEWEST_BASELINE_DAYS {
        found.push(PlanProblem::TooFewDaysBefore { target: number });
    }
    if !(plan.starts_on..=plan.ends_on).contains(&target.review_on) {
        found.push(PlanProblem::ReviewedOutsideThePlan { target: number });
    }
    found
}

fn of_promises(plan: &Plan) -> Vec<PlanProblem> {
    let outside = plan
        .commitments
        .iter()
        .filter(|promise| promise.ends_on < promise.starts_on || promise.ends_on > plan.ends_on);
    outside
        .map(|promise| PlanProblem::PromiseOutsideThePlan {
            who: promise.who().to_owned(),
        })
        .collect()
}

fn of_rewards_and_consequences(plan: &Plan) -> Vec<PlanProblem> {
    let mut found = Vec::new();
    let gone = |targets: &[TargetId]| targets.iter().any(|id| plan.target(*id).is_none());
    let any_gone = plan.commitments.iter().any(|each| gone(&each.targets))
        || plan.rewards.iter().any(|each| gone(&each.targets))
        || plan.consequences.iter().any(|each| gone(&each.targets));
    if any_gone {
        found.push(PlanProblem::GoesWithNoTarget);
    }
    if !plan
        .rewards
        .iter()
        .any(|reward| reward.chosen_by == ChosenBy::Pupil)
    {
        found.push(PlanProblem::NoRewardOfTheirOwn);
    }
    if plan.consequences.is_empty() {
        found.push(PlanProblem::NoConsequence);
    }
    let ruled_out = plan.consequences.iter().filter_map(Consequence::ruled_out);
    found.extend(ruled_out.map(PlanProblem::Consequence));
    found
}

pub(super) fn nudges(plan: &Plan) -> Vec<PlanNudge> {
    let mut found = Vec::new();
    if plan.open_targets().count() > ENOUGH_TARGETS {
        found.push(PlanNudge::MoreThanThree);
    }
    if plan.good_at.is_empty() {
        found.push(PlanNudge::NothingGoodSaid);
    }
    let asks = |target: &Target| {
        (
            Words::of(target.statement.as_str()),
            Words::of(target.place.as_str()),
        )
    };
    let open: Vec<&Target> = plan.open_targets().collect();
    for (place, target) in open.iter().enumerate() {
        let alike = open[..place]
            .iter()
            .any(|before| asks(before) == asks(target));
        if let Some(number) = plan.number_of(target.id).filter(|_| alike) {
            found.push(PlanNudge::TwoAlike { target: number });
        }
    }
    if plan.safe_place.is_none() {
        found.push(PlanNudge::NoSafePlace);
    }
    found
}
