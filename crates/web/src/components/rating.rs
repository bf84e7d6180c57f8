//! One tap, and it is saved: Yes, Nearly, Not yet, or "Didn’t see". Each press posts the form it stands in. There is no
//! "yes to all" and nothing is chosen beforehand: a one-tap good answer and a three-tap bad one would bend the record.

use super::Hidden;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// The rating of one target in one lesson.
#[derive(Clone, Debug, Template)]
#[template(path = "components/rating.html")]
pub struct Rating {
    action: String,
    fields: Vec<Hidden>,
    question: String,
    help: Option<String>,
    chosen: Option<Rate>,
    saved: Option<String>,
}

/// What a teacher saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    Yes,
    Nearly,
    NotYet,
}

impl Rate {
    const ALL: [Self; 3] = [Self::Yes, Self::Nearly, Self::NotYet];

    /// What is sent under the name `r`. Not having seen it sends `none`, and taking a tap back sends `undo`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Nearly => "nearly",
            Self::NotYet => "not-yet",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Nearly => "Nearly",
            Self::NotYet => "Not yet",
        }
    }

    const fn is_full(self) -> bool {
        matches!(self, Self::Yes)
    }

    const fn is_half(self) -> bool {
        matches!(self, Self::Nearly)
    }
}

impl HtmlSafe for Rating {}

impl Rating {
    /// A target in a teacher's words, and where its taps are posted with the session's token.
    pub fn new(question: impl Display, action: impl Display, token: Hidden) -> Self {
        Self {
            action: action.to_string(),
            fields: vec![token],
            question: question.to_string(),
            help: None,
            chosen: None,
            saved: None,
        }
    }

    /// Another hidden field.
    #[must_use]
    pub fn with(mut self, name: impl Display, value: impl Display) -> Self {
        self.fields.push(Hidden::new(name, value));
        self
    }

    /// A few words more: "Instead of walking out".
    #[must_use]
    pub fn help(mut self, help: impl Display) -> Self {
        self.help = Some(help.to_string());
        self
    }

    /// What was tapped, and when it was saved: "Saved 11:48".
    #[must_use]
    pub fn saved(mut self, rate: Rate, words: impl Display) -> Self {
        self.chosen = Some(rate);
        self.saved = Some(words.to_string());
        self
    }

    /// Not seen this time, and when that was saved.
    #[must_use]
    pub fn not_seen(mut self, words: impl Display) -> Self {
        self.saved = Some(words.to_string());
        self
    }

    fn is_chosen(&self, rate: Rate) -> bool {
        self.chosen == Some(rate)
    }
}
