//! `/programmes/{ref}/check-ins`: the key worker's meetings with the pupil, as
//! they are written down and as they are read.

mod form;
pub mod index;
pub mod new;
mod record;

use domain::programme::ProgrammeRef;

use super::case_band::root;

/// Where the record is.
pub(crate) fn place(reference: &ProgrammeRef) -> String {
    format!("{}/check-ins", root(reference))
}
