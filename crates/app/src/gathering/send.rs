//! Sending: from then on the answers stay as they are.

use std::marker::PhantomData;

use domain::{
    account::CaseRole,
    document::{Came, HomeReads},
    event::Event,
    id::AskId,
    programme::AskChannel,
};
use forms::{Form, Journey, Names};
use store::answers::{self, Draft, Mode};

use super::{hand, hand::Hand, names};
use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
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

/// Looks at what is said once the answers are in.
#[derive(Debug)]
pub struct ViewSent<H> {
    ask: AskId,
    hand: PhantomData<H>,
}

impl<H> ViewSent<H> {
    /// Of this ask.
    pub const fn new(ask: AskId) -> Self {
        let hand = PhantomData;
        Self { ask, hand }
    }
}

impl<H: Hand> Query for ViewSent<H> {
    const ACTION: Action = H::FILL;
    type On = AskSubject;
    type Output = Sent;

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Viewing<'_, '_>) -> Result<Sent, Refusal> {
        let school = cx.school()?;
        let draft = answers::draft(cx.tx(), school, self.ask)?;
        let draft = draft.filter(|_| on.ask.sent.is_some());
        let draft = draft.ok_or(Refusal::NotFound)?;
        let form = names::form_of(&on.ask, Some(&draft)).ok_or(Refusal::NotFound)?;
        let names = names::of_case(cx.tx(), school, &on.case)?;
        let names = names::with_helper(names, &draft.answers);
        let asks = on.person.role == CaseRole::Pupil && on.ask.came == Came::Asked;
        let said = answers::home_reads(cx.tx(), school, self.ask)?;
        Ok(Sent {
            on,
            form,
            names,
            home_reads: asks.then_some(said),
        })
    }
}

/// What is said at the end.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The ask, its person and its programme.
    pub on: AskSubject,
    /// The form, with its closing words.
    pub form: Form,
    /// The names in them.
    pub names: Names,
    /// What the pupil said about home reading it; the outer nothing where that
    /// is not asked.
    pub home_reads: Option<Option<HomeReads>>,
}

impl<H: Hand> Command for Send<H> {
    const ACTION: Action = H::SEND;
    type On = AskSubject;
    type Output = ();

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
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
        Ok(cx.record(event, ()))
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
