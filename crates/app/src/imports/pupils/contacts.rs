//! One pupil's contacts: which stored contact each of the file's is, and what
//! would change. A contact who is not in the file stays.

use domain::{
    account::{Email, PersonName},
    contact::{Contact, Known},
    id::{PupilId, SchoolId},
    text::Line,
};
use intake::cells::contact::Relationship as Said;

use super::{
    incoming::ContactIn,
    people::{parent_in_law, relationship},
};
use crate::{
    Refusal,
    imports::{changes::Detail, plan::Ids},
};

/// Whose contacts.
pub(super) struct Whose<'a> {
    pub(super) school: SchoolId,
    pub(super) pupil: PupilId,
    pub(super) stored: &'a [Contact],
}

/// What is new, what changed and how, and how many are as they were.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) added: Vec<Contact>,
    pub(super) changed: Vec<(Contact, Vec<Detail>)>,
    pub(super) same: usize,
}

impl Compared {
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

/// Compares one pupil's contacts.
pub(super) fn compare(
    whose: &Whose<'_>,
    rows: &[&ContactIn],
    ids: &Ids<'_>,
) -> Result<Compared, Refusal> {
    let mut compared = Compared::default();
    let mut free: Vec<&Contact> = whose.stored.iter().collect();
    for row in rows {
        let found = who(&free, row).map(|at| free.remove(at));
        match found {
            None => {
                compared.added.push(fresh(whose, row, ids)?);
            }
            Some(stored) => {
                let contact = applied(stored, row);
                if contact == *stored {
                    compared.same += 1;
                } else {
                    let details = details(stored, &contact);
                    compared.changed.push((contact, details));
                }
            }
        }
    }
    Ok(compared)
}

/// Within one pupil: the same name; else the same relationship and a way to
/// reach them that is the same.
fn who(free: &[&Contact], row: &ContactIn) -> Option<usize> {
    let name = plain(row.name.as_str());
    let by_name = free
        .iter()
        .position(|stored| plain(stored.name.full.as_str()) == name);
    by_name.or_else(|| {
        let wanted = row.relation.map(relationship);
        free.iter().position(|stored| {
            let reached = row.email.is_some() && stored.reach.email == row.email
                || row.phone.is_some() && stored.reach.phone == row.phone;
            reached && wanted == Some(stored.relationship)
        })
    })
}

fn plain(name: &str) -> String {
    name.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn fresh(whose: &Whose<'_>, row: &ContactIn, ids: &Ids<'_>) -> Result<Contact, Refusal> {
    let name = PersonName::new(row.name.clone());
    let other = domain::contact::Relationship::Other;
    let bare = Contact::new(ids.next()?, whose.school, whose.pupil, name, other);
    Ok(applied(&bare, row))
}

fn applied(stored: &Contact, row: &ContactIn) -> Contact {
    let mut contact = stored.clone();
    contact.name.full = row.name.clone();
    contact.order = row.place.or(stored.order);
    if let Some(said) = row.relation {
        contact.relationship = relationship(said);
    }
    contact.responsibility = row.responsibility.unwrap_or(stored.responsibility);
    if let Some(phone) = &row.phone {
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
