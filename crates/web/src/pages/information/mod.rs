//! `/programmes/{ref}/information`: who was asked, what came in, and each
//! person's answers.

pub mod ask;
mod header;
pub mod index;
pub mod show;

use domain::programme::ProgrammeRef;

use crate::failure::Failure;

/// The programme that an address names.
fn reference(written: &str) -> Result<ProgrammeRef, Failure> {
    written.parse().map_err(|_| Failure::NotFound)
}
