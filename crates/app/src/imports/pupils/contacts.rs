//! One pupil's contacts: which stored contact each of the file's is, and what
//! would change. A contact who is not in the file stays.

use domain::{
    account::{Email, PersonName},
    contact::{Contact, Known},
    correction::Correction,
    id::{ContactId, PupilId, SchoolId},
    text::Line,
};
use intake::cells::contact::Relationship as Said;
use store::contacts::Guarded;

use super::{
    corrected::{Corrected, Counted, Laid},
    incoming::ContactIn,
    known::{Who, is_guarded, same_name, same_phone, who},
    people::{parent_in_law, relationship},
};
use crate::{
    Refusal,
    imports::{
        changes::{Clash, Clashed, Detail},
        plan::Ids,
        source_ids::SourceIds,
    },
};

/// Whose contacts.
pub(super) struct Whose<'a> {
    pub(super) school: SchoolId,
    pub(super) pupil: PupilId,
    pub(super) stored: &'a [Contact],
    pub(super) guarded: &'a Guarded,
    pub(super) corrected: &'a Corrected,
    pub(super) source: &'a SourceIds,
}

/// What is new, what changed and how, how many are as they were, and the rows
/// somebody has to look at.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) added: Vec<Contact>,
    pub(super) changed: Vec<(Contact, Vec<Detail>)>,
    pub(super) same: usize,
    pub(super) clashes: Vec<Clashed>,
    /// Corrections, and what the source says now.
    pub(super) heard: Vec<(Correction, String)>,
    pub(super) counted: Counted,
    /// Who each is whom its source calls by an id.
    pub(super) met: Vec<(String, ContactId)>,
}

impl Compared {
    fn meet(&mut self, row: &ContactIn, contact: ContactId) {
        let key = row.source_id.clone();
        self.met.extend(key.map(|key| (key, contact)));
    }

    /// What is different, in words.
    pub(super) fn details(&self) -> Vec<Detail> {
        let added = self.added.iter().filter_map(|contact| {
            let about = format!("{} ({})", contact.name.full, contact.relationship.label());
            Detail::of("Contact added", "", about)
        });
        let changed = self.changed.iter().flat_map(|(_, details)| details.clone());
        added.chain(changed).collect()
    }
}

impl Compared {
    /// Takes in somebody who is known, with what was put right laid over.
    fn take(&mut self, laid: Laid<Contact>) {
        self.counted.add(&laid);
        if laid.is == laid.was && laid.heard.is_empty() {
            self.same += 1;
            return;
        }
        let mut details = details(&laid.was, &laid.is);
        details.extend(laid.said);
        details.extend(laid.silent);
        self.heard.extend(laid.heard);
        self.changed.push((laid.is, details));
    }
}

/// Compares one pupil's contacts.
pub(super) fn compare(
    whose: &Whose<'_>,
    rows: &[(u32, &ContactIn)],
    ids: &Ids<'_>,
) -> Result<Compared, Refusal> {
    let mut compared = Compared::default();
    for ((line, row), who) in rows.iter().zip(who(whose, rows)) {
        match who {
            Who::New => {
                let contact = fresh(whose, row, ids)?;
                compared.meet(row, contact.id);
                compared.added.push(contact);
            }
            Who::Unclear => compared.clashes.push(Clashed {
                line: *line,
                clash: Clash::MayBeKnown,
            }),
            Who::Stored(stored) => {
                compared.meet(row, stored.id);
                let mut contact = applied(stored, row);
                if is_guarded(whose.guarded, stored.id) {
                    // What an account or a restriction hangs on is for people to change.
                    contact.name.full = stored.name.full.clone();
                }
                compared.take(whose.corrected.contact(stored, contact));
            }
        }
    }
    // Contacts beside each other in one row are one row to look at.
    compared.clashes.dedup();
    Ok(compared)
}

fn fresh(whose: &Whose<'_>, row: &ContactIn, ids: &Ids<'_>) -> Result<Contact, Refusal> {
    let name = PersonName::new(row.name.clone());
    let other = domain::contact::Relationship::Other;
    let bare = Contact::new(ids.next()?, whose.school, whose.pupil, name, other);
    Ok(applied(&bare, row))
}

fn applied(stored: &Contact, row: &ContactIn) -> Contact {
    let mut contact = stored.clone();
    // A roster has no titles: a name that is the same but for them stays.
    if row.source_id.is_none() || !same_name(stored, row) {
        contact.name.full = row.name.clone();
    }
    contact.order = row.place.or(stored.order);
    let unsaid = stored.relationship == domain::contact::Relationship::Other;
    if let Some(said) = row.relation.or(row.at_least.filter(|_| unsaid)) {
        contact.relationship = relationship(said);
    }
    contact.responsibility = row.responsibility.unwrap_or(stored.responsibility);
    if let Some(phone) = &row.phone
        && (row.source_id.is_none() || !same_phone(stored, row))
    {
        contact.reach.phone = Some(phone.clone());
    }
    if let Some(email) = &row.email
        && !is_same_text(stored.reach.email.as_ref(), email)
    {
        contact.reach.email = Some(email.clone());
    }
    // What somebody has checked is not for a file to undo.
    if stored.parent_in_law == Known::Unknown {
        let known = stored.relationship.code().parse::<Said>().ok();
        if let Some(said) = row.relation.or(known) {
            contact.parent_in_law = parent_in_law(said, contact.responsibility);
        }
    }
    contact
}

fn is_same_text(stored: Option<&Email>, said: &Email) -> bool {
    stored.is_some_and(|stored| stored == said)
}

fn details(before: &Contact, after: &Contact) -> Vec<Detail> {
    let whose = after.name.full.as_str();
    let phone = |contact: &Contact| text(contact.reach.phone.as_ref());
    let email = |contact: &Contact| {
        let email = contact.reach.email.as_ref();
        email.map_or_else(String::new, ToString::to_string)
    };
    let order = |contact: &Contact| {
        contact
            .order
            .map_or_else(String::new, |place| place.to_string())
    };
    [
        Detail::of(
            "Contact’s name",
            before.name.full.as_str(),
            after.name.full.as_str(),
        ),
        Detail::of(
            format!("{whose}: relationship"),
            before.relationship.label(),
            after.relationship.label(),
        ),
        Detail::of(
            format!("{whose}: parental responsibility"),
            before.responsibility.label(),
            after.responsibility.label(),
        ),
        Detail::of(
            format!("{whose}: parent in education law"),
            before.parent_in_law.label(),
            after.parent_in_law.label(),
        ),
        Detail::of(format!("{whose}: telephone"), phone(before), phone(after)),
        Detail::of(format!("{whose}: email"), email(before), email(after)),
        Detail::of(
            format!("{whose}: place in the order of contacts"),
            order(before),
            order(after),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn text<const MAX: usize>(line: Option<&Line<MAX>>) -> String {
    line.map_or_else(String::new, ToString::to_string)
}
