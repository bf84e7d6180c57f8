//! Working dates out again: after a pause or an extension, and when the school's
//! days change.

use domain::{
    dates::{Pauses, Rhythm, Schedule, SchoolCalendar, Weeks},
    programme::{Programme, Run, RunDates},
};
use jiff::civil::Date;

use crate::Refusal;

/// Most weeks a programme like this may last.
pub(super) fn longest(programme: &Programme) -> Weeks {
    let template = &programme.template;
    template.timers.longest(template.rhythm.length())
}

/// The rhythm of a programme, its extension included.
pub(crate) fn rhythm(programme: &Programme, run: &Run) -> Result<Rhythm, Refusal> {
    let plain = &programme.template.rhythm;
    match run.extended {
        None => Ok(plain.clone()),
        Some(by) => plain
            .extended(by, longest(programme))
            .map_err(|problem| Refusal::rule(problem.words())),
    }
}

/// The dates of a run again, under another rhythm or other pauses. What is
/// over stays as it was.
pub(crate) fn again(
    (before, after): (&Rhythm, &Rhythm),
    run: &Run,
    pauses: &Pauses,
    calendar: &SchoolCalendar,
    today: Date,
) -> Result<RunDates, Refusal> {
    let wrong = |problem: domain::dates::DueProblem| Refusal::rule(problem.words());
    let mut stored =
        Schedule::compute(before, run.dates.starts, &run.pauses, calendar).map_err(wrong)?;
    stored.reviews.clone_from(&run.dates.reviews);
    stored.end = run.dates.ends;
    let fresh = stored
        .recompute(after, pauses, calendar, today)
        .map_err(wrong)?;
    Ok((&fresh.schedule).into())
}
