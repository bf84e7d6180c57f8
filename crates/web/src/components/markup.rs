//! Markup that another part has already drawn. The only ways in are a part, a list of parts, or a fixed string.

use askama::filters::HtmlSafe;
use std::fmt;

/// Drawn markup, to be put inside another part as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// The markup of one part.
    pub fn of(part: impl HtmlSafe) -> Self {
        Self(part.to_string())
    }

    /// This, and another part after it.
    #[must_use]
    pub fn and(mut self, part: impl HtmlSafe) -> Self {
        self.0.push_str(&part.to_string());
        self
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}
