//! One row of a roster.

/// The values of one row that are not blank, by their headings. Passwords are
/// not among them.
#[derive(Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// Whether the row is there or to be deleted.
    pub change: Change,
    values: Vec<(&'static str, String)>,
}

domain::coded! {
    /// What a row says of the thing it names.
    pub enum Change {
        /// It is there.
        Stands => "active", "Stands";
        /// It is to be deleted.
        Deleted => "tobedeleted", "To be deleted";
    }
}

impl std::fmt::Debug for RosterRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<roster row of {} values>", self.values.len())
    }
}

impl RosterRow {
    pub(super) const fn new(change: Change, values: Vec<(&'static str, String)>) -> Self {
        Self { change, values }
    }

    /// The value under a heading; blank where there is none.
    pub fn value(&self, heading: &str) -> &str {
        let found = self.values.iter().find(|(name, _)| *name == heading);
        found.map_or("", |(_, value)| value)
    }

    /// Every value, with its heading.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
    }
}
