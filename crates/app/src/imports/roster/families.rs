//! Who belongs to which pupil of a roster. Either may name the other.

use std::collections::HashMap;

use domain::text::Line;
use intake::{
    cells::contact::Relationship,
    roster::{
        Change,
        meant::{Person, RoleKind, Roster},
    },
};

use crate::imports::pupils::incoming::ContactIn;

/// The contacts of each pupil, by the pupil's id in the roster, with what the
/// roster says of them beside that they belong.
pub(super) type Families<'r> = HashMap<&'r str, Vec<(&'r Person, Option<RoleKind>)>>;

/// The families of a roster.
pub(super) fn families(roster: &Roster) -> Families<'_> {
    let people: HashMap<&str, &Person> = roster
        .people
        .iter()
        .filter(|person| person.change == Change::Stands)
        .map(|person| (person.key.as_str(), person))
        .collect();
    let mut families = Families::new();
    let mut join = |pupil, person: &'_ Person, said| {
        // The same row, so that it lives as long as the roster.
        let Some(person) = people.get(person.key.as_str()).copied() else {
            return;
        };
        let family: &mut Vec<(&Person, Option<RoleKind>)> = families.entry(pupil).or_default();
        if !family.iter().any(|(one, _)| one.key == person.key) {
            family.push((person, said));
        }
    };
    for person in people.values() {
        for agent in &person.agents {
            if is_family(person) {
                join(agent.key.as_str(), person, agent.said);
            } else if let Some(other) = people.get(agent.key.as_str())
                && (is_family(other) || agent.said.is_some_and(RoleKind::is_family))
            {
                join(person.key.as_str(), other, agent.said);
            }
        }
    }
    for family in families.values_mut() {
        family.sort_by_key(|(person, _)| person.line);
    }
    families
}

pub(super) fn is_family(person: &Person) -> bool {
    person.roles.iter().any(|role| role.kind.is_family())
}

/// Somebody as a contact. What they are to the pupil is only said where nothing
/// better is known, and parental responsibility never.
pub(super) fn contact(person: &Person, said: Option<RoleKind>) -> Option<ContactIn> {
    let mut roles = person.roles.iter().map(|role| role.kind);
    Some(ContactIn {
        source_id: Some(person.key.clone()),
        name: full_name(person)?,
        relation: None,
        at_least: match said.or_else(|| roles.find(|kind| kind.is_family())) {
            Some(RoleKind::Parent) => Some(Relationship::FamilyMember),
            Some(RoleKind::Relative) => Some(Relationship::Relative),
            _ => None,
        },
        responsibility: None,
        phone: person
            .phone
            .as_ref()
            .and_then(|phone| Line::new(phone.as_str()).ok()),
        email: person
            .email
            .as_ref()
            .and_then(|email| email.as_str().parse().ok()),
        place: None,
    })
}

/// Their name as they go by.
pub(super) fn full_name(person: &Person) -> Option<Line<120>> {
    let given = person.goes_by.as_ref();
    let given = given.map_or(person.given.as_str(), Line::as_str);
    Line::new(&format!("{given} {}", person.family)).ok()
}
