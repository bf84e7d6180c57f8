//! One of a list that everyone knows, such as weeks. For choices people must think about, use radios.

use super::{Phrase, head::Head, head::headed};
use crate::form_state::FormState;
use askama::Template;
use std::fmt::Display;

/// A list to choose one from.
#[derive(Clone, Debug, Template)]
#[template(path = "components/select.html")]
pub struct Select {
    head: Head,
    chosen: String,
    options: Vec<(String, String)>,
    slot: Option<String>,
}

headed!(Select);

impl Select {
    /// An option: what is sent, and what is read.
    #[must_use]
    pub fn option(mut self, value: impl Display, text: impl Display) -> Self {
        self.options.push((value.to_string(), text.to_string()));
        self
    }

    /// Several options at once.
    #[must_use]
    pub fn options<V: Display, T: Display>(
        self,
        options: impl IntoIterator<Item = (V, T)>,
    ) -> Self {
        options
            .into_iter()
            .fold(self, |list, (value, text)| list.option(value, text))
    }

    /// The id of the place in a sentence preview that this fills.
    #[must_use]
    pub fn fills(mut self, id: impl Display) -> Self {
        self.slot = Some(id.to_string());
        self
    }

    fn is_chosen(&self, value: &str) -> bool {
        self.chosen == value
    }
}

impl FormState {
    /// A list to choose one from, with what was chosen before and what is to be sorted out.
    pub fn select(&self, name: impl Display, label: impl Into<Phrase>) -> Select {
        let chosen = self.value(&name.to_string()).to_owned();
        Select {
            head: self.head(&name, label),
            chosen,
            options: Vec::new(),
            slot: None,
        }
    }
}
