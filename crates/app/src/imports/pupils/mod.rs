//! Pupils and their contacts: what a file says of them, whom each row is
//! about, and what would change.

mod apply;
mod compare;
mod contacts;
mod details;
pub(super) mod incoming;
mod known;
mod language;
mod listed;
mod matching;
mod named;
mod people;

pub(super) use compare::{PupilPlan, Stored, compare};
pub(super) use listed::{Listed, compare as listed};

use domain::{contact::Contact, pupil::Pupil};
use store::{Broken, Tx, contacts as contact_rows, pupils, pupils::Source};

/// What is to be written; only what is different is in it.
#[derive(Default)]
pub(super) struct Writes {
    pub(super) new_pupils: Vec<Pupil>,
    pub(super) changed_pupils: Vec<Pupil>,
    pub(super) new_contacts: Vec<Contact>,
    pub(super) changed_contacts: Vec<Contact>,
}

impl Writes {
    /// Stores it all.
    pub(super) fn store(&self, tx: &mut Tx<'_>, source: &Source<'_>) -> Result<(), Broken> {
        for pupil in &self.changed_pupils {
            pupils::save(tx, pupil, source)?;
        }
        for pupil in &self.new_pupils {
            pupils::add(tx, pupil, source)?;
        }
        for contact in &self.changed_contacts {
            contact_rows::save(tx, contact, source)?;
        }
        for contact in &self.new_contacts {
            contact_rows::add(tx, contact, source)?;
        }
        Ok(())
    }
}
