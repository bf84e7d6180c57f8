//! How often a day in the plan is better than a day before it.

mod error;

pub use error::NapErrors;

use crate::{Better, Confidence, Interval, Kappa, Phase, TIE, interval::newcombe};

/// Of all pairs of one day before and one day in the plan, the share in which
/// the plan day was better, equal days counting half ("non-overlap of all
/// pairs", Parker and Vannest 2009). 0.5 is no difference, 1 every pair better.
///
/// Kept as a count of half pairs, so that "all" and "none" are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Nap {
    half_pairs_better: u64,
    before_days: u32,
    plan_days: u32,
}

impl Nap {
    /// Compares every plan day with every day before.
    #[must_use]
    pub fn compare(before: &Phase, plan: &Phase, better: Better) -> Self {
        let pairs = before
            .values()
            .iter()
            .flat_map(|before| plan.values().iter().map(move |plan| plan - before));
        let half_pairs_better = pairs
            .map(|rise| match better.turned(rise) {
                rise if rise > TIE => 2,
                rise if rise < -TIE => 0,
                _ => 1,
            })
            .sum();
        Self {
            half_pairs_better,
            before_days: count(before.days()),
            plan_days: count(plan.days()),
        }
    }

    /// The share of pairs, 0 to 1.
    pub fn value(self) -> f64 {
        // Exact: two phases would need thousands of years of days to pass 2^52 pairs.
        #[expect(clippy::cast_precision_loss, reason = "counts of pairs of school days")]
        let (better, all) = (self.half_pairs_better as f64, self.all_half_pairs() as f64);
        better / all
    }

    /// The same on a scale from -1 to 1: better pairs less worse pairs.
    pub fn tau(self) -> f64 {
        2.0 * self.value() - 1.0
    }

    /// Pairs in which the plan day was better less pairs in which it was worse:
    /// Kendall's S between the phases.
    pub const fn pairs_ahead(self) -> i64 {
        self.half_pairs_better.cast_signed() - (self.all_half_pairs() / 2).cast_signed()
    }

    /// Days recorded before the plan.
    pub const fn before_days(self) -> u32 {
        self.before_days
    }

    /// Days recorded in the plan.
    pub const fn plan_days(self) -> u32 {
        self.plan_days
    }

    /// The range of values that would not be surprising, by the fifth method
    /// of Newcombe (2006), with numbers of days divided by `kappa`:
    /// `m' = m / kappa`, `n' = n / kappa`, `h = (m' + n') / 2 - 1`, and the ends
    /// where
    ///
    /// ```text
    /// m' n' (NAP - x)^2 (2 - x)(1 + x) = z^2 x (1 - x) (2 + h + (1 + 2h) x (1 - x))
    /// ```
    ///
    /// Both ends lie in 0 to 1 and hold the value between them; any numbers of
    /// days from one up will do.
    ///
    /// At all or none the range does not shrink to a point: five better days
    /// out of five after five others are not certainty.
    #[must_use]
    pub fn interval(self, confidence: Confidence, kappa: Kappa) -> Interval {
        let worth = (kappa.worth(self.before_days), kappa.worth(self.plan_days));
        let z = confidence.z();
        if self.half_pairs_better == 0 {
            let lower = newcombe::lower_at_all(worth, z);
            Interval {
                lower: 0.0,
                upper: 1.0 - lower,
            }
        } else if self.half_pairs_better == self.all_half_pairs() {
            Interval {
                lower: newcombe::lower_at_all(worth, z),
                upper: 1.0,
            }
        } else {
            newcombe::between(self.value(), worth, z)
        }
    }

    const fn all_half_pairs(self) -> u64 {
        2 * self.before_days as u64 * self.plan_days as u64
    }
}

fn count(days: usize) -> u32 {
    u32::try_from(days).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KAPPA;

    /// The smallest share of better pairs whose range lies above a half.
    fn least_clear_share(before_days: u32, plan_days: u32) -> f64 {
        let all = 2 * u64::from(before_days) * u64::from(plan_days);
        (0..=all)
            .map(|half_pairs_better| Nap {
                half_pairs_better,
                before_days,
                plan_days,
            })
            .find(|nap| nap.interval(Confidence::Ninety, KAPPA).lower > 0.5)
            .map(Nap::value)
            .unwrap()
    }

    #[test]
    fn fewer_days_need_a_larger_share_to_be_clear_of_a_half() {
        // Exact thresholds; a record reaches them to the next half pair.
        for (before, plan, share) in [
            (5, 5, 0.894),
            (5, 10, 0.834),
            (10, 10, 0.770),
            (10, 20, 0.731),
            (10, 40, 0.709),
            (20, 40, 0.661),
            (20, 60, 0.652),
        ] {
            let half_pair = 0.5 / f64::from(before * plan);
            let least = least_clear_share(before, plan);
            assert!(least > share - 0.0005, "{before} v {plan}: {least}");
            assert!(
                least < share + half_pair + 0.0005,
                "{before} v {plan}: {least}"
            );
        }
    }

    #[test]
    fn days_that_differ_in_the_last_bit_are_equal() {
        let phase = |value| Phase::new(vec![value]).unwrap();
        let nap = Nap::compare(&phase(0.3), &phase(0.1 + 0.2), Better::More);
        assert!((nap.value() - 0.5).abs() < f64::EPSILON);
    }
}
