//! The old form of School Data Sync: pupils and teachers have a file each, and
//! so has who is in which class.

use std::collections::HashMap;

use domain::text::Line;
use jiff::civil::Date;

use super::{
    Group, Modes, Org, OrgKind, Person, Place, Purpose, Role, RoleKind, Roster,
    people::{words, year},
    tables::{Tables, some},
};
use crate::{
    cells::{email::EmailAddress, number::Adno, upn::Upn},
    roster::{RosterRow, check::american},
};

/// From when to when each class lasts.
type Lasts = HashMap<String, (Option<Date>, Option<Date>)>;

pub(super) fn roster(tables: &Tables<'_>) -> Roster {
    let pupils = tables
        .rows("Student")
        .map(|(line, row)| person(line, row, RoleKind::Pupil));
    let teachers = tables
        .rows("Teacher")
        .map(|(line, row)| person(line, row, RoleKind::Teacher));
    let groups: Vec<Group> = tables.standing("Section").map(group).collect();
    let lasts: Lasts = groups
        .iter()
        .map(|group| (group.key.clone(), (group.from, group.until)))
        .collect();
    let learning = places(tables, "StudentEnrollment", RoleKind::Pupil, &lasts);
    let teaching = places(tables, "TeacherRoster", RoleKind::Teacher, &lasts);
    Roster {
        orgs: tables.standing("School").map(org).collect(),
        people: pupils.chain(teachers).collect(),
        groups,
        places: learning.into_iter().chain(teaching).collect(),
        modes: Modes {
            people: tables.mode("Student"),
            groups: tables.mode("Section"),
            places: tables.mode("StudentEnrollment"),
        },
    }
}

fn org(row: &RosterRow) -> Org {
    Org {
        key: row.value("DfE Number").to_owned(),
        name: row.value("Name").to_owned(),
        kind: OrgKind::School,
        identifier: some(row.value("DfE Number")),
        parent: None,
    }
}

/// Pupils and teachers may have one number; only together with what they are
/// does it name somebody.
fn id(kind: RoleKind, number: &str) -> String {
    format!("{}/{number}", kind.code())
}

fn person(line: u32, row: &RosterRow, kind: RoleKind) -> Person {
    let number: Option<Line<60>> = words(row.value("Student Number"));
    let known = [row.value("Student Number"), row.value("ID")];
    let upn = known.iter().find_map(|words| Upn::read(words).ok());
    Person {
        line,
        key: id(kind, row.value("ID")),
        change: row.change,
        roles: vec![Role {
            kind,
            org: some(row.value("School DfE Number")),
            ends: None,
        }],
        given: row.value("First Name").to_owned(),
        family: row.value("Last Name").to_owned(),
        goes_by: None,
        goes_by_family: None,
        adno: number
            .filter(|_| upn.is_none())
            .and_then(|number| Adno::read(number.as_str()).ok().flatten()),
        upn,
        staff_id: words(row.value("Teacher Number")),
        staff_code: None,
        email: None,
        signs_in_with: EmailAddress::read(row.value("Username")),
        phone: None,
        year: year(row.value("Grade")),
        born: american(row.value("Birthdate")),
        sex: None,
        agents: Vec::new(),
    }
}

fn group(row: &RosterRow) -> Group {
    let subject = [row.value("Course Subject"), row.value("Course Name")];
    Group {
        key: row.value("ID").to_owned(),
        change: row.change,
        org: some(row.value("School DfE Number")),
        title: row.value("Section Name").to_owned(),
        code: None,
        subject: subject.into_iter().find_map(some),
        purpose: Purpose::Scheduled,
        from: american(row.value("Term StartDate")),
        until: american(row.value("Term EndDate")),
    }
}

fn places(tables: &Tables<'_>, table: &str, kind: RoleKind, lasts: &Lasts) -> Vec<Place> {
    let rows = tables.rows(table);
    rows.map(|(_, row)| {
        let section = row.value("Section ID");
        let (from, until) = lasts.get(section).copied().unwrap_or_default();
        Place {
            key: None,
            change: row.change,
            group: section.to_owned(),
            person: id(kind, row.value("ID")),
            kind,
            from,
            until,
        }
    })
    .collect()
}
