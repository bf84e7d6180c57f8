//! What may be said about change, by rule. Issued at reviews only, kept with
//! what it was made from, and never worked out again in silence: looking every
//! day and stopping when it looks good finds "better" three times as often as
//! there is any.

mod ban;
mod estimate;
mod likelihood;
mod rule;
mod sentence;
mod words;

pub use ban::{banned, banned_in};
pub use estimate::Estimate;
pub use likelihood::Likelihood;
pub use rule::judge;
pub use sentence::Sentence;
pub use words::sentences;

use crate::{BaselineKind, Better, Drift, Nap, PhaseDays};

/// What is compared with what.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The days before, as frozen when the plan started.
    pub before: PhaseDays,
    /// The days in the plan so far.
    pub plan: PhaseDays,
    /// Which way is better.
    pub better: Better,
    /// How days of this measure are compared.
    pub route: Route,
    /// Where the days before come from.
    pub baseline: BaselineKind,
    /// Whether both were recorded in the same way.
    pub recording: Recording,
}

/// How days of a measure are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// Scores, ratings, minutes: pairs of days.
    Scores,
    /// Events counted: rates.
    Counts,
    /// A criterion met (1) or not (0), the same one in both phases.
    YesNo,
}

/// Whether before and after were recorded in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recording {
    /// They were.
    Same,
    /// A new log, a new definition or a keen new recorder: no comparison.
    Changed,
}

/// How much was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sufficiency {
    /// Fewer than five days in a phase.
    None,
    /// Enough for a first look.
    Early,
    /// At least 10 days in 2 weeks before and 15 in 3 weeks of the plan, 60%
    /// of the days recorded in each, and no more than 25 points between them.
    Full,
}

/// The only things that may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statement {
    /// Too few days.
    TooLittleRecorded,
    /// A first look: better.
    EarlyBetter,
    /// A first look: worse.
    EarlyWorse,
    /// A first look: unclear.
    EarlyUnclear,
    /// Better, with enough recorded.
    LikelyBetter,
    /// Worse, with enough recorded.
    LikelyWorse,
    /// Better, and on the way there before the plan began.
    BetterButAlreadyImproving,
    /// Better than in the difficult spell, which says little.
    BetterThanCrisisPeriod,
    /// Neither, and the record is narrow enough to say so.
    NoClearChange,
    /// Neither, and the record is too short or too uneven.
    CannotTell,
    /// Recorded differently.
    NotComparable,
}

impl Statement {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooLittleRecorded => "too_little_recorded",
            Self::EarlyBetter => "early_better",
            Self::EarlyWorse => "early_worse",
            Self::EarlyUnclear => "early_unclear",
            Self::LikelyBetter => "likely_better",
            Self::LikelyWorse => "likely_worse",
            Self::BetterButAlreadyImproving => "better_but_already_improving",
            Self::BetterThanCrisisPeriod => "better_than_crisis_period",
            Self::NoClearChange => "no_clear_change",
            Self::CannotTell => "cannot_tell",
            Self::NotComparable => "not_comparable",
        }
    }

    const fn is_better(self) -> bool {
        matches!(
            self,
            Self::EarlyBetter | Self::LikelyBetter | Self::BetterButAlreadyImproving
        )
    }
}

/// Whether the days without a record matter to what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unrecorded {
    /// What is said stays the same if they were like the days before.
    Harmless,
    /// It does not: so many plan days have no record.
    Matters(usize),
}

/// Whether one phase is recorded far better than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// Within 25 points of each other.
    Alike,
    /// Further apart: at most a first look.
    Uneven,
}

/// A statement and all it rests on, to be kept together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding {
    /// What may be said.
    pub statement: Statement,
    /// What it would have been without the look at the days before, the
    /// baseline and the recording.
    pub plain: Statement,
    /// How much was recorded.
    pub sufficiency: Sufficiency,
    /// Recorded days before and in the plan.
    pub days: (usize, usize),
    /// The share of days recorded in each.
    pub coverage: (f64, f64),
    /// Whether those are far apart.
    pub evenness: Coverage,
    /// The comparison. None when a phase has no recorded day.
    pub estimate: Option<Estimate>,
    /// The same on whole weeks.
    pub weekly: Option<Nap>,
    /// The chance of a run before the plan as steady as the one recorded.
    pub drift_p: Option<f64>,
    /// Whether it is flagged.
    pub drift: Drift,
    /// Whether the days without a record matter.
    pub unrecorded: Unrecorded,
    /// Where the days before come from.
    pub baseline: BaselineKind,
    /// The edition of the methods.
    pub method: &'static str,
}

/// Which way the days differ, if clearly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Core {
    Better,
    Worse,
    Neither,
}
