//! What stops a review from being settled, and what is worth a second thought.

use super::not_heard;
use crate::meeting::ViewOf;

/// Why a review cannot be settled yet. Targets are numbered as people see them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviewProblem {
    /// A promise was not gone through.
    #[error("settle review: a commitment is not reviewed")]
    PromiseLeftOut {
        /// Its place on the page, from 1.
        place: usize,
        /// Who made it.
        who: String,
        /// What it was.
        promise: String,
    },
    /// A promise was not kept whole, and nobody said why.
    #[error("settle review: a commitment has no reason")]
    NoReasonGiven {
        /// Its place on the page, from 1.
        place: usize,
        /// Who made it.
        who: String,
    },
    /// A target was not gone through.
    #[error("settle review: target {target} is not reviewed")]
    TargetLeftOut {
        /// The target's number.
        target: usize,
    },
    /// Something was settled about a target the plan does not have open.
    #[error("settle review: a target is not open in the plan")]
    NotAnOpenTarget,
    /// The pupil is on the goal already.
    #[error("settle review: target {target} has no step above")]
    OnTheGoal {
        /// The target's number.
        target: usize,
    },
    /// The pupil is on the first step.
    #[error("settle review: target {target} has no step below")]
    OnTheFirstStep {
        /// The target's number.
        target: usize,
    },
    /// The changed target is another one.
    #[error("settle review: target {target} was changed into another")]
    AnotherTarget {
        /// The target's number.
        target: usize,
    },
    /// A target has stalled, and nothing new is offered.
    #[error("settle review: target {target} has stalled without new help")]
    NothingNew {
        /// The target's number.
        target: usize,
    },
    /// "Something else" was ticked and not said.
    #[error("settle review: target {target} has other help without words")]
    SayWhatElse {
        /// The target's number.
        target: usize,
    },
    /// The pupil's or home's words are missing, and nobody said why.
    #[error("settle review: no words of {0:?}")]
    NotHeard(ViewOf),
    /// The plan looks unlikely to be enough, and nothing else was talked over.
    #[error("settle review: no alternatives talked over")]
    NothingTalkedOver,
    /// The first review did not say whether there will be a second.
    #[error("settle review: second review undecided")]
    SecondUndecided,
    /// It was late, and nobody said why.
    #[error("settle review: late without a reason")]
    LateWithoutReason,
    /// The next meeting is not later than this one, or is after the plan's end.
    #[error("settle review: next meeting is out of the plan")]
    NextOutOfThePlan,
}

impl ReviewProblem {
    /// What to do about it.
    pub fn words(&self) -> String {
        match self {
            Self::PromiseLeftOut { who, promise, .. } => {
                format!("{who}: say whether this was kept: {promise}.")
            }
            Self::NoReasonGiven { who, .. } => format!("{who}: say why, in a few words."),
            Self::TargetLeftOut { target } => {
                format!("Target {target}: say how it is going, and what next.")
            }
            Self::NotAnOpenTarget => "Choose only targets that are open in the plan.".into(),
            Self::OnTheGoal { target } => {
                format!("Target {target} is on the goal already. Keep it, or change it.")
            }
            Self::OnTheFirstStep { target } => {
                format!("Target {target} is on its first step. Change it to add a smaller one.")
            }
            Self::AnotherTarget { target } => {
                format!("Target {target}: open it again, then change it.")
            }
            Self::NothingNew { target } => format!(
                "Target {target} has stalled. Tick at least one kind of new help, or say why not."
            ),
            Self::SayWhatElse { target } => format!("Target {target}: say what else will help."),
            Self::NotHeard(of) => not_heard(*of, "the pupil"),
            Self::NothingTalkedOver => {
                "Talk over what else could help, and tick what you talked about.".into()
            }
            Self::SecondUndecided => {
                "Say whether a second review is needed before the final meeting, and why.".into()
            }
            Self::LateWithoutReason => "Say why this review is late.".into(),
            Self::NextOutOfThePlan => {
                "Choose a next meeting after today, by the end of the plan.".into()
            }
        }
    }

    /// The name of its field on the page.
    pub fn field(&self) -> String {
        match self {
            Self::PromiseLeftOut { place, .. } => format!("promise-{place}"),
            Self::NoReasonGiven { place, .. } => format!("promise-{place}-why"),
            Self::TargetLeftOut { target } => format!("target-{target}-progress"),
            Self::OnTheGoal { target }
            | Self::OnTheFirstStep { target }
            | Self::AnotherTarget { target } => format!("target-{target}-decision"),
            Self::NothingNew { target } => format!("target-{target}-more-help"),
            Self::SayWhatElse { target } => format!("target-{target}-other-help"),
            Self::NotAnOpenTarget => "targets".into(),
            Self::NotHeard(of) => format!("says-{}", of.code()),
            Self::NothingTalkedOver => "talked-over".into(),
            Self::SecondUndecided => "second".into(),
            Self::LateWithoutReason => "why-late".into(),
            Self::NextOutOfThePlan => "next-on".into(),
        }
    }
}

/// A second thought about a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewNudge {
    /// A step down without new help.
    HelpFirst {
        /// The target's number.
        target: usize,
    },
    /// A step up before the step is held.
    NotHeldYet {
        /// The target's number.
        target: usize,
    },
    /// Adults kept too little of what they promised.
    SupportNotDelivered,
}

impl ReviewNudge {
    /// The advice, as a person would put it.
    pub fn words(self) -> String {
        match self {
            Self::HelpFirst { target } => {
                format!("Target {target}: the help may be wrong, not the child. Change that first.")
            }
            Self::NotHeldYet { target } => {
                format!("Target {target}: this step isn’t held yet. Keep it a little longer?")
            }
            Self::SupportNotDelivered => {
                "Support was not fully delivered. Put that right before changing a target.".into()
            }
        }
    }
}
