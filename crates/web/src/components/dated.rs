//! A date block with a few lines beside it: something coming up.

use super::Phrase;
use crate::words::short_date;
use askama::{Template, filters::HtmlSafe};
use jiff::civil::Date;

/// Something on a day.
#[derive(Clone, Debug, Template)]
#[template(path = "components/dated.html")]
pub struct Dated {
    day: Date,
    kind: Kind,
    lines: Vec<Phrase>,
}

/// Meetings are heather everywhere; other days are plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Meeting,
    Day,
}

impl HtmlSafe for Dated {}

impl Dated {
    /// A meeting on a day.
    pub fn meeting(day: Date) -> Self {
        Self {
            day,
            kind: Kind::Meeting,
            lines: Vec::new(),
        }
    }

    /// Anything else on a day.
    pub fn day(day: Date) -> Self {
        Self {
            day,
            kind: Kind::Day,
            lines: Vec::new(),
        }
    }

    /// A line beside the date.
    #[must_use]
    pub fn line(mut self, line: impl Into<Phrase>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// "Thu", "12" and "Nov".
    fn parts(&self) -> Vec<String> {
        short_date(self.day).split(' ').map(str::to_owned).collect()
    }

    fn is_meeting(&self) -> bool {
        self.kind == Kind::Meeting
    }
}
