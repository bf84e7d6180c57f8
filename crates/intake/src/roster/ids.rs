//! The rows that are there to be pointed at.

use std::collections::{HashMap, HashSet};

use super::manifest::Mode;

/// The names of the rows of one table.
#[derive(Default)]
pub(super) struct Names {
    taken: HashSet<String>,
    deleted: HashSet<String>,
}

impl Names {
    /// Whether an accepted row has this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.taken.contains(name) || self.deleted.contains(name)
    }

    pub(super) fn take(&mut self, name: String) {
        self.taken.insert(name);
    }

    pub(super) fn delete(&mut self, name: String) {
        self.deleted.insert(name);
    }
}

/// What a pointer points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// A row, or one that may be there from before.
    Found,
    /// Nothing.
    Nowhere,
    /// Into a table that is not in the bundle.
    Unchecked,
}

/// The names of the rows of every table read so far.
#[derive(Default)]
pub(super) struct Ids {
    tables: HashMap<&'static str, (Mode, Names)>,
}

impl Ids {
    pub(super) fn add(&mut self, table: &'static str, mode: Mode, names: Names) {
        self.tables.insert(table, (mode, names));
    }

    /// What a pointer into a table points at.
    pub(super) fn aim(&self, table: &str, name: &str) -> Aim {
        match self.tables.get(table) {
            None => Aim::Unchecked,
            Some((_, names)) if names.taken.contains(name) => Aim::Found,
            Some((_, names)) if names.deleted.contains(name) => Aim::Nowhere,
            // Changes are only part of what is there.
            Some((Mode::Delta, _)) => Aim::Found,
            Some((Mode::Bulk, _)) => Aim::Nowhere,
        }
    }
}
