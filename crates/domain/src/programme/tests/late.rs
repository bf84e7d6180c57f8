//! No programme runs out of time unseen.

use jiff::civil::{Date, date};

use super::samples::*;
use crate::{
    dates::worked_example::calendar,
    programme::{FinalCause, Run, Stage, StageName},
    timers::EndStanding,
};

/// The planned end of the sample is moved to 8 January 2027.
fn ending() -> Run {
    let mut run = run();
    run.dates.ends.due.on = date(2027, 1, 8);
    run
}

fn final_due(since: Date) -> Stage {
    Stage::FinalDue {
        run: ending(),
        since,
        cause: FinalCause::TimeUp,
        proposed: None,
    }
}

fn standing(stage: Stage, held: Option<Date>, today: Date) -> Option<EndStanding> {
    let found = with_stage(stage).against_end(held, &calendar(), today);
    found.map(|found| found.standing)
}

#[test]
fn a_programme_without_a_final_meeting_is_out_of_time_ten_school_days_after_its_end() {
    let since = date(2027, 1, 8);
    let on = |today| standing(final_due(since), None, today).unwrap();
    assert_eq!(on(date(2027, 1, 15)), EndStanding::FinalDue);
    assert_eq!(on(date(2027, 1, 18)), EndStanding::EvaluationOverdue);
    assert_eq!(on(date(2027, 1, 25)), EndStanding::OutOfTime);
    let held = standing(final_due(since), Some(date(2027, 1, 12)), date(2027, 1, 25));
    assert_eq!(held, Some(EndStanding::EvaluationOverdue));
    let before_more_time = standing(final_due(since), Some(date(2026, 12, 1)), date(2027, 1, 25));
    assert_eq!(before_more_time, Some(EndStanding::OutOfTime));
}

#[test]
fn a_final_review_called_early_is_late_after_five_school_days_of_its_own() {
    let since = date(2026, 11, 9);
    let on = |today| standing(final_due(since), None, today).unwrap();
    assert_eq!(on(date(2026, 11, 16)), EndStanding::Running);
    assert_eq!(on(date(2026, 11, 17)), EndStanding::EvaluationOverdue);
}

#[test]
fn a_programme_whose_clock_is_stopped_or_that_is_with_the_head_is_not_late() {
    for name in [
        StageName::Paused,
        StageName::Aftercare,
        StageName::Gathering,
    ] {
        assert_eq!(
            standing(stage(name), None, date(2027, 7, 1)),
            None,
            "{name:?}"
        );
    }
}
