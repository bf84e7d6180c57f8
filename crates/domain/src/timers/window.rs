//! The days on which a review counts as held on time.

use jiff::civil::Date;

use super::{Amount, Timer, Timers};
use crate::dates::{DueProblem, SchoolCalendar, SchoolDays};

/// The days on which a review can be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewWindow {
    /// The first day.
    pub opens: Date,
    /// The day it is due.
    pub due: Date,
    /// The last day; after it the review is overdue.
    pub closes: Date,
}

/// Where a day lies against a review window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowStanding {
    /// Too soon.
    NotOpen,
    /// It can be held, and is not late.
    Open,
    /// It can be held; its due date has gone.
    Late,
    /// The window has closed.
    Overdue,
}

impl ReviewWindow {
    /// Where `today` lies.
    pub fn standing(self, today: Date) -> WindowStanding {
        match today {
            _ if today < self.opens => WindowStanding::NotOpen,
            _ if today <= self.due => WindowStanding::Open,
            _ if today <= self.closes => WindowStanding::Late,
            _ => WindowStanding::Overdue,
        }
    }
}

impl Timers {
    /// The window around a review's due date.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach that far.
    pub fn review_window(
        &self,
        due: Date,
        calendar: &SchoolCalendar,
    ) -> Result<ReviewWindow, DueProblem> {
        let either_side = match self.amount(Timer::ReviewWindow) {
            Amount::SchoolDays(days) => days,
            Amount::SchoolWeeks(weeks) => SchoolDays::new(u16::from(weeks.number()) * 5),
        };
        Ok(ReviewWindow {
            opens: calendar.subtract_school_days(due, either_side)?,
            due,
            closes: calendar.add_school_days(due, either_side)?,
        })
    }
}
