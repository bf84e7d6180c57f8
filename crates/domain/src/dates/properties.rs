//! Properties that hold on any calendar, however oddly the days fall.

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::{
    Counting, DayKind, DueProblem, Pauses, ProgrammeClock, Rhythm, Roll, Schedule, SchoolCalendar,
    SchoolDays, WeekNumber, due, terms::dates,
};

const FIRST: Date = date(2026, 9, 1);
const LENGTH: usize = 500;

/// A calendar of 500 days of which any may be closed.
fn calendars() -> impl Strategy<Value = SchoolCalendar> {
    let kinds = prop_oneof![
        5 => Just(DayKind::School),
        1 => Just(DayKind::Holiday),
        1 => Just(DayKind::Training),
    ];
    // Runs of equal days, so that whole weeks fall away too.
    prop::collection::vec((kinds, 1_usize..15), 120).prop_map(|runs| {
        let kinds = runs
            .into_iter()
            .flat_map(|(kind, length)| std::iter::repeat_n(kind, length));
        SchoolCalendar::new(days().zip(kinds).take(LENGTH))
    })
}

fn days() -> impl Iterator<Item = Date> {
    dates(FIRST..=FIRST.saturating_add(600.days()))
}

fn a_date() -> impl Strategy<Value = Date> {
    (0_i32..500).prop_map(|offset| FIRST.saturating_add(offset.days()))
}

fn countings() -> impl Strategy<Value = Counting> {
    let clock = prop::sample::select(ProgrammeClock::ALL);
    let roll = prop::sample::select(Roll::ALL);
    let enough = (1_u16..=5).prop_map(SchoolDays::new);
    (clock, roll, enough).prop_map(|(clock, roll, enough)| Counting {
        clock,
        roll,
        enough,
    })
}

fn week(number: u8) -> WeekNumber {
    WeekNumber::new(number).unwrap()
}

/// What was worked out, unless the calendar was too short to say.
fn known<T>(found: Result<T, DueProblem>) -> Option<T> {
    found.ok()
}

proptest! {
    #[test]
    fn adding_school_days_and_counting_between_agree(
        calendar in calendars(), from in a_date(), days in 1_u16..60,
    ) {
        let days = SchoolDays::new(days);
        if let Some(there) = known(calendar.add_school_days(from, days)) {
            prop_assert!(calendar.is_school_day(there));
            prop_assert_eq!(calendar.school_days_between(from, there), days);
        }
    }

    #[test]
    fn counting_back_undoes_counting_forwards(
        calendar in calendars(), from in a_date(), days in 1_u16..60,
    ) {
        let days = SchoolDays::new(days);
        let there_and_back = calendar
            .on_or_after(from)
            .and_then(|from| calendar.add_school_days(from, days).map(|there| (from, there)));
        if let Some((from, there)) = known(there_and_back) {
            prop_assert_eq!(calendar.subtract_school_days(there, days), Ok(from));
        }
    }

    #[test]
    fn rolling_finds_the_nearest_school_day_on_its_side(
        calendar in calendars(), on in a_date(),
    ) {
        if let Some(before) = known(calendar.on_or_before(on)) {
            prop_assert!(before <= on && calendar.is_school_day(before));
            prop_assert!(calendar.school_days_between(before, on) == SchoolDays::ZERO);
        }
        if let Some(after) = known(calendar.on_or_after(on)) {
            prop_assert!(after >= on && calendar.is_school_day(after));
            prop_assert_eq!(calendar.school_days_in(on..=after), [after]);
        }
    }

    #[test]
    fn a_due_date_is_a_school_day_and_never_before_the_start(
        calendar in calendars(), start in a_date(), number in 1_u8..=26, counting in countings(),
    ) {
        if let Some(due) = known(due(&calendar, start, week(number), counting)) {
            prop_assert!(calendar.is_school_day(due.on));
            prop_assert!(due.on >= start);
        }
    }

    #[test]
    fn a_later_week_is_never_due_sooner(
        calendar in calendars(), start in a_date(), number in 1_u8..26, counting in countings(),
    ) {
        let sooner = due(&calendar, start, week(number), counting);
        let later = due(&calendar, start, week(number + 1), counting);
        if let (Ok(sooner), Ok(later)) = (sooner, later) {
            prop_assert!(sooner.on <= later.on, "{} after {}", sooner.on, later.on);
        }
    }

    #[test]
    fn a_date_worked_out_on_a_short_calendar_stands_on_a_longer_one(
        calendar in calendars(), start in a_date(), cut in a_date(), counting in countings(),
    ) {
        let short = SchoolCalendar::new(
            days().take_while(|day| *day <= cut).filter_map(|day| {
                calendar.kind_of(day).map(|kind| (day, kind))
            }),
        );
        // A calendar that stops in mid week may miss that week's last days.
        let whole = super::Week::of(cut).sunday() == cut;
        let found = due(&short, start, week(4), counting);
        if let (true, Ok(found)) = (whole, found) {
            prop_assert_eq!(due(&calendar, start, week(4), counting), Ok(found));
        }
    }

    #[test]
    fn a_change_of_term_dates_moves_nothing_already_due(
        old in calendars(), new in calendars(), start in a_date(), today in a_date(),
    ) {
        let rhythm = Rhythm::standard();
        let before = Schedule::compute(&rhythm, start, &Pauses::NONE, &old);
        let Ok(before) = before else { return Ok(()) };
        let after = before.recompute(&rhythm, &Pauses::NONE, &new, today);
        let Ok(after) = after else { return Ok(()) };
        for moved in after.moved {
            prop_assert!(moved.from.is_some_and(|from| from > today));
            prop_assert!(moved.to >= today);
        }
    }
}
