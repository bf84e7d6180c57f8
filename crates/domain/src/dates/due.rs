//! When week n of a programme is complete, on each of the three clocks.

use jiff::{ToSpan, civil::Date};

use super::{DueProblem, SchoolCalendar, SchoolDays, WeekNumber, Weeks};

crate::coded! {
    /// What counts as a week of a programme.
    pub enum ProgrammeClock {
        /// Weeks in which school meets on enough days. Holidays do not count.
        SchoolWeeks => "school_weeks", "School weeks";
        /// Seven days each, holidays too.
        CalendarWeeks => "calendar_weeks", "Calendar weeks";
        /// Five school days each.
        SchoolDays => "school_days", "School days";
    }
}

crate::coded! {
    /// Where a due date goes that is not a school day.
    pub enum Roll {
        /// To the school day before, so that a review never slips into a holiday.
        Previous => "previous", "School day before";
        /// To the school day after.
        Next => "next", "School day after";
    }
}

/// How a programme counts its weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Counting {
    /// What counts as a week.
    pub clock: ProgrammeClock,
    /// Where a due date goes that is not a school day.
    pub roll: Roll,
    /// School days that make a week, Monday to Sunday, count on the
    /// school-weeks clock; 3 unless the school says otherwise.
    pub enough: SchoolDays,
}

impl Default for Counting {
    /// School weeks of three days or more, rolling to the school day before.
    fn default() -> Self {
        Self {
            clock: ProgrammeClock::SchoolWeeks,
            roll: Roll::Previous,
            enough: SchoolDays::new(3),
        }
    }
}

/// A due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Due {
    /// The school day it falls on.
    pub on: Date,
    /// The date it would have been, had school met then; for saying "moved
    /// from Monday 26 October, in half term".
    pub moved_from: Option<Date>,
}

impl Due {
    /// Due on a date that did not need moving.
    pub const fn unmoved(on: Date) -> Self {
        Self {
            on,
            moved_from: None,
        }
    }
}

/// The day on which week `week` of a programme begun on `start` is complete.
///
/// On school weeks that is the last school day of the nth week that counts; on
/// calendar weeks the date 7n days after the start, rolled to a school day; on
/// school days the 5nth school day, the start itself being the first.
///
/// # Errors
/// [`DueProblem`] when the calendar does not reach that far.
///
/// ```
/// use domain::dates::{Counting, Term, TermDates, WeekNumber, due};
/// use jiff::civil::date;
///
/// let start = date(2026, 9, 7);
/// let calendar = TermDates {
///     terms: vec![Term::new(start, date(2026, 10, 23))?],
///     exceptions: vec![],
///     year: start..=date(2026, 10, 30),
/// }
/// .calendar();
/// let week_4 = WeekNumber::new(4).ok_or("no week 4")?;
/// let due = due(&calendar, start, week_4, Counting::default())?;
/// assert_eq!(due.on, date(2026, 10, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn due(
    calendar: &SchoolCalendar,
    start: Date,
    week: WeekNumber,
    counting: Counting,
) -> Result<Due, DueProblem> {
    let weeks = usize::from(week.number());
    match counting.clock {
        ProgrammeClock::SchoolWeeks => calendar
            .end_of_school_week(start, weeks, counting.enough)
            .map(Due::unmoved),
        ProgrammeClock::SchoolDays => {
            let first = calendar.on_or_after(start)?;
            let more = SchoolDays::count(weeks * 5 - 1);
            calendar.add_school_days(first, more).map(Due::unmoved)
        }
        ProgrammeClock::CalendarWeeks => {
            calendar.known_from(start)?;
            let raw = calendar_weeks_after(start, week.weeks());
            let on = rolled(calendar, raw, start, counting.roll)?;
            let moved_from = (on != raw).then_some(raw);
            Ok(Due { on, moved_from })
        }
    }
}

/// The date so many times seven days after `start`, school or not.
#[must_use]
pub fn calendar_weeks_after(start: Date, weeks: Weeks) -> Date {
    start.saturating_add(i32::from(weeks.number()).weeks())
}

