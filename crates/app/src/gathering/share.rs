//! Whether the people at home may read what a pupil shared with their meeting.
//! The pupil says so; an adult who wrote the answers down may say it for them.
//! It can be said again, and the newest counts.

use domain::{account::CaseRole, document::HomeReads, event::Event, id::AskId};
use store::answers;

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::AskSubject,
};

/// Says it.
#[derive(Debug, Clone, Copy)]
pub struct ShareWithHome {
    /// The ask.
    pub ask: AskId,
    /// What the pupil says.
    pub says: HomeReads,
}

impl Command for ShareWithHome {
    const ACTION: Action = Action::ShareWithHome;
    type On = AskSubject;
    type Output = ();

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        if on.person.role != CaseRole::Pupil {
            return Err(Refusal::NotFound);
        }
        if on.ask.sent.is_none() {
            return Err(Refusal::rule("Send the answers first"));
        }
        let (school, at, by) = (cx.school()?, cx.now(), cx.person()?.account);
        if answers::home_reads(cx.tx(), school, self.ask)? == Some(self.says) {
            return Ok(cx.unchanged(()));
        }
        answers::say_home_reads(cx.tx(), school, self.ask, self.says, (by, at))?;
        let event = Event::SharingChosen {
            programme: on.case.programme.id,
            ask: self.ask,
            says: self.says,
        };
        Ok(cx.record(event, ()))
    }
}
