//! So many of so many, and what that is in hundredths.

use std::{fmt, iter::Sum, ops::Add};

/// A part of a whole, both counted: 18 of 25.
///
/// ```
/// use domain::indicators::{Percent, Proportion};
///
/// let met = Proportion::new(18, 25).ok_or("more than all")?;
/// assert_eq!(met.to_string(), "18 of 25");
/// assert_eq!(met.percent(), Some(Percent::new(72)));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Proportion {
    part: u32,
    whole: u32,
}

/// Hundredths, in whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u8);

impl Percent {
    /// So many hundredths.
    pub const fn new(hundredths: u8) -> Self {
        Self(hundredths)
    }

    /// The bare number.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// With its sign: "72%".
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

impl Proportion {
    /// Nothing of nothing.
    pub const NOTHING: Self = Self { part: 0, whole: 0 };

    /// So many of so many; none when the part is more than the whole.
    pub const fn new(part: u32, whole: u32) -> Option<Self> {
        if part > whole {
            None
        } else {
            Some(Self { part, whole })
        }
    }

    /// A part counted from within its whole, which it therefore cannot exceed.
    pub(super) fn counted(part: u32, whole: u32) -> Self {
        Self {
            part: part.min(whole),
            whole,
        }
    }

    /// The part.
    pub const fn part(self) -> u32 {
        self.part
    }

    /// The whole.
    pub const fn whole(self) -> u32 {
        self.whole
    }

    /// In hundredths, rounded to the nearest, except that 100% means all and
    /// 0% means none. None when there was nothing to be part of.
    #[must_use]
    pub fn percent(self) -> Option<Percent> {
        let (part, whole) = (u64::from(self.part), u64::from(self.whole));
        let nearest = (part * 200 + whole).checked_div(whole * 2)?;
        let held = match part {
            0 => 0,
            _ if part == whole => 100,
            _ => nearest.clamp(1, 99),
        };
        u8::try_from(held).ok().map(Percent)
    }

    /// Whether it is less than so many hundredths, compared exactly: 69.9% is
    /// under 70% although it is shown as 70%. Nothing of nothing is not.
    pub fn is_under(self, limit: Percent) -> bool {
        u64::from(self.part) * 100 < u64::from(limit.0) * u64::from(self.whole)
    }

    /// Whether it is at least so many hundredths, compared exactly. Nothing of
    /// nothing is not.
    pub fn is_at_least(self, limit: Percent) -> bool {
        self.whole > 0 && !self.is_under(limit)
    }
}

impl Add for Proportion {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            part: self.part.saturating_add(more.part),
            whole: self.whole.saturating_add(more.whole),
        }
    }
}

impl Sum for Proportion {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::NOTHING, Add::add)
    }
}

/// In words: "18 of 25".
impl fmt::Display for Proportion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.part, self.whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(part: u32, whole: u32) -> Option<u8> {
        let proportion = Proportion::new(part, whole).unwrap();
        proportion.percent().map(Percent::number)
    }

    #[test]
    fn hundredths_are_rounded_but_never_to_all_or_none() {
        assert_eq!(percent(1, 3), Some(33));
        assert_eq!(percent(2, 3), Some(67));
        assert_eq!(percent(1, 2), Some(50));
        assert_eq!(percent(399, 400), Some(99));
        assert_eq!(percent(1, 400), Some(1));
        assert_eq!(percent(400, 400), Some(100));
        assert_eq!(percent(0, 400), Some(0));
        assert_eq!(percent(u32::MAX - 1, u32::MAX), Some(99));
    }

    #[test]
    fn nothing_of_nothing_has_no_percentage_and_passes_no_limit() {
        assert_eq!(percent(0, 0), None);
        let half = Percent::new(50);
        assert!(!Proportion::NOTHING.is_under(half));
        assert!(!Proportion::NOTHING.is_at_least(half));
    }

    #[test]
    fn limits_are_compared_before_rounding() {
        let nearly = Proportion::new(699, 1000).unwrap();
        assert_eq!(nearly.percent(), Some(Percent::new(70)));
        assert!(nearly.is_under(Percent::new(70)));
        assert!(Proportion::new(7, 10).is_some_and(|p| p.is_at_least(Percent::new(70))));
    }

    #[test]
    fn a_part_cannot_be_more_than_its_whole() {
        assert_eq!(Proportion::new(2, 1), None);
    }
}
