//! What a table of a roster looks like: its columns, and what each may say.

/// One table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    /// Its file's name without `.csv`.
    pub name: &'static str,
    /// The column whose value names the row.
    pub key: Key,
    /// Columns that are read.
    pub columns: &'static [Column],
}

/// What names a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// A column of this name, in the characters the standard allows.
    Strict(&'static str),
    /// A column of this name, in any characters.
    Free(&'static str),
    /// Nothing: the row joins two others.
    Nothing,
}

/// One column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Its exact heading.
    pub name: &'static str,
    /// Whether every row needs a value.
    pub need: Need,
    /// What the value may be.
    pub form: Form,
}

/// Whether every row needs a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
}

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Anything.
    Words,
    /// One of these in any case, or an extension of the school's own.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Truth,
    /// `yyyy-mm-dd`.
    Day,
    /// `m/d/yyyy`, as the old form of School Data Sync has it.
    AmericanDay,
    /// The name of a row of another table.
    Points(&'static str),
    /// Names of rows of another table, parted by commas.
    PointsMany(&'static str),
    /// As `Points`, but pointing nowhere only warns.
    Mentions(&'static str),
    /// As `PointsMany`, but pointing nowhere only warns.
    MentionsMany(&'static str),
}

pub(super) const fn required(name: &'static str, form: Form) -> Column {
    Column {
        name,
        need: Need::Required,
        form,
    }
}

pub(super) const fn optional(name: &'static str, form: Form) -> Column {
    Column {
        name,
        need: Need::Optional,
        form,
    }
}

impl Table {
    /// Every column to look for.
    pub(super) fn wanted(&self) -> Vec<&'static str> {
        let mut wanted: Vec<_> = self.columns.iter().map(|column| column.name).collect();
        wanted.extend([STATUS, MODIFIED]);
        wanted
    }

    /// The columns that a table with rows must have.
    pub(super) fn required(&self) -> Vec<&'static str> {
        let required = self.columns.iter();
        required
            .filter(|column| column.need == Need::Required)
            .map(|column| column.name)
            .collect()
    }
}

/// Whether a row of a change is there or to be deleted.
pub(super) const STATUS: &str = "status";
/// When a row of a change was changed.
pub(super) const MODIFIED: &str = "dateLastModified";

/// What a file must hold of a table's own name.
pub(super) const ID: &str = "sourcedId";
