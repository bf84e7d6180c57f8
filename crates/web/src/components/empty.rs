//! What a place says when it has nothing to show: what will be here, and one way to begin. Or: everything is done.

use super::{Button, Markup, Phrase};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// A place with nothing to show.
#[derive(Clone, Debug, Template)]
#[template(path = "components/empty.html")]
pub struct Empty {
    heading: String,
    words: Phrase,
    way_on: Markup,
    mood: Mood,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    NothingYet,
    AllDone,
}

impl HtmlSafe for Empty {}

impl Empty {
    /// Nothing yet: what will be here.
    pub fn nothing_yet(heading: impl Display, words: impl Into<Phrase>) -> Self {
        Self {
            heading: heading.to_string(),
            words: words.into(),
            way_on: Markup::default(),
            mood: Mood::NothingYet,
        }
    }

    /// Everything is done: the next date.
    pub fn all_done(heading: impl Display, words: impl Into<Phrase>) -> Self {
        Self {
            mood: Mood::AllDone,
            ..Self::nothing_yet(heading, words)
        }
    }

    /// One way to begin, as a button.
    #[must_use]
    pub fn button(mut self, button: Button) -> Self {
        self.way_on = self.way_on.and(button.last());
        self
    }

    /// One way on, as a link.
    #[must_use]
    pub fn link(mut self, href: impl Display, text: impl Display) -> Self {
        self.way_on = self.way_on.and(Phrase::default().link(href, text));
        self
    }

    fn is_all_done(&self) -> bool {
        self.mood == Mood::AllDone
    }
}
