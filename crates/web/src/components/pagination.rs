//! The way through a long list: newer and older, with words that say what is there.

use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// Links to the pages before and after this one.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/pagination.html")]
pub struct Pagination {
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
}

impl HtmlSafe for Pagination {}

impl Pagination {
    /// Neither yet; draws nothing as it is.
    pub fn new() -> Self {
        Self::default()
    }

    /// The page before: where, and what is there ("Newer").
    #[must_use]
    pub fn previous(mut self, href: impl Display, words: impl Display) -> Self {
        self.previous = Some((href.to_string(), words.to_string()));
        self
    }

    /// The page after: where, and what is there ("Older").
    #[must_use]
    pub fn next(mut self, href: impl Display, words: impl Display) -> Self {
        self.next = Some((href.to_string(), words.to_string()));
        self
    }

    fn is_needed(&self) -> bool {
        self.previous.is_some() || self.next.is_some()
    }
}
