//! Days lost to suspension, in halves: a lunchtime counts as half a day.

use std::{fmt, iter::Sum, ops::Add};

use crate::dates::Sessions;

/// Days in halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct HalfDays(u32);

impl HalfDays {
    /// The most a pupil may be suspended in one school year, at all schools
    /// together: 45 days.
    pub const MOST_IN_A_YEAR: Self = Self::whole_days(45);

    /// So many halves.
    pub const fn new(halves: u32) -> Self {
        Self(halves)
    }

    /// So many whole days.
    pub const fn whole_days(days: u32) -> Self {
        Self(days.saturating_mul(2))
    }

    /// How many halves.
    pub const fn halves(self) -> u32 {
        self.0
    }

    /// What is left of the 45 days; none at all when they are used up.
    #[must_use]
    pub const fn left_this_year(self) -> Self {
        Self(Self::MOST_IN_A_YEAR.0.saturating_sub(self.0))
    }
}

/// Each session suspended is half a day.
impl From<Sessions> for HalfDays {
    fn from(sessions: Sessions) -> Self {
        Self(sessions.number())
    }
}

impl Add for HalfDays {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }
}

impl Sum for HalfDays {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// In words: "half a day", "1 day", "2½ days".
impl fmt::Display for HalfDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, half) = (self.0 / 2, self.0 % 2 == 1);
        match (days, half) {
            (0, true) => f.write_str("half a day"),
            (1, false) => f.write_str("1 day"),
            (_, false) => write!(f, "{days} days"),
            (_, true) => write!(f, "{days}½ days"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_shown_with_their_halves() {
        let shown = [0, 1, 2, 3, 5, 90].map(|halves| HalfDays::new(halves).to_string());
        assert_eq!(
            shown,
            [
                "0 days",
                "half a day",
                "1 day",
                "1½ days",
                "2½ days",
                "45 days"
            ]
        );
    }

    #[test]
    fn lunchtimes_add_up_towards_the_45_days() {
        let so_far = HalfDays::whole_days(44) + HalfDays::new(1);
        assert_eq!(so_far.left_this_year().to_string(), "half a day");
        let after = so_far + HalfDays::new(1);
        assert_eq!(after, HalfDays::MOST_IN_A_YEAR);
        assert_eq!(
            (after + HalfDays::new(1)).left_this_year(),
            HalfDays::new(0)
        );
    }

    #[test]
    fn a_suspension_of_two_sessions_is_one_day() {
        assert_eq!(HalfDays::from(Sessions::new(2)), HalfDays::whole_days(1));
    }
}
