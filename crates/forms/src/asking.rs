//! Asking a form: where its pages are, which questions are asked given the answers so
//! far, how each answer may be shared, and with which lists.

use crate::answer::{Answers, Share};
use crate::form::{Form, Lists, Must, Page, Part, Question, Sharing};
use crate::ids::{PageId, QuestionId};

impl Form {
    /// Every page, in order, hidden ones too.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.parts.iter().flat_map(|part| &part.pages)
    }

    /// The page at an address, if there is one.
    pub fn page(&self, id: PageId) -> Option<&Page> {
        self.pages().find(|page| page.id == id)
    }

    /// The part a page belongs to.
    pub fn part_of(&self, id: PageId) -> Option<&Part> {
        self.parts.iter().find(|part| part.number == id.part)
    }

    /// Every question, in order, hidden ones too.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages().flat_map(|page| &page.questions)
    }

    /// A question by id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// Whether a question is asked, given the answers so far.
    pub fn asks(&self, question: &Question, answers: &Answers) -> bool {
        question.show_if.as_ref().is_none_or(|condition| {
            // A question that was not itself asked cannot open another.
            self.question(&condition.question)
                .is_some_and(|earlier| self.asks(earlier, answers))
                && answers
                    .reply(&condition.question)
                    .is_some_and(|reply| condition.test.holds(&reply.answer))
        })
    }

    /// The questions that are asked, given the answers so far, in order.
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        self.questions()
            .filter(|question| self.asks(question, answers))
            .collect()
    }

    /// Whether a question stands on the page for the adult, before the start.
    pub fn is_before_start(&self, question: &Question) -> bool {
        self.parts
            .iter()
            .filter(|part| part.number == 0)
            .flat_map(|part| &part.pages)
            .any(|page| page.questions.iter().any(|q| q.id == question.id))
    }

    /// How the person chooses who this answer is for, if they do. They do not where
    /// the readers are fixed, on the page before the start, or for a promise to have
    /// read something.
    pub fn sharing_of(&self, question: &Question) -> Option<&Sharing> {
        let fixed = !question.only.is_empty()
            || matches!(question.must, Must::BeYes(_))
            || self.is_before_start(question);
        self.sharing.as_ref().filter(|_| !fixed)
    }

    /// What the sharing of a question starts at.
    pub fn share_at_first(&self, question: &Question) -> Share {
        let default = self.sharing.as_ref().map(|sharing| sharing.default);
        question.share.or(default).unwrap_or(Share::KeyWorker)
    }

    /// Whether "I'm not sure" is offered.
    pub fn offers_not_sure(&self, question: &Question) -> bool {
        self.not_sure.is_some() && question.must == Must::MaySkip && !self.is_before_start(question)
    }

    /// The same form with its open lists filled: this pupil's lessons as the rows of
    /// a grid, this family's names before a question's own options. A list that is
    /// not handed over leaves the form's own words standing.
    #[must_use]
    pub fn asked_with(&self, lists: &Lists) -> Self {
        let mut form = self.clone();
        for question in form
            .parts
            .iter_mut()
            .flat_map(|part| &mut part.pages)
            .flat_map(|page| &mut page.questions)
        {
            let Some(name) = question.kind.open_list() else {
                continue;
            };
            if let Some(list) = lists.get(name).filter(|list| !list.is_empty()).cloned() {
                form.lists.insert(name.clone(), list.clone());
                question.kind.fill(list);
            }
        }
        form
    }
}
