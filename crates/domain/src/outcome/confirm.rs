//! The head confirms: how likely exclusion is now, and why.

use jiff::civil::Date;

use super::{Proposal, Proposed};
use crate::{
    commitment::Owner,
    programme::Judgement,
    text::{Line, Prose},
};

crate::coded! {
    /// How likely exclusion is now, against the start, as the head sees it.
    pub enum RiskNow {
        /// Much lower.
        MuchLower => "much_lower", "Much lower";
        /// Lower.
        Lower => "lower", "Lower";
        /// The same.
        Same => "same", "The same";
        /// Higher.
        Higher => "higher", "Higher";
    }
}

/// What the head adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Who confirms.
    pub by: Owner,
    /// The day.
    pub on: Date,
    /// How likely exclusion is now.
    pub risk: RiskNow,
    /// Why.
    pub why: Prose<600>,
    /// Why the same person proposed it, when a head is coordinator too.
    pub holds_both_roles: Option<Line<200>>,
    /// When the head noted that the council is asked before any decision about
    /// exclusion; needed when the plan was not successful.
    pub council_first: Option<Date>,
}

/// Why an outcome was not confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmProblem {
    /// Whoever proposed it would confirm it.
    #[error("confirm outcome: proposed by the same person")]
    SamePerson,
    /// The head has not noted that the council is asked first.
    #[error("confirm outcome: council is not asked first")]
    CouncilFirst,
    /// It would be confirmed before it was proposed.
    #[error("confirm outcome: before it was proposed")]
    TooEarly,
}

impl ConfirmProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::SamePerson => {
                "Ask someone else to confirm it. If you hold both roles, say why you do both."
            }
            Self::CouncilFirst => {
                "Tick that the council will be asked before any decision about exclusion."
            }
            Self::TooEarly => "Choose the day it was proposed, or a later one.",
        }
    }
}

/// How a programme ended: proposed, and confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    proposal: Proposal,
    confirmation: Confirmation,
}

impl Proposed {
    /// The head confirms.
    ///
    /// # Errors
    /// [`ConfirmProblem`]; the caller keeps its own copy.
    pub fn confirm(self, confirmation: Confirmation) -> Result<Outcome, ConfirmProblem> {
        let proposal = self.send_back();
        let same = confirmation.by.person == proposal.by.person;
        if same && confirmation.holds_both_roles.is_none() {
            return Err(ConfirmProblem::SamePerson);
        }
        if confirmation.on < proposal.on {
            return Err(ConfirmProblem::TooEarly);
        }
        let unsuccessful = proposal.verdict.judgement() == Judgement::Unsuccessful;
        if unsuccessful && confirmation.council_first.is_none() {
            return Err(ConfirmProblem::CouncilFirst);
        }
        Ok(Outcome {
            proposal,
            confirmation,
        })
    }
}

impl Outcome {
    /// What was proposed.
    pub const fn proposal(&self) -> &Proposal {
        &self.proposal
    }

    /// What the head added.
    pub const fn confirmation(&self) -> &Confirmation {
        &self.confirmation
    }

    /// The judgement alone.
    pub const fn judgement(&self) -> Judgement {
        self.proposal.verdict.judgement()
    }
}
