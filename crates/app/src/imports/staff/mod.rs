//! The staff list: what a file says, and what would change. No permission ever
//! follows from a file, and nobody is given an account by one.

mod compare;
pub(super) mod incoming;

pub(super) use compare::{StaffPlan, Stored, compare};

use domain::account::StaffMember;
use store::{Broken, Tx, pupils::Source, staff};

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
}
