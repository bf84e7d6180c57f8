//! Putting right a move that should not have been made: move 26.

use jiff::civil::Date;

use super::{Moved, Programme, ProgrammeRef, Stage, StageName};
use crate::{id::StaffId, text::Prose};

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The earlier stage, with its data as they were.
    pub to: Stage,
    /// Why.
    pub why: Prose,
    /// The head who agrees.
    pub head: Option<StaffId>,
    /// Another open programme of this pupil, if there is one.
    pub open: Option<ProgrammeRef>,
    /// Today.
    pub today: Date,
}

/// Why a correction was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorrectProblem {
    /// The stage is not an earlier one.
    #[error("correct programme: {} is not before {}", .to.code(), .from.code())]
    NotEarlier {
        /// The stage it is in.
        from: StageName,
        /// The stage asked for.
        to: StageName,
    },
    /// The head has not agreed.
    #[error("correct programme: head has not agreed")]
    HeadHasNotAgreed,
    /// Another programme has been opened since.
    #[error("correct programme: {open} is open")]
    AlreadyOpen {
        /// The one that is open.
        open: ProgrammeRef,
    },
}

impl CorrectProblem {
    /// What to do about it.
    pub fn words(&self) -> String {
        match self {
            Self::NotEarlier { .. } => "Choose a stage before this one".to_owned(),
            Self::HeadHasNotAgreed => "Ask the head to agree to the correction".to_owned(),
            Self::AlreadyOpen { open } => {
                format!("This pupil has another programme by now: {open}. Close that one first")
            }
        }
    }
}

impl Programme {
    /// Takes the programme back to an earlier stage (move 26). Its history
    /// keeps the wrong move and the correction both.
    ///
    /// # Errors
    /// [`CorrectProblem`].
    pub fn correct(self, correction: Correction) -> Result<Moved, CorrectProblem> {
        let (from, to) = (self.stage.name(), correction.to.name());
        if to >= from {
            return Err(CorrectProblem::NotEarlier { from, to });
        }
        if correction.head.is_none() {
            return Err(CorrectProblem::HeadHasNotAgreed);
        }
        if let Some(open) = correction.open.filter(|_| to.is_open()) {
            return Err(CorrectProblem::AlreadyOpen { open });
        }
        let moved = self.moved(26, correction.to, correction.today);
        Ok(moved.saying(correction.why))
    }
}
