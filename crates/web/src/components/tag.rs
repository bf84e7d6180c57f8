//! Tags: five meanings, five looks, always with a word. A tag never describes a pupil.

use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// A word with one of five meanings.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(
    source = r#"<strong class="govuk-tag govuk-tag--{{ meaning.colour() }}">{{ word }}</strong>"#,
    ext = "html"
)]
pub struct Tag {
    word: String,
    meaning: Meaning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Done,
    WantsAttention,
    TalkAboutIt,
    AdultIsLate,
    NotStarted,
}

impl Meaning {
    const fn colour(self) -> &'static str {
        match self {
            Self::Done => "green",
            Self::WantsAttention => "yellow",
            Self::TalkAboutIt => "purple",
            Self::AdultIsLate => "red",
            Self::NotStarted => "grey",
        }
    }
}

impl HtmlSafe for Tag {}

impl Tag {
    /// Done, or agreed.
    pub fn done(word: impl Display) -> Self {
        Self::new(&word, Meaning::Done)
    }

    /// Wants attention.
    pub fn wants_attention(word: impl Display) -> Self {
        Self::new(&word, Meaning::WantsAttention)
    }

    /// To be talked about.
    pub fn talk_about_it(word: impl Display) -> Self {
        Self::new(&word, Meaning::TalkAboutIt)
    }

    /// An adult is late. Nothing about a child is ever red.
    pub fn adult_is_late(word: impl Display) -> Self {
        Self::new(&word, Meaning::AdultIsLate)
    }

    /// Not started.
    pub fn not_started(word: impl Display) -> Self {
        Self::new(&word, Meaning::NotStarted)
    }

    fn new(word: &impl Display, meaning: Meaning) -> Self {
        Self {
            word: word.to_string(),
            meaning,
        }
    }
}
