//! The school's own days: looking at them, changing some by hand, and working
//! the dates of running programmes out again when they change.

pub mod change;
mod redate;
pub mod view;

pub(crate) use redate::redate;
