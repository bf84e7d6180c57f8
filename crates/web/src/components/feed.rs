//! What happened lately, newest first.

use super::{Icon, Phrase};
use crate::words::recent_day;
use askama::{Template, filters::HtmlSafe};
use jiff::civil::Date;

/// What happened lately.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/feed.html")]
pub struct Feed {
    items: Vec<Item>,
}

#[derive(Clone, Debug)]
struct Item {
    icon: Icon,
    words: Phrase,
    day: Date,
    when: String,
}

impl HtmlSafe for Feed {}

impl Feed {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Something that happened on a day, said as of today: "Yesterday".
    #[must_use]
    pub fn item(mut self, icon: Icon, words: impl Into<Phrase>, day: Date, today: Date) -> Self {
        self.items.push(Item {
            icon,
            words: words.into(),
            day,
            when: recent_day(day, today),
        });
        self
    }

    /// Whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
