//! What came of reading one file: the rows taken, the rows refused, and where
//! they came from.

use crate::{
    bytes::Encoding,
    fault::FileFault,
    reason::Reason,
    table::{Delimiter, Record},
    warning::{Note, Warning},
};

/// A file that could be read.
#[derive(Debug, Clone)]
pub struct Reading<T> {
    /// How the file was written.
    pub source: Source,
    /// Rows to store, in the order of the file.
    pub accepted: Vec<Accepted<T>>,
    /// Rows to show to a person, in the order of the file.
    pub refused: Vec<Refused>,
    /// Rows that read well and cannot be stored as they are, in the order of
    /// the file. Reading itself sets none aside; whoever fits rows to what is
    /// stored does.
    pub aside: Vec<Aside>,
    /// Warnings about the file as a whole.
    pub warnings: Vec<Warning>,
}

/// A row that reads well and does not fit what is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Aside {
    /// The line of the file it begins on; the headings are counted.
    pub line: u32,
    /// The numbers it knows its person by. Personal data: never stored or
    /// logged.
    pub numbers: Vec<String>,
    /// What was put right or left out.
    pub notes: Vec<Note>,
}

impl std::fmt::Debug for Aside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<line {}>", self.line)
    }
}

domain::coded! {
    /// What the rows of a file are called.
    #[derive(Default)]
    pub enum Units {
        /// Rows of a table.
        #[default]
        Rows => "rows", "rows";
        /// Events of an iCalendar file.
        Events => "events", "events";
        /// Attendance marks.
        Marks => "marks", "marks";
        /// Pupils of a transfer file.
        Pupils => "pupils", "pupils";
        /// Entries of a JSON file.
        Entries => "entries", "entries";
    }
}

/// How a file was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// What its rows are called.
    pub units: Units,
    /// How its text was encoded, once known.
    pub encoding: Option<Encoding>,
    /// What parts its cells; nothing for a calendar or JSON file.
    pub delimiter: Option<Delimiter>,
    /// The headings as written, trimmed.
    pub headings: Vec<String>,
    /// Columns, or in JSON lists, that were not read.
    pub ignored: Vec<String>,
}

/// One row to store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted<T> {
    /// The line of the file it begins on; the headings are counted.
    pub line: u32,
    /// What it says.
    pub row: T,
    /// What was put right or left out.
    pub notes: Vec<Note>,
}

/// One row that is not stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line of the file it begins on; the headings are counted.
    pub line: u32,
    /// The first reason that applies.
    pub reason: Reason,
    /// What its cells say, so that the office can put it right. Personal data:
    /// shown and exported to the person importing, never stored or logged.
    pub cells: Vec<String>,
}

impl Refused {
    /// A record of a table that is not stored. Blank cells at its end are left
    /// out, so that a file of commas does not fill the memory.
    pub(crate) fn of(record: &Record, reason: Reason) -> Self {
        let mut cells = record.cells.clone();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        Self {
            line: record.line,
            reason,
            cells,
        }
    }
}

impl std::fmt::Debug for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<line {}: {}>", self.line, self.reason.code())
    }
}

/// A file refused whole, with as much about it as was found out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct FileRefused {
    /// What is wrong with it.
    #[source]
    pub fault: FileFault,
    /// How it was written, as far as known.
    pub source: Source,
}

impl<T> Default for Reading<T> {
    fn default() -> Self {
        Self {
            source: Source::default(),
            accepted: Vec::new(),
            refused: Vec::new(),
            aside: Vec::new(),
            warnings: Vec::new(),
        }
    }
}

impl<T> Reading<T> {
    /// Rows with text, taken or not.
    pub fn total(&self) -> usize {
        self.accepted.len() + self.refused.len() + self.aside.len()
    }
}
