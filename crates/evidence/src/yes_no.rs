//! Days on which something was met or not.

use crate::{
    Confidence, Interval,
    special::{beta_quantile, ln_beta},
};

/// On how many of some days it was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DaysMet {
    met: u32,
    days: u32,
}

/// More days met than there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("read days: {met} met of {days}")]
pub struct MoreThanAll {
    met: u32,
    days: u32,
}

impl DaysMet {
    /// So many of so many. The same criterion has to stand behind both phases;
    /// percents met under different criteria are never compared.
    ///
    /// # Errors
    /// [`MoreThanAll`] if more were met than there were.
    pub const fn new(met: u32, days: u32) -> Result<Self, MoreThanAll> {
        if met > days {
            return Err(MoreThanAll { met, days });
        }
        Ok(Self { met, days })
    }

    /// Days met.
    pub const fn met(self) -> u32 {
        self.met
    }

    /// Days recorded.
    pub const fn days(self) -> u32 {
        self.days
    }

    /// The middle of what the share of days may be, given the record.
    pub fn share(self) -> f64 {
        beta_quantile(0.5, self.shape())
    }

    /// The range of that share, 0 to 1: Beta(1 + met, 1 + not met), from a
    /// uniform prior.
    pub fn interval(self, confidence: Confidence) -> Interval {
        Interval {
            lower: beta_quantile(confidence.tail(), self.shape()),
            upper: 1.0 - beta_quantile(confidence.tail(), self.turned().shape()),
        }
    }

    fn shape(self) -> (f64, f64) {
        (
            1.0 + f64::from(self.met),
            1.0 + f64::from(self.days - self.met),
        )
    }

    const fn turned(self) -> Self {
        Self {
            met: self.days - self.met,
            days: self.days,
        }
    }
}

/// The chance from which days are said to be more often met: 0.98, where
/// scores and counts ask for 0.95, because days resemble each other.
pub const DAYS_SURE: f64 = 0.98;

/// The chance that days in the plan are met more often than days before.
///
/// With a uniform prior, `a1 = 1 + met before`, `b1 = 1 + not met before`, and
/// `a2`, `b2` likewise in the plan:
///
/// ```text
/// P = sum_{i = 0}^{a2 - 1} B(a1 + i, b1 + b2) / [(b2 + i) B(1 + i, b2) B(a1, b1)]
/// ```
///
/// in logarithms. Range 0 to 1; exactly a half for two phases without days.
/// All terms are positive, so digits are lost nowhere. Source: the closed form
/// of two beta distributions with whole shapes.
#[must_use]
pub fn more_often_met(before: DaysMet, plan: DaysMet) -> f64 {
    let ((a1, b1), (_, b2)) = (before.shape(), plan.shape());
    let terms = (0..=plan.met).map(|i| {
        let i = f64::from(i);
        let log = ln_beta(a1 + i, b1 + b2) - (b2 + i).ln() - ln_beta(1.0 + i, b2) - ln_beta(a1, b1);
        log.exp()
    });
    terms.sum::<f64>().min(1.0)
}

/// Counts days met among values of nought (not met) and one (met).
pub(crate) fn days_met(values: &[f64]) -> DaysMet {
    let met = values.iter().filter(|value| **value > 0.5).count();
    let count = |days: usize| u32::try_from(days).unwrap_or(u32::MAX);
    DaysMet {
        met: count(met),
        days: count(values.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(met: u32, days: u32) -> DaysMet {
        DaysMet::new(met, days).unwrap()
    }

    #[test]
    fn more_met_than_there_were_is_refused() {
        assert!(DaysMet::new(4, 3).is_err());
    }

    #[test]
    fn nothing_recorded_leaves_it_open() {
        assert!((more_often_met(of(0, 0), of(0, 0)) - 0.5).abs() < 1e-13);
    }

    #[test]
    fn met_and_not_met_are_mirror_images() {
        let up = more_often_met(of(3, 10), of(18, 25));
        let down = more_often_met(of(7, 10), of(7, 25));
        assert!((up + down - 1.0).abs() < 1e-12);
        assert!((up - 0.987).abs() < 5e-4);
    }
}
