//! `/settings/people`: who has an account.

pub mod again;
pub mod index;
pub mod invite;

use domain::account::SchoolRole;

/// Every role in the school, for ticking.
fn all_roles() -> Vec<(&'static str, &'static str)> {
    SchoolRole::ALL
        .iter()
        .map(|role| (role.code(), role.label()))
        .collect()
}
