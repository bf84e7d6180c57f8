//! The plan of one programme: writing it, agreeing it, signing it, changing it.

pub mod agree;
pub mod amend;
mod around;
pub mod card;
pub mod edit;
mod on_paper;
pub mod print;
pub mod sign;
mod signers;
pub mod versions;
pub mod view;
mod writing;

pub use around::{Around, seen};

#[cfg(test)]
pub(crate) mod cast;
#[cfg(test)]
mod tests;
pub(crate) use signers::asked;

pub(crate) use signers::order as signing_order;
