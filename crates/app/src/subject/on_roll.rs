//! One pupil of the asker's own school, as the school's own system has them.
//! Nothing of a programme is here, and nothing here says whether there is one.

use domain::{
    account::{SchoolRole, SchoolRoles},
    contact::{Contact, Restriction},
    correction::{About, ContactField, PupilField},
    id::{ContactId, PupilId},
    pupil::Pupil,
};
use jiff::civil::Date;
use store::{Tx, contacts, pupils};

use super::Subject;
use crate::{Actor, Refusal, policy::Facts};

/// A pupil and their contacts, for those who keep the roll.
#[derive(Debug, Clone)]
pub struct OnRoll {
    /// The pupil.
    pub pupil: Pupil,
    /// Their contacts, whom to try first first, with their restrictions.
    pub contacts: Vec<Contact>,
    sees: Sees,
}

/// How much of a pupil's record somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sees {
    /// Who they are, and their contacts by name.
    Names,
    /// Needs and care as well, and how to reach contacts where nobody is kept
    /// from anybody.
    Office,
    /// All of it.
    Head,
}

/// Whether somebody sees how to reach a pupil's contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaching {
    /// They do.
    Shown,
    /// Not here: a restriction in the family makes it a matter for the head.
    Guarded,
    /// It is nothing they need.
    NotYours,
}

impl OnRoll {
    /// Whether the asker sees how to reach the contacts on a day.
    pub fn reaching(&self, today: Date) -> Reaching {
        let holds = |one: &Restriction| one.in_force(today);
        let restricted = |contact: &Contact| contact.restrictions.iter().any(holds);
        match self.sees {
            Sees::Names => Reaching::NotYours,
            Sees::Office if self.contacts.iter().any(restricted) => Reaching::Guarded,
            Sees::Office | Sees::Head => Reaching::Shown,
        }
    }

    /// Whether the asker sees what must be weighed about the pupil: needs, care.
    pub fn shows_needs(&self) -> bool {
        self.sees >= Sees::Office
    }

    /// Whether the asker sees a value, and so may put it right.
    pub fn shows(&self, about: About, today: Date) -> bool {
        match about {
            About::Pupil(PupilField::Sen) => self.shows_needs(),
            About::Pupil(_)
            | About::Contact(_, ContactField::Relationship | ContactField::Ended) => true,
            About::Contact(
                _,
                ContactField::Phone | ContactField::Email | ContactField::Address,
            ) => self.reaching(today) == Reaching::Shown,
        }
    }

    /// One of the contacts.
    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.contacts.iter().find(|one| one.id == id)
    }

    /// A value as it stands; nothing for somebody else's contact.
    pub(crate) fn value(&self, about: About) -> Option<String> {
        match about {
            About::Pupil(field) => Some(field.of(&self.pupil)),
            About::Contact(contact, field) => self.contact(contact).map(|one| field.of(one)),
        }
    }
}

fn sees(roles: SchoolRoles) -> Sees {
    if roles.has(SchoolRole::Head) {
        Sees::Head
    } else if roles.has(SchoolRole::Office) {
        Sees::Office
    } else {
        Sees::Names
    }
}

impl Subject for OnRoll {
    type Key = PupilId;

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: PupilId,
        _: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some(school) = actor.school() else {
            return Err(Refusal::SignedOut);
        };
        let Some(pupil) = pupils::find(tx, school, key)? else {
            return Ok(None);
        };
        let me = actor.identity().map(|me| me.account);
        let accounts = contacts::accounts_of_pupil(tx, school, key)?;
        // Nobody keeps the record of their own child.
        if accounts.iter().any(|(_, account)| Some(*account) == me) {
            return Ok(None);
        }
        let facts = Facts {
            school: actor.roles(),
            ..Facts::default()
        };
        let on_roll = Self {
            pupil,
            contacts: contacts::of_pupil(tx, school, key)?,
            sees: sees(actor.roles()),
        };
        Ok(Some((on_roll, facts)))
    }
}
