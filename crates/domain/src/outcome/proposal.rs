//! What the coordinator proposes, for the people in the room.

use jiff::civil::Date;

use super::{Evaluation, OutcomeProblem, banner};
use crate::{
    commitment::Owner,
    meeting::Said,
    plan::Plan,
    programme::{Judgement, NextOption},
    text::{Line, Prose},
    wording::never_of_a_pupil,
};

/// Help that goes on after a plan that was successful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriesOn {
    /// What: "Mr Petrie, once a week".
    pub what: Line<160>,
    /// Who answers for it.
    pub who: Owner,
    /// Until when.
    pub until: Date,
}

crate::coded! {
    /// What was decided about one option.
    pub enum Choice {
        /// It will be looked into.
        LookInto => "look_into", "We’ll look into it";
        /// Not now.
        NotNow => "not_now", "Not now";
    }
}

/// One option considered after a plan that was not successful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Considered {
    /// The option.
    pub option: NextOption,
    /// What was decided.
    pub choice: Choice,
    /// Why.
    pub why: Line<300>,
}

/// The judgement, with what each side of it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The plan did what it was for.
    Successful {
        /// What the pupil is given credit for, said to them word for word.
        credit: Prose<400>,
        /// What carries on.
        carries_on: Vec<CarriesOn>,
    },
    /// The plan did not do enough.
    Unsuccessful {
        /// What else was considered.
        considered: Vec<Considered>,
        /// What the meeting says about support that was not delivered; needed
        /// when the banner stands.
        about_support: Option<Prose<600>>,
    },
}

impl Verdict {
    /// The judgement alone.
    pub const fn judgement(&self) -> Judgement {
        match self {
            Self::Successful { .. } => Judgement::Successful,
            Self::Unsuccessful { .. } => Judgement::Unsuccessful,
        }
    }
}

/// What a meeting settled, before it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it had before it.
    pub evaluation: Evaluation,
    /// The judgement.
    pub verdict: Verdict,
    /// Why, in words the pupil and home will read.
    pub reason: Prose<1500>,
    /// What went partly, which one word cannot say.
    pub partly: Option<Prose<600>>,
    /// Both views, where people did not agree.
    pub views: Vec<Said>,
    /// Who proposes it.
    pub by: Owner,
    /// The day.
    pub on: Date,
}

/// A proposal that holds what it needs, waiting for the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed(Proposal);

impl Proposal {
    /// Everything that stops it from going to the head. `plan` is the version
    /// it looked at.
    pub fn problems(&self, plan: &Plan) -> Vec<OutcomeProblem> {
        let mut found = self.gaps(plan);
        match &self.verdict {
            Verdict::Successful { carries_on, .. } => {
                if self.evaluation.figures.is_empty() {
                    found.push(OutcomeProblem::NoFigures);
                }
                if carries_on.is_empty() {
                    found.push(OutcomeProblem::NothingCarriesOn);
                }
            }
            Verdict::Unsuccessful {
                considered,
                about_support,
            } => {
                if considered.is_empty() {
                    found.push(OutcomeProblem::NothingConsidered);
                }
                if banner(&self.evaluation.delivered).is_some() && about_support.is_none() {
                    found.push(OutcomeProblem::SupportNotSpokenOf);
                }
            }
        }
        found.extend(self.unfair().map(|word| OutcomeProblem::Unfair { word }));
        found
    }

    /// Sends it to the head.
    ///
    /// # Errors
    /// Every [`OutcomeProblem`]; the caller keeps its own copy.
    pub fn propose(self, plan: &Plan) -> Result<Proposed, Vec<OutcomeProblem>> {
        let problems = self.problems(plan);
        if problems.is_empty() {
            Ok(Proposed(self))
        } else {
            Err(problems)
        }
    }

    fn gaps(&self, plan: &Plan) -> Vec<OutcomeProblem> {
        let mut found = self.evaluation.gaps(plan);
        if self.views.len() == 1 {
            found.push(OutcomeProblem::OneViewOnly);
        }
        found
    }

    /// A word that judges the pupil, in anything the pupil and home will read.
    fn unfair(&self) -> Option<&'static str> {
        let credit = match &self.verdict {
            Verdict::Successful { credit, .. } => Some(credit.as_str()),
            Verdict::Unsuccessful { about_support, .. } => {
                about_support.as_ref().map(Prose::as_str)
            }
        };
        let partly = self.partly.as_ref().map(Prose::as_str);
        [Some(self.reason.as_str()), credit, partly]
            .into_iter()
            .flatten()
            .find_map(never_of_a_pupil)
    }
}

impl Proposed {
    /// What was proposed.
    pub const fn proposal(&self) -> &Proposal {
        &self.0
    }

    /// The head sends it back: it is a proposal again, to be changed.
    pub fn send_back(self) -> Proposal {
        self.0
    }
}
