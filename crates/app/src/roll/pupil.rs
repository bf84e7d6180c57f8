//! One pupil as the school's own system has them, with where each part came
//! from and what was put right here.

use domain::{
    contact::Contact,
    correction::{About, ContactField, Correction, CorrectionStage, PupilField, Settled},
    id::{ContactId, CorrectionId, PupilId},
    pupil::PupilFlag,
};
use jiff::{Timestamp, civil::Date};
use store::{corrections, origins};

use super::{Came, Names};
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    subject::{OnRoll, Reaching},
};

/// Looks one pupil up.
#[derive(Debug)]
pub struct ViewPupil {
    /// Which.
    pub pupil: PupilId,
}

/// A pupil's page. Whatever this person may not see is not in it.
#[derive(Debug, Clone)]
pub struct PupilView {
    /// Which.
    pub id: PupilId,
    /// Their name.
    pub name: String,
    /// What they are called.
    pub called: String,
    /// Their class, or year.
    pub class: String,
    /// Their last day, if it is known.
    pub left_on: Option<Date>,
    /// What is known of them.
    pub facts: Vec<Fact>,
    /// Where it came from.
    pub came: Option<Came>,
    /// Their contacts, whom to try first first; those who ended last.
    pub contacts: Vec<ContactView>,
    /// Whether it says how to reach them.
    pub reaching: Reaching,
    /// What was put right once and no longer stands, newest first.
    pub past: Vec<Past>,
}

/// One contact on a pupil's page.
#[derive(Debug, Clone)]
pub struct ContactView {
    /// Which.
    pub id: ContactId,
    /// Their name.
    pub name: String,
    /// What is known of them.
    pub facts: Vec<Fact>,
    /// From when they are no longer a contact, and who said so.
    pub ended: Option<(Date, Option<Put>)>,
    /// Where it came from.
    pub came: Option<Came>,
}

/// One value, in words.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it is.
    pub label: &'static str,
    /// What is known; empty for nothing.
    pub words: String,
    /// What it is called when it is put right, if it can be.
    pub about: Option<About>,
    /// What was put right, if that stands.
    pub put: Option<Put>,
}

/// A correction that stands.
#[derive(Debug, Clone)]
pub struct Put {
    /// Which.
    pub id: CorrectionId,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub why: String,
    /// What the source says, in words.
    pub source: String,
    /// What the source says, as it is stored: sent along with a choice.
    pub says: String,
    /// Whether a person has to choose.
    pub asks: Asks,
}

/// Whether a person has to choose between ours and the source's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nobody has to.
    No,
    /// Somebody has: the source says something that nobody has looked at.
    Choice,
}

/// A correction that no longer stands.
#[derive(Debug, Clone)]
pub struct Past {
    /// Of which value.
    pub label: String,
    /// What was put right.
    pub ours: String,
    /// What the source had said.
    pub said: String,
    /// Who put it right.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub why: String,
    /// How it ended.
    pub how: Settled,
    /// Who decided that, if a person did.
    pub settled_by: Option<String>,
    /// When.
    pub settled_at: Timestamp,
}

impl Query for ViewPupil {
    const ACTION: Action = Action::ViewRoll;
    type On = OnRoll;
    type Output = PupilView;

    fn on(&self) -> PupilId {
        self.pupil
    }

    fn run(self, on: OnRoll, cx: &mut Viewing<'_, '_>) -> Result<PupilView, Refusal> {
        let (school, today, id) = (on.pupil.school, cx.today(), on.pupil.id);
        let names = Names::of(cx.tx(), school)?;
        let came = origins::of_pupil(cx.tx(), school, id)?;
        let mut origins: Vec<_> = origins::of_contacts(cx.tx(), school, id)?;
        let all = corrections::of_pupil(cx.tx(), school, id)?;
        let shown = Showing {
            on: &on,
            all: &all,
            names: &names,
            today,
        };
        let mut contacts = Vec::with_capacity(on.contacts.len());
        for contact in &on.contacts {
            let place = origins.iter().position(|(whose, _)| *whose == contact.id);
            let origin = place.map(|place| origins.swap_remove(place).1);
            contacts.push(ContactView {
                came: origin.map(|row| Came::of(row, &names)),
                ..shown.contact(contact)
            });
        }
        contacts.sort_by_key(|one| one.ended.is_some());
        Ok(PupilView {
            id,
            name: on.pupil.name.full(),
            called: on.pupil.name.called().to_owned(),
            class: on.pupil.class().to_owned(),
            left_on: on.pupil.left_on,
            facts: shown.pupil(),
            came: came.map(|row| Came::of(row, &names)),
            contacts,
            reaching: on.reaching(today),
            past: shown.past(),
        })
    }
}

