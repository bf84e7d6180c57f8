//! From a settled review to the plan's next version.

use super::{Decision, Review, ReviewProblem, TargetReview};
use crate::{
    id::PlanId,
    meeting::MeetingKind,
    plan::{AgreedPlan, Plan},
    target::Target,
    text::Line,
};

/// The next version of a plan after a review: steps moved, changed targets in
/// place, the next date set. New help becomes promises when people write them
/// into that version, which is then agreed and signed as any other. `reason` is
/// kept with it; [`Review::as_reason`] has words for it.
///
/// # Errors
/// Every [`ReviewProblem`]; the plan stays as it is.
pub fn apply(
    review: &Review,
    plan: &AgreedPlan,
    id: PlanId,
    reason: Line<300>,
) -> Result<Plan, Vec<ReviewProblem>> {
    let problems = review.problems(plan.plan());
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut next = plan.amend(id, reason);
    for target in &mut next.targets {
        if let Some(settled) = review.targets.iter().find(|each| each.target == target.id) {
            *target = settle(target, settled);
            if review.kind != MeetingKind::Final {
                target.review_on = review.next_on;
            }
        }
    }
    Ok(next)
}

fn settle(target: &Target, settled: &TargetReview) -> Target {
    let moved = match &settled.decision {
        Decision::Keep | Decision::Change { target: None, .. } => None,
        Decision::StepUp => target.step_up(),
        Decision::StepDown => target.step_down(),
        Decision::Change {
            target: Some(changed),
            ..
        } => Some((**changed).clone()),
    };
    moved.unwrap_or_else(|| target.clone())
}
