//! Tests of whole programmes on the worked example's calendar.

use jiff::civil::{Date, date};

use super::{
    Counting, DayKind, DueProblem, GapName, Pause, Pauses, Place, ProgrammeClock, Rhythm, Schedule,
    WeekKind, WeekNumber, Weeks,
    worked_example::{calendar, term_dates},
};

const START: Date = date(2026, 9, 28);

fn from(start: Date, pauses: &Pauses) -> Schedule {
    Schedule::compute(&Rhythm::standard(), start, pauses, &calendar()).unwrap()
}

fn due_dates(schedule: &Schedule) -> Vec<Date> {
    schedule.milestones().map(|each| each.due.on).collect()
}

fn paused(from: Date, back: Date) -> Pauses {
    Pauses::new(vec![Pause { from, back }]).unwrap()
}

fn week(number: u8) -> WeekNumber {
    WeekNumber::new(number).unwrap()
}

#[test]
fn a_programme_begun_on_28_september_is_reviewed_in_october_november_and_january() {
    assert_eq!(
        due_dates(&from(START, &Pauses::NONE)),
        [date(2026, 10, 23), date(2026, 11, 27), date(2027, 1, 8)]
    );
}

#[test]
fn a_programme_begun_on_16_november_ends_in_march() {
    let schedule = from(date(2026, 11, 16), &Pauses::NONE);
    assert_eq!(
        due_dates(&schedule),
        [date(2026, 12, 11), date(2027, 1, 22), date(2027, 2, 26)]
    );
    assert_eq!(schedule.weeks.len(), 15, "12 and three of holidays");
}

#[test]
fn a_programme_begun_on_7_december_is_reviewed_as_the_settings_page_foretells() {
    let monday_of = |date| super::Week::of(date).monday();
    let schedule = from(date(2026, 12, 7), &Pauses::NONE);
    let mondays: Vec<Date> = due_dates(&schedule).into_iter().map(monday_of).collect();
    assert_eq!(
        mondays,
        [date(2027, 1, 11), date(2027, 2, 8), date(2027, 3, 15)]
    );
}

#[test]
fn a_june_start_needs_next_years_term_dates() {
    let schedule = Schedule::compute(
        &Rhythm::standard(),
        date(2027, 6, 14),
        &Pauses::NONE,
        &calendar(),
    );
    let last = date(2027, 8, 31);
    assert_eq!(schedule, Err(DueProblem::CalendarEnds { last }));
}

#[test]
fn aftercare_of_six_school_weeks_leaves_out_half_term() {
    let aftercare = Rhythm::new(Weeks::new(6), vec![week(3)], Counting::default()).unwrap();
    let start = date(2027, 1, 11);
    let schedule = Schedule::compute(&aftercare, start, &Pauses::NONE, &calendar()).unwrap();
    assert_eq!(due_dates(&schedule), [date(2027, 1, 29), date(2027, 2, 26)]);
}

#[test]
fn the_timeline_shows_half_term_after_week_4_and_christmas_before_week_12() {
    let schedule = from(START, &Pauses::NONE);
    let shown: Vec<String> = schedule
        .weeks
        .iter()
        .map(|each| match (each.number, each.kind) {
            (Some(number), _) => number.number().to_string(),
            (None, WeekKind::Holiday(name)) => name.short_label().to_owned(),
            (None, kind) => format!("{kind:?}"),
        })
        .collect();
    assert_eq!(
        shown.join(" "),
        "1 2 3 4 half term 5 6 7 8 9 10 11 holiday holiday 12"
    );
    assert_eq!(schedule.weeks[5].week.monday(), date(2026, 11, 2));
    assert_eq!(schedule.weeks[5].school_days.number(), 4);
}

#[test]
fn the_header_says_week_6_on_tuesday_10_november() {
    let schedule = from(START, &Pauses::NONE);
    assert_eq!(schedule.place_on(date(2026, 11, 10)), Place::Week(week(6)));
    assert_eq!(schedule.place_on(date(2026, 9, 27)), Place::NotStarted);
    assert_eq!(schedule.place_on(date(2027, 1, 11)), Place::Over);
    assert_eq!(
        schedule.place_on(date(2026, 12, 30)),
        Place::Holiday {
            name: GapName::Christmas,
            after: Weeks::new(11)
        }
    );
    let next = schedule.next_review(date(2026, 11, 10));
    assert_eq!(next.map(|each| each.week), Some(week(8)));
    assert_eq!(schedule.next_review(date(2027, 1, 9)), None);
}

#[test]
fn every_week_number_comes_once_and_in_order_on_school_weeks() {
    let schedule = from(START, &Pauses::NONE);
    let numbers: Vec<u8> = schedule
        .weeks
        .iter()
        .filter_map(|each| each.number.map(WeekNumber::number))
        .collect();
    assert_eq!(numbers, (1..=12).collect::<Vec<u8>>());
}

