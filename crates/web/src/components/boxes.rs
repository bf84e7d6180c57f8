//! Boxes beside the work, and lines that stand out: panel, inset, details, "what happens next", the honest box and the
//! line that says who can read this. Never nest them.

use super::{Icon, Markup, Phrase};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// A quiet box for things beside the work.
#[derive(Clone, Debug, Template)]
#[template(path = "components/panel.html")]
pub struct Panel {
    id: String,
    heading: String,
    body: Markup,
    tone: Tone,
}

/// What a panel is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Quiet,
    Line,
    Spruce,
    Heather,
    Marigold,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Quiet => "",
            Self::Line => " ms-panel--line",
            Self::Spruce => " ms-panel--spruce",
            Self::Heather => " ms-panel--heather",
            Self::Marigold => " ms-panel--marigold",
        }
    }
}

impl Panel {
    /// A panel with a heading; the id must be its own on the page.
    pub fn new(id: impl Display, heading: impl Display, body: impl HtmlSafe) -> Self {
        Self {
            id: id.to_string(),
            heading: heading.to_string(),
            body: Markup::of(body),
            tone: Tone::Quiet,
        }
    }

    /// White with a line round it.
    #[must_use]
    pub fn lined(mut self) -> Self {
        self.tone = Tone::Line;
        self
    }

    /// About what happens next.
    #[must_use]
    pub fn spruce(mut self) -> Self {
        self.tone = Tone::Spruce;
        self
    }

    /// About people meeting.
    #[must_use]
    pub fn heather(mut self) -> Self {
        self.tone = Tone::Heather;
        self
    }

    /// About now.
    #[must_use]
    pub fn marigold(mut self) -> Self {
        self.tone = Tone::Marigold;
        self
    }
}

/// A fact to hold on to.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<div class="govuk-inset-text">{{ words }}</div>"#,
    ext = "html"
)]
pub struct Inset {
    words: Phrase,
}

impl Inset {
    /// The fact.
    pub fn new(words: impl Into<Phrase>) -> Self {
        Self {
            words: words.into(),
        }
    }
}

/// Help that few need, or the table behind a picture; opens without a script.
#[derive(Clone, Debug, Template)]
#[template(path = "components/details.html")]
pub struct Details {
    summary: String,
    body: Markup,
}

impl Details {
    /// What it holds in a few words, and what it holds.
    pub fn new(summary: impl Display, body: impl HtmlSafe) -> Self {
        Self {
            summary: summary.to_string(),
            body: Markup::of(body),
        }
    }
}

/// What happens next, for the choice just made.
#[derive(Clone, Debug, Template)]
#[template(path = "components/then_box.html")]
pub struct ThenBox {
    icon: Icon,
    lines: Vec<Phrase>,
    class: &'static str,
}

impl ThenBox {
    /// An icon and the first line; begin it with [`Phrase::bold`].
    pub fn new(icon: Icon, words: impl Into<Phrase>) -> Self {
        Self {
            icon,
            lines: vec![words.into()],
            class: "",
        }
    }

    /// A further line.
    #[must_use]
    pub fn line(mut self, words: impl Into<Phrase>) -> Self {
        self.lines.push(words.into());
        self
    }

    /// Smaller, for a phone.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.class = " ms-then--small";
        self
    }
}

/// What the numbers can and cannot say. Required beside any picture of one pupil and any table of many.
#[derive(Clone, Debug, Template)]
#[template(path = "components/honest.html")]
pub struct Honest {
    heading: String,
    lines: Vec<Phrase>,
}

impl Honest {
    /// "What this can and can’t tell you".
    pub fn new(heading: impl Display) -> Self {
        Self {
            heading: heading.to_string(),
            lines: Vec::new(),
        }
    }

    /// One thing it can or cannot say.
    #[must_use]
    pub fn line(mut self, words: impl Into<Phrase>) -> Self {
        self.lines.push(words.into());
        self
    }
}

/// Who can read this, next to the words it is about.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<p class="ms-seen">{{ icon }}<span>{{ words }}</span></p>"#,
    ext = "html"
)]
pub struct SeenLine {
    icon: Icon,
    words: Phrase,
}

impl SeenLine {
    /// Who can read it.
    pub fn readers(words: impl Into<Phrase>) -> Self {
        Self {
            icon: Icon::Eye,
            words: words.into(),
        }
    }

    /// Who cannot.
    pub fn kept_from(words: impl Into<Phrase>) -> Self {
        Self {
            icon: Icon::Lock,
            words: words.into(),
        }
    }
}

impl HtmlSafe for Panel {}
impl HtmlSafe for Inset {}
impl HtmlSafe for Details {}
impl HtmlSafe for ThenBox {}
impl HtmlSafe for Honest {}
impl HtmlSafe for SeenLine {}
