//! Several lines to type, with a quiet count of what is left.

use super::{Phrase, head::Head, head::headed};
use crate::form_state::FormState;
use askama::Template;
use std::fmt::Display;

/// Several lines to type.
#[derive(Clone, Debug, Template)]
#[template(path = "components/textarea.html")]
pub struct Textarea {
    head: Head,
    value: String,
    rows: u8,
    most: Option<usize>,
    slot: Option<String>,
}

headed!(Textarea);

impl Textarea {
    /// How many lines show at first; 4 unless said.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// The most characters it takes. More may be typed, and is counted, but not sent on.
    #[must_use]
    pub fn at_most(mut self, characters: usize) -> Self {
        self.most = Some(characters);
        self
    }

    /// The id of the place in a sentence preview that this fills as it is typed.
    #[must_use]
    pub fn fills(mut self, id: impl Display) -> Self {
        self.slot = Some(id.to_string());
        self
    }

    fn described_by(&self) -> String {
        let mut ids = self.head.described_by();
        if self.most.is_some() {
            if !ids.is_empty() {
                ids.push(' ');
            }
            ids.push_str(&self.head.id);
            ids.push_str("-info");
        }
        ids
    }
}

impl FormState {
    /// Several lines to type, with what was typed before and what is to be sorted out.
    pub fn textarea(&self, name: impl Display, label: impl Into<Phrase>) -> Textarea {
        let value = self.value(&name.to_string()).to_owned();
        Textarea {
            head: self.head(&name, label),
            value,
            rows: 4,
            most: None,
            slot: None,
        }
    }
}
