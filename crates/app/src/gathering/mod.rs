//! Gathering what everyone says before the first meeting: asking, filling in,
//! writing down for somebody, sending, reading, and what an answer may raise.

pub mod ask;
pub mod fill;
mod hand;
pub mod information;
pub mod mine;
mod names;
pub mod read;
pub mod safety;
pub mod scribe;
pub mod send;
pub mod share;
pub mod waive;

pub(crate) use names::of_case as names_of;

pub use hand::{Hand, OwnHand, ScribeHand};
pub use store::{
    answers::{Duty, Line, Mode, Scribe},
    asks::{AskRow, Waived},
};
