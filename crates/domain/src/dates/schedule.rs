//! A whole programme on the calendar: when each review is due, when it ends,
//! and every week between.

use jiff::civil::Date;

use super::{
    Due, DueProblem, Pauses, Place, Rhythm, ScheduleWeek, SchoolCalendar, Week, WeekKind,
    WeekNumber, Weeks, due, weeks::weeks_between,
};

/// A review and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    /// The week it closes.
    pub week: WeekNumber,
    /// When it is due.
    pub due: Due,
}

/// The dates of one programme.
///
/// Stored as dates once worked out: a change of term dates later moves only
/// those still to come ([`Schedule::recompute`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The first day.
    pub start: Date,
    /// The interim reviews, in order.
    pub reviews: Vec<Milestone>,
    /// The final review, and with it the planned end.
    pub end: Milestone,
    /// Every week from the start to the planned end, holidays among them.
    pub weeks: Vec<ScheduleWeek>,
    pauses: Pauses,
}

/// A due date that moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The week whose review it is.
    pub week: WeekNumber,
    /// When it was due; none for a review that is new.
    pub from: Option<Date>,
    /// When it is due now.
    pub to: Date,
}

/// A schedule worked out again, and what moved: one change-log line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recomputed {
    /// The new dates.
    pub schedule: Schedule,
    /// What moved, in order of week.
    pub moved: Vec<Moved>,
}

impl Schedule {
    /// Works out every date of a programme begun on `start`.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach the planned end: a
    /// programme is not begun without knowing when it ends.
    pub fn compute(
        rhythm: &Rhythm,
        start: Date,
        pauses: &Pauses,
        calendar: &SchoolCalendar,
    ) -> Result<Self, DueProblem> {
        let milestone = |week: WeekNumber| -> Result<Milestone, DueProblem> {
            let first = due(calendar, start, week, rhythm.counting())?;
            let on = pauses.delayed(calendar, first.on)?;
            let due = if on == first.on {
                first
            } else {
                Due::unmoved(on)
            };
            Ok(Milestone { week, due })
        };
        let interim = rhythm.interim().iter().copied();
        let reviews = interim.map(milestone).collect::<Result<_, _>>()?;
        let end = milestone(rhythm.final_week())?;
        Self {
            start,
            reviews,
            end,
            weeks: Vec::new(),
            pauses: pauses.clone(),
        }
        .with_weeks(rhythm, calendar)
    }

    /// Works the dates out again after a pause, an extension or a change of
    /// term dates. What was due on `today` or before stays as it was, unless a
    /// pause now takes in days before it; what is still to come is never put
    /// before today.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach the planned end.
    pub fn recompute(
        &self,
        rhythm: &Rhythm,
        pauses: &Pauses,
        calendar: &SchoolCalendar,
        today: Date,
    ) -> Result<Recomputed, DueProblem> {
        let mut fresh = Self::compute(rhythm, self.start, pauses, calendar)?;
        let mut moved = Vec::new();
        for milestone in fresh.reviews.iter_mut().chain([&mut fresh.end]) {
            let before = self.milestone(milestone.week);
            match before {
                Some(before) if self.is_settled(before, pauses, calendar, today) => {
                    *milestone = before;
                }
                _ if milestone.due.on < today => {
                    milestone.due = Due::unmoved(calendar.on_or_after(today)?);
                }
                _ => {}
            }
            let (from, to) = (before.map(|before| before.due.on), milestone.due.on);
            if from != Some(to) {
                let week = milestone.week;
                moved.push(Moved { week, from, to });
            }
        }
        let schedule = fresh.with_weeks(rhythm, calendar)?;
        Ok(Recomputed { schedule, moved })
    }

    /// Interim reviews and the final one, in order.
    pub fn milestones(&self) -> impl Iterator<Item = Milestone> {
        self.reviews.iter().copied().chain([self.end])
    }

    /// The first review due on `today` or later.
    pub fn next_review(&self, today: Date) -> Option<Milestone> {
        self.milestones()
            .find(|milestone| milestone.due.on >= today)
    }

    /// Where `date` falls: week 6, half term, over. A weekend belongs to the
    /// week it ends.
    pub fn place_on(&self, date: Date) -> Place {
        if date < self.start {
            return Place::NotStarted;
        }
        let week = Week::of(date);
        let Some(place) = self.weeks.iter().position(|each| each.week == week) else {
            return Place::Over;
        };
        let earlier = self.weeks[..place].iter();
        let after = earlier
            .filter_map(|each| each.number)
            .max()
            .map_or(Weeks::ZERO, WeekNumber::weeks);
        if self.pauses.covers(date) {
            return Place::Paused { after };
        }
        let here = self.weeks[place];
        match (here.number, here.kind) {
            (Some(number), _) => Place::Week(number),
            (None, WeekKind::Holiday(name)) => Place::Holiday { name, after },
            (None, WeekKind::Paused) => Place::Paused { after },
            (None, WeekKind::Short | WeekKind::Runs) => Place::ShortWeek { after },
        }
    }

    fn milestone(&self, week: WeekNumber) -> Option<Milestone> {
        self.milestones().find(|milestone| milestone.week == week)
    }

    fn is_settled(
        &self,
        milestone: Milestone,
        pauses: &Pauses,
        calendar: &SchoolCalendar,
        today: Date,
    ) -> bool {
        let due = milestone.due.on;
        let lost = |pauses: &Pauses| pauses.school_days(calendar, due);
        due <= today && lost(pauses) == lost(&self.pauses)
    }

    fn with_weeks(
        mut self,
        rhythm: &Rhythm,
        calendar: &SchoolCalendar,
    ) -> Result<Self, DueProblem> {
        let span = (self.start, self.end.due.on);
        self.weeks = weeks_between(rhythm, span, &self.pauses, calendar)?;
        Ok(self)
    }
}
