//! School calendars: terms, half terms, INSET days and bank holidays, from a
//! CSV of term dates, from JSON, or from an iCalendar file.
//!
//! What the days add up to is in [`SchoolDates`]. Which days count towards a
//! programme is a rule of the domain and is not decided here.

mod classify;
mod content_lines;
mod csv;
mod dates;
mod events;
mod ics;
mod json;
mod moment;
mod term;

pub use dates::{DayKind, SchoolDates, SchoolDay};
use domain::text::Line;
use jiff::civil::Date;

use crate::{
    limits::Limits,
    reading::{FileRefused, Reading},
    table::Needs,
};

/// What a table of term dates takes.
pub(crate) const fn terms_need() -> &'static Needs {
    &csv::TERMS
}

/// Whether headings, normalised, are those of a table of days.
pub(crate) fn is_table_of_days(plain: &[String]) -> bool {
    csv::is_dated(plain)
}

/// Whether a file in JSON, sound or not, seems to be a calendar.
pub(crate) fn is_json_calendar(bytes: &[u8], limits: &Limits) -> bool {
    json::is_calendar(bytes, limits)
}

domain::coded! {
    /// What a run of days is.
    pub enum SpanKind {
        /// A whole term, half term included.
        Term => "term", "Term";
        /// The break inside a term.
        HalfTerm => "half_term", "Half term";
        /// Staff train, pupils stay at home.
        Inset => "inset", "INSET day";
        /// A bank holiday.
        BankHoliday => "bank_holiday", "Bank holiday";
        /// A holiday or closure of another kind.
        Closed => "closed", "School closed";
    }
}

/// A run of days, first and last included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub kind: SpanKind,
    /// What the file calls it.
    pub name: Option<Line>,
    /// First day.
    pub first: Date,
    /// Last day; never before the first.
    pub last: Date,
}

/// What one row, event or entry of a calendar says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarRow {
    /// The days it gives; none where it was superseded, cancelled or is about
    /// something else.
    pub spans: Vec<Span>,
    /// The name of an event that is about something else, such as "Open
    /// evening", so that a person can see what was passed over.
    pub passed_over: Option<Line>,
}

impl CalendarRow {
    fn of(spans: Vec<Span>) -> Self {
        Self {
            spans,
            passed_over: None,
        }
    }
}

/// The three forms a calendar comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarForm {
    /// Delimited text, one row a term.
    Csv,
    /// iCalendar.
    Ics,
    /// JSON of term dates, or of bank holidays as GOV.UK publishes them.
    Json,
}

impl CalendarForm {
    /// Tells the form by what the file begins with, else by its name.
    pub fn of(bytes: &[u8], file_name: &str) -> Self {
        let opening: Vec<u8> = bytes
            .iter()
            .skip_while(|byte| !byte.is_ascii_graphic())
            // UTF-16 puts a NUL beside every letter.
            .filter(|byte| **byte != 0)
            .take(15)
            .map(u8::to_ascii_uppercase)
            .collect();
        let ending = file_name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_ascii_lowercase());
        if opening == b"BEGIN:VCALENDAR" {
            return Self::Ics;
        }
        if opening.starts_with(b"{") {
            return Self::Json;
        }
        match ending.as_deref() {
            Some("ics" | "ical" | "ifb" | "icalendar") => Self::Ics,
            Some("json") => Self::Json,
            _ => Self::Csv,
        }
    }
}

/// Reads a calendar of whichever form.
///
/// `file_name` is only looked at where the bytes do not tell the form.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(
    bytes: &[u8],
    file_name: &str,
    today: Date,
    limits: &Limits,
) -> Result<Reading<CalendarRow>, FileRefused> {
    let limits = &Limits {
        bytes: limits.bytes.min(limits.calendar_bytes),
        ..*limits
    };
    match CalendarForm::of(bytes, file_name) {
        CalendarForm::Csv => csv::read(bytes, today, limits),
        CalendarForm::Ics => ics::read(bytes, limits),
        CalendarForm::Json => json::read(bytes, limits),
    }
}
