//! The roll: what the school's own system says of pupils, where it came from
//! and when, and what people here have put right.
//!
//! For the office, the head and the system administrator. Nothing of a
//! programme is read here, so nothing of one can leak.

mod came;
pub mod choose;
pub mod correct;
pub mod find;
pub mod pupil;

pub use came::{Came, Names};
