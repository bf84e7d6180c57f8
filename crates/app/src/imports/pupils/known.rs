//! Which stored contact each row of one pupil's contacts is about: what its
//! source calls them first, then all names before anything else, so that no row
//! takes another's place.
//!
//! A contact with an account or a restriction is known by name alone, and
//! whoever may be such a contact under another name is left for a person: a
//! list must never move a restriction to somebody else, or leave it behind.

use std::collections::BTreeSet;

use domain::{
    contact::{Contact, Relationship},
    id::ContactId,
};
use store::{contacts::Guarded, source_ids::Named};

use super::{contacts::Whose, incoming::ContactIn, people::relationship};

/// Whom a row is about.
#[derive(Clone, Copy)]
pub(super) enum Who<'a> {
    /// Somebody who is stored.
    Stored(&'a Contact),
    /// Somebody nobody has heard of.
    New,
    /// Perhaps somebody whom a file may not change: a person has to look.
    Unclear,
}

/// Whom each row is about, in the order of the rows.
pub(super) fn who<'a>(whose: &Whose<'a>, rows: &[(u32, &ContactIn)]) -> Vec<Who<'a>> {
    let mut looking = Looking {
        free: whose.stored.iter().collect(),
        found: vec![None; rows.len()],
    };
    looking.pass(rows, |stored, row| {
        let free = !is_guarded(whose.guarded, stored.id) || same_name(stored, row);
        free && is_called(whose, stored, row)
    });
    looking.pass(rows, |stored, row| {
        same_name(stored, row) && same_relation(stored, row)
    });
    looking.pass(rows, same_name);
    looking.pass(rows, |stored, row| {
        !is_guarded(whose.guarded, stored.id) && is_reached_alike(stored, row)
    });
    let Looking { free, found } = looking;
    let each = rows.iter().zip(found);
    each.map(|((_, row), found)| settled(whose, &free, row, found))
        .collect()
}

/// Whether a contact has an account or a restriction.
pub(super) fn is_guarded(guarded: &Guarded, contact: ContactId) -> bool {
    guarded.accounts.contains(&contact) || guarded.restricted.contains(&contact)
}

/// Whether the source of the row calls this contact so.
fn is_called(whose: &Whose<'_>, stored: &Contact, row: &ContactIn) -> bool {
    let keys = whose.source.keys(Named::Contact, stored.id);
    row.source_id.as_ref().is_some_and(|key| keys.contains(key))
}

struct Looking<'a> {
    free: Vec<&'a Contact>,
    found: Vec<Option<&'a Contact>>,
}

impl Looking<'_> {
    /// Gives each row that has nobody yet the first free contact that fits.
    fn pass(&mut self, rows: &[(u32, &ContactIn)], fits: impl Fn(&Contact, &ContactIn) -> bool) {
        for ((_, row), found) in rows.iter().zip(&mut self.found) {
            if found.is_none()
                && let Some(at) = self.free.iter().position(|stored| fits(stored, row))
            {
                *found = Some(self.free.remove(at));
            }
        }
    }
}

fn settled<'a>(
    whose: &Whose<'a>,
    free: &[&Contact],
    row: &ContactIn,
    found: Option<&'a Contact>,
) -> Who<'a> {
    let restricted = |one: &&Contact| whose.guarded.restricted.contains(&one.id);
    let resembles = || {
        whose
            .stored
            .iter()
            .filter(restricted)
            .any(|one| is_like(one, row))
    };
    match found {
        Some(stored) if same_name(stored, row) => {
            // Two of one name: a restriction stays with whom it was made for.
            let other = stored.relationship != Relationship::Other && !same_relation(stored, row);
            if restricted(&stored) && other {
                Who::Unclear
            } else {
                Who::Stored(stored)
            }
        }
        Some(stored) if is_called(whose, stored, row) => Who::Stored(stored),
        Some(_) if resembles() => Who::Unclear,
        Some(stored) => Who::Stored(stored),
        None => {
            let guarded = |one: &&Contact| is_guarded(whose.guarded, one.id);
            let mut left = free.iter().copied().filter(guarded);
            let mut all = whose.stored.iter().filter(guarded);
            let under_another_name =
                left.any(|one| is_reached_alike(one, row) || is_called(whose, one, row));
            if under_another_name || all.any(|one| same_name(one, row)) || resembles() {
                Who::Unclear
            } else {
                Who::New
            }
        }
    }
}

/// Whether a row may be a restricted contact under another name.
fn is_like(stored: &Contact, row: &ContactIn) -> bool {
    let (known, said) = (words(stored.name.full.as_str()), words(row.name.as_str()));
    let relation = row.relation.is_some()
        && stored.relationship != Relationship::Other
        && same_relation(stored, row);
    !known.is_disjoint(&said) || relation || same_phone(stored, row) || same_email(stored, row)
}

/// The same relationship and a way to reach them that is the same.
fn is_reached_alike(stored: &Contact, row: &ContactIn) -> bool {
    row.relation.is_some()
        && same_relation(stored, row)
        && (same_phone(stored, row) || same_email(stored, row))
}

pub(super) fn same_name(stored: &Contact, row: &ContactIn) -> bool {
    words(stored.name.full.as_str()) == words(row.name.as_str())
}

/// A row that does not say what they are contradicts nothing.
fn same_relation(stored: &Contact, row: &ContactIn) -> bool {
    row.relation
        .is_none_or(|said| relationship(said) == stored.relationship)
}

pub(super) fn same_phone(stored: &Contact, row: &ContactIn) -> bool {
    let known = stored
        .reach
        .phone
        .as_ref()
        .map(|phone| digits(phone.as_str()));
    let said = row.phone.as_ref().map(|phone| digits(phone.as_str()));
    known.is_some_and(|known| !known.is_empty() && Some(known) == said)
}

fn same_email(stored: &Contact, row: &ContactIn) -> bool {
    row.email.is_some() && stored.reach.email == row.email
}

/// A number as it is dialled at home: "+44 7700 900001" is "07700 900001".
fn digits(phone: &str) -> String {
    let all: String = phone.chars().filter(char::is_ascii_digit).collect();
    match all.strip_prefix("0044").or_else(|| all.strip_prefix("44")) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => all,
    }
}

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "rev",
    "sir",
];

/// The words of a name without a title, in no order: "Mr Kit Barlow" and
/// "BARLOW, Kit" are one.
fn words(name: &str) -> BTreeSet<String> {
    let plain = name.to_lowercase().replace('’', "'");
    let all = plain
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty());
    let bare: BTreeSet<String> = all
        .clone()
        .filter(|word| !TITLES.contains(word))
        .map(str::to_owned)
        .collect();
    if bare.is_empty() {
        all.map(str::to_owned).collect()
    } else {
        bare
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_the_order_of_words_and_signs_do_not_make_another_person() {
        for same in [
            "Mr Kit Barlow",
            "BARLOW, Kit",
            "dr. kit  barlow",
            "Kit Barlow",
        ] {
            assert_eq!(words(same), words("Kit Barlow"), "{same}");
        }
        assert_ne!(words("Kit Marlow"), words("Kit Barlow"));
        assert!(!words("Dr").is_empty());
    }

    #[test]
    fn a_number_is_the_same_from_abroad() {
        assert_eq!(digits("+44 (0)7700 900001"), digits("07700 900 001"));
        assert_ne!(digits("07700 900002"), digits("07700 900001"));
    }
}
