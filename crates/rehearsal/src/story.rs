//! The days on which a programme's steps fall, from its plot.

use domain::{
    dates::{Pauses, Schedule},
    outcome::Aftercare,
    programme::RunDates,
    timers::Timers,
};
use jiff::civil::Date;

use crate::{
    Problem,
    plot::{Plot, Way},
    school::School,
    wrong,
};

/// When each step falls. What lies after [`Story::until`] has not happened.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub begun: Date,
    pub submitted: Date,
    pub checked: Date,
    pub accepted: Date,
    pub reached: Date,
    pub booked: Date,
    pub met: Date,
    pub signed: Date,
    pub dates: RunDates,
    /// The day it moved, was stopped or was put on hold, if that happened.
    pub broke_off: Option<Date>,
    pub final_due: Date,
    pub proposed: Date,
    pub confirmed: Date,
    /// Days of looking in after success; the last ends it.
    pub checks: Vec<Date>,
    pub handed_over: Date,
    pub today: Date,
    pub way: Way,
}

impl Story {
    pub fn of(school: &School, plot: Plot) -> Result<Self, Problem> {
        let rhythm = &school.template.rhythm;
        let schedule = Schedule::compute(rhythm, plot.starts, &Pauses::NONE, &school.calendar)
            .map_err(|problem| wrong(&problem))?;
        let before = |days: i32| school.days_on(plot.starts, -days);
        let ends = schedule.end.due.on;
        let confirmed = school.days_on(ends, 4)?;
        let checks = Aftercare::check_dates(confirmed, &Timers::default(), &school.calendar);
        let broke_off = match plot.way {
            Way::Paused => Some(school.days_on(school.today, -6)?),
            Way::Moved => Some(school.days_on(plot.starts, 27)?),
            Way::Stopped => Some(school.days_on(plot.starts, 17)?),
            Way::On | Way::Declined | Way::Worked | Way::NotEnough => None,
        };
        Ok(Self {
            begun: before(24)?,
            submitted: before(23)?,
            checked: before(22)?,
            accepted: before(21)?,
            reached: before(20)?,
            booked: before(11)?,
            met: before(3)?,
            signed: before(1)?,
            dates: RunDates::from(&schedule),
            broke_off,
            final_due: school.days_on(ends, 1)?,
            proposed: school.days_on(ends, 2)?,
            confirmed,
            checks: checks.map_err(|problem| wrong(&problem))?,
            handed_over: school.days_on(confirmed, 20)?,
            today: school.today,
            way: plot.way,
        })
    }

    /// Whether a day's step has been taken.
    pub fn has(&self, day: Date) -> bool {
        day <= self.today && self.broke_off.is_none_or(|last| day <= last)
    }

    pub fn is_accepted(&self) -> bool {
        self.has(self.accepted) && self.way != Way::Declined
    }

    pub fn is_agreed(&self) -> bool {
        self.is_accepted() && self.has(self.met)
    }

    pub fn is_signed(&self) -> bool {
        self.is_agreed() && self.has(self.signed)
    }

    /// Whether its time is up.
    pub fn is_up(&self) -> bool {
        self.is_signed() && self.has(self.final_due)
    }

    /// Whether the head has confirmed how it ended.
    pub fn is_judged(&self) -> bool {
        matches!(self.way, Way::Worked | Way::NotEnough) && self.is_up() && self.has(self.confirmed)
    }

    /// The last day on which lessons were seen.
    pub fn last_day(&self) -> Date {
        let ends = self.dates.ends.due.on.min(self.today);
        self.broke_off.map_or(ends, |last| last.min(ends))
    }
}
