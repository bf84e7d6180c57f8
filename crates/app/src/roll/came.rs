//! Where a row came from, as pages say it.

use std::collections::HashMap;

use domain::id::{AccountId, ImportId, SchoolId};
use jiff::Timestamp;
use store::{Broken, Tx, accounts, origins::OriginRow};

/// Where a row came from, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// Somebody typed it in here.
    TypedIn {
        /// When.
        at: Timestamp,
    },
    /// With a file, before it was kept which run that was.
    With {
        /// The file.
        from: String,
        /// When.
        at: Timestamp,
    },
    /// With an import.
    Import {
        /// Which.
        import: ImportId,
        /// The file.
        from: String,
        /// Who brought it in.
        by: String,
        /// When it was stored.
        at: Timestamp,
        /// When the import was undone, and this stayed.
        undone: Option<Timestamp>,
    },
}

impl Came {
    pub(crate) fn of(row: OriginRow, names: &Names) -> Self {
        let OriginRow {
            from,
            at,
            import,
            undone_at,
        } = row;
        match import {
            Some((import, by)) => Self::Import {
                import,
                from,
                by: names.written(&by),
                at,
                undone: undone_at,
            },
            None if from == TYPED_IN => Self::TypedIn { at },
            None => Self::With { from, at },
        }
    }
}

/// What the store keeps of rows that no file brought.
const TYPED_IN: &str = "typed in";

/// The names of everyone with an account in a school.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<AccountId, String>);

impl Names {
    pub(crate) fn of(tx: &mut Tx<'_>, school: SchoolId) -> Result<Self, Broken> {
        let all = accounts::of_school(tx, school)?.into_iter();
        Ok(Self(all.map(|one| (one.id, one.name)).collect()))
    }

    /// Somebody's name.
    pub fn name(&self, account: AccountId) -> String {
        let known = self.0.get(&account).cloned();
        known.unwrap_or_else(|| "somebody who has left".to_owned())
    }

    /// The name of whoever a run was made by.
    fn written(&self, made_by: &str) -> String {
        match made_by.parse() {
            Ok(account) => self.name(account),
            Err(_) => "the school’s own feed".to_owned(),
        }
    }
}
