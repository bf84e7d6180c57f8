//! Which menu a person has, from what they are. Only pages that are there.

use app::Identity;
use domain::account::{AccountKind, SchoolRole, SchoolRoles};

use crate::{layout::Menu, routes::places};

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
        AccountKind::Family => places::FAMILY,
        AccountKind::Pupil => places::ME,
        AccountKind::Outside => places::OUTSIDE,
        AccountKind::Staff if has_caseload(me) => places::TODAY,
        AccountKind::Staff if me.roles.has_any(SETTINGS) => places::SETTINGS,
        AccountKind::Staff => places::REPORTS_NOW,
    }
}

/// Whoever runs a programme or is its key worker has one, whatever else they are.
fn has_caseload(me: &Identity) -> bool {
    me.roles.has_any(CASELOAD) || me.runs > 0
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
            if has_caseload(me) {
                items.extend([("Today", places::TODAY), ("Programmes", places::PROGRAMMES)]);
            }
            if me.roles.has(SchoolRole::Teacher) {
                items.push(("Lesson reports", places::REPORTS_NOW));
                items.push(("Questions", places::ASKED));
            }
            // A mentor or a teacher finds the programmes they are part of.
            if !has_caseload(me) && me.roles.has(SchoolRole::Teacher) {
                items.push(("Programmes", places::PROGRAMMES));
            }
            if me.roles.has_any(ROLL) {
                items.push(("Pupils", places::ROLL));
            }
            if me.roles.has_any(SETTINGS) {
                items.push(("Settings", places::SETTINGS));
            }
        }
        AccountKind::Family | AccountKind::Pupil | AccountKind::Outside => {}
    }
    // Every lesson is under the first of them.
    let path = if path.starts_with("/reports/") {
        places::REPORTS_NOW
    } else {
        path
    };
    Menu::of(&items, path)
}
/// Who keeps the roll.
const ROLL: SchoolRoles = SchoolRoles::of(&[
    SchoolRole::Head,
    SchoolRole::Office,
    SchoolRole::Administrator,
]);
