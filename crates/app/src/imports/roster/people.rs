//! The people of a roster by what they are to our school: pupils with their
//! contacts, and staff. What they sign in with and what they look like is
//! dropped here.

use std::collections::{HashMap, HashSet};

use domain::{
    group::InGroup,
    id::{ContactId, PupilId},
    text::Line,
};
use intake::{
    reading::{Accepted, Reading, Refused},
    roster::{
        Change,
        meant::{Person, Purpose, RoleKind, Roster},
    },
};
use jiff::civil::Date;
use store::source_ids::Named;

use super::{
    families::{Families, contact, families, full_name},
    ours::Ours,
};
use crate::imports::{
    changes::{Clash, Clashed},
    pupils::incoming::{ContactIn, PupilIn},
    source_ids::SourceIds,
    staff::incoming::StaffIn,
};

/// The people of our school.
#[derive(Default)]
pub(super) struct Sorted {
    pub(super) pupils: Reading<PupilIn>,
    pub(super) staff: Reading<StaffIn>,
    /// Contacts of pupils who are not in the file themselves.
    pub(super) others: Vec<(PupilId, u32, ContactIn)>,
    /// Who is to be deleted.
    pub(super) gone_pupils: Vec<PupilId>,
    pub(super) gone_staff: Vec<String>,
    pub(super) gone_contacts: usize,
    /// How many belong to other schools.
    pub(super) elsewhere: usize,
    pub(super) clashes: Vec<Clashed>,
}

/// What is needed to sort them.
pub(super) struct Sorting<'a> {
    roster: &'a Roster,
    ours: &'a Ours,
    ids: &'a SourceIds,
    /// Whose each stored contact is.
    whose: &'a HashMap<ContactId, PupilId>,
    today: Date,
    in_file: HashSet<&'a str>,
    forms: HashMap<&'a str, &'a str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Pupil,
    Staff,
    Family,
    Elsewhere,
}

impl<'a> Sorting<'a> {
    pub(super) fn new(
        (roster, ours): (&'a Roster, &'a Ours),
        ids: &'a SourceIds,
        whose: &'a HashMap<ContactId, PupilId>,
        today: Date,
    ) -> Self {
        Self {
            roster,
            ours,
            ids,
            whose,
            today,
            in_file: roster.people.iter().map(|one| one.key.as_str()).collect(),
            forms: forms(roster, today),
        }
    }

    /// Sorts them. `unread` are the rows of people that were refused.
    pub(super) fn sorted(&self, unread: Vec<Refused>) -> Sorted {
        let mut sorted = Sorted::default();
        let families = families(self.roster);
        for person in &self.roster.people {
            if person.change == Change::Deleted {
                self.gone(person, &mut sorted);
                continue;
            }
            match self.part(person) {
                Part::Pupil => match self.pupil(person, &families) {
                    Some(row) => sorted.pupils.accepted.push(row),
                    None => sorted.clashes.push(too_long(person)),
                },
                Part::Staff => match staff(person) {
                    Some(row) => sorted.staff.accepted.push(row),
                    None => sorted.clashes.push(too_long(person)),
                },
                Part::Family => self.others(person, &mut sorted),
                Part::Elsewhere => sorted.elsewhere += 1,
            }
        }
        sorted.pupils.refused = unread;
        sorted
    }

    fn part(&self, person: &Person) -> Part {
        let now = person.roles.iter().filter(|role| {
            role.ends.is_none_or(|last| self.today <= last)
                && (role.kind.is_family() || self.ours.has(role.org.as_deref()))
        });
        let has = |fits: fn(RoleKind) -> bool| now.clone().any(|role| fits(role.kind));
        if has(|kind| kind == RoleKind::Pupil) {
            Part::Pupil
        } else if has(RoleKind::is_staff) {
            Part::Staff
        } else if has(RoleKind::is_family) {
            Part::Family
        } else {
            Part::Elsewhere
        }
    }

