//! From bytes to rows that fit what is stored. Pure: the day is handed in.

use intake::{
    calendar::CalendarRow,
    ctf::{self, MeantFor},
    fault::FileFault,
    gias::SchoolRow,
    headings::Named,
    limits::Limits,
    reading::{Aside, FileRefused, Reading},
    report::Report,
    roster::{Bundle, RosterReading, meant::Roster, one_roster, school_data_sync},
    warning::{Note, Warning},
};
use jiff::civil::Date;

use super::{
    Kind,
    changes::TooLong,
    pupils::{
        Listed,
        incoming::{ListedContact, PupilIn},
    },
    register::{IncidentIn, Known, MarkIn, RecordRows, Records, SuspensionIn},
    roster::RosterRows,
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
    /// Pupils of a transfer file, never the whole roll; and whom it was made
    /// for, if not for us.
    Joining(Reading<PupilIn>, Option<MeantFor>),
    Records(Records),
    Calendar(Reading<CalendarRow>),
    Roster(RosterRows),
    Schools(Reading<SchoolRow>),
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
    let Known {
        mut roll,
        pupils,
        ours,
    } = known;
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
            let read = ctf::read(bytes, on, &ours, &limits)
                .map(|reading| fitted(reading, |row, notes| PupilIn::fit(row.pupil, notes)));
            looked(kind, name, read, |rows| {
                let strange = rows.warnings.contains(&Warning::CtfDestination);
                let meant = strange.then(|| ctf::meant_for(bytes, &limits));
                Rows::Joining(rows, meant.flatten())
            })
        }
        Kind::Behaviour => {
            let read = intake::behaviour::read(bytes, &mut roll, on, &limits)
                .map(|reading| fitted(reading, IncidentIn::fit));
            looked(kind, name, read, |rows| {
                let rows = RecordRows::Behaviour(rows);
                Rows::Records(Records { rows, pupils })
            })
        }
        Kind::Attendance => {
            let read = intake::attendance::read(bytes, &mut roll, on, &limits)
                .map(|reading| fitted(reading, MarkIn::fit));
            looked(kind, name, read, |rows| {
                let rows = RecordRows::Attendance(rows);
                Rows::Records(Records { rows, pupils })
            })
        }
        Kind::Suspensions => {
            let read = intake::suspensions::read(bytes, &mut roll, on, &limits)
                .map(|reading| fitted(reading, SuspensionIn::fit));
            looked(kind, name, read, |rows| {
                let rows = RecordRows::Suspensions(rows);
                Rows::Records(Records { rows, pupils })
            })
        }
        Kind::Calendar => {
            let read = intake::calendar::read(bytes, name, on, &limits);
            looked(kind, name, read, Rows::Calendar)
        }
        Kind::OneRoster => roster(file, bytes, one_roster),
        Kind::Sds => roster(file, bytes, school_data_sync),
        Kind::Gias => {
            let read = intake::gias::read(bytes, on, &limits);
            looked(kind, name, read, Rows::Schools)
        }
    }
}

fn roster(
    file: &FileIn<'_>,
    bytes: &[u8],
    read: fn(&Bundle, &Limits) -> Result<RosterReading, FileRefused>,
) -> Looked {
    let limits = Limits::default();
    let read = Bundle::of_zip(bytes, &limits).and_then(|bundle| read(&bundle, &limits));
    let report = Report::of_roster(file.kind.read_as(), file.name, &read);
    let rows = read.map(|reading| {
        Rows::Roster(RosterRows {
            roster: Roster::of(&reading),
            reading,
            source: file.kind.code(),
        })
    });
    Looked {
        report,
        rows: rows.map_err(|refused| refused.fault),
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

/// Turns rows of a file into rows that can be stored; one that cannot is left
/// for a person to look at.
fn fitted<T, U>(
    reading: Reading<T>,
    fit: impl Fn(T, &mut Vec<Note>) -> Result<U, TooLong>,
) -> Reading<U> {
    let mut aside = reading.aside;
    let mut accepted = Vec::with_capacity(reading.accepted.len());
    for mut row in reading.accepted {
        match fit(row.row, &mut row.notes) {
            Ok(fitting) => accepted.push(intake::reading::Accepted {
                line: row.line,
                row: fitting,
                notes: row.notes,
            }),
            Err(TooLong(numbers)) => aside.push(Aside {
                line: row.line,
                numbers,
                notes: row.notes,
            }),
        }
    }
    Reading {
        source: reading.source,
        accepted,
        refused: reading.refused,
        aside,
        warnings: reading.warnings,
    }
}
