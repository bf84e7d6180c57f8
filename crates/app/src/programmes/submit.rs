//! Handing a referral in for a decision.

use domain::{
    event::Event,
    programme::{ProgrammeRef, SubmitProblem},
};

use super::{referral::Draft, settle::settle};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Hands it in. Nothing reaches the family by it.
#[derive(Debug)]
pub struct SubmitReferral {
    /// Which programme.
    pub reference: ProgrammeRef,
}

impl Command for SubmitReferral {
    const ACTION: Action = Action::SubmitReferral;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (programme, today) = (case.programme, cx.today());
        let draft = Draft::load(cx.tx(), programme.school, programme.id)?;
        let problems = draft.problems(today);
        if !problems.is_empty() {
            let named = problems.into_iter().map(|one| (one.field, one.words));
            return Err(Refusal::fields(named));
        }
        let id = programme.id;
        let moved = programme.submit(&draft.read().referral, today);
        let moved = moved.map_err(|no| match no {
            SubmitProblem::NotNow(not_now) => Refusal::rule(not_now.words()),
            SubmitProblem::Incomplete(_) => Refusal::rule(no.words()),
        })?;
        settle(cx, moved)?;
        let event = Event::ReferralSubmitted {
            programme: id,
            version: draft.version(),
        };
        Ok(cx.record(event, ()))
    }
}
