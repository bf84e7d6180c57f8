//! Working dates out again: after a pause, an extension, or a change of the
//! school calendar.

use domain::{
    dates::{Pauses, Rhythm, Schedule, SchoolCalendar, Weeks},
    event::Event,
    id::SchoolId,
    programme::{Programme, Run, RunDates},
    timers::Timers,
};
use jiff::civil::Date;

use crate::{Refusal, gate::Granted};

/// Most weeks a programme like this may last.
pub(super) fn longest(programme: &Programme) -> Weeks {
    Timers::default().longest(programme.template.rhythm.length())
}

/// The rhythm of a programme, its extension included.
pub(super) fn rhythm(programme: &Programme, run: &Run) -> Result<Rhythm, Refusal> {
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
pub(super) fn again(
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

/// After the school calendar changed: every programme with a plan that has not
/// ended gets the dates still to come worked out anew, and its record says so.
/// Where the new calendar does not reach far enough, the dates stay as they
/// were; the calendar's own page asks for more term dates.
///
/// # Errors
/// [`Refusal::Conflict`] when a programme is changed at the same moment.
pub(crate) fn follow_calendar(cx: &mut Granted<'_, '_>, school: SchoolId) -> Result<(), Refusal> {
    let calendar = store::schools::calendar(cx.tx(), school)?;
    let today = cx.today();
    for programme in store::programmes::dated(cx.tx(), school)? {
        let Some(run) = programme.stage.run().cloned() else {
            continue;
        };
        let plain = rhythm(&programme, &run)?;
        let fresh = again((&plain, &plain), &run, &run.pauses, &calendar, today);
        let Ok(dates) = fresh else { continue };
        if dates == run.dates {
            continue;
        }
        let (id, ends) = (programme.id, dates.ends.due.on);
        let Ok(moved) = programme.redated(dates) else {
            continue;
        };
        if !store::programmes::save(cx.tx(), &moved)? {
            return Err(Refusal::Conflict);
        }
        cx.also(Event::DatesChanged {
            programme: id,
            ends,
        });
    }
    Ok(())
}
