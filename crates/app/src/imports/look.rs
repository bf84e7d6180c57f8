//! From bytes to rows that fit what is stored. Pure: the day is handed in.

use intake::{
    calendar::CalendarRow,
    ctf::OurSchool,
    export,
    fault::FileFault,
    headings::Named,
    limits::Limits,
    reading::{FileRefused, Reading, Refused},
    reason::Reason,
    report::Report,
    warning::{Note, Warning},
};
use jiff::civil::Date;

use super::{
    Kind,
    pupils::{
        Listed,
        incoming::{ListedContact, PupilIn},
    },
    register::{Known, RecordRows, Records},
    staff::incoming::StaffIn,
};

/// A file that was looked at: its report, and its rows if it could be read.
pub(super) struct Looked {
    pub(super) report: Report,
    pub(super) rows: Result<Rows, FileFault>,
}

/// The rows of a file, by what they are about.
pub(super) enum Rows {
    Pupils(Reading<PupilIn>),
    Staff(Reading<StaffIn>),
    /// Contacts of pupils who are on roll.
    Contacts(Listed),
    /// Pupils of a transfer file: never the whole roll.
    Joining(Reading<PupilIn>),
    Records(Records),
    Calendar(Reading<CalendarRow>),
}

/// Reads a file. `known` are the pupils whom its rows may be about.
///
/// `named` is what a person has said of headings that mean nothing to us.
pub(super) fn look(file: &FileIn<'_>, on: Date, known: Known) -> Looked {
    let limits = Limits::default();
    let applied = file.named.applied(file.bytes, &limits);
    let mut looked = look_at(file, &applied.bytes, on, known);
    if applied.was.is_some() {
        looked.report.encoding = applied.was;
    }
    looked
}

/// A file as it was handed in.
pub(super) struct FileIn<'f> {
    pub(super) kind: Kind,
    pub(super) name: &'f str,
    pub(super) bytes: &'f [u8],
    pub(super) named: &'f Named,
}

fn look_at(file: &FileIn<'_>, bytes: &[u8], on: Date, known: Known) -> Looked {
    let limits = Limits::default();
    let Known { mut roll, pupils } = known;
    let FileIn { kind, name, .. } = *file;
    match kind {
        Kind::Pupils => {
            let read = intake::pupils::read(bytes, on, &limits)
                .map(|reading| fitted(reading, PupilIn::fit));
            looked(kind, name, read, Rows::Pupils)
        }
        Kind::Contacts => {
            let read = intake::contacts::read(bytes, &mut roll, on, &limits)
                .map(|reading| fitted(reading, ListedContact::fit));
            looked(kind, name, read, |rows| {
                Rows::Contacts(Listed { rows, pupils })
            })
        }
        Kind::Staff => {
            let read = intake::staff::read(bytes, on, &limits)
                .map(|reading| fitted(reading, StaffIn::fit));
            looked(kind, name, read, Rows::Staff)
        }
        Kind::Ctf => {
            let ours = OurSchool::default();
            let read = intake::ctf::read(bytes, on, &ours, &limits)
                .map(|reading| fitted(reading, |row, notes| PupilIn::fit(row.pupil, notes)));
            looked(kind, name, read, Rows::Joining)
        }
        Kind::Behaviour => {
            let read = intake::behaviour::read(bytes, &mut roll, on, &limits);
            looked(kind, name, read, |rows| {
                let rows = RecordRows::Behaviour(rows);
                Rows::Records(Records { rows, pupils })
            })
        }
        Kind::Attendance => {
            let read = intake::attendance::read(bytes, &mut roll, on, &limits);
            looked(kind, name, read, |rows| {
                let rows = RecordRows::Attendance(rows);
                Rows::Records(Records { rows, pupils })
            })
        }
        Kind::Suspensions => {
            let read = intake::suspensions::read(bytes, &mut roll, on, &limits);
            looked(kind, name, read, |rows| {
                let rows = RecordRows::Suspensions(rows);
                Rows::Records(Records { rows, pupils })
            })
        }
        Kind::Calendar => {
            let read = intake::calendar::read(bytes, name, on, &limits);
            looked(kind, name, read, Rows::Calendar)
        }
    }
}

