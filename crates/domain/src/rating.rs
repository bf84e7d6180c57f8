//! Ticks: what an adult who was there saw of a target, one lesson at a time.
//!
//! A tick is given by a person, never worked out from behaviour points or
//! anything else. A lesson nobody ticked is "not ticked", never nought; a
//! lesson the pupil was away from is nobody's failure.

mod done;
mod give;

use jiff::{Timestamp, civil::Date};

pub use done::Done;
pub use give::{RateProblem, Rating, RatingRules, Seen};

use crate::{
    indicators::{Points, Slot},
    target::TickedBy,
};

crate::coded! {
    /// What an adult saw.
    pub enum Tick {
        /// The pupil did it.
        Yes => "yes", "Yes";
        /// Nearly.
        Nearly => "nearly", "Nearly";
        /// Not yet.
        NotYet => "not_yet", "Not yet";
        /// The adult did not see, or it did not come up.
        DidntSee => "didnt_see", "Didn’t see";
    }
}

impl Tick {
    /// What it is worth; nothing at all when nobody saw.
    pub const fn points(self) -> Option<Points> {
        match self {
            Self::Yes => Some(Points::MET),
            Self::Nearly => Some(Points::NEARLY),
            Self::NotYet => Some(Points::NOT_YET),
            Self::DidntSee => None,
        }
    }
}

impl From<Tick> for Slot {
    fn from(tick: Tick) -> Self {
        tick.points().map_or(Self::DidNotApply, Self::Rated)
    }
}

crate::coded! {
    /// A part of the school day.
    pub enum Period {
        /// Arriving, in primary.
        Arrival => "arrival", "Arrival";
        /// Registration or tutor time.
        Registration => "registration", "Registration";
        /// The first lesson, or the first part of a primary day.
        P1 => "p1", "Period 1";
        /// The second lesson.
        P2 => "p2", "Period 2";
        /// The third lesson.
        P3 => "p3", "Period 3";
        /// The fourth lesson.
        P4 => "p4", "Period 4";
        /// The fifth lesson.
        P5 => "p5", "Period 5";
        /// The sixth lesson.
        P6 => "p6", "Period 6";
        /// The seventh lesson.
        P7 => "p7", "Period 7";
        /// Break or playtime.
        Break => "break", "Break";
        /// Lunch.
        Lunch => "lunch", "Lunch";
        /// After school.
        AfterSchool => "after_school", "After school";
        /// Going home.
        HomeTime => "home_time", "Home time";
        /// The morning, when it is ticked morning and afternoon.
        Morning => "morning", "Morning";
        /// The afternoon.
        Afternoon => "afternoon", "Afternoon";
        /// The whole day, when it is ticked once a day.
        WholeDay => "whole_day", "The day";
    }
}

impl Period {
    /// Whether a teacher takes it.
    pub const fn is_lesson(self) -> bool {
        matches!(
            self,
            Self::P1 | Self::P2 | Self::P3 | Self::P4 | Self::P5 | Self::P6 | Self::P7
        )
    }

    /// The half of the day it is in; none for the whole day.
    pub const fn half(self) -> Option<HalfDay> {
        match self {
            Self::Arrival
            | Self::Registration
            | Self::P1
            | Self::P2
            | Self::P3
            | Self::P4
            | Self::Break
            | Self::Morning => Some(HalfDay::Morning),
            Self::P5
            | Self::P6
            | Self::P7
            | Self::Lunch
            | Self::AfterSchool
            | Self::HomeTime
            | Self::Afternoon => Some(HalfDay::Afternoon),
            Self::WholeDay => None,
        }
    }
}

crate::coded! {
    /// Half a school day, as the register knows it.
    pub enum HalfDay {
        /// Before lunch.
        Morning => "AM", "Morning";
        /// After lunch.
        Afternoon => "PM", "Afternoon";
    }
}

/// One period of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodOf {
    /// The day.
    pub on: Date,
    /// The part of it.
    pub period: Period,
}

crate::coded! {
    /// Whether the pupil was there, as an adult said or the register says.
    pub enum Presence {
        /// In the lesson.
        Present => "present", "Here";
        /// Not in school.
        Absent => "absent", "Not in school";
        /// Suspended.
        Suspended => "suspended", "Suspended";
        /// Learning somewhere else.
        Elsewhere => "elsewhere", "Learning elsewhere";
    }
}

impl Presence {
    /// Whether there was anything to see.
    pub const fn is_here(self) -> bool {
        matches!(self, Self::Present)
    }
}

/// The periods of a day in which a target is to be ticked.
pub fn planned(by: TickedBy, timetable: &[Period]) -> Vec<Period> {
    match by {
        TickedBy::EachTeacher => timetable
            .iter()
            .copied()
            .filter(|period| period.is_lesson())
            .collect(),
        TickedBy::OneAdult | TickedBy::PupilChecked => vec![Period::WholeDay],
    }
}

/// What became of each planned period, in order: given ticks, gaps, and periods
/// the pupil was away from.
pub fn slots(
    planned: &[Period],
    presence: impl Fn(Period) -> Presence,
    ticked: impl Fn(Period) -> Option<Tick>,
) -> Vec<Slot> {
    let slot = |period: &Period| match (presence(*period), ticked(*period)) {
        (away, _) if !away.is_here() => Slot::PupilAway,
        (_, Some(tick)) => tick.into(),
        (_, None) => Slot::NotRated,
    };
    planned.iter().map(slot).collect()
}

/// How long a teacher has to tick, from a clock handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has not begun.
    NotYet,
    /// It can be ticked, until then.
    Open {
        /// The instant from which it is closed.
        until: Timestamp,
    },
    /// It stays as it is.
    Closed,
}

#[cfg(test)]
mod tests;
