//! Pupils and their contacts: what a file says of them, whom each row is
//! about, and what would change.

mod apply;
pub(super) mod aside;
mod compare;
mod contacts;
pub(super) mod corrected;
mod details;
pub(super) mod incoming;
mod known;
mod language;
mod listed;
mod matching;
mod named;
mod people;

pub(super) use compare::{Met, PupilPlan, Stored, compare, item};
pub(super) use listed::{Listed, OfPupils, compare as listed, compare_of};

use domain::{contact::Contact, correction::Correction, pupil::Pupil};
use store::{
    Broken, Tx, Value, contacts as contact_rows, corrections, imports::before::Table, pupils,
    pupils::Source,
};

/// What is to be written; only what is different is in it.
#[derive(Default)]
pub(super) struct Writes {
    pub(super) new_pupils: Vec<Pupil>,
    pub(super) changed_pupils: Vec<Pupil>,
    pub(super) new_contacts: Vec<Contact>,
    pub(super) changed_contacts: Vec<Contact>,
    /// Corrections, and what the source says now.
    pub(super) heard: Vec<(Correction, String)>,
}

impl Writes {
    /// Stores it all.
    pub(super) fn store(&self, tx: &mut Tx<'_>, source: &Source<'_>) -> Result<(), Broken> {
        for pupil in &self.changed_pupils {
            pupils::save(tx, pupil, source)?;
        }
        pupils::add_many(tx, &self.new_pupils, source)?;
        for contact in &self.changed_contacts {
            contact_rows::save(tx, contact, source)?;
        }
        contact_rows::add_many(tx, &self.new_contacts, source)?;
        for (one, says) in &self.heard {
            let told = one.clone().told(says, source.import, source.at);
            corrections::save(tx, &told)?;
        }
        Ok(())
    }

    /// Who is new.
    pub(super) fn brings(&self) -> Vec<(Table, Vec<Value>)> {
        let contacts = self.new_contacts.iter();
        let pupils = self.new_pupils.iter();
        contacts
            .map(|contact| (Table::Contact, vec![contact.id.into()]))
            .chain(pupils.map(|pupil| (Table::Pupil, vec![pupil.id.into()])))
            .collect()
    }

    /// The rows that it writes over.
    pub(super) fn replaces(&self) -> Vec<(Table, Vec<Value>)> {
        let pupils = self.changed_pupils.iter();
        let contacts = self.changed_contacts.iter();
        let heard = self.heard.iter();
        pupils
            .map(|pupil| (Table::Pupil, vec![pupil.id.into()]))
            .chain(contacts.map(|contact| (Table::Contact, vec![contact.id.into()])))
            .chain(heard.map(|(one, _)| (Table::Correction, vec![one.id.into()])))
            .collect()
    }
}