/// `raw` when school meets, else the school day before or after it; never
/// before `start`, which would put a review before its programme.
fn rolled(
    calendar: &SchoolCalendar,
    raw: Date,
    start: Date,
    roll: Roll,
) -> Result<Date, DueProblem> {
    calendar.known_to(raw)?;
    match roll {
        Roll::Previous => calendar
            .on_or_before(raw)
            .ok()
            .filter(|day| *day >= start)
            .map_or_else(|| calendar.on_or_after(raw), Ok),
        Roll::Next => calendar.on_or_after(raw),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::worked_example::calendar;

    fn on(clock: ProgrammeClock, roll: Roll, start: Date, week: u8) -> Result<Due, DueProblem> {
        let counting = Counting {
            clock,
            roll,
            ..Counting::default()
        };
        due(&calendar(), start, WeekNumber::new(week).unwrap(), counting)
    }

    #[test]
    fn the_worked_table_from_28_september() {
        use ProgrammeClock::{CalendarWeeks, SchoolDays, SchoolWeeks};
        let start = date(2026, 9, 28);
        for (week, raw, calendar_weeks, school_weeks, school_days) in [
            (
                4,
                date(2026, 10, 26),
                date(2026, 10, 23),
                date(2026, 10, 23),
                date(2026, 10, 23),
            ),
            (
                8,
                date(2026, 11, 23),
                date(2026, 11, 23),
                date(2026, 11, 27),
                date(2026, 11, 30),
            ),
            (
                12,
                date(2026, 12, 21),
                date(2026, 12, 18),
                date(2027, 1, 8),
                date(2027, 1, 13),
            ),
            (
                16,
                date(2027, 1, 18),
                date(2027, 1, 18),
                date(2027, 2, 5),
                date(2027, 2, 10),
            ),
        ] {
            let due_on = |clock| on(clock, Roll::Previous, start, week).unwrap();
            assert_eq!(calendar_weeks_after(start, Weeks::new(week)), raw);
            assert_eq!(due_on(CalendarWeeks).on, calendar_weeks, "week {week}");
            assert_eq!(
                due_on(CalendarWeeks).moved_from,
                (raw != calendar_weeks).then_some(raw)
            );
            assert_eq!(due_on(SchoolWeeks), Due::unmoved(school_weeks));
            assert_eq!(due_on(SchoolDays), Due::unmoved(school_days));
        }
    }

    #[test]
    fn a_june_start_on_calendar_weeks_falls_into_the_summer() {
        let start = date(2027, 6, 14);
        let weeks = |n| calendar_weeks_after(start, Weeks::new(n));
        assert_eq!(weeks(8), date(2027, 8, 9));
        assert_eq!(weeks(12), date(2027, 9, 6));
        let week_8 = on(ProgrammeClock::CalendarWeeks, Roll::Previous, start, 8);
        assert_eq!(week_8.map(|due| due.on), Ok(date(2027, 7, 21)));
    }

    #[test]
    fn a_due_date_past_the_term_dates_is_refused_not_guessed() {
        let problem = Err(DueProblem::CalendarEnds {
            last: date(2027, 8, 31),
        });
        for clock in ProgrammeClock::ALL {
            let week_12 = on(*clock, Roll::Previous, date(2027, 6, 14), 12);
            assert_eq!(week_12, problem, "{clock:?}");
        }
        let week_8 = on(
            ProgrammeClock::CalendarWeeks,
            Roll::Next,
            date(2027, 6, 14),
            8,
        );
        assert_eq!(week_8, problem, "the next school day is not known");
    }

    #[test]
    fn rolling_forwards_goes_to_the_first_day_back() {
        let week_4 = on(
            ProgrammeClock::CalendarWeeks,
            Roll::Next,
            date(2026, 9, 28),
            4,
        );
        assert_eq!(week_4.map(|due| due.on), Ok(date(2026, 11, 3)));
    }

    #[test]
    fn a_review_is_never_rolled_back_before_the_start() {
        // Begun on the first Monday of the Christmas holiday.
        let start = date(2026, 12, 21);
        let week_1 = on(ProgrammeClock::CalendarWeeks, Roll::Previous, start, 1);
        assert_eq!(week_1.map(|due| due.on), Ok(date(2027, 1, 6)));
    }

    #[test]
    fn a_start_late_in_the_week_makes_the_next_week_the_first() {
        let thursday = date(2026, 10, 1);
        let week_1 = on(ProgrammeClock::SchoolWeeks, Roll::Previous, thursday, 1);
        assert_eq!(week_1.map(|due| due.on), Ok(date(2026, 10, 9)));
    }
}
