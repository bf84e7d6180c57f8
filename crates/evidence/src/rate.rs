//! Counts of things that happen: is the rate in the plan lower than before?

use crate::{
    Confidence, Interval, KAPPA,
    mean::number,
    special::{beta_quantile, beta_share},
};

/// Things counted over some exposure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count {
    events: f64,
    exposure: f64,
}

/// Why numbers are no count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CountProblem {
    /// Fewer than none, or not a number.
    #[error("read count: the number of events is below nought or not a number")]
    Events,
    /// Nothing was watched, or not a number.
    #[error("read count: the exposure is not above nought")]
    Exposure,
}

impl Count {
    /// So many events over so much exposure: attended school days, or observed
    /// minutes, as long as both phases use the same unit. Never weigh events by
    /// how serious they were: that is no count any more.
    ///
    /// # Errors
    /// [`CountProblem`] unless events are nought or more and exposure is above
    /// nought.
    pub fn new(events: f64, exposure: f64) -> Result<Self, CountProblem> {
        if !(events.is_finite() && events >= 0.0) {
            return Err(CountProblem::Events);
        }
        if !(exposure.is_finite() && exposure > 0.0) {
            return Err(CountProblem::Exposure);
        }
        Ok(Self { events, exposure })
    }

    /// All of a phase: its days' counts added up. None for no days.
    #[must_use]
    pub fn of_days(days: &[Self]) -> Option<Self> {
        let events = days.iter().map(|day| day.events).sum();
        let exposure = days.iter().map(|day| day.exposure).sum();
        Self::new(events, exposure).ok()
    }

    /// How many.
    pub const fn events(self) -> f64 {
        self.events
    }

    /// Over how much.
    pub const fn exposure(self) -> f64 {
        self.exposure
    }

    /// Events a unit of exposure.
    pub fn rate(self) -> f64 {
        self.events / self.exposure
    }
}

/// By how much counts are divided because they come in clusters and one day
/// resembles the next.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Inflation(f64);

impl Inflation {
    /// Used when counts of single days are not to be had.
    pub const UNKNOWN: Self = Self(2.5);

    /// A chosen one, at least 1. None for less, or for what is no number.
    #[must_use]
    pub fn chosen(times: f64) -> Option<Self> {
        (times.is_finite() && times >= 1.0).then_some(Self(times))
    }

    /// From counts of single days: `kappa * max(1, dispersion)`, or
    /// [`Self::UNKNOWN`] when there are too few days to see any.
    #[must_use]
    pub fn seen(before: &[Count], plan: &[Count]) -> Self {
        dispersion(before, plan)
            .map_or(Self::UNKNOWN, |times| Self(KAPPA.number() * times.max(1.0)))
    }

    /// The bare number.
    pub const fn number(self) -> f64 {
        self.0
    }
}

/// How much more the days' counts vary than rare events that know nothing of
/// each other would: Pearson's statistic over its degrees of freedom, pooled.
///
/// `sum over both phases of (y_t - mu_t)^2 / mu_t`, over
/// `days before + plan days - 2`, with `mu_t = rate of the phase * exposure_t`;
/// a phase without events adds nothing. About 1 for unrelated events. None
/// with two days or fewer in all.
#[must_use]
pub fn dispersion(before: &[Count], plan: &[Count]) -> Option<f64> {
    let spread = |days: &[Count]| -> f64 {
        let rate = Count::of_days(days).map_or(0.0, Count::rate);
        let expected = days.iter().map(|day| (day.events, rate * day.exposure));
        expected
            .filter(|(_, expected)| *expected > 0.0)
            .map(|(seen, expected)| (seen - expected).powi(2) / expected)
            .sum()
    };
    let days = before.len() + plan.len();
    (days > 2).then(|| (spread(before) + spread(plan)) / (number(days) - 2.0))
}

/// What is thought of a rate before any day is counted: Gamma(shape, rate).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatePrior {
    /// Above nought.
    pub shape: f64,
    /// Nought or more.
    pub rate: f64,
}

