//! `/programmes/{ref}/plan`: the agreement and its targets.

pub(crate) mod answer;
pub mod arrangements;
pub mod card;
mod day_card;
mod frame;
pub mod own;
mod preview;
pub mod print;
pub mod promise;
mod sheet;
pub mod show;
pub mod sign;
pub(crate) mod signing;
pub mod versions;
pub mod write;
mod write_fields;
mod write_page;
