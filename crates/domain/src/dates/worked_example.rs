//! The calendar of the domain notes' worked example: exactly 190 school days.

use jiff::civil::{Date, date};

use super::{DayKind, SchoolCalendar, Term, TermDates};

/// Term dates for 2026 to 2027, known until 31 August 2027.
pub(crate) fn calendar() -> SchoolCalendar {
    term_dates().calendar()
}

pub(crate) fn term_dates() -> TermDates {
    let term = |first: Date, last: Date| Term::new(first, last).unwrap();
    TermDates {
        terms: vec![
            term(date(2026, 9, 2), date(2026, 10, 23)),
            term(date(2026, 11, 2), date(2026, 12, 18)),
            term(date(2027, 1, 5), date(2027, 2, 12)),
            term(date(2027, 2, 22), date(2027, 3, 25)),
            term(date(2027, 4, 12), date(2027, 5, 28)),
            term(date(2027, 6, 7), date(2027, 7, 21)),
        ],
        exceptions: vec![
            (date(2026, 9, 2), DayKind::Training),
            (date(2026, 11, 2), DayKind::Training),
            (date(2027, 1, 5), DayKind::Training),
            (date(2027, 5, 3), DayKind::BankHoliday),
        ],
        year: date(2026, 9, 1)..=date(2027, 8, 31),
    }
}

#[test]
fn the_worked_example_has_190_school_days() {
    let calendar = calendar();
    assert_eq!(
        calendar
            .count_school_days(date(2026, 9, 1)..=date(2027, 8, 31))
            .number(),
        190
    );
}

#[test]
fn twelve_calendar_weeks_hold_fewer_school_days_the_later_they_begin() {
    let calendar = calendar();
    let held = |first: Date, last: Date| calendar.count_school_days(first..=last).number();
    assert_eq!(held(date(2026, 9, 28), date(2026, 12, 20)), 54);
    assert_eq!(held(date(2026, 11, 16), date(2027, 2, 7)), 48);
    assert_eq!(held(date(2027, 6, 14), date(2027, 9, 5)), 28);
}
