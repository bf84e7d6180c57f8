//! Units of school time. A number of school days cannot stand where weeks are
//! meant.

use std::{fmt, iter::Sum, ops::Add};

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident($inner:ty), $one:literal, $many:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name($inner);

        impl $name {
            /// None at all.
            pub const ZERO: Self = Self(0);

            /// This many.
            pub const fn new(number: $inner) -> Self {
                Self(number)
            }

            /// The bare number.
            pub const fn number(self) -> $inner {
                self.0
            }

            /// As many as there are in a list.
            pub fn count(items: usize) -> Self {
                Self(<$inner>::try_from(items).unwrap_or(<$inner>::MAX))
            }
        }

        impl Add for $name {
            type Output = Self;

            fn add(self, more: Self) -> Self {
                Self(self.0.saturating_add(more.0))
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
                all.fold(Self::ZERO, Add::add)
            }
        }

        /// In words: "1 week", "12 weeks".
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let noun = if self.0 == 1 { $one } else { $many };
                write!(f, "{} {noun}", self.0)
            }
        }
    };
}

unit! {
    /// Days on which school meets, whole or in part.
    SchoolDays(u16), "school day", "school days"
}
unit! {
    /// Weeks, as the programme's own clock counts them.
    Weeks(u8), "week", "weeks"
}
unit! {
    /// Half days: a morning or an afternoon.
    Sessions(u32), "session", "sessions"
}

impl SchoolDays {
    /// The number as a place in a list.
    pub(super) fn places(self) -> usize {
        usize::from(self.0)
    }
}

/// A week of a programme, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekNumber(u8);

impl WeekNumber {
    /// The first week.
    pub const FIRST: Self = Self(1);

    /// Week `number`; there is no week 0.
    pub const fn new(number: u8) -> Option<Self> {
        if number == 0 {
            None
        } else {
            Some(Self(number))
        }
    }

    /// The number, from 1.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The last week of something that lasts `weeks`; none if it has no weeks.
    pub const fn last_of(weeks: Weeks) -> Option<Self> {
        Self::new(weeks.0)
    }

    /// How many weeks are over once this one is.
    pub const fn weeks(self) -> Weeks {
        Weeks(self.0)
    }

    /// The week after so many complete ones. Past 255 it stays there.
    pub(super) fn after(complete: usize) -> Self {
        Self(u8::try_from(complete).unwrap_or(u8::MAX).saturating_add(1))
    }
}

/// In words: "week 4".
impl fmt::Display for WeekNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "week {}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_say_their_own_name() {
        assert_eq!(SchoolDays::new(1).to_string(), "1 school day");
        assert_eq!(SchoolDays::new(5).to_string(), "5 school days");
        assert_eq!(Weeks::new(12).to_string(), "12 weeks");
        assert_eq!(
            WeekNumber::new(4).map(|w| w.to_string()),
            Some("week 4".into())
        );
    }

    #[test]
    fn there_is_no_week_nought() {
        assert_eq!(WeekNumber::new(0), None);
        assert_eq!(WeekNumber::last_of(Weeks::ZERO), None);
        assert_eq!(WeekNumber::after(0), WeekNumber::FIRST);
    }
}
