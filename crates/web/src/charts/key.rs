//! The key under charts: the marks again, small, each with its word. One a page is enough.

use super::drawing::{Drawing, Picture};
use std::fmt::{self, Display, Write};

use askama::filters::HtmlSafe;

/// A mark of the charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Before,
    Spell,
    Plan,
    Goal,
    BeforeMiddle,
    PlanMiddle,
    Missing,
    Holiday,
    Change,
}

impl Mark {
    const fn words(self) -> &'static str {
        match self {
            Self::Before => "before the plan",
            Self::Spell => "the difficult spell, not compared",
            Self::Plan => "during the plan",
            Self::Goal => "step or goal",
            Self::BeforeMiddle => "middle day before",
            Self::PlanMiddle => "middle day in the plan",
            Self::Missing => "no report",
            Self::Holiday => "holiday, not counted",
            Self::Change => "something changed",
        }
    }

    fn picture(self) -> Picture {
        let wide = matches!(self, Self::Goal | Self::BeforeMiddle | Self::PlanMiddle);
        let mut drawing = Drawing::ornament(if wide { 26.0 } else { 18.0 }, 14.0);
        match self {
            Self::Before => drawing.circle("b-dot", (9.0, 7.0), 4.6),
            Self::Spell => drawing.rect("spell", (1.0, 0.0), (16.0, 14.0), 0.0),
            Self::Plan => drawing.circle("p-dot", (9.0, 7.0), 5.0),
            Self::Goal => drawing.path("goal", "M0 7H26"),
            Self::BeforeMiddle => drawing.line("lvl", (0.0, 7.0), (26.0, 7.0)),
            Self::PlanMiddle => drawing.line("med-band", (4.0, 7.0), (22.0, 7.0)),
            Self::Missing => drawing.path("miss", "M5 3l8 8m0-8l-8 8"),
            Self::Holiday => drawing.rect("hol", (0.0, 0.0), (18.0, 14.0), 0.0),
            Self::Change => drawing.line("phase-2", (9.0, 0.0), (9.0, 14.0)),
        }
        drawing.done()
    }
}

/// The key of some marks, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(Vec<Mark>);

impl Key {
    /// A key of these marks.
    pub const fn of(marks: Vec<Mark>) -> Self {
        Self(marks)
    }
}

impl Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = String::from(r#"<ul class="ms-key">"#);
        for mark in &self.0 {
            write!(list, "<li>{}{}</li>", mark.picture(), mark.words())?;
        }
        out.write_str(&list)?;
        out.write_str("</ul>")
    }
}

impl HtmlSafe for Key {}