struct Showing<'a> {
    on: &'a OnRoll,
    all: &'a [Correction],
    names: &'a Names,
    today: Date,
}

impl Showing<'_> {
    fn put(&self, about: About) -> Option<Put> {
        let stands = |one: &&Correction| one.stage == CorrectionStage::Stands && one.about == about;
        let one = self.all.iter().find(stands)?;
        Some(Put {
            id: one.id,
            by: self.names.name(one.by),
            at: one.at,
            why: one.why.to_string(),
            source: about.words(&one.says),
            says: one.says.clone(),
            asks: if one.asks() { Asks::Choice } else { Asks::No },
        })
    }

    fn fact(&self, about: About) -> Option<Fact> {
        if !self.on.shows(about, self.today) {
            return None;
        }
        let value = self.on.value(about)?;
        Some(Fact {
            label: about.label(),
            words: if value.is_empty() {
                String::new()
            } else {
                about.words(&value)
            },
            about: Some(about),
            put: self.put(about),
        })
    }

    fn pupil(&self) -> Vec<Fact> {
        let pupil = &self.on.pupil;
        let own = |field: &PupilField| self.fact(About::Pupil(*field));
        let mut facts: Vec<Fact> = PupilField::ALL.iter().filter_map(own).collect();
        let needs: Vec<&str> = pupil.needs.iter().map(|need| need.label()).collect();
        let flags: Vec<&str> = pupil.flags.iter().map(PupilFlag::label).collect();
        if self.on.shows_needs() {
            facts.push(plain("Needs", needs.join(", ")));
            facts.push(plain("Care", pupil.care.label()));
            facts.push(plain("Also", flags.join(", ")));
            let language = pupil.language.as_ref().map(ToString::to_string);
            facts.push(plain("Language at home", language.unwrap_or_default()));
        }
        let upn = pupil.upn.as_ref().map(ToString::to_string);
        facts.push(plain("UPN", upn.unwrap_or_default()));
        let number = pupil.source_key.as_ref().map(ToString::to_string);
        facts.push(plain("Admission number", number.unwrap_or_default()));
        facts
    }

    fn contact(&self, contact: &Contact) -> ContactView {
        let about = |field| About::Contact(contact.id, field);
        let all = ContactField::ALL.iter().copied();
        let reach = all.filter(|field| *field != ContactField::Ended);
        let mut facts: Vec<Fact> = reach.filter_map(|field| self.fact(about(field))).collect();
        let law = [
            ("Parental responsibility", contact.responsibility.label()),
            ("Lives with them", contact.lives_with.label()),
        ];
        let place = facts.len().min(1);
        facts.splice(place..place, law.map(|(label, words)| plain(label, words)));
        ContactView {
            id: contact.id,
            name: contact.name.full.to_string(),
            facts,
            ended: contact
                .ended_on
                .map(|on| (on, self.put(about(ContactField::Ended)))),
            came: None,
        }
    }

    fn past(&self) -> Vec<Past> {
        let shown = self
            .all
            .iter()
            .filter(|one| self.on.shows(one.about, self.today));
        shown.filter_map(|one| self.over(one)).collect()
    }

    fn over(&self, one: &Correction) -> Option<Past> {
        let CorrectionStage::Settled { how, by, at } = one.stage else {
            return None;
        };
        let contact = one.about.contact().and_then(|id| self.on.contact(id));
        let label = one.about.label();
        Some(Past {
            label: contact.map_or_else(
                || label.to_owned(),
                |whose| format!("{}: {}", whose.name.full, label.to_lowercase()),
            ),
            ours: one.about.words(&one.ours),
            said: one.about.words(&one.said),
            by: self.names.name(one.by),
            at: one.at,
            why: one.why.to_string(),
            how,
            settled_by: by.map(|by| self.names.name(by)),
            settled_at: at,
        })
    }
}

fn plain(label: &'static str, words: impl Into<String>) -> Fact {
    Fact {
        label,
        words: words.into(),
        about: None,
        put: None,
    }
}
