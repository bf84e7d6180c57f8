//! Giving a tick, changing it, and taking it back.

use jiff::Timestamp;

use super::{PeriodOf, Presence, Standing, Tick};
use crate::{
    clock::london_date,
    commitment::{Owner, ReportCard},
    dates::{DueProblem, SchoolCalendar},
    id::TargetId,
    target::{Target, TargetStatus, Ticker},
    text::Line,
    timers::RatingHours,
};

/// One tick, as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// The target.
    pub target: TargetId,
    /// Which period of which day.
    pub of: PeriodOf,
    /// What was seen.
    pub seen: Seen,
}

/// What somebody saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Their tick.
    pub tick: Tick,
    /// Who.
    pub by: Owner,
    /// When they ticked.
    pub at: Timestamp,
    /// A few words, something good first.
    pub note: Option<Line<120>>,
}

/// When ticks are taken: the hours, and the calendar they follow.
#[derive(Debug, Clone, Copy)]
pub struct RatingRules<'a> {
    /// When a day closes.
    pub hours: RatingHours,
    /// The school's calendar.
    pub calendar: &'a SchoolCalendar,
}

/// Why a tick was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RateProblem {
    /// The day has not come.
    #[error("rate: the day has not come")]
    NotYet,
    /// The time for it is over.
    #[error("rate: closed")]
    Closed,
    /// School does not meet that day.
    #[error("rate: no school that day")]
    NoSchool,
    /// The pupil was not there to be seen.
    #[error("rate: pupil was {0:?}")]
    PupilAway(Presence),
    /// The plan is ticked in other parts of the day.
    #[error("rate: the plan is ticked {0:?}")]
    Otherwise(ReportCard),
    /// One named adult ticks this target, and it is somebody else.
    #[error("rate: another adult ticks this target")]
    AnotherAdult,
    /// The target is not worked on any more.
    #[error("rate: target is {0:?}")]
    TargetClosed(TargetStatus),
    /// The calendar does not reach that far.
    #[error(transparent)]
    Calendar(#[from] DueProblem),
}

impl RateProblem {
    /// What people read.
    pub fn words(self) -> String {
        match self {
            Self::NotYet => "That lesson hasn’t happened yet.".into(),
            Self::Closed => {
                "The time to tick this lesson is over. It stays not ticked, which counts for \
                 nothing either way."
                    .into()
            }
            Self::NoSchool => "School is closed that day.".into(),
            Self::PupilAway(_) => {
                "Someone has said they weren’t there, so there’s nothing to tick. If they were, \
                 press “They were here after all” first."
                    .into()
            }
            Self::Otherwise(ReportCard::No) => "Nobody ticks this plan.".into(),
            Self::Otherwise(card) => {
                let often = crate::wording::small(card.label());
                format!(
                    "This plan is ticked {often}. Go back to the lesson reports and tick there."
                )
            }
            Self::AnotherAdult => "Someone else ticks this target.".into(),
            Self::TargetClosed(_) => "This target has ended, so there’s nothing to tick.".into(),
            Self::Calendar(problem) => problem.words(),
        }
    }
}

impl RatingRules<'_> {
    /// Whether a period can be ticked at `now`.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not know the next school day.
    pub fn standing(&self, of: PeriodOf, now: Timestamp) -> Result<Standing, DueProblem> {
        if london_date(now) < of.on {
            return Ok(Standing::NotYet);
        }
        let until = self.hours.closing(of.on, self.calendar)?;
        Ok(if now < until {
            Standing::Open { until }
        } else {
            Standing::Closed
        })
    }

    /// Takes a tick; a later one for the same period takes its place.
    ///
    /// # Errors
    /// [`RateProblem`].
    pub fn give(
        &self,
        target: &Target,
        of: PeriodOf,
        presence: Presence,
        seen: Seen,
    ) -> Result<Rating, RateProblem> {
        if target.status != TargetStatus::Open {
            return Err(RateProblem::TargetClosed(target.status));
        }
        if !self.calendar.is_school_day(of.on) {
            return Err(RateProblem::NoSchool);
        }
        if !presence.is_here() {
            return Err(RateProblem::PupilAway(presence));
        }
        if let Ticker::OneAdult(adult) = &target.ticker
            && adult.person != seen.by.person
        {
            return Err(RateProblem::AnotherAdult);
        }
        self.still_open(of, seen.at)?;
        Ok(Rating {
            target: target.id,
            of,
            seen,
        })
    }

    /// Whether a tick can still be taken back; afterwards the period is not ticked.
    ///
    /// # Errors
    /// [`RateProblem::Closed`] once its time is over.
    pub fn take_back(&self, rating: &Rating, now: Timestamp) -> Result<(), RateProblem> {
        self.still_open(rating.of, now)
    }

    fn still_open(&self, of: PeriodOf, now: Timestamp) -> Result<(), RateProblem> {
        match self.standing(of, now)? {
            Standing::NotYet => Err(RateProblem::NotYet),
            Standing::Open { .. } => Ok(()),
            Standing::Closed => Err(RateProblem::Closed),
        }
    }
}
