//! `/programmes/{ref}/meetings`: the meetings of a programme.

pub mod book;
pub mod index;
mod recorded;
pub mod show;
mod typed;
