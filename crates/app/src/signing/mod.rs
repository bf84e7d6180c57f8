//! Signing, one way for everything that is signed: the plan, a review, and how a
//! programme ended. Whose name was typed, what somebody else answered, and how
//! the lines read are the same for all three.

mod given;
mod lines;
pub mod paper;
pub mod paper_view;

pub use given::AnswerGiven;
pub(crate) use given::{channel, own_name};
pub(crate) use lines::lines;
pub use lines::{SigningLine, Whose};

/// Nobody writes an answer over a signature.
pub(crate) const SIGNED: &str = "They have signed this already, and it stays as they signed it";
