//! Documents that somebody writes because they are needed: a profile, a review
//! of learning, a mentor, an assessment. Each is one file in `forms/`; that
//! file says who writes it and who reads it, and nothing here knows which
//! documents there are.
//!
//! Writing and sending are those of [`crate::gathering`]. What was sent stays
//! as it was sent: a newer one follows it and takes its place.

mod begin;
mod list;

pub use begin::BeginDocument;
pub(crate) use list::may_know;
pub use list::{DocumentLine, Documents, Earlier, Kind, State, ViewDocuments};

use forms::{Catalogue, Form, Group, Role, Several, Written};

use crate::{policy::Facts, reading};

/// The newest form of a document that is begun when it is needed.
fn needed(code: &str) -> Option<&'static Form> {
    all().into_iter().find(|form| form.code.as_str() == code)
}

/// Every document that is begun when it is needed, in the order they are listed.
fn all() -> Vec<&'static Form> {
    let Ok(catalogue) = Catalogue::shipped() else {
        return Vec::new();
    };
    let mut forms = catalogue.for_work();
    forms.retain(|form| group(form).is_some());
    forms
}

/// Where a document stands among the others, if it is begun when it is needed.
const fn group(form: &Form) -> Option<Group> {
    match form.written {
        Written::WhenAsked => None,
        Written::WhenNeeded { group, .. } => Some(group),
    }
}

/// Whether more than one of a kind can stand side by side.
const fn stands_beside_another(form: &Form) -> bool {
    matches!(
        form.written,
        Written::WhenNeeded {
            several: Several::SideBySide,
            ..
        }
    )
}

/// Whether somebody with these facts writes this document.
fn writes(form: &Form, facts: &Facts) -> bool {
    let rights = &form.rights;
    let by = |role: &Role| rights.fills.contains(role) || rights.edits.contains(role);
    reading::roles(facts).iter().any(by)
}
