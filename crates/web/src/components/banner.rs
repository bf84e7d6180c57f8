//! What just happened, said at the top of the page that shows the change. It takes focus, so it is heard first.

use super::Phrase;
use askama::{Template, filters::HtmlSafe};

/// A banner after a form, or a fact that matters on this page.
#[derive(Clone, Debug, Template)]
#[template(path = "components/banner.html")]
pub struct Banner {
    title: String,
    words: Phrase,
    more: Option<Phrase>,
    tone: Tone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Done,
    ToKnow,
}

impl HtmlSafe for Banner {}

impl Banner {
    /// Something was done: a word or two for the title ("Sent"), and what it was.
    pub fn done(title: impl Into<String>, words: impl Into<Phrase>) -> Self {
        Self {
            title: title.into(),
            words: words.into(),
            more: None,
            tone: Tone::Done,
        }
    }

    /// Something to know before reading on; does not take focus.
    pub fn to_know(title: impl Into<String>, words: impl Into<Phrase>) -> Self {
        Self {
            title: title.into(),
            words: words.into(),
            more: None,
            tone: Tone::ToKnow,
        }
    }

    /// A second, smaller line: what happens next, or where to look.
    #[must_use]
    pub fn more(mut self, more: impl Into<Phrase>) -> Self {
        self.more = Some(more.into());
        self
    }

    fn is_done(&self) -> bool {
        self.tone == Tone::Done
    }
}
