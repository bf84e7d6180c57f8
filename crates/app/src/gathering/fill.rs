//! Filling in, a page at a time. Every page is saved as it is left, so that one
//! can stop anywhere and come back to the same place.

use std::marker::PhantomData;

use domain::{event::Event, id::AskId};
use forms::{Answers, Form, Journey, Names, PageId, Step, parse};
use store::answers::{self, Draft};

use super::{Scribe, hand, hand::Hand, names, safety};
use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::AskSubject,
};

/// A form being filled in, as its writer sees it.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// The ask, its person and its programme.
    pub on: AskSubject,
    /// The form.
    pub form: Form,
    /// The answers so far.
    pub answers: Answers,
    /// For optimistic locking; 0 before anything was saved.
    pub revision: u32,
    /// Who writes it down, when it is not the person asked.
    pub scribe: Option<Scribe>,
    /// The names in its words.
    pub names: Names,
}

impl Sitting {
    /// Where to go on.
    pub fn here(&self) -> Step {
        Journey::walk(&self.form, &self.answers).here()
    }
}

/// Opens a form to write on. Noted the first time.
#[derive(Debug)]
pub struct OpenForm<H> {
    ask: AskId,
    hand: PhantomData<H>,
}

/// Looks at a form being written, for one of its pages.
#[derive(Debug)]
pub struct ViewForm<H> {
    ask: AskId,
    hand: PhantomData<H>,
}

/// Saves one page.
#[derive(Debug)]
pub struct SavePage<H> {
    /// The ask.
    pub ask: AskId,
    /// The page.
    pub page: PageId,
    /// What was posted.
    pub posted: Vec<(String, String)>,
    /// The revision the page was drawn from.
    pub revision: u32,
    /// What comes after.
    pub leaving: Leaving,
    /// Whose hand.
    pub hand: PhantomData<H>,
}

/// How somebody leaves a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// For the next page: what was left blank was skipped.
    GoingOn,
    /// For another day: what was left blank is still to come.
    Stopping,
}

/// A page that was saved.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Where to go on.
    pub next: Step,
    /// What to tell whoever answered, if an adult was called for.
    pub say: Option<String>,
}

impl<H> OpenForm<H> {
    /// This ask's form.
    pub const fn new(ask: AskId) -> Self {
        let hand = PhantomData;
        Self { ask, hand }
    }
}

impl<H> ViewForm<H> {
    /// This ask's form.
    pub const fn new(ask: AskId) -> Self {
        let hand = PhantomData;
        Self { ask, hand }
    }
}

fn sitting(on: AskSubject, draft: Option<Draft>, names: Names) -> Result<Sitting, Refusal> {
    let form = names::form_of(&on.ask, draft.as_ref()).ok_or_else(|| {
        Refusal::rule("These questions are asked on paper or in conversation for now")
    })?;
    let (answers, revision, scribe) = match draft {
        Some(draft) => (draft.answers, draft.revision, draft.scribe),
        None => (Answers::none_yet(&form), 0, None),
    };
    Ok(Sitting {
        names: names::with_helper(names, &answers),
        on,
        form,
        answers,
        revision,
        scribe,
    })
}

impl<H: Hand> Query for ViewForm<H> {
    const ACTION: Action = H::FILL;
    type On = AskSubject;
    type Output = Sitting;

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Viewing<'_, '_>) -> Result<Sitting, Refusal> {
        let school = cx.school()?;
        let draft = answers::draft(cx.tx(), school, on.ask.id)?;
        H::may_write(&on, draft.as_ref())?;
        let names = names::of_case(cx.tx(), school, &on.case)?;
        sitting(on, draft, names)
    }
}

impl<H: Hand> Command for OpenForm<H> {
    const ACTION: Action = H::FILL;
    type On = AskSubject;
    type Output = Sitting;

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Granted<'_, '_>) -> Result<Recorded<Sitting>, Refusal> {
        let draft = hand::draft(cx, &on)?;
        H::may_write(&on, draft.as_ref())?;
        let (school, now) = (cx.school()?, cx.now());
        let names = names::of_case(cx.tx(), school, &on.case)?;
        let (programme, ask) = (on.case.programme.id, on.ask.id);
        let sitting = sitting(on, draft, names)?;
        if store::asks::open(cx.tx(), school, ask, now)? {
            return Ok(cx.record(Event::AskOpened { programme, ask }, sitting));
        }
        Ok(cx.unchanged(sitting))
    }
}

impl<H: Hand> Command for SavePage<H> {
    const ACTION: Action = H::FILL;
    type On = AskSubject;
    type Output = Saved;

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Granted<'_, '_>) -> Result<Recorded<Saved>, Refusal> {
        let draft = hand::draft(cx, &on)?;
        H::may_write(&on, draft.as_ref())?;
        let (school, now, today) = (cx.school()?, cx.now(), cx.today());
        let names = names::of_case(cx.tx(), school, &on.case)?;
        let sitting = sitting(on, draft, names)?;
        if sitting.revision != self.revision {
            return Err(Refusal::Conflict);
        }
        let form = &sitting.form;
        let open = Journey::walk(form, &sitting.answers).may_visit(Step::Page(self.page));
        let page = form
            .page(self.page)
            .filter(|_| open)
            .ok_or(Refusal::NotFound)?;
        let read = match self.leaving {
            Leaving::GoingOn => parse::page,
            Leaving::Stopping => parse::so_far,
        };
        let filled = read(form, page, &self.posted, &sitting.answers, today)
            .map_err(|returned| problems(returned, &sitting.names))?;
        if filled.replies.is_empty() {
            let (next, say) = (Step::Page(self.page), None);
            return Ok(cx.unchanged(Saved { next, say }));
        }
        let mut answers = sitting.answers.clone();
        answers.put_all(filled.replies);
        let draft = Draft {
            revision: sitting.revision,
            saved: now,
            by: cx.person()?.account,
            scribe: H::scribe(sitting.scribe),
            answers,
        };
        if !answers::save(cx.tx(), school, sitting.on.ask.id, &draft)? {
            return Err(Refusal::Conflict);
        }
        let say = filled
            .raised
            .iter()
            .find_map(|raised| raised.rule.say.as_ref());
        let say =
            say.map(|say| say.with(&names::with_helper(sitting.names.clone(), &draft.answers)));
        safety::raise(cx, &sitting, &filled.raised)?;
        let next = Journey::walk(form, &draft.answers)
            .next(self.page)
            .unwrap_or(Step::Check);
        let event = Event::AnswersSaved {
            programme: sitting.on.case.programme.id,
            ask: sitting.on.ask.id,
            version: sitting.revision + 1,
        };
        Ok(cx.record(event, Saved { next, say }))
    }
}

fn problems(returned: parse::Returned, names: &Names) -> Refusal {
    let problems = returned.problems.into_iter();
    Refusal::fields(problems.map(|problem| (problem.field, problem.words.with(names))))
}
