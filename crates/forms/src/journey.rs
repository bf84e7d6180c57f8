//! A person's way through a form: derived from form and answers, never stored.
//!
//! A page is *done* when every question it asks has a reply, skipped ones too. A page
//! may be visited when every page before it is done. Nothing here can go stale.

use crate::answer::{Answer, Answers};
use crate::form::{Form, Page};
use crate::ids::{PageId, QuestionId};

/// The way through one form, given the answers so far.
#[derive(Debug, Clone)]
pub struct Journey<'f> {
    form: &'f Form,
    shown: Vec<Shown<'f>>,
    /// How many of the shown pages are done, counted from the first.
    done: usize,
}

#[derive(Debug, Clone)]
struct Shown<'f> {
    page: &'f Page,
    /// How many of its questions are asked.
    asked: usize,
}

/// Where somebody is, or goes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A page of questions.
    Page(PageId),
    /// Looking over the answers before sending them.
    Check,
}

/// How far through somebody is, for "Part 2 of 8" and "Question 3 of 44".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The part, counted from 1; 0 on the page before the start.
    pub part: u8,
    /// How many parts there are.
    pub parts: u8,
    /// The first question of this page, counted from 1 over the whole form.
    pub question: usize,
    /// How many questions are asked in all, given the answers so far.
    pub questions: usize,
}

impl Progress {
    /// How full to draw the bar, in whole per cent: 0 at the first question.
    pub const fn percent(self) -> usize {
        match self.questions {
            0 => 0,
            all => self.question.saturating_sub(1) * 100 / all,
        }
    }
}

impl<'f> Journey<'f> {
    /// Walks a form with the answers so far.
    pub fn walk(form: &'f Form, answers: &Answers) -> Self {
        let asked = |page: &Page| {
            let questions = page.questions.iter();
            questions
                .filter(|question| form.asks(question, answers))
                .count()
        };
        let shown: Vec<Shown<'f>> = form
            .pages()
            .map(|page| Shown {
                page,
                asked: asked(page),
            })
            .filter(|shown| shown.asked > 0)
            .collect();
        let is_done = |page: &Page| {
            page.questions.iter().all(|question| {
                !form.asks(question, answers) || answers.reply(&question.id).is_some()
            })
        };
        let done = shown.iter().take_while(|shown| is_done(shown.page)).count();
        Self { form, shown, done }
    }

    /// The pages that are shown, in order.
    pub fn pages(&self) -> impl Iterator<Item = &'f Page> + '_ {
        self.shown.iter().map(|shown| shown.page)
    }

    /// The pages done so far, from the first, without a gap.
    pub fn visited(&self) -> impl Iterator<Item = &'f Page> + '_ {
        self.pages().take(self.done)
    }

    /// Where to go on: the first page that is not done, or looking over.
    pub fn here(&self) -> Step {
        self.step(self.done)
    }

    /// The step after a page; none if the page is not shown.
    pub fn next(&self, page: PageId) -> Option<Step> {
        self.place(page).map(|place| self.step(place + 1))
    }

    /// The page before a step; none at the first page, or if it is not shown.
    pub fn previous(&self, step: Step) -> Option<PageId> {
        let place = match step {
            Step::Page(page) => self.place(page)?,
            Step::Check => self.shown.len(),
        };
        let before = self.shown.get(place.checked_sub(1)?)?;
        Some(before.page.id)
    }

    /// Whether a step is open: its page is shown and everything before it is done.
    pub fn may_visit(&self, step: Step) -> bool {
        match step {
            Step::Page(page) => self.place(page).is_some_and(|place| place <= self.done),
            Step::Check => self.is_complete(),
        }
    }

    /// Whether every page is done, so that the answers may be sent.
    pub fn is_complete(&self) -> bool {
        self.done == self.shown.len()
    }

    /// How far through a page is; none if it is not shown. The page before the start
    /// belongs to the adult and is not counted.
    pub fn progress(&self, page: PageId) -> Option<Progress> {
        let place = self.place(page)?;
        let counted = |shown: &&Shown<'_>| shown.page.id.part > 0;
        let asked = |pages: &[Shown<'_>]| -> usize {
            pages.iter().filter(counted).map(|shown| shown.asked).sum()
        };
        let last = self.form.parts.last();
        Some(Progress {
            part: page.part,
            parts: last.map_or(0, |part| part.number),
            question: asked(self.shown.get(..place)?) + 1,
            questions: asked(&self.shown),
        })
    }

    /// Questions that were skipped, to offer once more before sending.
    pub fn skipped(&self, answers: &Answers) -> Vec<&'f QuestionId> {
        let asked = self.form.asked(answers).into_iter();
        asked
            .map(|question| &question.id)
            .filter(|id| {
                let reply = answers.reply(id);
                reply.is_some_and(|reply| reply.answer == Answer::Skipped)
            })
            .collect()
    }

    fn step(&self, place: usize) -> Step {
        self.shown
            .get(place)
            .map_or(Step::Check, |shown| Step::Page(shown.page.id))
    }

    fn place(&self, page: PageId) -> Option<usize> {
        self.shown.iter().position(|shown| shown.page.id == page)
    }
}
