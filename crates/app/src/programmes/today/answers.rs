//! Whose answers are to be asked for again: after three school days, and once
//! more after five.

use std::collections::BTreeMap;

use domain::{
    dates::SchoolCalendar,
    id::ProgrammeId,
    timers::{Timer, Timers},
};
use jiff::civil::Date;

/// People who were asked and have not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chase {
    /// Those to be reminded for the first time.
    pub first: usize,
    /// Those whose time is up, to be reminded once more.
    pub again: usize,
    /// The first day by which one of them was to have answered.
    pub due: Option<Date>,
}

impl Chase {
    /// How many there are.
    pub const fn all(self) -> usize {
        self.first + self.again
    }

    fn add(&mut self, (asked, due): (Date, Date), calendar: &SchoolCalendar, today: Date) {
        let dates = Timers::default().reminders(Timer::StaffAnswers, asked, calendar);
        let passed = dates.map_or(0, |dates| dates.iter().filter(|on| **on <= today).count());
        match passed {
            0 => return,
            1 => self.first += 1,
            _ => self.again += 1,
        }
        self.due = Some(self.due.map_or(due, |known| known.min(due)));
    }
}

/// Everyone to be reminded, by programme.
pub(super) fn chases(
    waiting: Vec<(ProgrammeId, Date, Date)>,
    calendar: &SchoolCalendar,
    today: Date,
) -> BTreeMap<ProgrammeId, Chase> {
    let mut all: BTreeMap<ProgrammeId, Chase> = BTreeMap::new();
    for (programme, asked, due) in waiting {
        let chase = all.entry(programme).or_default();
        chase.add((asked, due), calendar, today);
    }
    all
}
