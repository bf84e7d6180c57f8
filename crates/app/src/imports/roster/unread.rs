//! Rows of a roster that were refused. What they name is still in the roster:
//! nobody leaves a class, or the school, because of a slip in a date.

use std::collections::HashSet;

use intake::{reading::Refused, roster::RosterReading};

/// The tables that things stand in, whichever form a roster has.
const PEOPLE: &[&str] = &["users", "Student", "Teacher"];
const CLASSES: &[&str] = &["classes", "Section"];
const PLACES: &[&str] = &["enrollments", "StudentEnrollment", "TeacherRoster"];

/// What refused rows name.
pub(super) struct Unread {
    /// Words of classes.
    pub(super) classes: HashSet<String>,
    /// Words of each place in a class.
    pub(super) places: Vec<HashSet<String>>,
}

impl Unread {
    pub(super) fn of(reading: &RosterReading) -> Self {
        let words = |row: &Refused| row.cells.iter().cloned().collect();
        Self {
            classes: rows(reading, CLASSES)
                .flat_map(|row| row.cells.clone())
                .collect(),
            places: rows(reading, PLACES).map(words).collect(),
        }
    }
}

/// Rows of people. Their numbers stand inside lists and brackets: apart, they
/// can be found.
pub(super) fn people(reading: &RosterReading) -> Vec<Refused> {
    let apart = |row: &Refused| {
        let words = row
            .cells
            .iter()
            .flat_map(|cell| cell.split([',', '{', '}', ':']));
        Refused {
            cells: words.map(str::to_owned).collect(),
            ..row.clone()
        }
    };
    rows(reading, PEOPLE).map(apart).collect()
}

fn rows<'r>(reading: &'r RosterReading, tables: &[&str]) -> impl Iterator<Item = &'r Refused> {
    let named = reading
        .tables
        .iter()
        .filter(|table| tables.contains(&table.name));
    named.flat_map(|table| &table.reading.refused)
}
