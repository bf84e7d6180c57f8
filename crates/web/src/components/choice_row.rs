//! Radios drawn as a row of buttons: a row of short answers, and the grid of "never" to "always".

use super::{Icon, Phrase, head::Head};
use crate::form_state::FormState;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// A row of short answers to choose one from. It stacks on phones.
#[derive(Clone, Debug, Template)]
#[template(path = "components/choice_row.html")]
pub struct ChoiceRow {
    name: String,
    head: Head,
    kind: Kind,
    chosen: String,
    answers: Vec<Answer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The legend is heard and not seen: the row stands beside the words it is about.
    Beside,
    /// The legend stands above, large, for pupils.
    Asked,
    /// Five answers from never to always, with the question above.
    Scale,
}

#[derive(Clone, Debug)]
struct Answer {
    id: String,
    value: String,
    text: String,
    icon: Option<Icon>,
}

impl HtmlSafe for ChoiceRow {}

impl ChoiceRow {
    /// An answer: what is sent, and what is read.
    #[must_use]
    pub fn answer(mut self, value: impl Display, text: impl Display) -> Self {
        let place = self.answers.len() + 1;
        let id = if place == 1 {
            self.name.clone()
        } else {
            format!("{}-{place}", self.name)
        };
        self.answers.push(Answer {
            id,
            value: value.to_string(),
            text: text.to_string(),
            icon: None,
        });
        self
    }

    /// An icon before the answer just added.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        if let Some(answer) = self.answers.last_mut() {
            answer.icon = Some(icon);
        }
        self
    }

    /// The answer that is already chosen when nothing was posted.
    #[must_use]
    pub fn starts_at(mut self, value: impl Display) -> Self {
        if self.chosen.is_empty() {
            self.chosen = value.to_string();
        }
        self
    }

    pub(super) fn is_wrong(&self) -> bool {
        self.head.is_wrong()
    }

    fn is_chosen(&self, answer: &Answer) -> bool {
        self.chosen == answer.value
    }

    fn is_scale(&self) -> bool {
        self.kind == Kind::Scale
    }

    fn class(&self) -> &'static str {
        match self.kind {
            Kind::Beside => "ms-choice",
            Kind::Asked => "ms-choice ms-choice--big",
            Kind::Scale => "ms-scaleq",
        }
    }

    fn is_beside(&self) -> bool {
        self.kind == Kind::Beside
    }
}

impl FormState {
    /// A row of answers beside the words it is about; the legend is heard and not seen.
    pub fn choice_row(&self, name: impl Display, legend: impl Into<Phrase>) -> ChoiceRow {
        self.row(&name, legend.into(), Kind::Beside)
    }

    /// A row of large answers under its question, for pupils.
    pub fn asked_row(&self, name: impl Display, question: impl Into<Phrase>) -> ChoiceRow {
        self.row(&name, question.into(), Kind::Asked)
    }

    /// A question with five answers, stored as 1 to 5. The words go from the least to the most.
    pub fn scale_question(
        &self,
        name: impl Display,
        question: impl Into<Phrase>,
        words: impl IntoIterator<Item = impl Display>,
    ) -> ChoiceRow {
        let row = self.row(&name, question.into(), Kind::Scale);
        words
            .into_iter()
            .zip(1..)
            .fold(row, |row, (words, value)| row.answer(value, words))
    }

    fn row(&self, name: &impl Display, legend: Phrase, kind: Kind) -> ChoiceRow {
        let name = name.to_string();
        let chosen = self.value(&name).to_owned();
        ChoiceRow {
            head: self.head(&name, legend),
            name,
            kind,
            chosen,
            answers: Vec::new(),
        }
    }
}
