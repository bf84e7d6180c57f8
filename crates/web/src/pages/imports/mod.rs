//! `/settings/imports`: files from the school's own system, from choosing one
//! to storing it.

pub mod headings;
pub mod index;
mod parts;
pub mod refused;
pub mod show;
mod together;
pub mod undo;
pub(in crate::pages) mod words;

/// Where the list is.
pub const PATH: &str = "/settings/imports";
