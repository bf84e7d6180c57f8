//! Schools, classes and who is in them.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{
    Group, Org, OrgKind, Place, Purpose, RoleKind,
    tables::{Tables, first, names, some},
};
use crate::{cells::date::iso, roster::RosterRow};

pub(super) fn orgs(tables: &Tables<'_>) -> Vec<Org> {
    let rows = tables.standing("orgs");
    rows.map(|row| Org {
        key: row.value("sourcedId").to_owned(),
        name: row.value("name").to_owned(),
        kind: if row.value("type").eq_ignore_ascii_case("school") {
            OrgKind::School
        } else {
            OrgKind::Other
        },
        identifier: some(row.value("identifier")),
        parent: some(row.value("parentSourcedId")),
    })
    .collect()
}

pub(super) fn groups(tables: &Tables<'_>) -> Vec<Group> {
    let by_id = |table| -> HashMap<&str, &RosterRow> {
        let rows = tables.standing(table);
        rows.map(|row| (row.value("sourcedId"), row)).collect()
    };
    let (courses, terms) = (by_id("courses"), by_id("academicSessions"));
    let rows = tables.rows("classes");
    rows.map(|(_, row)| {
        let course = courses.get(row.value("courseSourcedId"));
        let subject = [
            row.value("subjects"),
            course.map_or("", |course| course.value("subjects")),
        ];
        let subject = subject.into_iter().flat_map(names).next();
        let sessions = || {
            let named = names(first(row, &["termSourcedIds", "sessionSourcedIds"]));
            named.filter_map(|term| terms.get(term))
        };
        let day = |term: &&&RosterRow, heading| iso(term.value(heading));
        Group {
            key: row.value("sourcedId").to_owned(),
            change: row.change,
            org: some(first(row, &["schoolSourcedId", "orgSourcedId"])),
            title: row.value("title").to_owned(),
            code: some(row.value("classCode")),
            subject: subject
                .or_else(|| course.map(|course| course.value("title")))
                .and_then(some),
            purpose: if row.value("classType").eq_ignore_ascii_case("homeroom") {
                Purpose::Homeroom
            } else {
                Purpose::Scheduled
            },
            from: sessions().filter_map(|term| day(&term, "startDate")).min(),
            until: sessions().filter_map(|term| day(&term, "endDate")).max(),
        }
    })
    .collect()
}

/// Somebody who is in a class without dates is in it as long as it lasts.
pub(super) fn places(tables: &Tables<'_>, groups: &[Group]) -> Vec<Place> {
    let lasts: HashMap<&str, (Option<Date>, Option<Date>)> = groups
        .iter()
        .map(|group| (group.key.as_str(), (group.from, group.until)))
        .collect();
    let rows = tables.rows("enrollments");
    rows.map(|(_, row)| {
        let group = row.value("classSourcedId");
        let (from, until) = lasts.get(group).copied().unwrap_or_default();
        Place {
            key: some(row.value("sourcedId")),
            change: row.change,
            group: group.to_owned(),
            person: row.value("userSourcedId").to_owned(),
            kind: RoleKind::read(row.value("role")),
            from: iso(row.value("beginDate")).or(from),
            until: iso(row.value("endDate")).or(until),
        }
    })
    .collect()
}
