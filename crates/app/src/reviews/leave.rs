//! Leaving before the end: the pupil moves on, or the programme is stopped.

use domain::{
    event::Event,
    programme::{Departure, Effect, ProgrammeRef, TransferReason, WithdrawReason, Withdrawal},
};

use store::programmes::drop_tasks;

use super::{chosen, maybe_line, settled, words};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Closes the programme because the pupil leaves this school's roll.
#[derive(Debug)]
pub struct Transfer {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The code of a [`TransferReason`].
    pub reason: String,
    /// Where to.
    pub to: String,
}

impl Command for Transfer {
    const ACTION: Action = Action::Transfer;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let ask = "Choose why the pupil is leaving";
        let reason: TransferReason = chosen("transfer-reason", &self.reason, ask)?;
        let to = maybe_line("transfer-to", &self.to)?;
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let moved = case
            .programme
            .transfer(Departure { reason, to, today })
            .map_err(|problem| Refusal::field("transfer-to", problem.words()))?;
        let alert = moved.effects.contains(&Effect::OffRollingAlert);
        drop_tasks(cx.tx(), school, programme, today)?;
        settled(cx, moved)?;
        if alert {
            cx.also(Event::OffRollingAlerted { programme });
        }
        Ok(cx.record(Event::Transferred { programme, reason }, ()))
    }
}

/// Stops the programme for another reason.
#[derive(Debug)]
pub struct Withdraw {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The code of a [`WithdrawReason`].
    pub reason: String,
    /// Why, in words.
    pub why: String,
}

impl Command for Withdraw {
    const ACTION: Action = Action::Withdraw;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let reason: WithdrawReason = chosen("withdraw-reason", &self.reason, "Choose a reason")?;
        let why = words("withdraw-why", &self.why, "Say why, in a few words")?;
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let moved = case
            .programme
            .withdraw(Withdrawal { reason, why, today })
            .map_err(|problem| Refusal::rule(problem.words()))?;
        drop_tasks(cx.tx(), school, programme, today)?;
        settled(cx, moved)?;
        Ok(cx.record(Event::Withdrawn { programme, reason }, ()))
    }
}
