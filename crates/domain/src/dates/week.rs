//! Weeks of the calendar, Monday to Sunday, and which of them count.

use std::ops::RangeInclusive;

use jiff::{ToSpan, civil::Date};

use super::{DueProblem, SchoolCalendar, SchoolDays};

/// One week, Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: Date,
}

impl Week {
    /// The week `date` falls in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let into = date.weekday().to_monday_zero_offset();
        Self {
            monday: date.saturating_sub(into.days()),
        }
    }

    /// Its Monday.
    pub const fn monday(self) -> Date {
        self.monday
    }

    /// Its Sunday.
    #[must_use]
    pub fn sunday(self) -> Date {
        self.monday.saturating_add(6.days())
    }

    /// Monday to Sunday.
    pub fn days(self) -> RangeInclusive<Date> {
        self.monday..=self.sunday()
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            monday: self.monday.saturating_add(7.days()),
        }
    }

    /// This week and every one after it.
    pub fn onwards(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |week| Some(week.next()))
    }
}

impl SchoolCalendar {
    /// The school days of a week that fall on or after `start`.
    pub fn school_days_of(&self, week: Week, start: Date) -> &[Date] {
        self.school_days_in(week.monday().max(start)..=week.sunday())
    }

    /// The weeks with at least `enough` school days on or after `start`, in
    /// order, until the calendar ends. Half term and short weeks are left out.
    pub fn school_weeks(&self, start: Date, enough: SchoolDays) -> impl Iterator<Item = Week> {
        let last = self.covered().map(|(_, last)| last);
        Week::of(start)
            .onwards()
            .take_while(move |week| last.is_some_and(|last| week.monday() <= last))
            .filter(move |week| self.school_days_of(*week, start).len() >= enough.places().max(1))
    }

    /// The last school day of the `number`th school week from `start`.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach from one to the other.
    pub(super) fn end_of_school_week(
        &self,
        start: Date,
        number: usize,
        enough: SchoolDays,
    ) -> Result<Date, DueProblem> {
        self.known_from(start)?;
        self.school_weeks(start, enough)
            .nth(number.saturating_sub(1))
            .and_then(|week| self.school_days_of(week, start).last().copied())
            .ok_or_else(|| self.ran_out())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::worked_example::calendar;

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let week = Week::of(date(2026, 11, 10));
        assert_eq!(week.monday(), date(2026, 11, 9));
        assert_eq!(week.sunday(), date(2026, 11, 15));
        assert_eq!(Week::of(week.sunday()), week);
        assert_eq!(week.next(), Week::of(date(2026, 11, 16)));
    }

    #[test]
    fn a_week_with_a_training_day_counts_and_half_term_does_not() {
        let calendar = calendar();
        let weeks: Vec<Date> = calendar
            .school_weeks(date(2026, 10, 12), SchoolDays::new(3))
            .map(Week::monday)
            .take(3)
            .collect();
        assert_eq!(
            weeks,
            [date(2026, 10, 12), date(2026, 10, 19), date(2026, 11, 2)]
        );
    }

    #[test]
    fn only_days_from_the_start_make_a_week_count() {
        let calendar = calendar();
        let first_from = |start: Date, enough: u16| {
            let mut weeks = calendar.school_weeks(start, SchoolDays::new(enough));
            weeks.next().map(Week::monday)
        };
        let (wednesday, thursday) = (date(2026, 9, 30), date(2026, 10, 1));
        assert_eq!(first_from(wednesday, 3), Some(date(2026, 9, 28)));
        assert_eq!(first_from(thursday, 3), Some(date(2026, 10, 5)));
        assert_eq!(first_from(thursday, 2), Some(date(2026, 9, 28)));
    }
}
