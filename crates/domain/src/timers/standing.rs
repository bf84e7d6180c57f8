//! How something due stands today.

use jiff::civil::Date;

use crate::dates::{SchoolCalendar, SchoolDays};

/// How something due stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Still to come.
    ToCome {
        /// School days until it is due, the due day being the last.
        school_days: SchoolDays,
    },
    /// Due today.
    Today,
    /// Its day has gone.
    Overdue {
        /// School days since it was due; none while only a weekend or a
        /// holiday has passed.
        school_days: SchoolDays,
    },
}

impl Standing {
    /// How something due on `due` stands on `today`.
    pub fn of(due: Date, today: Date, calendar: &SchoolCalendar) -> Self {
        match today.cmp(&due) {
            std::cmp::Ordering::Less => Self::ToCome {
                school_days: calendar.school_days_between(today, due),
            },
            std::cmp::Ordering::Equal => Self::Today,
            std::cmp::Ordering::Greater => Self::Overdue {
                school_days: calendar.school_days_between(due, today),
            },
        }
    }
}
