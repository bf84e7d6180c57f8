//! Which menu a person has, from what they are. Only pages that are there.

use app::Identity;
use domain::account::{AccountKind, SchoolRole, SchoolRoles};

use crate::layout::{Here, Menu, MenuItem};

const CASELOAD: SchoolRoles = SchoolRoles::of(&[
    SchoolRole::Head,
    SchoolRole::Coordinator,
    SchoolRole::Dsl,
    SchoolRole::Senco,
    SchoolRole::HeadOfYear,
]);
const SETTINGS: SchoolRoles = SchoolRoles::of(&[
    SchoolRole::Head,
    SchoolRole::Coordinator,
    SchoolRole::Administrator,
    SchoolRole::Office,
]);

/// Where a person's day begins.
pub(crate) fn home(me: &Identity) -> &'static str {
    match me.kind {
        AccountKind::Family => "/family",
        AccountKind::Pupil => "/me",
        AccountKind::Outside => "/outside",
        AccountKind::Staff if me.roles.has_any(CASELOAD) => "/today",
        AccountKind::Staff if me.roles.has_any(SETTINGS) => "/settings",
        AccountKind::Staff => "/reports/now",
    }
}

/// Whether the masthead offers the search.
pub(crate) fn finds_pupils(me: &Identity) -> bool {
    me.kind == AccountKind::Staff && me.roles.has_any(CASELOAD)
}

/// The menu of one page for this person.
pub(crate) fn for_person(me: &Identity, path: &str) -> Menu {
    let mut items: Vec<(&str, &str)> = Vec::new();
    match me.kind {
        AccountKind::Staff => {
            if me.roles.has_any(CASELOAD) {
                items.extend([("Today", "/today"), ("Programmes", "/programmes")]);
            }
            if me.roles.has(SchoolRole::Teacher) {
                items.push(("Lesson reports", "/reports/now"));
                items.push(("Questions", "/asked"));
            }
            if me.roles.has_any(SETTINGS) {
                items.push(("Settings", "/settings"));
            }
        }
        AccountKind::Family | AccountKind::Pupil | AccountKind::Outside => {}
    }
    let holder = items
        .iter()
        .filter(|(_, href)| holds(href, path))
        .max_by_key(|(_, href)| href.len());
    let held = holder.map(|(_, href)| *href);
    let items = items
        .iter()
        .map(|(text, href)| MenuItem {
            text: (*text).to_owned(),
            href: (*href).to_owned(),
            here: match held {
                Some(held) if held == *href && path == held => Here::At,
                Some(held) if held == *href => Here::Under,
                _ => Here::Elsewhere,
            },
        })
        .collect();
    Menu { items, row: false }
}

fn holds(href: &str, path: &str) -> bool {
    path.strip_prefix(href)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
