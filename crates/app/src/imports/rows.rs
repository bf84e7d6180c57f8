//! What every kind of row tells alike: which rows were refused, and why.

use intake::{
    export,
    reading::{Aside, Reading, Refused},
    reason::Reason,
    warning::Warning,
};

use super::{
    changes::{Clash, Clashed},
    look::Rows,
    register::{RecordRows, Records},
};

impl Rows {
    /// The refused rows as a file for the office to put right.
    pub(super) fn refused_csv(&self) -> Vec<u8> {
        match self {
            Self::Pupils(reading) | Self::Joining(reading, _) => export::refused_rows(reading),
            Self::Records(Records { rows, .. }) => match rows {
                RecordRows::Behaviour(reading) => export::refused_rows(reading),
                RecordRows::Attendance(reading) => export::refused_rows(reading),
                RecordRows::Suspensions(reading) => export::refused_rows(reading),
            },
            Self::Contacts(listed) => export::refused_rows(&listed.rows),
            Self::Staff(reading) => export::refused_rows(reading),
            Self::Calendar(reading) => export::refused_rows(reading),
            Self::Roster(rows) => export::refused_rows_of_roster(&rows.reading),
            Self::Schools(reading) => export::refused_rows(reading),
        }
    }

    /// Which rows were refused, and why. Those of a roster stand in its report,
    /// table by table.
    pub(super) fn refused(&self) -> Vec<(u32, Reason)> {
        let all: &[Refused] = match self {
            Self::Pupils(reading) | Self::Joining(reading, _) => &reading.refused,
            Self::Records(Records { rows, .. }) => match rows {
                RecordRows::Behaviour(reading) => &reading.refused,
                RecordRows::Attendance(reading) => &reading.refused,
                RecordRows::Suspensions(reading) => &reading.refused,
            },
            Self::Contacts(listed) => &listed.rows.refused,
            Self::Staff(reading) => &reading.refused,
            Self::Calendar(reading) => &reading.refused,
            Self::Schools(reading) => &reading.refused,
            Self::Roster(_) => &[],
        };
        all.iter().map(|row| (row.line, row.reason)).collect()
    }

    /// Rows that read well and do not fit what is stored.
    pub(super) fn aside(&self) -> Vec<Clashed> {
        let all: &[Aside] = match self {
            Self::Pupils(reading) | Self::Joining(reading, _) => &reading.aside,
            Self::Records(Records { rows, .. }) => match rows {
                RecordRows::Behaviour(reading) => &reading.aside,
                RecordRows::Attendance(reading) => &reading.aside,
                RecordRows::Suspensions(reading) => &reading.aside,
            },
            Self::Contacts(listed) => &listed.rows.aside,
            Self::Staff(reading) => &reading.aside,
            Self::Calendar(_) | Self::Schools(_) | Self::Roster(_) => &[],
        };
        let clash = Clash::TooLong;
        let lines = all.iter().map(|row| row.line);
        lines.map(|line| Clashed { line, clash }).collect()
    }

    /// Every warning, with its line where it is about one row.
    pub(super) fn warnings(&self) -> Vec<(Warning, Option<u32>)> {
        match self {
            Self::Pupils(reading) | Self::Joining(reading, _) => warnings(reading),
            Self::Records(Records { rows, .. }) => match rows {
                RecordRows::Behaviour(reading) => warnings(reading),
                RecordRows::Attendance(reading) => warnings(reading),
                RecordRows::Suspensions(reading) => warnings(reading),
            },
            Self::Contacts(listed) => warnings(&listed.rows),
            Self::Staff(reading) => warnings(reading),
            Self::Calendar(reading) => warnings(reading),
            Self::Schools(reading) => warnings(reading),
            Self::Roster(rows) => {
                let tables = rows.reading.tables.iter();
                // Lines of several tables say nothing without their names.
                let of_rows = tables
                    .flat_map(|table| warnings(&table.reading))
                    .map(|(warning, _)| (warning, None));
                let of_file = rows.reading.warnings.iter();
                of_rows
                    .chain(of_file.map(|warning| (*warning, None)))
                    .collect()
            }
        }
    }
}

fn warnings<T>(reading: &Reading<T>) -> Vec<(Warning, Option<u32>)> {
    let of_file = reading.warnings.iter().map(|warning| (*warning, None));
    let of_rows = reading
        .accepted
        .iter()
        .map(|row| (row.line, &row.notes))
        .chain(reading.aside.iter().map(|row| (row.line, &row.notes)))
        .flat_map(|(line, notes)| notes.iter().map(move |note| (note.warning, Some(line))));
    of_file.chain(of_rows).collect()
}
