//! Reading one person's answers, through the lens. Every opening is recorded.

use domain::{
    document::HomeReads,
    event::{Event, Opened},
    id::AskId,
    sealed::Shown,
};
use forms::summary::PupilSays;
use store::answers::{self, Line, Scribe};

use super::names;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    policy::Own,
    reading,
    subject::AskSubject,
};

/// Opens one person's answers, or the page of an ask that is still out.
#[derive(Debug, Clone, Copy)]
pub struct ReadAnswers {
    /// The ask.
    pub ask: AskId,
}

/// An ask and as much of its answers as the reader may see.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The ask, its person and its programme.
    pub on: AskSubject,
    /// What it is called.
    pub title: String,
    /// What there is to read.
    pub found: Found,
    /// Whether it is the reader's own.
    pub own: Own,
}

/// What there is to read of an ask.
#[derive(Debug, Clone)]
pub enum Found {
    /// It has not been sent.
    NotYet,
    /// The answers.
    Answers {
        /// The lines this reader may see.
        lines: Vec<Line>,
        /// Who wrote it down and how, when it was not the person asked.
        scribe: Option<(String, Scribe)>,
        /// Whether this is all the reader's part of it.
        whole: Whole,
    },
}

/// Whether a reader sees a document or a part made for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// Everything that is shared with this reader.
    Yes,
    /// A part: by theme, or only that a worry was raised.
    Part,
}

impl Command for ReadAnswers {
    const ACTION: Action = Action::ReadAnswers;
    type On = AskSubject;
    type Output = Reading;

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Granted<'_, '_>) -> Result<Recorded<Reading>, Refusal> {
        let (school, own) = (cx.school()?, cx.facts().own);
        let names = names::of_case(cx.tx(), school, &on.case)?;
        let form = names::form_of(&on.ask, None);
        let title = form.map_or_else(
            || on.ask.document.label().to_owned(),
            |form| form.title.with(&names),
        );
        if on.ask.sent.is_none() {
            let found = Found::NotYet;
            return Ok(cx.unchanged(Reading {
                on,
                title,
                found,
                own,
            }));
        }
        let account = on.person.account;
        let pupil = match answers::home_reads(cx.tx(), school, self.ask)? {
            Some(HomeReads::Yes) => PupilSays::Yes,
            Some(HomeReads::No) | None => PupilSays::NotYet,
        };
        let sealed = answers::sealed(cx.tx(), school, &on.ask, account, names, pupil)?;
        let sealed = sealed.ok_or(Refusal::NotFound)?;
        let shown = cx.lens().open(sealed).ok_or(Refusal::NotFound)?;
        let whole = match &shown {
            Shown::Full(_) => Whole::Yes,
            Shown::Part(_) => Whole::Part,
        };
        let sheet = shown.get();
        let lines = match own {
            Own::Mine => sheet.own(),
            Own::Others => sheet.read_as(&reading::roles(cx.facts())),
        };
        let scribe = match sheet.scribe() {
            None => None,
            Some(scribe) => {
                let account = store::accounts::find(cx.tx(), school, scribe.account)?;
                account.map(|account| (account.name, scribe))
            }
        };
        let event = Event::DocumentOpened {
            programme: on.case.programme.id,
            document: on.ask.document,
            how: Opened::Screen,
        };
        let found = Found::Answers {
            lines,
            scribe,
            whole,
        };
        let reading = Reading {
            on,
            title,
            found,
            own,
        };
        Ok(cx.record(event, reading))
    }
}
