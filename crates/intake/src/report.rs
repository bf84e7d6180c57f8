//! The published report of one file: its JSON is a promise to other programs.
//!
//! Codes, counts and line numbers only. No value of any cell is in it, so it
//! may be kept when the file is gone.

mod roster;

use std::collections::BTreeMap;

pub use roster::TableReport;
use serde::{Serialize, Serializer};

use crate::{
    bytes::Encoding,
    reading::{FileRefused, Reading, Source},
    reason::Reason,
    table::Delimiter,
    warning::Warning,
};

domain::coded! {
    /// What a file holds.
    pub enum Kind {
        /// A list of pupils.
        Pupils => "pupils", "Pupils";
        /// A list of staff.
        Staff => "staff", "Staff";
        /// Contacts of pupils.
        Contacts => "contacts", "Contacts";
        /// Incidents of behaviour and achievement.
        Behaviour => "behaviour", "Behaviour";
        /// Attendance marks.
        Attendance => "attendance", "Attendance";
        /// Suspensions and exclusions.
        Suspensions => "suspensions", "Suspensions";
        /// Pupils from another school, in a Common Transfer File.
        Ctf => "ctf", "Transfer file";
        /// A roster in the OneRoster form.
        OneRoster => "oneroster", "OneRoster";
        /// A roster in the form of Microsoft School Data Sync.
        Sds => "sds", "School Data Sync";
        /// The list of schools of England.
        Gias => "gias", "Schools";
        /// Term dates, INSET days and bank holidays.
        Calendar => "calendar", "Calendar";
    }
}

domain::coded! {
    /// How the import of a file went.
    pub enum Outcome {
        /// Every row was taken.
        Imported => "imported", "Imported";
        /// Some rows, or all, were refused.
        Partial => "partial", "Partly imported";
        /// Headings and no rows: nothing is wrong, and nothing is there.
        NothingToImport => "nothing_to_import", "Nothing to import";
        /// Nothing of it could be read.
        FileRejected => "file_rejected", "Not imported";
    }
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The name of the file, as handed in.
    pub file: String,
    /// What it was read as.
    pub kind: Kind,
    /// How it went.
    pub outcome: Outcome,
    /// The code of what is wrong with the whole file.
    pub reason: Option<&'static str>,
    /// The line that is at fault, where the whole file is refused for one.
    pub line: Option<u32>,
    /// What is counted: `rows`, `events` or `entries`.
    pub units: &'static str,
    /// How many there are.
    pub total: usize,
    /// How many were taken.
    pub accepted: usize,
    /// How many were refused.
    pub rejected: usize,
    /// How many were refused for each reason.
    pub reasons: BTreeMap<Reason, usize>,
    /// How often each warning was given for what was taken or for the file.
    pub warnings: BTreeMap<Warning, usize>,
    /// How many values of each field were left out of rows that were taken,
    /// because they could not be read.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub left_out: BTreeMap<&'static str, usize>,
    /// How the text was encoded, as far as found out.
    pub encoding: Option<Encoding>,
    /// What parts the cells; nothing for iCalendar and JSON.
    pub delimiter: Option<Delimiter>,
    /// Headings that were not read.
    pub ignored_columns: Vec<String>,
    /// Each refused row, in the order of the file.
    pub row_reasons: Vec<RowReason>,
    /// The files of a bundle, each with its own refused rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<BTreeMap<&'static str, TableReport>>,
}

/// One refused row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RowReason {
    /// The line of the file it begins on; the headings are counted.
    pub line: u32,
    /// Why.
    pub reason: Reason,
}

impl Report {
    /// Reports on a file that was read, or could not be.
    pub fn of<T>(kind: Kind, file: &str, read: &Result<Reading<T>, FileRefused>) -> Self {
        match read {
            Ok(reading) => Self::of_reading(kind, file, reading),
            Err(refused) => Self::refused(kind, file, refused),
        }
    }

    /// Reports on a file that was refused whole.
    pub fn refused(kind: Kind, file: &str, refused: &FileRefused) -> Self {
        Self {
            outcome: Outcome::FileRejected,
            reason: Some(refused.fault.code()),
            line: refused.fault.line(),
            ..Self::empty(kind, file, &refused.source)
        }
    }

    /// What a command that imported this file should exit with: 1 if the file
    /// was refused whole, else 0. Refused rows are not a failure: they are told.
    pub fn exit_code(&self) -> u8 {
        u8::from(self.outcome == Outcome::FileRejected)
    }

    fn of_reading<T>(kind: Kind, file: &str, reading: &Reading<T>) -> Self {
        let mut report = Self::empty(kind, file, &reading.source);
        report.total = reading.total();
        report.accepted = reading.accepted.len() + reading.aside.len();
        report.rejected = reading.refused.len();
        report.outcome = Outcome::of(report.total, report.rejected);
        for refused in &reading.refused {
            *report.reasons.entry(refused.reason).or_default() += 1;
            report.row_reasons.push(RowReason {
                line: refused.line,
                reason: refused.reason,
            });
        }
        let of_rows = reading.accepted.iter().flat_map(|row| &row.notes);
        let aside = reading.aside.iter().flat_map(|row| &row.notes);
        for note in of_rows.chain(aside) {
            if note.warning.is_published() {
                *report.warnings.entry(note.warning).or_default() += 1;
            } else {
                *report.left_out.entry(note.what()).or_default() += 1;
            }
        }
        for warning in &reading.warnings {
            *report.warnings.entry(*warning).or_default() += 1;
        }
        report
    }

    fn empty(kind: Kind, file: &str, source: &Source) -> Self {
        Self {
            file: file.to_owned(),
            kind,
            outcome: Outcome::NothingToImport,
            reason: None,
            line: None,
            units: source.units.code(),
            total: 0,
            accepted: 0,
            rejected: 0,
            reasons: BTreeMap::new(),
            warnings: BTreeMap::new(),
            left_out: BTreeMap::new(),
            encoding: source.encoding,
            delimiter: source.delimiter,
            ignored_columns: source.ignored.clone(),
            row_reasons: Vec::new(),
            files: None,
        }
    }
}

impl Outcome {
    const fn of(total: usize, rejected: usize) -> Self {
        match (total, rejected) {
            (0, _) => Self::NothingToImport,
            (_, 0) => Self::Imported,
            _ => Self::Partial,
        }
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
