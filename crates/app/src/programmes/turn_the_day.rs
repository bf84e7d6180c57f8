//! What the date itself makes due: review windows open, programmes reach their
//! planned end, aftercare ends, and the accounts of staff who have left close. The clock's own verb, through the same door.

use domain::{
    dates::SchoolCalendar,
    event::Event,
    programme::{FinalReason, Moved, Programme, ReviewWindowOpen, Stage, StageName, Task},
    text::Prose,
};
use jiff::civil::Date;
use store::programmes as rows;

use super::settle::{due_on, settle};
use crate::{
    App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    imports::preview::forget_files,
    leavers,
    monitoring::next_check_in,
    subject::School,
};

impl App {
    /// Does what the date makes due, in every school.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn turn_the_day(&self) -> Result<(), Refusal> {
        let schools = self
            .db()
            .read(|tx| store::schools::ids(tx).map_err(Refusal::from))?;
        for school in schools {
            self.execute(&self.clockwork(school), TurnTheDay)?;
        }
        Ok(())
    }
}

/// The closing note when nobody writes one.
const ENDED: &str = "Aftercare ended on its planned date.";

/// Moves every programme of one school that the date moves.
#[derive(Debug, Clone, Copy)]
pub struct TurnTheDay;

impl Command for TurnTheDay {
    const ACTION: Action = Action::TurnTheDay;
    type On = School;
    type Output = usize;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<usize>, Refusal> {
        let today = cx.today();
        leavers::leave(cx, school.0.id)?;
        forget_files(cx, school.0.id)?;
        crate::feeds::forget_jobs(cx, school.0.id)?;
        let lines = rows::running(cx.tx(), school.0.id)?;
        if lines.is_empty() {
            return Ok(cx.unchanged(0));
        }
        let calendar = store::schools::calendar(cx.tx(), school.0.id)?;
        let unplanned = store::check_ins::without_a_day(cx.tx(), school.0.id)?;
        let mut moved = 0;
        for programme in lines {
            let mut programme = programme;
            ask_for_reports(cx, &programme, &calendar)?;
            if let Some(met) = unplanned.get(&programme.id) {
                meet_again(cx, &programme, &calendar, *met)?;
            }
            // One day can bring two moves: a review window and the planned end.
            while let Some((next, event)) = due(programme, &calendar, today) {
                let over = next.programme.stage.name() == StageName::Archived;
                let (saved, _) = settle(cx, next)?;
                if over {
                    rows::drop_tasks(cx.tx(), school.0.id, saved.id, today)?;
                }
                cx.also(event);
                moved += 1;
                programme =
                    rows::by_id(cx.tx(), school.0.id, saved.id)?.ok_or(Refusal::NotFound)?;
            }
        }
        Ok(cx.unchanged(moved))
    }
}

/// Puts the asking for reports on the list, on the day it is to be done.
fn ask_for_reports(
    cx: &mut Granted<'_, '_>,
    programme: &Programme,
    calendar: &SchoolCalendar,
) -> Result<(), Refusal> {
    let Some(due) = programme.asks_for_reports() else {
        return Ok(());
    };
    let (school, id, today) = (programme.school, programme.id, cx.today());
    let due = due_on(due, &programme.template.timers, calendar);
    if today < due {
        return Ok(());
    }
    let task = (Task::Reports, due);
    if rows::add_task_once(cx.tx(), school, id, task, today)? {
        cx.also(Event::ReportsAsked {
            programme: id,
            by: due,
        });
    }
    Ok(())
}

/// Gives a plan that runs a day for the key worker's next meeting with the
/// pupil, from the last one or the beginning, when nobody set one.
fn meet_again(
    cx: &mut Granted<'_, '_>,
    programme: &Programme,
    calendar: &SchoolCalendar,
    met: Option<Date>,
) -> Result<(), Refusal> {
    let Some(run) = programme.stage.run() else {
        return Ok(());
    };
    let (school, id, today) = (programme.school, programme.id, cx.today());
    let from = met.unwrap_or(run.dates.starts).max(run.dates.starts);
    let on = next_check_in(cx.tx(), programme, calendar, from)?;
    rows::add_task(cx.tx(), school, id, Task::CheckIn, on, today)?;
    cx.also(Event::CheckInDue { programme: id, on });
    Ok(())
}

fn due(programme: Programme, calendar: &SchoolCalendar, today: Date) -> Option<(Moved, Event)> {
    let id = programme.id;
    match programme.stage.clone() {
        Stage::Active { run, review, .. } => {
            let ends = run.dates.ends.due.on;
            // The final meeting is held on the last day itself.
            if today >= ends {
                let event = Event::FinalDue {
                    programme: id,
                    on: ends,
                };
                return programme
                    .reach_final(FinalReason::TimeUp, today)
                    .ok()
                    .map(|moved| (moved, event));
            }
            let next = run.next_review().filter(|_| review.is_none())?;
            let window = programme
                .template
                .timers
                .review_window(next.due.on, calendar)
                .ok()?;
            let opens = window.opens;
            if today < opens {
                return None;
            }
            let event = Event::ReviewOpened {
                programme: id,
                due: next.due.on,
            };
            programme
                .open_review(ReviewWindowOpen { opens, today })
                .ok()
                .map(|moved| (moved, event))
        }
        Stage::Aftercare { until, .. } if today > until => {
            let event = Event::AftercareEnded { programme: id };
            let note = Prose::new(ENDED).ok()?;
            programme
                .end_aftercare(note, today)
                .ok()
                .map(|moved| (moved, event))
        }
        _ => None,
    }
}
