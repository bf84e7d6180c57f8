//! The tables of a roster as they were read, and their cells.

use crate::roster::{Change, Mode, RosterReading, RosterRow, TableReading};

/// The tables that were read.
pub(super) struct Tables<'r>(&'r [TableReading]);

impl<'r> Tables<'r> {
    pub(super) fn of(reading: &'r RosterReading) -> Self {
        Self(&reading.tables)
    }

    fn table(&self, name: &str) -> Option<&'r TableReading> {
        self.0.iter().find(|table| table.name == name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.table(name).is_some()
    }

    pub(super) fn mode(&self, name: &str) -> Option<Mode> {
        self.table(name).map(|table| table.mode)
    }

    /// The accepted rows of a table, with their lines.
    pub(super) fn rows(&self, name: &str) -> impl Iterator<Item = (u32, &'r RosterRow)> + use<'r> {
        let accepted = self.table(name).map(|table| &table.reading.accepted);
        accepted
            .into_iter()
            .flatten()
            .map(|row| (row.line, &row.row))
    }

    /// The rows of a table that stand.
    pub(super) fn standing(&self, name: &str) -> impl Iterator<Item = &'r RosterRow> + use<'r> {
        self.rows(name)
            .map(|(_, row)| row)
            .filter(|row| row.change == Change::Stands)
    }
}

/// The value under the first of these headings that has one.
pub(super) fn first<'r>(row: &'r RosterRow, headings: &[&str]) -> &'r str {
    let mut values = headings.iter().map(|heading| row.value(heading));
    values.find(|value| !value.is_empty()).unwrap_or_default()
}

pub(super) fn some(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.to_owned())
}

pub(super) fn names(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
}
