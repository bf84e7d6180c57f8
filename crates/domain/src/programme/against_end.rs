//! How a programme stands against its planned end, so that none runs out of
//! time unseen.

use jiff::{Span, civil::Date};

use super::{Programme, Stage};
use crate::{
    dates::SchoolCalendar,
    timers::{AfterTheEnd, EndStanding, Timer, Timers},
};

/// Where a programme that nobody has judged stands, and by which dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgainstEnd {
    /// How it stands today.
    pub standing: EndStanding,
    /// The dates that follow its end.
    pub dates: AfterTheEnd,
}

impl Programme {
    /// Where it stands against its end; nothing while that is not the question:
    /// before a plan runs, while the clock is stopped, once a judgement is with the
    /// head, and after. `held` is the day of the last final meeting that was recorded.
    pub fn against_end(
        &self,
        held: Option<Date>,
        calendar: &SchoolCalendar,
        today: Date,
    ) -> Option<AgainstEnd> {
        let (run, since) = match &self.stage {
            Stage::Active { run, .. } => (run, run.dates.ends.due.on),
            Stage::FinalDue {
                run,
                since,
                proposed: None,
                ..
            } => (run, *since),
            _ => return None,
        };
        let ends = run.dates.ends.due.on;
        // A final review that is called early has its own five days.
        let asked = ends.min(since);
        let timers = &self.template.timers;
        let dates = AfterTheEnd {
            planned_end: ends,
            evaluation_due: after(timers, Timer::FinalEvaluation, (asked, calendar)),
            last_day: after(timers, Timer::OutOfTime, (ends, calendar)),
        };
        // Of the meeting before more time was given nothing follows now.
        let held = held.is_some_and(|on| on >= asked);
        let standing = match dates.standing(today) {
            EndStanding::OutOfTime if held => EndStanding::EvaluationOverdue,
            EndStanding::Running if asked < ends && today > dates.evaluation_due => {
                EndStanding::EvaluationOverdue
            }
            standing => standing,
        };
        Some(AgainstEnd { standing, dates })
    }
}

/// Where the term dates do not reach so far, two weeks: late rather than never.
fn after(timers: &Timers, timer: Timer, (from, calendar): (Date, &SchoolCalendar)) -> Date {
    let weeks = || from.checked_add(Span::new().weeks(2)).unwrap_or(from);
    timers
        .due(timer, from, calendar)
        .unwrap_or_else(|_| weeks())
}
