//! From a settled review to the next version of the plan, in force at once.
//! The family was at the review, so it has been told.

use domain::{
    event::Event,
    plan::{AgreedPlan, Plan, StoredPlan},
    programme::{Amendment, Programme, Run},
    review::{Review, apply},
    text::Line,
};
use store::plans::NewPlan;

use super::settled;
use crate::{
    Reason, Refusal,
    gate::Granted,
    plans::{Around, asked},
    subject::Case,
};

/// The version in force as a review looks at it: up to the planned end as it is
/// now, which a pause or an extension may have moved.
pub(super) fn in_force(newest: &AgreedPlan, run: &Run) -> AgreedPlan {
    let ends_on = run.dates.ends.due.on;
    if newest.plan().ends_on >= ends_on {
        return newest.clone();
    }
    let moved = Plan {
        ends_on,
        ..newest.plan().clone()
    };
    moved
        .agree(newest.agreed_on())
        .unwrap_or_else(|_| newest.clone())
}

/// Puts what a review decided into force. Nothing happens when it changed
/// nothing that stands in the plan.
pub(super) fn put_in_force(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    programme: Programme,
    review: &Review,
    looked_at: &AgreedPlan,
) -> Result<(), Refusal> {
    let (school, id, today) = (programme.school, programme.id, cx.today());
    let reason = Line::new(&review.as_reason()).map_err(|_| Refusal::NotFound)?;
    let next = apply(review, looked_at, cx.new_id()?, reason).map_err(|problems| {
        let words = problems.iter().map(domain::review::ReviewProblem::words);
        Refusal::Rejected(words.map(|words| Reason { field: None, words }).collect())
    })?;
    if next.targets == looked_at.plan().targets {
        return Ok(());
    }
    let around = Around::now(cx.tx(), case, today)?;
    let called = case.pupil.name.called();
    let agreed = next.agree(review.held_on).map_err(|problems| {
        let words = problems.iter().map(|problem| problem.words(called));
        Refusal::Rejected(words.map(|words| Reason { field: None, words }).collect())
    })?;
    let (_, signs_again) = asked(case, &agreed, Some(looked_at));
    let moved = programme
        .amend(Amendment {
            plan: &agreed,
            signs_again,
            family_told: Some(review.held_on),
            today,
        })
        .map_err(|problem| Refusal::rule(problem.words()))?;
    let new = NewPlan {
        plan: &agreed,
        stored: &StoredPlan::new(agreed.plan(), &around.frame()),
        by: cx.person()?.account,
        told: Some(review.held_on),
    };
    match store::plans::add(cx.tx(), school, id, &new) {
        Err(broken) if broken.is_duplicate() => return Err(Refusal::Conflict),
        other => other?,
    }
    settled(cx, moved)?;
    cx.also(Event::PlanAmended {
        programme: id,
        plan: agreed.plan().id,
        version: agreed.plan().version.number(),
    });
    Ok(())
}
