//! Which week of a programme a date falls in.

use jiff::civil::Date;

use super::{
    Counting, DueProblem, GapName, ProgrammeClock, SchoolCalendar, Week, WeekNumber, Weeks,
};

/// Where a date falls in a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before the start.
    NotStarted,
    /// In this week.
    Week(WeekNumber),
    /// In a week without school.
    Holiday {
        /// What people call the holiday.
        name: GapName,
        /// Complete weeks before it.
        after: Weeks,
    },
    /// In a week with too few school days to count.
    ShortWeek {
        /// Complete weeks before it.
        after: Weeks,
    },
    /// On a day when the programme was paused.
    Paused {
        /// Complete weeks before the pause.
        after: Weeks,
    },
    /// After the planned end.
    Over,
}

impl Place {
    /// The week, when it is in one.
    pub const fn week(self) -> Option<WeekNumber> {
        match self {
            Self::Week(week) => Some(week),
            Self::NotStarted
            | Self::Holiday { .. }
            | Self::ShortWeek { .. }
            | Self::Paused { .. }
            | Self::Over => None,
        }
    }
}

/// Which week of a programme begun on `start` the date falls in. A weekend
/// belongs to the week it ends. Says nothing of pauses or of the end: for
/// those ask [`super::Schedule::place_on`].
///
/// # Errors
/// [`DueProblem`] when the calendar does not cover the start and the date.
pub fn week_of(
    calendar: &SchoolCalendar,
    start: Date,
    date: Date,
    counting: Counting,
) -> Result<Place, DueProblem> {
    if date < start {
        return Ok(Place::NotStarted);
    }
    calendar.known_from(start)?;
    calendar.known_to(date)?;
    let week = Week::of(date);
    let in_week = calendar.school_days_of(week, start);
    if counting.clock == ProgrammeClock::CalendarWeeks {
        let days = usize::try_from((date - start).get_days()).unwrap_or(0);
        return Ok(Place::Week(WeekNumber::after(days / 7)));
    }
    let after = complete_before(calendar, start, week, counting);
    let gone = Weeks::count(after);
    let enough = counting.enough.places().max(1);
    Ok(if in_week.is_empty() {
        let gap = calendar.gap_at(date.max(start));
        // A week without school days on or after the start may still hold one
        // before it: then school met that week, just not for this programme.
        gap.map_or(Place::ShortWeek { after: gone }, |gap| Place::Holiday {
            name: gap.name,
            after: gone,
        })
    } else if counting.clock == ProgrammeClock::SchoolDays {
        Place::Week(school_days_week(calendar, start, date))
    } else if in_week.len() < enough {
        Place::ShortWeek { after: gone }
    } else {
        Place::Week(WeekNumber::after(after))
    })
}

/// Weeks of the programme that are complete before `week` begins.
fn complete_before(
    calendar: &SchoolCalendar,
    start: Date,
    week: Week,
    counting: Counting,
) -> usize {
    match counting.clock {
        ProgrammeClock::SchoolWeeks => calendar
            .school_weeks(start, counting.enough)
            .take_while(|earlier| *earlier < week)
            .count(),
        ProgrammeClock::CalendarWeeks | ProgrammeClock::SchoolDays => {
            let before = calendar.school_days_in(start..=week.monday());
            let on_monday = calendar.is_school_day(week.monday()) && week.monday() >= start;
            (before.len() - usize::from(on_monday)) / 5
        }
    }
}

/// On the school-days clock the week changes after every fifth school day; a
/// day off between two school days belongs to the week of the one before.
fn school_days_week(calendar: &SchoolCalendar, start: Date, date: Date) -> WeekNumber {
    let so_far = calendar.school_days_in(start..=date).len();
    WeekNumber::after(so_far.saturating_sub(1) / 5)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::worked_example::calendar;

    fn place(clock: ProgrammeClock, start: Date, on: Date) -> Place {
        let counting = Counting {
            clock,
            ..Counting::default()
        };
        week_of(&calendar(), start, on, counting).unwrap()
    }

    fn week(number: u8) -> Place {
        Place::Week(WeekNumber::new(number).unwrap())
    }

    #[test]
    fn tuesday_10_november_is_week_6_of_a_programme_begun_on_28_september() {
        let place = place(
            ProgrammeClock::SchoolWeeks,
            date(2026, 9, 28),
            date(2026, 11, 10),
        );
        assert_eq!(place, week(6));
    }

    #[test]
    fn half_term_lies_between_weeks_4_and_5() {
        let start = date(2026, 9, 28);
        let at = |on| place(ProgrammeClock::SchoolWeeks, start, on);
        assert_eq!(at(date(2026, 10, 23)), week(4));
        assert_eq!(at(date(2026, 10, 25)), week(4), "the Sunday after");
        assert_eq!(
            at(date(2026, 10, 28)),
            Place::Holiday {
                name: GapName::OctoberHalfTerm,
                after: Weeks::new(4)
            }
        );
        assert_eq!(at(date(2026, 11, 2)), week(5), "a training day");
    }

    #[test]
    fn christmas_lies_between_weeks_11_and_12() {
        let start = date(2026, 9, 28);
        let at = |on| place(ProgrammeClock::SchoolWeeks, start, on);
        let holiday = Place::Holiday {
            name: GapName::Christmas,
            after: Weeks::new(11),
        };
        assert_eq!(at(date(2026, 12, 25)), holiday);
        assert_eq!(at(date(2027, 1, 4)), week(12));
    }

    #[test]
    fn calendar_weeks_go_on_through_a_holiday() {
        let at = |on| place(ProgrammeClock::CalendarWeeks, date(2026, 9, 28), on);
        assert_eq!(at(date(2026, 9, 28)), week(1));
        assert_eq!(at(date(2026, 10, 28)), week(5));
        assert_eq!(at(date(2026, 12, 20)), week(12));
    }

    #[test]
    fn on_school_days_the_week_changes_after_every_fifth() {
        let at = |on| place(ProgrammeClock::SchoolDays, date(2026, 9, 28), on);
        assert_eq!(at(date(2026, 10, 2)), week(1));
        assert_eq!(at(date(2026, 10, 4)), week(1), "the Sunday after");
        assert_eq!(at(date(2026, 10, 5)), week(2));
        // Days 21 to 24 came before; Monday is the 25th.
        assert_eq!(at(date(2026, 11, 9)), week(5));
        assert_eq!(at(date(2026, 11, 10)), week(6));
    }

    #[test]
    fn days_before_the_first_week_that_counts_are_in_no_week() {
        let thursday = date(2026, 10, 1);
        let at = |on| place(ProgrammeClock::SchoolWeeks, thursday, on);
        assert_eq!(at(date(2026, 9, 30)), Place::NotStarted);
        assert_eq!(at(thursday), Place::ShortWeek { after: Weeks::ZERO });
        assert_eq!(at(date(2026, 10, 5)), week(1));
    }
}
