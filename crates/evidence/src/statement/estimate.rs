//! The number behind a statement, by the kind of measure.

use super::{Comparison, Core, Route};
use crate::{
    Better, Confidence, Count, DAYS_SURE, DaysMet, Inflation, Interval, KAPPA, Nap, RateChange,
    median_difference, more_often_met, yes_no::days_met,
};

/// The chance from which a rate is said to have changed.
const SURE: f64 = 0.95;
/// The widest range of shares, and of ratios, that still says "no clear
/// change" and not "cannot tell".
const NARROW_SHARE: f64 = 0.40;
const NARROW_RATIO: f64 = 4.0;

/// What the days say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Estimate {
    /// Scores: the share of better pairs, its 90% range with the allowance for
    /// alike days, and the typical difference in the measure's own units.
    Scores {
        /// The share.
        nap: Nap,
        /// Its range.
        range: Interval,
        /// Plan day less day before, whichever way is better.
        difference: f64,
    },
    /// Counts: both, by how much they are divided, and how their rates compare.
    Counts {
        /// Before.
        before: Count,
        /// In the plan.
        plan: Count,
        /// By how much counts are divided.
        inflation: Inflation,
        /// The comparison.
        change: RateChange,
        /// Which way is better.
        better: Better,
    },
    /// Days met and not met.
    YesNo {
        /// Before.
        before: DaysMet,
        /// In the plan.
        plan: DaysMet,
        /// The chance that plan days are the better ones.
        chance: f64,
        /// The range of better pairs, for telling a narrow record from a wide.
        range: Interval,
    },
}

impl Estimate {
    /// None when a phase has no recorded day.
    pub(crate) fn of(asked: &Comparison) -> Option<Self> {
        let (before, plan) = (asked.before.phase()?, asked.plan.phase()?);
        let nap = Nap::compare(&before, &plan, asked.better);
        let range = nap.interval(Confidence::Ninety, KAPPA);
        match asked.route {
            Route::Scores => Some(Self::Scores {
                nap,
                range,
                difference: median_difference(&before, &plan),
            }),
            Route::Counts => {
                let days = (asked.before.counts(), asked.plan.counts());
                let (before, plan) = (Count::of_days(&days.0)?, Count::of_days(&days.1)?);
                let inflation = Inflation::seen(&days.0, &days.1);
                Some(Self::Counts {
                    before,
                    plan,
                    inflation,
                    change: RateChange::compare(before, plan, inflation),
                    better: asked.better,
                })
            }
            Route::YesNo => {
                let (before, plan) = (days_met(before.values()), days_met(plan.values()));
                let chance = match asked.better {
                    Better::More => more_often_met(before, plan),
                    Better::Fewer => more_often_met(plan, before),
                };
                Some(Self::YesNo {
                    before,
                    plan,
                    chance,
                    range,
                })
            }
        }
    }

    pub(crate) fn core(&self) -> Core {
        let sides = |better: bool, worse: bool| match (better, worse) {
            (true, _) => Core::Better,
            (_, true) => Core::Worse,
            _ => Core::Neither,
        };
        match self {
            Self::Scores { range, .. } => sides(range.lower > 0.5, range.upper < 0.5),
            Self::Counts { change, better, .. } => {
                let (fell, rose) = (change.fell() >= SURE, change.rose() >= SURE);
                match better {
                    Better::Fewer => sides(fell, rose),
                    Better::More => sides(rose, fell),
                }
            }
            Self::YesNo { chance, .. } => sides(*chance >= DAYS_SURE, *chance <= 1.0 - DAYS_SURE),
        }
    }

    /// Whether a record that shows nothing clearly is narrow enough to say so.
    /// Yes/no days are held to the range of their pairs, as scores of 0 and 1.
    pub(crate) fn is_narrow(&self) -> bool {
        match self {
            Self::Scores { range, .. } | Self::YesNo { range, .. } => {
                range.width() <= NARROW_SHARE + crate::TIE
            }
            Self::Counts { change, .. } => {
                let range = change.interval(Confidence::Ninety);
                range.upper / range.lower <= NARROW_RATIO
            }
        }
    }
}
