//! `/programmes/{ref}/meetings`: the meetings of a programme.

pub mod book;
pub mod index;
pub mod show;
mod typed;
