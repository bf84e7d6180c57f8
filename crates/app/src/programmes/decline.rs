//! Deciding not to start, with a reason and what happens instead.

use domain::{
    event::Event,
    programme::{DeclineReason, ProgrammeRef, Task},
    text::Prose,
};
use store::programmes;

use super::settle::settle;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Declines a referral.
#[derive(Debug)]
pub struct DeclineReferral {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Why.
    pub reason: DeclineReason,
    /// What happens instead.
    pub instead: Prose,
}

impl Command for DeclineReferral {
    const ACTION: Action = Action::DeclineReferral;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let by = cx.person()?.account;
        let reason = self.reason;
        let moved = case.programme.decline(reason, self.instead, today);
        settle(cx, moved.map_err(|no| Refusal::rule(no.words()))?)?;
        programmes::finish_task(cx.tx(), school, programme, Task::Decide, by, today)?;
        Ok(cx.record(Event::ReferralDeclined { programme, reason }, ()))
    }
}
