//! Raising a concern that the plan is not working. Never about the pupil.

use domain::{event::Event, programme::ProgrammeRef};

use super::{settled, words};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Says that the plan is not working between reviews. The family is contacted
/// within two school days, and an early review is offered.
#[derive(Debug)]
pub struct RaiseConcern {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What is not working.
    pub why: String,
}

impl Command for RaiseConcern {
    const ACTION: Action = Action::RaiseConcern;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let why = words(
            "concern-why",
            &self.why,
            "Say what in the plan is not working",
        )?;
        let programme = case.programme.id;
        let moved = case
            .programme
            .raise_concern(why, cx.today())
            .map_err(|problem| Refusal::rule(problem.words()))?;
        settled(cx, moved)?;
        Ok(cx.record(Event::ConcernRaised { programme }, ()))
    }
}
