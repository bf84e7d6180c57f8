//! How a target reads to the pupil, and whether it is SMART, in words and never as a score.

use super::Icon;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// The sentence the fields write. A blank is a place still to be filled.
#[derive(Clone, Debug, Template)]
#[template(path = "components/sentence.html")]
pub struct Sentence {
    heading: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    Words(String),
    /// Words from a field, with the id by which a script finds them.
    From {
        id: Option<String>,
        words: String,
    },
}

impl HtmlSafe for Sentence {}

impl Sentence {
    /// "How it reads to Elsie".
    pub fn new(heading: impl Display) -> Self {
        Self {
            heading: heading.to_string(),
            pieces: Vec::new(),
        }
    }

    /// Fixed words.
    #[must_use]
    pub fn words(mut self, words: impl Display) -> Self {
        self.pieces.push(Piece::Words(words.to_string()));
        self
    }

    /// What a field says, or a blank. Give the id to the field's `fills`.
    #[must_use]
    pub fn from_field(mut self, id: impl Display, words: impl Display) -> Self {
        self.pieces.push(Piece::From {
            id: Some(id.to_string()),
            words: words.to_string(),
        });
        self
    }

    /// What the person chose elsewhere, or a blank.
    #[must_use]
    pub fn marked(mut self, words: impl Display) -> Self {
        self.pieces.push(Piece::From {
            id: None,
            words: words.to_string(),
        });
        self
    }
}

/// Five checks of a target's shape, each with what it says or what is missing.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/smart.html")]
pub struct SmartCheck {
    checks: Vec<Check>,
}

#[derive(Clone, Debug)]
struct Check {
    name: String,
    words: String,
    met: Met,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Met {
    Yes,
    NotYet,
}

impl HtmlSafe for SmartCheck {}

impl SmartCheck {
    /// No checks yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A check that is met, and how.
    #[must_use]
    pub fn met(self, name: impl Display, how: impl Display) -> Self {
        self.check(&name, &how, Met::Yes)
    }

    /// A check that is not met yet, and what is missing: "Say where and when".
    #[must_use]
    pub fn missing(self, name: impl Display, what: impl Display) -> Self {
        self.check(&name, &what, Met::NotYet)
    }

    fn check(mut self, name: &impl Display, words: &impl Display, met: Met) -> Self {
        self.checks.push(Check {
            name: name.to_string(),
            words: words.to_string(),
            met,
        });
        self
    }
}

impl Check {
    fn is_met(&self) -> bool {
        self.met == Met::Yes
    }

    fn icon(&self) -> Icon {
        if self.is_met() { Icon::Tick } else { Icon::Pen }
    }
}
