//! Tests of the timers on the worked example's calendar.

use jiff::civil::{Date, date};

use super::*;
use crate::dates::worked_example::calendar;

fn due_on(timer: Timer, anchor: Date) -> Date {
    Timers::default().due(timer, anchor, &calendar()).unwrap()
}

#[test]
fn home_is_contacted_two_school_days_after_the_referral_is_accepted() {
    assert_eq!(
        due_on(Timer::FirstContactHome, date(2026, 9, 7)),
        date(2026, 9, 9)
    );
}

#[test]
fn five_school_days_notice_of_a_friday_meeting_is_the_friday_before() {
    assert_eq!(
        due_on(Timer::InvitationNotice, date(2026, 9, 25)),
        date(2026, 9, 18)
    );
}

#[test]
fn a_concern_before_half_term_is_followed_up_in_school_days() {
    assert_eq!(
        due_on(Timer::ContactAfterConcern, date(2026, 10, 22)),
        date(2026, 11, 3)
    );
}

#[test]
fn aftercare_runs_six_school_weeks_from_the_day_after_closing() {
    let closed = date(2027, 1, 8);
    assert_eq!(due_on(Timer::Aftercare, closed), date(2027, 2, 26));
    let checks = Timers::default().reminders(Timer::Aftercare, closed, &calendar());
    assert_eq!(checks, Ok(vec![date(2027, 1, 29), date(2027, 2, 26)]));
}

#[test]
fn staff_are_reminded_at_three_and_five_school_days_and_agencies_at_seven_and_ten() {
    let asked = date(2026, 9, 7);
    let reminders = |timer| Timers::default().reminders(timer, asked, &calendar());
    assert_eq!(
        reminders(Timer::StaffAnswers),
        Ok(vec![date(2026, 9, 10), date(2026, 9, 14)])
    );
    assert_eq!(
        reminders(Timer::AgencyAnswer),
        Ok(vec![date(2026, 9, 16), date(2026, 9, 21)])
    );
}

#[test]
fn a_shortened_timer_loses_reminders_that_would_come_after_it() {
    let mut timers = Timers::default();
    let two = Amount::SchoolDays(SchoolDays::new(2));
    timers.set(Timer::StaffAnswers, two).unwrap();
    assert_eq!(
        timers.reminders(Timer::StaffAnswers, date(2026, 9, 7), &calendar()),
        Ok(vec![date(2026, 9, 9)])
    );
    assert_eq!(
        timers.chosen().collect::<Vec<_>>(),
        [(Timer::StaffAnswers, two)]
    );
}

#[test]
fn an_amount_in_the_wrong_unit_or_out_of_range_is_refused() {
    let mut timers = Timers::default();
    let weeks = Amount::SchoolWeeks(Weeks::new(2));
    let problem = timers.set(Timer::Signatures, weeks).unwrap_err();
    assert_eq!(problem.words(), "Enter a number of school days");
    for number in [0, 21] {
        let amount = Amount::SchoolDays(SchoolDays::new(number));
        let problem = timers.set(Timer::Signatures, amount).unwrap_err();
        assert_eq!(
            problem.words(),
            "Signatures must be between 1 and 20 school days"
        );
    }
    assert_eq!(timers, Timers::default());
}

#[test]
fn a_review_window_is_five_school_days_each_side_and_then_overdue() {
    let due = date(2026, 11, 27);
    let window = Timers::default().review_window(due, &calendar()).unwrap();
    assert_eq!(window.opens, date(2026, 11, 20));
    assert_eq!(window.closes, date(2026, 12, 4));
    for (today, standing) in [
        (date(2026, 11, 19), WindowStanding::NotOpen),
        (window.opens, WindowStanding::Open),
        (due, WindowStanding::Open),
        (date(2026, 11, 30), WindowStanding::Late),
        (window.closes, WindowStanding::Late),
        (date(2026, 12, 5), WindowStanding::Overdue),
    ] {
        assert_eq!(window.standing(today), standing, "{today}");
    }
}

#[test]
fn a_programme_past_its_end_is_late_after_five_days_and_out_of_time_after_ten() {
    let end = date(2027, 1, 8);
    let after = Timers::default().after_the_end(end, &calendar()).unwrap();
    for (today, standing) in [
        (end, EndStanding::Running),
        (date(2027, 1, 9), EndStanding::FinalDue),
        (date(2027, 1, 15), EndStanding::FinalDue),
        (date(2027, 1, 18), EndStanding::EvaluationOverdue),
        (date(2027, 1, 22), EndStanding::EvaluationOverdue),
        (date(2027, 1, 23), EndStanding::OutOfTime),
    ] {
        assert_eq!(after.standing(today), standing, "{today}");
    }
}

#[test]
fn a_programme_lasts_at_most_16_weeks_or_26_when_it_is_a_two_term_one() {
    let timers = Timers::default();
    assert_eq!(timers.longest(Weeks::new(12)), Weeks::new(16));
    assert_eq!(timers.longest(Weeks::new(16)), Weeks::new(16));
    assert_eq!(timers.longest(Weeks::new(24)), Weeks::new(26));
}

#[test]
fn how_something_stands_is_told_in_school_days() {
    let calendar = calendar();
    let standing = |today| Standing::of(date(2026, 11, 26), today, &calendar);
    let days = |number| SchoolDays::new(number);
    assert_eq!(
        standing(date(2026, 11, 10)),
        Standing::ToCome {
            school_days: days(12)
        }
    );
    assert_eq!(standing(date(2026, 11, 26)), Standing::Today);
    let friday = Standing::of(date(2026, 10, 23), date(2026, 10, 30), &calendar);
    let none = SchoolDays::ZERO;
    assert_eq!(friday, Standing::Overdue { school_days: none });
}

#[test]
fn every_timer_says_when_it_runs_out() {
    for timer in Timer::ALL {
        let words = timer.words(timer.usual());
        assert!(words.contains(timer.anchor().label()), "{words}");
        let early = timer.reminders().iter().all(|early| *early < timer.usual());
        assert!(early, "{timer:?} is reminded after it runs out");
    }
    assert_eq!(
        Timer::DecisionOnReferral.words(Timer::DecisionOnReferral.usual()),
        "3 school days after the referral"
    );
    let aftercare = Timer::Aftercare.words(Timer::Aftercare.usual());
    assert_eq!(aftercare, "6 school weeks after the programme being closed");
}

#[test]
fn a_weekly_meeting_is_due_five_school_days_after_the_last() {
    assert_eq!(
        Timers::default().next_contact(date(2026, 10, 22), SchoolDays::new(5), &calendar()),
        Ok(date(2026, 11, 6))
    );
}
