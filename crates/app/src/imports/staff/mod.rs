//! The staff list: what a file says, and what would change. No permission ever
//! follows from a file, and nobody is given an account by one.

mod compare;
pub(super) mod incoming;

pub(super) use compare::{StaffPlan, Stored, compare, item};

use domain::account::StaffMember;
use store::{Broken, Tx, Value, imports::before::Table, pupils::Source, staff};

/// What is to be written; only what is different is in it.
#[derive(Default)]
pub(super) struct Writes {
    pub(super) added: Vec<(Option<String>, StaffMember)>,
    pub(super) changed: Vec<(Option<String>, StaffMember)>,
}

impl Writes {
    /// Stores it all.
    pub(super) fn store(&self, tx: &mut Tx<'_>, source: &Source<'_>) -> Result<(), Broken> {
        for (key, member) in &self.changed {
            staff::save(tx, key.as_deref(), member, source)?;
        }
        for (key, member) in &self.added {
            staff::add(tx, key.as_deref(), member, source)?;
        }
        Ok(())
    }

    /// Who is new.
    pub(super) fn brings(&self) -> Vec<(Table, Vec<Value>)> {
        let added = self.added.iter();
        added
            .map(|(_, member)| (Table::Staff, vec![member.id.into()]))
            .collect()
    }

    /// The rows that it writes over.
    pub(super) fn replaces(&self) -> Vec<(Table, Vec<Value>)> {
        let changed = self.changed.iter();
        changed
            .map(|(_, member)| (Table::Staff, vec![member.id.into()]))
            .collect()
    }
}