    fn pupil(&self, person: &Person, families: &Families<'_>) -> Option<Accepted<PupilIn>> {
        let family = families.get(person.key.as_str()).into_iter().flatten();
        let row = PupilIn {
            source_id: Some(person.key.clone()),
            upn: person
                .upn
                .as_ref()
                .and_then(|upn| upn.as_str().parse().ok()),
            former: None,
            adno: person
                .adno
                .as_ref()
                .and_then(|adno| Line::new(adno.as_str()).ok()),
            given: Line::new(&person.given).ok()?,
            family: Line::new(&person.family).ok()?,
            goes_by: short(person.goes_by.as_ref()),
            goes_by_family: short(person.goes_by_family.as_ref()),
            born: person.born,
            sex: person.sex.and_then(|sex| sex.code().parse().ok()),
            year: person.year.and_then(|year| year.code().parse().ok()),
            group: self
                .forms
                .get(person.key.as_str())
                .and_then(|form| Line::new(form).ok()),
            sen: None,
            need: None,
            free_meals: None,
            additional_english: None,
            language: None,
            in_care: None,
            contacts: family
                .filter_map(|(one, said)| contact(one, *said))
                .collect(),
        };
        Some(accepted(person, row))
    }

    /// A contact whose child is here and not in the file.
    fn others(&self, person: &Person, sorted: &mut Sorted) {
        let is_in_file = |key: &str| self.in_file.contains(key);
        let agents = person.agents.iter().filter(|agent| !is_in_file(&agent.key));
        let mut pupils: Vec<PupilId> = agents
            .flat_map(|agent| self.ids.of(Named::Pupil, &agent.key))
            .collect();
        let known: Vec<ContactId> = self.ids.of(Named::Contact, &person.key);
        pupils.extend(
            known
                .iter()
                .filter_map(|id| self.whose.get(id))
                .filter(|pupil| {
                    let keys = self.ids.keys(Named::Pupil, **pupil);
                    !keys.iter().any(|key| is_in_file(key))
                }),
        );
        pupils.sort_unstable();
        pupils.dedup();
        for pupil in pupils {
            if let Some(row) = contact(person, None) {
                sorted.others.push((pupil, person.line, row));
            }
        }
    }

    fn gone(&self, person: &Person, sorted: &mut Sorted) {
        let pupils: Vec<PupilId> = self.ids.of(Named::Pupil, &person.key);
        sorted.gone_pupils.extend(pupils);
        if !self.ids.of::<()>(Named::Staff, &person.key).is_empty() {
            sorted.gone_staff.push(person.key.clone());
        }
        sorted.gone_contacts += self.ids.of::<()>(Named::Contact, &person.key).len();
    }
}

/// The registration group each pupil is in on a day, by its short name; nothing
/// for one who is in several.
fn forms(roster: &Roster, today: Date) -> HashMap<&str, &str> {
    let homerooms: HashMap<&str, &str> = roster
        .groups
        .iter()
        .filter(|group| group.purpose == Purpose::Homeroom)
        .filter_map(|group| Some((group.key.as_str(), group.code.as_deref()?)))
        .collect();
    let mut forms: HashMap<&str, &str> = HashMap::new();
    let mut several = HashSet::new();
    for place in &roster.places {
        let days = InGroup {
            from: place.from,
            ended_on: place.until,
        };
        let stands = place.change == Change::Stands && place.kind == RoleKind::Pupil;
        let Some(form) = homerooms.get(place.group.as_str()).filter(|_| stands) else {
            continue;
        };
        if days.on(today)
            && forms
                .insert(place.person.as_str(), form)
                .is_some_and(|other| other != *form)
        {
            several.insert(place.person.as_str());
        }
    }
    forms.retain(|pupil, _| !several.contains(pupil));
    forms
}

fn accepted<T>(person: &Person, row: T) -> Accepted<T> {
    Accepted {
        line: person.line,
        row,
        notes: Vec::new(),
    }
}

const fn too_long(person: &Person) -> Clashed {
    Clashed {
        line: person.line,
        clash: Clash::TooLong,
    }
}

fn staff(person: &Person) -> Option<Accepted<StaffIn>> {
    let email = person.email.as_ref().or(person.signs_in_with.as_ref());
    let role = person
        .roles
        .iter()
        .map(|role| role.kind)
        .find(|kind| kind.is_staff());
    let row = StaffIn {
        source_id: Some(person.key.clone()),
        id: person.staff_id.clone(),
        code: person.staff_code.clone(),
        name: full_name(person)?,
        post: None,
        at_least: role.and_then(|kind| Line::new(kind.label()).ok()),
        email: email.and_then(|email| email.as_str().parse().ok()),
        ends: None,
    };
    Some(accepted(person, row))
}

fn short(name: Option<&Line>) -> Option<Line<80>> {
    Line::new(name?.as_str()).ok()
}
