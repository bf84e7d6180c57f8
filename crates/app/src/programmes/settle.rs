//! What every move has in common: the programme is saved over the revision it
//! was read at, the history gets its line, and the work it brings is written down.

use domain::{
    dates::SchoolCalendar,
    programme::{Effect, Moved, Programme, Task, TaskDue},
    timers::Timers,
};
use jiff::civil::Date;
use store::programmes;

use crate::{Refusal, gate::Granted, monitoring::next_check_in};

/// Saves a move with everything it brings that is only to be written down.
/// Effects that another part carries out (asks, letters) are given back.
///
/// # Errors
/// [`Refusal::Conflict`] when someone else moved or changed it first.
pub fn settle(cx: &mut Granted<'_, '_>, moved: Moved) -> Result<(Programme, Vec<Effect>), Refusal> {
    let Moved {
        programme,
        line,
        effects,
    } = moved;
    if !programmes::save(cx.tx(), &programme)? {
        return Err(Refusal::Conflict);
    }
    let by = cx.written();
    programmes::note_move(cx.tx(), programme.school, programme.id, &line, &by)?;
    let (calendar, today) = (
        store::schools::calendar(cx.tx(), programme.school)?,
        cx.today(),
    );
    let mut others = Vec::new();
    for effect in effects {
        match effect {
            Effect::Task { task, due } => {
                let due = match task {
                    Task::CheckIn => next_check_in(cx.tx(), &programme, &calendar, due_from(due))?,
                    _ => due_on(due, &programme.template.timers, &calendar),
                };
                if matches!(task, Task::Cards | Task::CheckIn) {
                    // A new version's card is read instead of the last one's, not beside
                    // it; and there is one next meeting.
                    programmes::drop_task(cx.tx(), programme.school, programme.id, task, today)?;
                }
                programmes::add_task(cx.tx(), programme.school, programme.id, task, due, today)?;
            }
            other => others.push(other),
        }
    }
    Ok((programme, others))
}

/// The day something due is counted from.
const fn due_from(due: TaskDue) -> Date {
    match due {
        TaskDue::On(from) | TaskDue::By { from, .. } => from,
    }
}

/// When something is due. Where the term dates do not reach that far, the
/// anchor itself stands: late rather than lost.
pub fn due_on(due: TaskDue, timers: &Timers, calendar: &SchoolCalendar) -> Date {
    match due {
        TaskDue::On(on) => on,
        TaskDue::By { timer, from } => timers.due(timer, from, calendar).unwrap_or(from),
    }
}
