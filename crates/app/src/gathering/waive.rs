//! Going ahead without somebody's answers. The reason is kept; what they had
//! begun stays theirs and is not read.

use domain::{document::Came, event::Event, id::AskId, programme::ProgrammeRef, text::Prose};
use store::asks::{self, Waived};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::AskSubject,
};

/// Goes ahead without an answer.
#[derive(Debug, Clone)]
pub struct Waive {
    /// The ask.
    pub ask: AskId,
    /// Why.
    pub why: Prose<300>,
}

impl Command for Waive {
    const ACTION: Action = Action::WaiveAsk;
    type On = AskSubject;
    type Output = ProgrammeRef;

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(
        self,
        on: AskSubject,
        cx: &mut Granted<'_, '_>,
    ) -> Result<Recorded<ProgrammeRef>, Refusal> {
        if on.ask.came == Came::Begun {
            return Err(Refusal::rule("Nobody was asked for this document"));
        }
        let waived = Waived {
            on: cx.today(),
            by: cx.person()?.account,
            why: self.why,
        };
        let school = cx.school()?;
        if !asks::waive(cx.tx(), school, self.ask, &waived)? {
            return Err(Refusal::rule(
                "These answers are in, or not waited for already",
            ));
        }
        let event = Event::AskWaived {
            programme: on.case.programme.id,
            ask: self.ask,
        };
        Ok(cx.record(event, on.case.programme.reference.clone()))
    }
}
