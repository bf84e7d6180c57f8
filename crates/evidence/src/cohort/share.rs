//! A share of a number of pupils, and the range it may come from.

use crate::{Confidence, Interval};

/// So many of so many, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Share {
    some: u32,
    all: u32,
}

/// Why numbers are no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShareProblem {
    /// Of none at all.
    #[error("read share: of none")]
    OfNone,
    /// More than all.
    #[error("read share: {some} of {all}")]
    MoreThanAll {
        /// The part.
        some: u32,
        /// The whole.
        all: u32,
    },
}

impl Share {
    /// So many of so many.
    ///
    /// # Errors
    /// [`ShareProblem`] of none, or for more than all.
    pub const fn new(some: u32, all: u32) -> Result<Self, ShareProblem> {
        match all {
            0 => Err(ShareProblem::OfNone),
            _ if some > all => Err(ShareProblem::MoreThanAll { some, all }),
            _ => Ok(Self { some, all }),
        }
    }

    /// The share, 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.some) / f64::from(self.all)
    }

    /// The range of shares that would not be surprising, by Wilson's score
    /// method (1927):
    ///
    /// ```text
    /// centre     = (p + z^2 / 2n) / (1 + z^2 / n)
    /// half-width = z sqrt(p (1 - p) / n + z^2 / 4n^2) / (1 + z^2 / n)
    /// ```
    ///
    /// Held to 0 to 1; exactly 0 for none and 1 for all.
    pub fn interval(self, confidence: Confidence) -> Interval {
        let (p, n, z) = (self.value(), f64::from(self.all), confidence.z());
        let (z2, shrink) = (z * z, 1.0 + z * z / n);
        let centre = (p + z2 / (2.0 * n)) / shrink;
        let half = z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / shrink;
        Interval {
            lower: if self.some == 0 {
                0.0
            } else {
                (centre - half).max(0.0)
            },
            upper: if self.some == self.all {
                1.0
            } else {
                (centre + half).min(1.0)
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_none_and_more_than_all_are_refused() {
        assert_eq!(Share::new(0, 0), Err(ShareProblem::OfNone));
        assert_eq!(
            Share::new(2, 1),
            Err(ShareProblem::MoreThanAll { some: 2, all: 1 })
        );
    }
}
