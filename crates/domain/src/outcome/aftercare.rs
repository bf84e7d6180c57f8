//! Aftercare: lighter support after a plan that was successful.

use jiff::civil::Date;

use crate::{
    commitment::{HowOften, Owner},
    dates::{DueProblem, SchoolCalendar},
    note::OutOfTen,
    text::{Line, Prose},
    timers::{Timer, Timers},
};

/// Lighter support, with the days on which somebody looks in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aftercare {
    /// The day the programme closed.
    pub closed_on: Date,
    /// The days on which somebody looks in; the last ends it. Usually after
    /// three and six school weeks.
    pub checks: Vec<Date>,
    /// How often the adult and the pupil meet.
    pub how_often: HowOften,
    /// The named adult.
    pub adult: Owner,
    /// Two or three things to keep.
    pub keeps: Vec<Line<160>>,
    /// Early signs that things are getting harder.
    pub early_signs: Vec<Line<160>>,
    /// What to do when they appear.
    pub if_they_appear: Line<300>,
}

/// What was found on looking in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AftercareCheck {
    /// The day.
    pub on: Date,
    /// How the pupil says it is, from 0 to 10.
    pub pupil: Option<OutOfTen>,
    /// How home says it is, from 0 to 10.
    pub home: Option<OutOfTen>,
    /// In a few words.
    pub note: Option<Prose<600>>,
}

/// Why aftercare cannot begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AftercareProblem {
    /// Not two or three things to keep.
    #[error("begin aftercare: {0} things to keep")]
    Keeps(usize),
    /// Nobody said what to look out for.
    #[error("begin aftercare: no early signs")]
    NoEarlySigns,
    /// The calendar does not reach that far.
    #[error(transparent)]
    Calendar(#[from] DueProblem),
}

impl AftercareProblem {
    /// What to do about it.
    pub fn words(self) -> String {
        match self {
            Self::Keeps(_) => "Choose two or three things to keep.".into(),
            Self::NoEarlySigns => "Say what to look out for.".into(),
            Self::Calendar(problem) => problem.words(),
        }
    }
}

impl Aftercare {
    /// The days on which somebody looks in after a programme closed.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach that far.
    pub fn check_dates(
        closed_on: Date,
        timers: &Timers,
        calendar: &SchoolCalendar,
    ) -> Result<Vec<Date>, DueProblem> {
        timers.reminders(Timer::Aftercare, closed_on, calendar)
    }

    /// The day it ends.
    pub fn ends_on(&self) -> Date {
        self.checks.last().copied().unwrap_or(self.closed_on)
    }

    /// The next day on which to look in, on or after `today`, checks done left out.
    pub fn next_check(&self, done: &[AftercareCheck], today: Date) -> Option<Date> {
        let left = self.checks.get(done.len()..).unwrap_or_default();
        left.first().copied().map(|due| due.max(today))
    }

    /// What stops it from beginning.
    pub fn problems(&self) -> Vec<AftercareProblem> {
        let mut found = Vec::new();
        if !(2..=3).contains(&self.keeps.len()) {
            found.push(AftercareProblem::Keeps(self.keeps.len()));
        }
        if self.early_signs.is_empty() {
            found.push(AftercareProblem::NoEarlySigns);
        }
        found
    }
}
