//! A promise an adult made: who, what, what they said about it, and whether it was kept.

use super::{ChoiceRow, Initials, Phrase, Stands};
use crate::form_state::FormState;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// One promise at a review.
#[derive(Clone, Debug, Template)]
#[template(path = "components/promise_row.html")]
pub struct PromiseRow {
    initials: Initials,
    promise: String,
    by: Phrase,
    why: Option<String>,
    kept: ChoiceRow,
}

impl HtmlSafe for PromiseRow {}

impl PromiseRow {
    /// What they said about it, in their own words.
    #[must_use]
    pub fn why(mut self, words: impl Display) -> Self {
        self.why = Some(words.to_string()).filter(|words| !words.is_empty());
        self
    }

    /// Their own answer, filled in first: `kept`, `partly` or `not-yet`. The meeting may change it.
    #[must_use]
    pub fn said(mut self, answer: impl Display) -> Self {
        self.kept = self.kept.starts_at(answer);
        self
    }
}

impl FormState {
    /// A promise and the row that says whether it was kept, sent as `kept`, `partly` or `not-yet` under this name.
    /// The initials are of the person, or the first letter of a group such as "Teachers".
    pub fn promise_row(
        &self,
        name: impl Display,
        (who, stands): (impl Display, Stands),
        promise: impl Display,
        by: impl Into<Phrase>,
    ) -> PromiseRow {
        let answers = ["Kept", "Partly", "Not yet"];
        self.promise(
            &name,
            Initials::of(who, stands),
            promise.to_string(),
            (by.into(), answers),
        )
    }

    /// The same between reviews: whether a promise is happening now.
    pub fn promise_now(
        &self,
        name: impl Display,
        (who, stands): (impl Display, Stands),
        promise: impl Display,
        by: impl Into<Phrase>,
    ) -> PromiseRow {
        let answers = ["Happening", "Partly", "Not happening"];
        self.promise(
            &name,
            Initials::of(who, stands),
            promise.to_string(),
            (by.into(), answers),
        )
    }

    fn promise(
        &self,
        name: &impl Display,
        initials: Initials,
        promise: String,
        (by, answers): (Phrase, [&str; 3]),
    ) -> PromiseRow {
        let sent = ["kept", "partly", "not-yet"];
        let row = self.choice_row(name, &promise);
        PromiseRow {
            kept: sent
                .into_iter()
                .zip(answers)
                .fold(row, |row, (value, text)| row.answer(value, text)),
            initials,
            promise,
            by,
            why: None,
        }
    }
}