#[test]
fn a_two_week_pause_moves_later_reviews_two_weeks_and_keeps_the_numbers() {
    let schedule = from(START, &paused(date(2026, 11, 9), date(2026, 11, 23)));
    assert_eq!(
        due_dates(&schedule),
        // Week 12 was to end on 8 January; ten school days on is the 22nd.
        [date(2026, 10, 23), date(2026, 12, 11), date(2027, 1, 22)]
    );
    let at = |on| schedule.place_on(on);
    let pause = Place::Paused {
        after: Weeks::new(5),
    };
    assert_eq!(at(date(2026, 11, 10)), pause);
    assert_eq!(at(date(2026, 11, 23)), Place::Week(week(6)));
    assert_eq!(at(date(2026, 12, 11)), Place::Week(week(8)));
    assert_eq!(at(date(2027, 1, 22)), Place::Week(week(12)));
}

#[test]
fn a_snow_day_moves_only_what_is_still_to_come() {
    let counting = Counting {
        clock: ProgrammeClock::SchoolDays,
        ..Counting::default()
    };
    let rhythm = Rhythm::new(Weeks::new(12), vec![week(4), week(8)], counting).unwrap();
    let before = Schedule::compute(&rhythm, START, &Pauses::NONE, &calendar()).unwrap();
    let mut dates = term_dates();
    for closed in [date(2026, 10, 6), date(2026, 11, 12)] {
        dates.exceptions.push((closed, DayKind::UnexpectedClosure));
    }
    let after = before
        .recompute(
            &rhythm,
            &Pauses::NONE,
            &dates.calendar(),
            date(2026, 11, 12),
        )
        .unwrap();
    assert_eq!(
        due_dates(&after.schedule),
        [date(2026, 10, 23), date(2026, 12, 2), date(2027, 1, 15)]
    );
    let moved: Vec<_> = after.moved.iter().map(|each| each.week.number()).collect();
    assert_eq!(moved, [8, 12]);
    assert_eq!(after.moved[0].from, Some(date(2026, 11, 30)));
}

#[test]
fn a_date_still_to_come_is_never_moved_into_the_past() {
    let schedule = from(START, &Pauses::NONE);
    // Half term is struck out, so week 8 would have ended on 20 November.
    let mut dates = term_dates();
    for day in 26..=30 {
        dates
            .exceptions
            .push((date(2026, 10, day), DayKind::School));
    }
    let today = date(2026, 11, 24);
    let after = schedule
        .recompute(&Rhythm::standard(), &Pauses::NONE, &dates.calendar(), today)
        .unwrap();
    assert_eq!(after.schedule.reviews[1].due.on, today);
}

#[test]
fn nothing_moves_when_nothing_changed() {
    let schedule = from(START, &Pauses::NONE);
    for today in [START, date(2026, 11, 10), date(2027, 2, 1)] {
        let again = schedule
            .recompute(&Rhythm::standard(), &Pauses::NONE, &calendar(), today)
            .unwrap();
        assert_eq!(again.moved, []);
        assert_eq!(again.schedule, schedule);
    }
}

#[test]
fn an_extension_moves_the_end_and_keeps_what_was_reviewed() {
    let schedule = from(START, &Pauses::NONE);
    let longer = Rhythm::standard().extended(Weeks::new(4), Weeks::new(16));
    let today = date(2027, 1, 8);
    let after = schedule
        .recompute(&longer.unwrap(), &Pauses::NONE, &calendar(), today)
        .unwrap();
    assert_eq!(after.schedule.end.due.on, date(2027, 2, 5));
    assert_eq!(after.schedule.reviews, schedule.reviews);
    assert_eq!(after.moved.len(), 1);
    assert_eq!(
        after.schedule.place_on(date(2027, 1, 12)),
        Place::Week(week(13))
    );
}

#[test]
fn coming_back_later_than_expected_moves_a_review_that_fell_in_the_pause() {
    let start_of_pause = date(2026, 11, 9);
    let expected = from(START, &paused(start_of_pause, date(2026, 11, 23)));
    assert_eq!(expected.reviews[1].due.on, date(2026, 12, 11));
    let today = date(2026, 12, 14);
    let after = expected
        .recompute(
            &Rhythm::standard(),
            &paused(start_of_pause, today),
            &calendar(),
            today,
        )
        .unwrap();
    // 25 school days lost: 27 November becomes 19 January.
    assert_eq!(after.schedule.reviews[1].due.on, date(2027, 1, 19));
    assert_eq!(after.schedule.reviews[0], expected.reviews[0]);
}
