//! Reads the tables of a bundle, one after another.

use super::{
    bundle::Bundle,
    check::{checked, mentions_nobody},
    ids::{Ids, Names},
    manifest::{Manifest, Mode, Version, manifest},
    row::{Change, RosterRow},
    spec::Table,
    sync, v1p1, v1p2,
};
use crate::{
    bytes::decode,
    fault::{BundleFault, FileFault},
    limits::Limits,
    reading::{Accepted, FileRefused, Reading, Refused, Source},
    table::{ExactColumns, ExactRow, walk},
    warning::{Note, Notes, Warning},
};

/// A bundle that could be read.
#[derive(Debug, Clone)]
pub struct RosterReading {
    /// The tables in the order they were read.
    pub tables: Vec<TableReading>,
    /// Warnings about the bundle as a whole.
    pub warnings: Vec<Warning>,
}

/// One table of a bundle.
#[derive(Debug, Clone)]
pub struct TableReading {
    /// Its file's name without `.csv`.
    pub name: &'static str,
    /// What it is of all there is.
    pub mode: Mode,
    /// Its rows.
    pub reading: Reading<RosterRow>,
}

impl TableReading {
    /// How many accepted rows are to be deleted.
    pub fn deletes(&self) -> usize {
        let rows = self.reading.accepted.iter();
        rows.filter(|row| row.row.change == Change::Deleted).count()
    }
}

/// Reads a `OneRoster` bundle.
///
/// # Errors
/// [`FileRefused`] for `E_OR_NO_MANIFEST`, `E_OR_VERSION`,
/// `E_OR_FILE_MISSING`, or what refuses one of its tables whole.
pub fn one_roster(bundle: &Bundle, limits: &Limits) -> Result<RosterReading, FileRefused> {
    let mut warnings = bundle.warnings();
    let Manifest { version, modes } = manifest(bundle, limits, &mut warnings).map_err(whole)?;
    let tables = match version {
        Version::OnePointOne => v1p1::TABLES,
        Version::OnePointTwo => v1p2::TABLES,
    };
    let of = |table: &Table| modes.get(table.name).copied();
    let tables = read(bundle, tables, of, limits)?;
    Ok(RosterReading { tables, warnings })
}

/// Reads the files of Microsoft School Data Sync.
///
/// # Errors
/// [`FileRefused`] for `E_SDS_FILES`, or what refuses one of its tables whole.
pub fn school_data_sync(bundle: &Bundle, limits: &Limits) -> Result<RosterReading, FileRefused> {
    let tables = sync::tables(bundle.tables());
    let tables = tables.ok_or_else(|| whole(BundleFault::NoSyncFiles.into()))?;
    let of = |table: &Table| bundle.file(table.name).map(|_| Mode::Bulk);
    Ok(RosterReading {
        tables: read(bundle, tables, of, limits)?,
        warnings: bundle.warnings(),
    })
}

/// Whether a bundle has files of School Data Sync, for guessing what it holds.
pub(crate) fn is_sync(bundle: &Bundle) -> bool {
    sync::tables(bundle.tables()).is_some()
}

fn read(
    bundle: &Bundle,
    tables: &'static [Table],
    mode: impl Fn(&Table) -> Option<Mode>,
    limits: &Limits,
) -> Result<Vec<TableReading>, FileRefused> {
    let mut ids = Ids::default();
    let mut done = Vec::new();
    for table in tables {
        let (Some(mode), Some(bytes)) = (mode(table), bundle.file(table.name)) else {
            continue;
        };
        let mut source = Source::default();
        let read = read_table((table, mode), bytes, &mut ids, limits, &mut source);
        match read {
            Ok(mut reading) => {
                reading.source = source;
                done.push(TableReading {
                    name: table.name,
                    mode,
                    reading,
                });
            }
            Err(fault) => return Err(FileRefused { fault, source }),
        }
    }
    Ok(done)
}

fn read_table(
    (table, mode): (&Table, Mode),
    bytes: &[u8],
    ids: &mut Ids,
    limits: &Limits,
    source: &mut Source,
) -> Result<Reading<RosterRow>, FileFault> {
    // The zip has limits of its own on what comes out of it.
    let limits = &Limits {
        bytes: limits.zip_bytes,
        ..*limits
    };
    let text = decode(bytes, limits)?;
    let mut names = Names::default();
    let mut reading = Reading::default();
    let matched = |source: &mut Source| ExactColumns::matched(source, table.wanted());
    walk(&text, limits, source, matched, |columns, record, width| {
        // A file without rows may lack any column.
        columns.complete(&table.required())?;
        let row = ExactRow::new(record, columns);
        let mut notes = Notes::default();
        match checked(&row, width, (table, mode), (&mut names, ids), &mut notes) {
            Ok(row) => reading.accepted.push(Accepted {
                line: record.line,
                row,
                notes: notes.into_notes(),
            }),
            Err(reason) => reading.refused.push(Refused {
                line: record.line,
                reason,
                cells: row.wanted(),
            }),
        }
        Ok(())
    })?;
    source.headings = table.wanted().into_iter().map(str::to_owned).collect();
    ids.add(table.name, mode, names);
    for row in &mut reading.accepted {
        if mentions_nobody(&row.row, table, ids) {
            row.notes.push(Note {
                warning: Warning::OrParentUnknown,
                field: None,
            });
        }
    }
    Ok(reading)
}

fn whole(fault: FileFault) -> FileRefused {
    FileRefused {
        fault,
        source: Source::default(),
    }
}
