//! What stops an outcome from being proposed, in words that say what to do.

use crate::meeting::ViewOf;

/// Why an outcome cannot be proposed yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutcomeProblem {
    /// A target has no ending.
    #[error("propose outcome: target {target} has no ending")]
    TargetLeftOut {
        /// The target's number.
        target: usize,
    },
    /// A promise was not gone through.
    #[error("propose outcome: a commitment is not reviewed")]
    PromiseLeftOut {
        /// Its place on the page, from 1.
        place: usize,
        /// Who made it.
        who: String,
    },
    /// One side's view is missing.
    #[error("propose outcome: no view of {0:?}")]
    NotHeard(ViewOf),
    /// There are no figures behind a success.
    #[error("propose outcome: no figures")]
    NoFigures,
    /// Nothing carries on after a success.
    #[error("propose outcome: nothing carries on")]
    NothingCarriesOn,
    /// Nothing else was considered.
    #[error("propose outcome: nothing considered")]
    NothingConsidered,
    /// Support was not delivered, and nobody spoke of it.
    #[error("propose outcome: undelivered support is not spoken of")]
    SupportNotSpokenOf,
    /// One view of a disagreement is missing.
    #[error("propose outcome: one view only")]
    OneViewOnly,
    /// A word judges the pupil.
    #[error("propose outcome: '{word}' judges the pupil")]
    Unfair {
        /// The word found.
        word: &'static str,
    },
}

impl OutcomeProblem {
    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(&self, pupil: &str) -> String {
        match self {
            Self::TargetLeftOut { target } => {
                format!("Target {target}: say how it ended, and what shows it.")
            }
            Self::PromiseLeftOut { who, .. } => format!("{who}: say whether the promise was kept."),
            Self::NotHeard(of) => crate::review::not_heard(*of, pupil),
            Self::NoFigures => "Add what the record shows from start to end.".into(),
            Self::NothingCarriesOn => "Say what carries on, who does it, and until when.".into(),
            Self::NothingConsidered => "Say what else could help, and what you decided.".into(),
            Self::SupportNotSpokenOf => "Support was not fully delivered. Say what that means \
                                         before you choose “not successful”."
                .into(),
            Self::OneViewOnly => "Write down both views. Both are kept.".into(),
            Self::Unfair { word } => {
                format!("Take out “{word}”. Describe the plan, not {pupil}.")
            }
        }
    }
    /// The name of its field on the page.
    pub fn field(&self) -> String {
        match self {
            Self::TargetLeftOut { target } => format!("target-{target}-end"),
            Self::PromiseLeftOut { place, .. } => format!("promise-{place}"),
            Self::NotHeard(of) => format!("says-{}", of.code()),
            Self::NoFigures => "judgement".into(),
            Self::NothingCarriesOn => "carries-on".into(),
            Self::NothingConsidered => "considered".into(),
            Self::SupportNotSpokenOf => "about-support".into(),
            Self::OneViewOnly => "view-2".into(),
            Self::Unfair { .. } => "reason".into(),
        }
    }
}
