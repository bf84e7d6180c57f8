//! Sending: from then on the answers stay as they are.

use std::marker::PhantomData;

use domain::{event::Event, id::AskId, programme::AskChannel};
use forms::{Form, Journey, Names};
use store::answers::{self, Draft, Mode};

use super::{hand, hand::Hand, names};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::AskSubject,
};

/// Sends the answers in.
#[derive(Debug)]
pub struct Send<H> {
    /// The ask.
    pub ask: AskId,
    /// The revision that was looked over.
    pub revision: u32,
    /// Whose hand.
    pub hand: PhantomData<H>,
}

/// What is said at the end.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The form, with its closing words.
    pub form: Form,
    /// The names in them.
    pub names: Names,
}

impl<H: Hand> Command for Send<H> {
    const ACTION: Action = H::SEND;
    type On = AskSubject;
    type Output = Sent;

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Granted<'_, '_>) -> Result<Recorded<Sent>, Refusal> {
        let draft = hand::draft(cx, &on)?;
        H::may_write(&on, draft.as_ref())?;
        let unfinished = || Refusal::rule("Answer or skip every question first");
        let draft = draft.ok_or_else(unfinished)?;
        if draft.revision != self.revision {
            return Err(Refusal::Conflict);
        }
        let form = names::form_of(&on.ask, Some(&draft)).ok_or(Refusal::NotFound)?;
        if !Journey::walk(&form, &draft.answers).is_complete() {
            return Err(unfinished());
        }
        let (school, now) = (cx.school()?, cx.now());
        let names = names::of_case(cx.tx(), school, &on.case)?;
        let names = names::with_helper(names, &draft.answers);
        let by = channel(&draft);
        let last = Draft {
            answers: draft.answers.only_asked(&form),
            saved: now,
            ..draft
        };
        if !answers::save(cx.tx(), school, self.ask, &last)?
            || !store::asks::send(cx.tx(), school, self.ask, now)?
        {
            return Err(Refusal::Conflict);
        }
        let event = Event::AnswersSent {
            programme: on.case.programme.id,
            ask: self.ask,
            version: self.revision + 1,
            by,
        };
        Ok(cx.record(event, Sent { form, names }))
    }
}

/// How the answers came.
fn channel(draft: &Draft) -> AskChannel {
    match draft.scribe.map(|scribe| scribe.mode) {
        None => AskChannel::Account,
        Some(Mode::ExactWords | Mode::InShort) => AskChannel::InPerson,
        Some(Mode::Phone) => AskChannel::Phone,
        Some(Mode::Paper) => AskChannel::Paper,
    }
}
