//! People, with their roles, their dates of birth and whom they belong to.

use std::collections::HashMap;

use domain::text::Line;

use super::{
    Agent, Person, Role, RoleKind,
    tables::{Tables, first, names, some},
};
use crate::{
    cells::{
        date::iso,
        email::EmailAddress,
        number::Adno,
        phone::{self, Phone},
        upn::Upn,
        year::YearGroup,
        yes_no::Sex,
    },
    roster::RosterRow,
};

pub(super) fn people(tables: &Tables<'_>) -> Vec<Person> {
    let mut people: Vec<Person> = tables
        .rows("users")
        .map(|(line, row)| person(line, row))
        .collect();
    let mut at: HashMap<String, usize> = HashMap::with_capacity(people.len());
    for (n, one) in people.iter().enumerate() {
        at.entry(one.key.clone()).or_insert(n);
    }
    roles(tables, &mut people, &at);
    born(tables, &mut people, &at);
    related(tables, &mut people, &at);
    people
}

type Places = HashMap<String, usize>;

/// Roles that have a table of their own.
fn roles(tables: &Tables<'_>, people: &mut [Person], at: &Places) {
    for row in tables.standing("roles") {
        let whose = at.get(row.value("userSourcedId"));
        let Some(person) = whose.and_then(|n| people.get_mut(*n)) else {
            continue;
        };
        person.roles.push(Role {
            kind: RoleKind::read(row.value("role")),
            org: some(row.value("orgSourcedId")),
            ends: iso(first(row, &["endDate", "roleEndDate"])),
        });
        person.year = person.year.or_else(|| year(row.value("grade")));
    }
}

fn born(tables: &Tables<'_>, people: &mut [Person], at: &Places) {
    for row in tables.standing("demographics") {
        let whose = at.get(first(row, &["userSourcedId", "sourcedId"]));
        if let Some(person) = whose.and_then(|n| people.get_mut(*n)) {
            person.born = iso(row.value("birthDate"));
            person.sex = Sex::read(row.value("sex"));
        }
    }
}

/// Whoever is somebody's, in the table that has only that.
fn related(tables: &Tables<'_>, people: &mut [Person], at: &Places) {
    for row in tables.standing("relationships") {
        let whose = at.get(row.value("userSourcedId"));
        if let Some(person) = whose.and_then(|n| people.get_mut(*n)) {
            person.agents.push(Agent {
                key: row.value("relationshipUserSourcedId").to_owned(),
                said: Some(RoleKind::read(row.value("relationshipRole"))),
            });
        }
    }
}

fn person(line: u32, row: &RosterRow) -> Person {
    let said = UserIds::read(row.value("userIds"));
    let (key, identifier) = (row.value("sourcedId"), row.value("identifier"));
    let upn = [said.of("UPN"), identifier, key]
        .into_iter()
        .find_map(|words| Upn::read(words).ok());
    let adno = [said.of("ADNO"), said.of("ADMISSIONNUMBER")];
    let kind = RoleKind::read(row.value("role"));
    let mut roles = Vec::new();
    if !row.value("role").is_empty() {
        let mut orgs: Vec<Option<String>> = names(row.value("orgSourcedIds"))
            .map(|org| Some(org.to_owned()))
            .collect();
        if orgs.is_empty() {
            orgs.push(None);
        }
        let role = |org| Role {
            kind,
            org,
            ends: None,
        };
        roles.extend(orgs.into_iter().map(role));
    }
    Person {
        line,
        key: key.to_owned(),
        change: row.change,
        roles,
        given: row.value("givenName").to_owned(),
        family: row.value("familyName").to_owned(),
        goes_by: words(row.value("preferredGivenName")),
        goes_by_family: words(row.value("preferredFamilyName")),
        upn,
        adno: adno.into_iter().find_map(|words| Adno::read(words).ok()?),
        staff_id: words(either(identifier, said.of("STAFFID"))),
        staff_code: words(said.of("STAFFCODE")),
        email: EmailAddress::read(row.value("email")),
        signs_in_with: EmailAddress::read(row.value("username")),
        phone: [row.value("phone"), row.value("sms")]
            .into_iter()
            .find_map(dialled),
        year: year(first(row, &["grades", "grade"])),
        born: None,
        sex: None,
        agents: names(row.value("agentSourcedIds"))
            .map(|key| Agent {
                key: key.to_owned(),
                said: None,
            })
            .collect(),
    }
}

/// `{UPN:...},{ADNO:...}`: what somebody is called elsewhere.
struct UserIds<'w>(Vec<(&'w str, &'w str)>);

impl<'w> UserIds<'w> {
    fn read(words: &'w str) -> Self {
        let pairs = names(words).filter_map(|pair| {
            let (kind, id) = pair.strip_prefix('{')?.strip_suffix('}')?.split_once(':')?;
            Some((kind.trim(), id.trim()))
        });
        Self(pairs.collect())
    }

    fn of(&self, kind: &str) -> &'w str {
        let found = self.0.iter().find(|(one, _)| {
            let plain: String = one.chars().filter(|c| c.is_alphanumeric()).collect();
            plain.eq_ignore_ascii_case(kind)
        });
        found.map_or("", |(_, id)| id)
    }
}

const fn either<'w>(one: &'w str, other: &'w str) -> &'w str {
    if one.is_empty() { other } else { one }
}

/// One year and no more: "07" and "7", but not "07,08".
pub(super) fn year(words: &str) -> Option<YearGroup> {
    match words {
        "KG" => Some(YearGroup::Reception),
        _ => YearGroup::read(words),
    }
}

pub(super) fn words<const MAX: usize>(words: &str) -> Option<Line<MAX>> {
    Line::optional(words).ok().flatten()
}

fn dialled(words: &str) -> Option<Line<60>> {
    match phone::read(words) {
        Phone::AsTyped(number) | Phone::Fixed(number) => Line::new(number.as_str()).ok(),
        Phone::Blank | Phone::Dropped => None,
    }
}
