//! The report of a bundle: in all, and for each of its files.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::{
    reading::{FileRefused, Source},
    report::{Kind, Outcome, Report, RowReason},
    roster::{Mode, RosterReading, TableReading},
};

/// What became of one file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableReport {
    /// What it is of all there is.
    pub mode: Mode,
    /// How many rows it has.
    pub total: usize,
    /// How many were taken.
    pub accepted: usize,
    /// How many were refused.
    pub rejected: usize,
    /// How many of those taken are to be deleted.
    pub deletes: usize,
    /// Each refused row, in the order of the file.
    pub row_reasons: Vec<RowReason>,
}

impl Report {
    /// Reports on a bundle that was read, or could not be.
    pub fn of_roster(kind: Kind, file: &str, read: &Result<RosterReading, FileRefused>) -> Self {
        let reading = match read {
            Ok(reading) => reading,
            Err(refused) => return Self::refused(kind, file, refused),
        };
        let mut report = Self::empty(kind, file, &source(&reading.tables));
        let mut files = BTreeMap::new();
        for table in &reading.tables {
            let one = Self::of_reading(kind, file, &table.reading);
            report.total += one.total;
            report.accepted += one.accepted;
            report.rejected += one.rejected;
            for (reason, times) in one.reasons {
                *report.reasons.entry(reason).or_default() += times;
            }
            for (warning, times) in one.warnings {
                *report.warnings.entry(warning).or_default() += times;
            }
            for (field, times) in one.left_out {
                *report.left_out.entry(field).or_default() += times;
            }
            let of_table = TableReport {
                mode: table.mode,
                total: one.total,
                accepted: one.accepted,
                rejected: one.rejected,
                deletes: table.deletes(),
                row_reasons: one.row_reasons,
            };
            files.insert(table.name, of_table);
        }
        for warning in &reading.warnings {
            *report.warnings.entry(*warning).or_default() += 1;
        }
        report.outcome = Outcome::of(report.total, report.rejected);
        report.files = Some(files);
        report
    }
}

/// How the files were written, where all were written alike.
fn source(tables: &[TableReading]) -> Source {
    let sources = || tables.iter().map(|table| &table.reading.source);
    let encoding = sources().map(|source| source.encoding).next().flatten();
    let delimiter = sources().map(|source| source.delimiter).next().flatten();
    let ignored = tables.iter().flat_map(|table| {
        let headings = table.reading.source.ignored.iter();
        headings.map(|heading| format!("{}.{heading}", table.name))
    });
    Source {
        encoding: encoding.filter(|one| sources().all(|source| source.encoding == Some(*one))),
        delimiter: delimiter.filter(|one| sources().all(|source| source.delimiter == Some(*one))),
        ignored: ignored.collect(),
        ..Source::default()
    }
}

impl Serialize for Mode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
