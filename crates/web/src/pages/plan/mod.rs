//! `/programmes/{ref}/plan`: the agreement and its targets.

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
mod signing;
pub mod versions;
pub mod write;
mod write_fields;
mod write_page;
