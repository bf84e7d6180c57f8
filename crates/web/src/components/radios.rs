//! One of a few. What shows under a chosen option is shown by the stylesheet, so it needs no script.

use super::{BoxSize, Phrase, head::Head, head::headed, options::Choices, options::optioned};
use crate::form_state::FormState;
use askama::Template;
use std::fmt::Display;

/// One of a few to choose.
#[derive(Clone, Debug, Template)]
#[template(path = "components/radios.html")]
pub struct Radios {
    name: String,
    head: Head,
    choices: Choices,
    size: BoxSize,
    run: Run,
}

/// Which way the options run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    Down,
    Across,
}

headed!(Radios);
optioned!(Radios);

impl Radios {
    /// Side by side, for two or three short options.
    #[must_use]
    pub fn across(mut self) -> Self {
        self.run = Run::Across;
        self
    }

    fn class(&self) -> &'static str {
        match (self.size, self.run) {
            (BoxSize::Full, Run::Down) => "govuk-radios",
            (BoxSize::Full, Run::Across) => "govuk-radios govuk-radios--inline",
            (BoxSize::Compact, Run::Down) => "govuk-radios govuk-radios--small",
            (BoxSize::Compact, Run::Across) => {
                "govuk-radios govuk-radios--small govuk-radios--inline"
            }
        }
    }
}

impl FormState {
    /// One of a few to choose, with what was chosen before and what is to be sorted out.
    pub fn radios(&self, name: impl Display, legend: impl Into<Phrase>) -> Radios {
        let choices = Choices::new(&name, self.all(&name.to_string()));
        let head = self.head(&name, legend);
        Radios {
            name: name.to_string(),
            head,
            choices,
            size: BoxSize::Full,
            run: Run::Down,
        }
    }
}
