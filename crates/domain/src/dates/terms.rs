//! Term dates as schools publish them, turned into days.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday};

use super::{DayKind, SchoolCalendar};

/// A stretch of school weeks without a holiday in it: usually half a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    first: Date,
    last: Date,
}

/// Why a term was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TermProblem {
    /// It ends before it begins.
    #[error("read term: it ends on {last}, before it begins on {first}")]
    EndsFirst {
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
    },
}

impl TermProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::EndsFirst { .. } => "The last day of term must be after the first day",
        }
    }
}

impl Term {
    /// A term from its first to its last day, both included.
    ///
    /// # Errors
    /// [`TermProblem`] if it ends before it begins.
    pub fn new(first: Date, last: Date) -> Result<Self, TermProblem> {
        if last < first {
            return Err(TermProblem::EndsFirst { first, last });
        }
        Ok(Self { first, last })
    }

    /// The first day.
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> Date {
        self.last
    }
}

/// A year's term dates, and the days in them that are different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermDates {
    /// The terms, in any order.
    pub terms: Vec<Term>,
    /// Training days, bank holidays, closures, short days.
    pub exceptions: Vec<(Date, DayKind)>,
    /// The dates these term dates speak for, such as 1 September to 31 August.
    /// Weekdays in it outside every term are holidays.
    pub year: RangeInclusive<Date>,
}

impl TermDates {
    /// Every weekday of the year, and every exception, with its kind.
    pub fn days(&self) -> impl Iterator<Item = (Date, DayKind)> {
        let weekdays = dates(self.year.clone())
            .filter(|date| !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday));
        let ordinary = weekdays.map(|date| (date, self.ordinarily(date)));
        ordinary.chain(self.exceptions.iter().copied())
    }

    /// The calendar these term dates make.
    pub fn calendar(&self) -> SchoolCalendar {
        SchoolCalendar::new(self.days()).covering(self.year.clone())
    }

    fn ordinarily(&self, date: Date) -> DayKind {
        let inside = |term: &Term| (term.first..=term.last).contains(&date);
        if self.terms.iter().any(inside) {
            DayKind::School
        } else {
            DayKind::Holiday
        }
    }
}

/// Each date of `range` in turn.
pub(super) fn dates(range: RangeInclusive<Date>) -> impl Iterator<Item = Date> {
    let (first, last) = range.into_inner();
    std::iter::successors(Some(first), |date| date.tomorrow().ok())
        .take_while(move |date| *date <= last)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_term_cannot_end_before_it_begins() {
        let (first, last) = (date(2027, 1, 5), date(2026, 2, 12));
        let problem = TermProblem::EndsFirst { first, last };
        assert_eq!(Term::new(first, last), Err(problem));
    }

    #[test]
    fn weekdays_outside_a_term_are_holidays_and_exceptions_stand() {
        let closed = date(2026, 9, 4);
        let calendar = TermDates {
            terms: vec![Term::new(date(2026, 9, 2), date(2026, 9, 8)).unwrap()],
            exceptions: vec![(closed, DayKind::Training)],
            year: date(2026, 9, 1)..=date(2026, 9, 30),
        }
        .calendar();
        assert_eq!(
            calendar.kind_of(date(2026, 9, 1)),
            Some(DayKind::Holiday),
            "before term"
        );
        assert_eq!(calendar.kind_of(closed), Some(DayKind::Training));
        assert_eq!(calendar.kind_of(date(2026, 9, 5)), None, "a Saturday");
        assert_eq!(
            calendar.school_days_in(date(2026, 9, 1)..=date(2026, 9, 30)),
            [2, 3, 7, 8].map(|day| date(2026, 9, day))
        );
    }
}
