//! How a programme ends: what the people in the room propose, and what the head
//! confirms.
//!
//! Nothing here works out an outcome. The plan is judged, never the pupil; a
//! plan whose help was not delivered says so before it can be judged
//! unsuccessful. People who do not agree have both views kept.

mod aftercare;
mod confirm;
mod draft;
mod evaluation;
mod problem;
mod proposal;

pub use aftercare::{Aftercare, AftercareCheck, AftercareProblem};
pub use confirm::{ConfirmProblem, Confirmation, Outcome, RiskNow};
pub use draft::{CarriesOnAnswer, ConsideredAnswer, EndingAnswer, EndingDraft, EndingFrame};
pub use evaluation::{Evaluation, StartToEnd, TargetEnd, TargetEnding, banner};
pub use problem::OutcomeProblem;
pub use proposal::{CarriesOn, Choice, Considered, Proposal, Proposed, Verdict};

#[cfg(test)]
pub(crate) mod cast;
#[cfg(test)]
mod tests;