impl RatePrior {
    /// Jeffreys': shape a half, rate nought. The one used for people.
    pub const JEFFREYS: Self = Self {
        shape: 0.5,
        rate: 0.0,
    };
}

/// What the counts say about the rate in the plan against the rate before.
///
/// Each rate has a gamma distribution given its count, the count and exposure
/// divided by the [`Inflation`] `phi`:
///
/// ```text
/// alpha = a0 + y / phi    beta = b0 + T / phi
/// P(rate fell)            = I(beta_B / (beta_A + beta_B); alpha_B, alpha_A)
/// ratio plan/before at u  = (beta_A / beta_B) x / (1 - x),   x = I^-1(u; alpha_B, alpha_A)
/// ```
///
/// Source: the gamma-Poisson pair with Jeffreys' prior; dividing by `phi` is
/// quasi-Poisson in Bayesian form. Rare serious events cannot be judged this
/// way within twelve weeks: talk each one over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateChange {
    before: (f64, f64),
    plan: (f64, f64),
}

impl RateChange {
    /// Compares two counts, with Jeffreys' prior.
    #[must_use]
    pub fn compare(before: Count, plan: Count, inflation: Inflation) -> Self {
        Self::with_prior(before, plan, inflation, RatePrior::JEFFREYS)
    }

    /// Compares two counts with another prior, for checking.
    #[must_use]
    pub fn with_prior(before: Count, plan: Count, inflation: Inflation, prior: RatePrior) -> Self {
        let updated = |count: Count| {
            (
                prior.shape + count.events / inflation.0,
                prior.rate + count.exposure / inflation.0,
            )
        };
        Self {
            before: updated(before),
            plan: updated(plan),
        }
    }

    /// The chance that the rate in the plan is lower, 0 to 1.
    pub fn fell(self) -> f64 {
        beta_share(self.plan.1 / self.all(), self.shapes())
    }

    /// The chance that it is higher: the rest.
    pub fn rose(self) -> f64 {
        let (plan, before) = self.shapes();
        beta_share(self.before.1 / self.all(), (before, plan))
    }

    /// The ratio of the rates, plan over before, at its middle.
    pub fn ratio(self) -> f64 {
        self.ratio_at(0.5)
    }

    /// The range of ratios. A phase without events gives ends far out, and
    /// they are right: nothing is known about them.
    pub fn interval(self, confidence: Confidence) -> Interval {
        Interval {
            lower: self.ratio_at(confidence.tail()),
            upper: self.ratio_at(1.0 - confidence.tail()),
        }
    }

    /// The ratio below which it lies with chance `share`. The part and the rest
    /// are each found on their own, so that neither loses its digits near 1.
    fn ratio_at(self, share: f64) -> f64 {
        let (plan, before) = self.shapes();
        let part = beta_quantile(share, (plan, before));
        let rest = beta_quantile(1.0 - share, (before, plan));
        (self.before.1 / self.plan.1) * part / rest
    }

    const fn shapes(self) -> (f64, f64) {
        (self.plan.0, self.before.0)
    }

    fn all(self) -> f64 {
        self.before.1 + self.plan.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_needs_something_watched_and_no_fewer_than_no_events() {
        assert_eq!(Count::new(-1.0, 5.0), Err(CountProblem::Events));
        assert_eq!(Count::new(f64::NAN, 5.0), Err(CountProblem::Events));
        assert_eq!(Count::new(1.0, 0.0), Err(CountProblem::Exposure));
    }

    #[test]
    fn too_few_days_to_see_clusters_are_taken_for_clustered() {
        let day = Count::new(3.0, 1.0).unwrap();
        assert_eq!(dispersion(&[day], &[day]), None);
        assert_eq!(Inflation::seen(&[day], &[day]), Inflation::UNKNOWN);
    }

    #[test]
    fn steady_counts_are_still_divided_by_the_allowance_for_alike_days() {
        let days = [Count::new(3.0, 1.0).unwrap(); 5];
        let inflation = Inflation::seen(&days, &days);
        assert!((inflation.number() - 1.5).abs() < 1e-15);
        assert_eq!(Inflation::chosen(0.9), None);
    }
}