fn looked<T>(
    kind: Kind,
    name: &str,
    read: Result<Reading<T>, FileRefused>,
    rows: impl FnOnce(Reading<T>) -> Rows,
) -> Looked {
    Looked {
        report: Report::of(kind.read_as(), name, &read),
        rows: read.map(rows).map_err(|refused| refused.fault),
    }
}

/// Turns rows of a file into rows that can be stored; one that cannot is
/// refused like any other.
fn fitted<T, U>(
    reading: Reading<T>,
    fit: impl Fn(T, &mut Vec<Note>) -> Result<U, Reason>,
) -> Reading<U> {
    let mut refused = reading.refused;
    let mut accepted = Vec::with_capacity(reading.accepted.len());
    for mut row in reading.accepted {
        match fit(row.row, &mut row.notes) {
            Ok(fitting) => accepted.push(intake::reading::Accepted {
                line: row.line,
                row: fitting,
                notes: row.notes,
            }),
            Err(reason) => refused.push(Refused {
                line: row.line,
                reason,
                cells: Vec::new(),
            }),
        }
    }
    refused.sort_by_key(|row| row.line);
    Reading {
        source: reading.source,
        accepted,
        refused,
        warnings: reading.warnings,
    }
}

impl Rows {
    /// The refused rows as a file for the office to put right.
    pub(super) fn refused_csv(&self) -> Vec<u8> {
        match self {
            Self::Pupils(reading) | Self::Joining(reading) => export::refused_rows(reading),
            Self::Records(records) => match &records.rows {
                RecordRows::Behaviour(reading) => export::refused_rows(reading),
                RecordRows::Attendance(reading) => export::refused_rows(reading),
                RecordRows::Suspensions(reading) => export::refused_rows(reading),
            },
            Self::Contacts(listed) => export::refused_rows(&listed.rows),
            Self::Staff(reading) => export::refused_rows(reading),
            Self::Calendar(reading) => export::refused_rows(reading),
        }
    }

    /// Which rows were refused, and why.
    pub(super) fn refused(&self) -> Vec<(u32, Reason)> {
        let all = match self {
            Self::Pupils(reading) | Self::Joining(reading) => &reading.refused,
            Self::Records(records) => match &records.rows {
                RecordRows::Behaviour(reading) => &reading.refused,
                RecordRows::Attendance(reading) => &reading.refused,
                RecordRows::Suspensions(reading) => &reading.refused,
            },
            Self::Contacts(listed) => &listed.rows.refused,
            Self::Staff(reading) => &reading.refused,
            Self::Calendar(reading) => &reading.refused,
        };
        all.iter().map(|row| (row.line, row.reason)).collect()
    }

    /// Every warning, with its line where it is about one row.
    pub(super) fn warnings(&self) -> Vec<(Warning, Option<u32>)> {
        match self {
            Self::Pupils(reading) | Self::Joining(reading) => warnings(reading),
            Self::Records(records) => match &records.rows {
                RecordRows::Behaviour(reading) => warnings(reading),
                RecordRows::Attendance(reading) => warnings(reading),
                RecordRows::Suspensions(reading) => warnings(reading),
            },
            Self::Contacts(listed) => warnings(&listed.rows),
            Self::Staff(reading) => warnings(reading),
            Self::Calendar(reading) => warnings(reading),
        }
    }
}

fn warnings<T>(reading: &Reading<T>) -> Vec<(Warning, Option<u32>)> {
    let of_file = reading.warnings.iter().map(|warning| (*warning, None));
    let of_rows = reading
        .accepted
        .iter()
        .flat_map(|row| row.notes.iter().map(|note| (note.warning, Some(row.line))));
    of_file.chain(of_rows).collect()
}
