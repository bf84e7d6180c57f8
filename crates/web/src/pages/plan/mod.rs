//! `/programmes/{ref}/plan`: the agreement and its targets.

pub mod arrangements;
mod clash;
pub mod own;
mod preview;
pub mod promise;
mod sheet;
pub mod show;
pub mod sign;
mod signing;
pub mod target;
pub mod versions;
pub mod write;
mod write_fields;
mod write_page;
