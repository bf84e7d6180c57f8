//! What stops a plan from being agreed, and what is worth a second thought, in
//! words that say what to do.

use super::{ENOUGH_TARGETS, MOST_TARGETS};
use crate::{commitment::ConsequenceProblem, wording::number};

/// Why a plan cannot be agreed yet. Targets are numbered as people see them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    /// The last day is not after the first.
    #[error("agree plan: ends before it starts")]
    EndsBeforeItStarts,
    /// No open target.
    #[error("agree plan: no targets")]
    NoTargets,
    /// More open targets than anyone can keep in mind.
    #[error("agree plan: {has} targets")]
    TooManyTargets {
        /// How many.
        has: usize,
    },
    /// The same target stands twice.
    #[error("agree plan: target {target} stands twice")]
    SameTargetTwice {
        /// The second one.
        target: usize,
    },
    /// No adult helps with a target.
    #[error("agree plan: nobody helps with target {target}")]
    NoAdultHelps {
        /// The target's number.
        target: usize,
    },
    /// Adults help, but none of them from school.
    #[error("agree plan: school promises nothing for target {target}")]
    SchoolPromisesNothing {
        /// The target's number.
        target: usize,
    },
    /// A target says what not to do, and nobody said why it must.
    #[error("agree plan: target {target} says what not to do")]
    SaysWhatNotToDo {
        /// The target's number.
        target: usize,
    },
    /// A target's steps do not climb from where the pupil was.
    #[error("agree plan: target {target} does not climb")]
    DoesNotClimb {
        /// The target's number.
        target: usize,
    },
    /// A target's figure for the time before rests on too few days.
    #[error("agree plan: target {target} has too few baseline days")]
    TooFewDaysBefore {
        /// The target's number.
        target: usize,
    },
    /// A target is looked at before the plan starts or after it ends.
    #[error("agree plan: target {target} is reviewed outside the plan")]
    ReviewedOutsideThePlan {
        /// The target's number.
        target: usize,
    },
    /// A promise runs on after the plan, or ends before it starts.
    #[error("agree plan: a commitment runs outside the plan")]
    PromiseOutsideThePlan {
        /// Who made it.
        who: String,
    },
    /// A promise, reward or consequence goes with a target that is not there.
    #[error("agree plan: something goes with a target that is not there")]
    GoesWithNoTarget,
    /// No reward was chosen by the pupil.
    #[error("agree plan: no reward chosen by the pupil")]
    NoRewardOfTheirOwn,
    /// Nobody said what happens otherwise.
    #[error("agree plan: no consequence")]
    NoConsequence,
    /// A consequence says what a plan may not say.
    #[error("agree plan: {0}")]
    Consequence(ConsequenceProblem),
    /// Nobody keeps an eye on it.
    #[error("agree plan: no monitoring")]
    NobodyKeepsAnEye,
    /// Home would not hear of it.
    #[error("agree plan: no home contact")]
    HomeHearsNothing,
    /// A later version does not say why.
    #[error("agree plan: no reason for the change")]
    NoReasonForTheChange,
}

impl PlanProblem {
    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(&self, pupil: &str) -> String {
        match self {
            Self::EndsBeforeItStarts => "The last day must be after the first.".into(),
            Self::NoTargets => format!("Write at least one target with {pupil}."),
            Self::TooManyTargets { has } => format!(
                "There are {} targets. Keep {} at most.",
                number(*has),
                number(MOST_TARGETS)
            ),
            Self::SameTargetTwice { target } => {
                format!("Target {target} is there twice. Take one out.")
            }
            Self::NoAdultHelps { target } => {
                format!("Target {target}: add at least one adult who will help.")
            }
            Self::SchoolPromisesNothing { target } => {
                format!("Target {target}: add a promise from someone at school.")
            }
            Self::SaysWhatNotToDo { target } => format!(
                "Target {target}: what would you see instead? Say that, or say why it must stay."
            ),
            Self::DoesNotClimb { target } => {
                format!("Target {target}: make each step better than the one before.")
            }
            Self::TooFewDaysBefore { target } => {
                format!("Target {target}: count at least five days from before the plan.")
            }
            Self::ReviewedOutsideThePlan { target } => {
                format!("Target {target}: choose a review date inside the plan.")
            }
            Self::PromiseOutsideThePlan { who } => {
                format!("{who}: end the promise by the plan’s last day.")
            }
            Self::GoesWithNoTarget => {
                "A promise, reward or consequence goes with a target that is no longer here. \
                 Choose another target for it, or take it out."
                    .into()
            }
            Self::NoRewardOfTheirOwn => format!("Add a reward {pupil} chose."),
            Self::NoConsequence => format!("Say what happens if {pupil} does not try."),
            Self::Consequence(problem) => problem.words(pupil),
            Self::NobodyKeepsAnEye => {
                format!("Say who meets {pupil} about the plan, and how often.")
            }
            Self::HomeHearsNothing => "Say who rings or writes home, and how often.".into(),
            Self::NoReasonForTheChange => "Say why the plan is changing.".into(),
        }
    }
}

/// A second thought about a whole plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanNudge {
    /// More targets than most people can keep in mind.
    MoreThanThree,
    /// Nobody said what the pupil is good at.
    NothingGoodSaid,
    /// Two targets ask for the same thing in the same place.
    TwoAlike {
        /// The number of the second.
        target: usize,
    },
    /// Nobody said where the pupil can go.
    NoSafePlace,
}

impl PlanNudge {
    /// The question or advice, as a person would put it.
    pub fn words(self, pupil: &str) -> String {
        match self {
            Self::MoreThanThree => format!(
                "{} targets at most is best. Which could wait?",
                crate::wording::capital(&number(ENOUGH_TARGETS))
            ),
            Self::NothingGoodSaid => format!("Begin with what {pupil} is good at."),
            Self::TwoAlike { target } => {
                format!("Target {target} is much like another. Could they be one?")
            }
            Self::NoSafePlace => format!("Where can {pupil} go when it gets too much?"),
        }
    }
}
