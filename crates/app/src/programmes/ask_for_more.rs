//! The third answer to a referral: neither yes nor no, but a question. The
//! referral is its writer's again, and may be handed in again.

use domain::{
    event::Event,
    programme::{ProgrammeRef, Task},
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

/// Asks for more.
#[derive(Debug)]
pub struct AskForMore {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What is to be answered before it can be decided on.
    pub question: Prose,
}

impl Command for AskForMore {
    const ACTION: Action = Action::AskForMore;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let by = cx.person()?.account;
        let moved = case.programme.ask_for_more(self.question, today);
        settle(cx, moved.map_err(|no| Refusal::rule(no.words()))?)?;
        programmes::finish_task(cx.tx(), school, programme, Task::Decide, by, today)?;
        Ok(cx.record(Event::ReferralQuestioned { programme }, ()))
    }
}
