//! What people here have put right, while a file speaks: records are compared
//! as the source last told them, and what was put right is laid over again
//! afterwards. So every road in obeys corrections without knowing of them.

use std::collections::HashMap;

use domain::{
    contact::Contact,
    correction::{About, Correction, Hears},
    id::{ContactId, PupilId, SchoolId},
    pupil::Pupil,
};
use store::{Broken, Tx, corrections};

use crate::imports::changes::{Detail, Told};

/// The corrections of a school that stand.
#[derive(Default)]
pub(in crate::imports) struct Corrected {
    pupils: HashMap<PupilId, Vec<Correction>>,
    contacts: HashMap<ContactId, Vec<Correction>>,
}

impl Corrected {
    pub(in crate::imports) fn load(tx: &mut Tx<'_>, school: SchoolId) -> Result<Self, Broken> {
        let mut all = Self::default();
        for one in corrections::standing(tx, school)? {
            match one.about {
                About::Pupil(_) => all.pupils.entry(one.pupil).or_default().push(one),
                About::Contact(contact, _) => all.contacts.entry(contact).or_default().push(one),
            }
        }
        Ok(all)
    }

    /// Makes records say what the source last said.
    pub(in crate::imports) fn as_said(&self, pupils: &mut [Pupil], contacts: &mut [Contact]) {
        for pupil in pupils {
            for one in self.of_pupil(pupil.id) {
                pupil.write(one.about, &one.says);
            }
        }
        for contact in contacts {
            for one in self.of_contact(contact.id) {
                contact.write(one.about, &one.says);
            }
        }
    }

    /// A pupil as they stand here: with what was put right.
    pub(in crate::imports) fn as_here(&self, mut pupil: Pupil) -> Pupil {
        for one in self.of_pupil(pupil.id) {
            pupil.write(one.about, &one.ours);
        }
        pupil
    }

    /// What was put right, laid over what the source says of a pupil.
    pub(super) fn pupil(&self, before: &Pupil, now: Pupil) -> Laid<Pupil> {
        lay(self.of_pupil(before.id), (before, now), None)
    }

    /// What was put right, laid over what the source says of a contact.
    pub(super) fn contact(&self, before: &Contact, now: Contact) -> Laid<Contact> {
        let whose = before.name.full.to_string();
        lay(self.of_contact(before.id), (before, now), Some(&whose))
    }

    fn of_pupil(&self, pupil: PupilId) -> &[Correction] {
        self.pupils.get(&pupil).map_or(&[], Vec::as_slice)
    }

    fn of_contact(&self, contact: ContactId) -> &[Correction] {
        self.contacts.get(&contact).map_or(&[], Vec::as_slice)
    }
}

/// A record with what was put right laid over it.
pub(super) struct Laid<R> {
    /// As it stands here.
    pub(super) was: R,
    /// As it will.
    pub(super) is: R,
    /// Corrections of which the source says something else than last time.
    pub(super) heard: Vec<(Correction, String)>,
    /// What is to be said of those.
    pub(super) said: Vec<Detail>,
    /// What was put right and is no news.
    pub(super) silent: Vec<Detail>,
    /// How many wait for a person to choose.
    pub(super) waits: usize,
}

/// A record of which values can be put right.
pub(super) trait Record: Clone {
    /// The value as it is stored.
    fn read(&self, about: About) -> String;
    /// Writes one that was read from such a record before.
    fn write(&mut self, about: About, value: &str);
}

impl Record for Pupil {
    fn read(&self, about: About) -> String {
        match about {
            About::Pupil(field) => field.of(self),
            About::Contact(..) => String::new(),
        }
    }

    fn write(&mut self, about: About, value: &str) {
        if let About::Pupil(field) = about {
            // It was read from a record: it can be written into one.
            let _ = field.put(self, value);
        }
    }
}

impl Record for Contact {
    fn read(&self, about: About) -> String {
        match about {
            About::Contact(_, field) => field.of(self),
            About::Pupil(_) => String::new(),
        }
    }

    fn write(&mut self, about: About, value: &str) {
        if let About::Contact(_, field) = about {
            // It was read from a record: it can be written into one.
            let _ = field.put(self, value);
        }
    }
}

fn lay<R: Record>(standing: &[Correction], (before, now): (&R, R), whose: Option<&str>) -> Laid<R> {
    let mut laid = Laid {
        was: before.clone(),
        is: now,
        heard: Vec::new(),
        said: Vec::new(),
        silent: Vec::new(),
        waits: 0,
    };
    for one in standing {
        let says = laid.is.read(one.about);
        let hears = one.hears(&says);
        let detail = detail(one, &says, whose);
        match hears {
            Hears::Known => laid.silent.push(detail),
            Hears::News if says == one.says => laid.silent.push(detail),
            Hears::Agreement | Hears::News => laid.said.push(detail),
        }
        laid.waits += usize::from(hears == Hears::News);
        if says != one.says {
            laid.heard.push((one.clone(), says));
        }
        laid.was.write(one.about, &one.ours);
        laid.is.write(one.about, &one.ours);
    }
    laid
}

fn detail(one: &Correction, says: &str, whose: Option<&str>) -> Detail {
    let label = one.about.label();
    Detail {
        what: whose.map_or_else(
            || label.to_owned(),
            |whose| format!("{whose}: {}", label.to_lowercase()),
        ),
        was: one.about.words(&one.ours),
        now: one.about.words(says),
        told: match one.hears(says) {
            Hears::Known => Told::Kept,
            Hears::Agreement => Told::Agrees,
            Hears::News => Told::Stays,
        },
    }
}

/// How many corrections of the records in a file are kept, and how many wait.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counted {
    kept: usize,
    waits: usize,
}

impl Counted {
    pub(super) fn add<R>(&mut self, laid: &Laid<R>) {
        let known = |detail: &&Detail| detail.told == Told::Kept;
        self.kept += laid.silent.iter().filter(known).count();
        self.waits += laid.waits;
    }

    pub(super) fn and(&mut self, more: Self) {
        self.kept += more.kept;
        self.waits += more.waits;
    }

    /// What a person should know of it.
    pub(super) fn notes(self) -> Vec<String> {
        let kept = match self.kept {
            0 => None,
            1 => Some("1 correction made here is kept: the file says what it said before.".into()),
            n => Some(format!(
                "{n} corrections made here are kept: the file says what it said before."
            )),
        };
        let waits = match self.waits {
            0 => None,
            1 => Some("1 value that was put right here is different in the file again. Yours stays until somebody chooses on the pupil’s page.".into()),
            n => Some(format!("{n} values that were put right here are different in the file again. Yours stay until somebody chooses on the pupils’ pages.")),
        };
        kept.into_iter().chain(waits).collect()
    }
}
