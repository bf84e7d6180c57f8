//! Any of a few.

use super::{
    BoxSize, Phrase, head::Head, head::headed, options::Alone, options::Choices, options::optioned,
};
use crate::form_state::FormState;
use askama::Template;
use std::fmt::Display;

/// Any of a few to tick.
#[derive(Clone, Debug, Template)]
#[template(path = "components/checkboxes.html")]
pub struct Checkboxes {
    name: String,
    head: Head,
    choices: Choices,
    size: BoxSize,
}

headed!(Checkboxes);
optioned!(Checkboxes);

impl Checkboxes {
    /// An option that stands alone after "or": "None of these". A script unticks the others; the server checks.
    #[must_use]
    pub fn or_none(mut self, value: impl Display, text: impl Into<Phrase>) -> Self {
        self.choices.divide(&"or");
        self.choices.add(&value, text);
        if let Some(choice) = self.choices.last() {
            choice.alone = Alone::Yes;
        }
        self
    }

    fn class(&self) -> &'static str {
        match self.size {
            BoxSize::Full => "govuk-checkboxes",
            BoxSize::Compact => "govuk-checkboxes govuk-checkboxes--small",
        }
    }
}

impl FormState {
    /// Any of a few to tick, with what was ticked before and what is to be sorted out.
    pub fn checkboxes(&self, name: impl Display, legend: impl Into<Phrase>) -> Checkboxes {
        let choices = Choices::new(&name, self.all(&name.to_string()));
        Checkboxes {
            name: name.to_string(),
            head: self.head(&name, legend),
            choices,
            size: BoxSize::Full,
        }
    }
}
