//! Forms on the screen: one set of pages for every form, drawn from its file.
//!
//! A pupil comes by `/me/questions/...`, a parent by `/family/questions/...`,
//! staff and scribes by `/questions/...`. What differs is the look and who writes.

pub mod check;
mod field;
mod group;
pub mod page;
mod parts;
mod problems;
mod record;
mod said;
pub mod sent;
mod sharing;
pub mod start;
mod way;

use domain::id::AskId;

pub(in crate::pages) use parts::parts;
pub(in crate::pages) use said::said;

use crate::failure::Failure;

/// The ask that an address names.
pub(in crate::pages) fn ask(written: &str) -> Result<AskId, Failure> {
    written.parse().map_err(|_| Failure::NotFound)
}
