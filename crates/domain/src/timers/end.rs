//! What must happen once a programme has reached its planned end, so that none
//! runs past it in silence.

use jiff::civil::Date;

use super::{Timer, Timers};
use crate::dates::{DueProblem, SchoolCalendar};

/// The dates that follow a planned end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AfterTheEnd {
    /// The planned end.
    pub planned_end: Date,
    /// The day by which the final evaluation is complete.
    pub evaluation_due: Date,
    /// The last day before the programme is out of time.
    pub last_day: Date,
}

/// How a programme without a final meeting stands against its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndStanding {
    /// Before or on the planned end.
    Running,
    /// Past it; the final evaluation is awaited.
    FinalDue,
    /// The final evaluation is late: the head is told.
    EvaluationOverdue,
    /// Long past its end with no final meeting and no extension.
    OutOfTime,
}

impl AfterTheEnd {
    /// How a programme without a final meeting stands on `today`.
    pub fn standing(self, today: Date) -> EndStanding {
        match today {
            _ if today <= self.planned_end => EndStanding::Running,
            _ if today > self.last_day => EndStanding::OutOfTime,
            _ if today > self.evaluation_due => EndStanding::EvaluationOverdue,
            _ => EndStanding::FinalDue,
        }
    }
}

impl Timers {
    /// The dates that follow a planned end.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach that far.
    pub fn after_the_end(
        &self,
        planned_end: Date,
        calendar: &SchoolCalendar,
    ) -> Result<AfterTheEnd, DueProblem> {
        Ok(AfterTheEnd {
            planned_end,
            evaluation_due: self.due(Timer::FinalEvaluation, planned_end, calendar)?,
            last_day: self.due(Timer::OutOfTime, planned_end, calendar)?,
        })
    }
}
