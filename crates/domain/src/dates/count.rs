//! Counting in school days, forwards, back and between.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{DueProblem, SchoolCalendar, SchoolDays};

impl SchoolCalendar {
    /// `date` itself when school meets, else the school day after it.
    ///
    /// # Errors
    /// [`DueProblem`] when the answer lies outside the calendar.
    pub fn on_or_after(&self, date: Date) -> Result<Date, DueProblem> {
        self.known_from(date)?;
        let place = self.school_days.partition_point(|day| *day < date);
        let found = self.school_days.get(place).copied();
        found.ok_or_else(|| self.ran_out())
    }

    /// `date` itself when school meets, else the school day before it.
    ///
    /// # Errors
    /// [`DueProblem`] when the answer lies outside the calendar.
    pub fn on_or_before(&self, date: Date) -> Result<Date, DueProblem> {
        self.known_to(date)?;
        let place = self.school_days.partition_point(|day| *day <= date);
        let found = self.school_days[..place].last().copied();
        found.ok_or_else(|| self.ran_out_backwards())
    }

    /// The first school day after `date`.
    ///
    /// # Errors
    /// [`DueProblem`] when the answer lies outside the calendar.
    pub fn next_school_day(&self, date: Date) -> Result<Date, DueProblem> {
        self.on_or_after(day_after(date))
    }

    /// The last school day before `date`.
    ///
    /// # Errors
    /// [`DueProblem`] when the answer lies outside the calendar.
    pub fn previous_school_day(&self, date: Date) -> Result<Date, DueProblem> {
        self.on_or_before(day_before(date))
    }

    /// The school day that comes `days` school days after `from`, whose own day
    /// is not counted: one school day after a Friday is the Monday. No days
    /// gives [`Self::on_or_after`].
    ///
    /// # Errors
    /// [`DueProblem`] when the answer lies outside the calendar.
    pub fn add_school_days(&self, from: Date, days: SchoolDays) -> Result<Date, DueProblem> {
        let Some(more) = days.places().checked_sub(1) else {
            return self.on_or_after(from);
        };
        self.known_from(day_after(from))?;
        let place = self.school_days.partition_point(|day| *day <= from);
        let found = self.school_days.get(place.saturating_add(more)).copied();
        found.ok_or_else(|| self.ran_out())
    }

    /// The school day that comes `days` school days before `from`, whose own
    /// day is not counted. No days gives [`Self::on_or_before`].
    ///
    /// # Errors
    /// [`DueProblem`] when the answer lies outside the calendar.
    pub fn subtract_school_days(&self, from: Date, days: SchoolDays) -> Result<Date, DueProblem> {
        if days == SchoolDays::ZERO {
            return self.on_or_before(from);
        }
        self.known_to(day_before(from))?;
        let place = self.school_days.partition_point(|day| *day < from);
        let found = place
            .checked_sub(days.places())
            .and_then(|place| self.school_days.get(place).copied());
        found.ok_or_else(|| self.ran_out_backwards())
    }

    /// The school days within `range`, in order, as far as the calendar knows;
    /// ask [`Self::covers`] first where that matters.
    pub fn school_days_in(&self, range: RangeInclusive<Date>) -> &[Date] {
        let from = self.school_days.partition_point(|day| day < range.start());
        let to = self.school_days.partition_point(|day| day <= range.end());
        self.school_days.get(from..to).unwrap_or_default()
    }

    /// How many school days `range` has, as far as the calendar knows.
    pub fn count_school_days(&self, range: RangeInclusive<Date>) -> SchoolDays {
        SchoolDays::count(self.school_days_in(range).len())
    }

    /// School days after `since`, up to and including `until`: what
    /// [`Self::add_school_days`] would have to add. For "days since contact",
    /// so a holiday never raises an alarm. None when `until` comes first.
    pub fn school_days_between(&self, since: Date, until: Date) -> SchoolDays {
        self.count_school_days(day_after(since)..=until)
    }
}

/// The next date, school or not.
pub(super) fn day_after(date: Date) -> Date {
    date.tomorrow().unwrap_or(date)
}

/// The date before, school or not.
pub(super) fn day_before(date: Date) -> Date {
    date.yesterday().unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::worked_example::calendar;

    #[test]
    fn a_deadline_in_school_days_steps_over_half_term() {
        // A parent asks for the education record on Monday 1 February.
        let asked = date(2027, 2, 1);
        assert_eq!(
            calendar().add_school_days(asked, SchoolDays::new(15)),
            Ok(date(2027, 3, 1))
        );
    }

    #[test]
    fn two_school_days_after_a_monday_is_wednesday() {
        assert_eq!(
            calendar().add_school_days(date(2026, 9, 7), SchoolDays::new(2)),
            Ok(date(2026, 9, 9))
        );
    }

    #[test]
    fn no_days_at_all_moves_only_off_a_closed_day() {
        let calendar = calendar();
        let (saturday, monday) = (date(2026, 9, 12), date(2026, 9, 14));
        let none = SchoolDays::ZERO;
        assert_eq!(calendar.add_school_days(monday, none), Ok(monday));
        assert_eq!(calendar.add_school_days(saturday, none), Ok(monday));
        assert_eq!(
            calendar.subtract_school_days(saturday, none),
            Ok(date(2026, 9, 11))
        );
    }

    #[test]
    fn counting_back_steps_over_a_staff_training_day() {
        // Monday 2 November is a training day after half term.
        assert_eq!(
            calendar().subtract_school_days(date(2026, 11, 3), SchoolDays::new(1)),
            Ok(date(2026, 10, 23))
        );
        assert_eq!(
            calendar().previous_school_day(date(2026, 11, 3)),
            Ok(date(2026, 10, 23))
        );
        assert_eq!(
            calendar().next_school_day(date(2026, 10, 23)),
            Ok(date(2026, 11, 3))
        );
    }

    #[test]
    fn days_since_contact_do_not_grow_in_the_holidays() {
        let calendar = calendar();
        let contact = date(2026, 12, 18);
        let none = SchoolDays::ZERO;
        assert_eq!(
            calendar.school_days_between(contact, date(2027, 1, 5)),
            none
        );
        assert_eq!(
            calendar.school_days_between(contact, date(2027, 1, 6)),
            SchoolDays::new(1)
        );
        assert_eq!(
            calendar.school_days_between(contact, date(2026, 12, 1)),
            none
        );
    }

    #[test]
    fn counting_off_the_end_of_the_calendar_says_where_it_ends() {
        let last = date(2027, 7, 21);
        let calendar = calendar();
        assert_eq!(
            calendar.next_school_day(last),
            Err(DueProblem::CalendarEnds {
                last: date(2027, 8, 31)
            })
        );
        assert_eq!(
            calendar.subtract_school_days(date(2026, 9, 4), SchoolDays::new(9)),
            Err(DueProblem::BeforeCalendar {
                first: date(2026, 9, 1)
            })
        );
        assert_eq!(
            SchoolCalendar::default().on_or_after(last),
            Err(DueProblem::NoCalendar)
        );
    }
}
