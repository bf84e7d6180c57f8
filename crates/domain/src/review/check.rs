//! The checks on a review.

use super::{
    Decision, MUST_BE_HEARD, MoreHelp, Outlook, Progress, Review, ReviewNudge, ReviewNumber,
    ReviewProblem, TargetReview, adults_first,
};
use crate::{
    commitment::Delivery,
    indicators::Support,
    meeting::{MeetingKind, ViewOf},
    plan::Plan,
    target::{Target, TargetStatus},
};

pub(super) fn problems(review: &Review, plan: &Plan) -> Vec<ReviewProblem> {
    let mut found = of_promises(review, plan);
    for target in plan.open_targets() {
        let Some(number) = plan.number_of(target.id) else {
            continue;
        };
        match review.targets.iter().find(|each| each.target == target.id) {
            Some(settled) => found.extend(of_target(number, target, settled)),
            None => found.push(ReviewProblem::TargetLeftOut { target: number }),
        }
    }
    let is_open = |each: &TargetReview| {
        plan.target(each.target)
            .is_some_and(|target| target.status == TargetStatus::Open)
    };
    if !review.targets.iter().all(is_open) {
        found.push(ReviewProblem::NotAnOpenTarget);
    }
    let unheard = MUST_BE_HEARD.into_iter().filter(|of| !heard(review, *of));
    found.extend(unheard.map(ReviewProblem::NotHeard));
    found.extend(of_dates(review, plan));
    if review.outlook == Outlook::Unlikely && review.talked_over.is_empty() {
        found.push(ReviewProblem::NothingTalkedOver);
    }
    let interim = matches!(review.kind, MeetingKind::Review(_));
    if interim && review.number == ReviewNumber(1) && review.second.is_none() {
        found.push(ReviewProblem::SecondUndecided);
    }
    found
}

fn of_promises(review: &Review, plan: &Plan) -> Vec<ReviewProblem> {
    let mut found = Vec::new();
    for (place, promise) in (1..).zip(adults_first(plan)) {
        let who = promise.who().to_owned();
        match review
            .promises
            .iter()
            .find(|each| each.commitment == promise.id)
        {
            None => {
                let promise = promise.text.to_string();
                found.push(ReviewProblem::PromiseLeftOut {
                    place,
                    who,
                    promise,
                });
            }
            Some(each) if each.delivery != Delivery::Done && each.why.is_none() => {
                found.push(ReviewProblem::NoReasonGiven { place, who });
            }
            Some(_) => {}
        }
    }
    found
}

fn of_target(number: usize, target: &Target, settled: &TargetReview) -> Vec<ReviewProblem> {
    let mut found = Vec::new();
    match &settled.decision {
        Decision::StepUp if target.step_up().is_none() => {
            found.push(ReviewProblem::OnTheGoal { target: number });
        }
        Decision::StepDown if target.step_down().is_none() => {
            found.push(ReviewProblem::OnTheFirstStep { target: number });
        }
        Decision::Change {
            target: Some(changed),
            ..
        } if changed.id != target.id => {
            found.push(ReviewProblem::AnotherTarget { target: number });
        }
        _ => {}
    }
    let nothing_new = settled.more_help.is_empty() && settled.no_new_help.is_none();
    if settled.is_stalled() && nothing_new {
        found.push(ReviewProblem::NothingNew { target: number });
    }
    if settled.more_help.contains(&MoreHelp::SomethingElse) && settled.other_help.is_none() {
        found.push(ReviewProblem::SayWhatElse { target: number });
    }
    found
}

fn of_dates(review: &Review, plan: &Plan) -> Vec<ReviewProblem> {
    let mut found = Vec::new();
    if review.held_on > review.due.window_closes && review.why_late.is_none() {
        found.push(ReviewProblem::LateWithoutReason);
    }
    let in_plan = review.next_on > review.held_on && review.next_on <= plan.ends_on;
    if review.kind != MeetingKind::Final && !in_plan {
        found.push(ReviewProblem::NextOutOfThePlan);
    }
    found
}

pub(super) fn nudges(review: &Review, plan: &Plan) -> Vec<ReviewNudge> {
    let mut found = Vec::new();
    if review.delivered(plan).support() == Support::NotFullyDelivered {
        found.push(ReviewNudge::SupportNotDelivered);
    }
    for settled in &review.targets {
        let Some(target) = plan.number_of(settled.target) else {
            continue;
        };
        match (&settled.decision, settled.progress) {
            (Decision::StepDown, _) if settled.more_help.is_empty() => {
                found.push(ReviewNudge::HelpFirst { target });
            }
            (Decision::StepUp, Progress::Partly | Progress::NotYet | Progress::NotMeasured) => {
                found.push(ReviewNudge::NotHeldYet { target });
            }
            _ => {}
        }
    }
    found
}

/// Whether one side's words are there, or why there are none; what a pupil said
/// about a target counts.
fn heard(review: &Review, of: ViewOf) -> bool {
    let about = of == ViewOf::Pupil && review.targets.iter().any(|each| each.pupil_says.is_some());
    let excused = review.unheard.iter().any(|each| each.of == of);
    let beforehand = review.heard.contains(&of);
    about || excused || beforehand || review.says.iter().any(|view| view.of == of)
}
