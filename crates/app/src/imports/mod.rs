//! Importing pupils, staff and the school's calendar from files.
//!
//! In the order a file passes through: [`look`] reads it with `intake`; the
//! `pupils`, `staff`, `calendar` and `register` modules compare it with what is stored;
//! [`preview`] keeps it for confirming and stores nothing else; [`view`] shows
//! what would happen; [`confirm`] stores exactly the accepted rows, in one
//! transaction, and [`undo`] takes them back for thirty days. The same comparison feeds page, command and store, so what was
//! shown is what is done.
//!
//! Nothing that a file says deletes, and an empty cell never blanks what is stored.

pub(crate) mod bring;
mod calendar;
pub mod changes;
pub mod confirm;
pub mod forget;
pub mod headings;
mod kept;
mod kind;
mod look;
mod ours;
mod plan;
pub mod preview;
mod pupils;
mod recorded;
pub mod refused;
mod register;
pub mod roll;
mod roster;
mod rows;
mod run;
pub(crate) mod schools;
mod source_ids;
mod staff;
pub mod undo;
pub mod view;

pub use intake::{
    report::{Outcome, Report},
    roster::bundled,
};
pub use kind::Kind;
pub use run::ImportRun;

#[cfg(test)]
mod tests;
