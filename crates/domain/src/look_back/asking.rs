//! Before which review people are asked, and from when.

use std::{fmt, str::FromStr};

use jiff::civil::Date;

use crate::{
    dates::{SchoolCalendar, WeekNumber},
    meeting::MeetingKind,
    programme::{Programme, Run, Stage},
    timers::{Timer, Timers},
};

/// A review or an end that is looked back on. More time gives the end another
/// week, so that people are asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// Before a review of this week.
    Review(WeekNumber),
    /// Before the last meeting, in this week.
    Last(WeekNumber),
}

/// A stored round that is not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read round: '{0}' is unknown")]
pub struct UnknownRound(pub String);

impl Round {
    /// Its week.
    pub const fn week(self) -> WeekNumber {
        match self {
            Self::Review(week) | Self::Last(week) => week,
        }
    }

    /// What people look back before, when a meeting of this kind is held. Nobody
    /// is asked before a first meeting, or before one that was asked for early.
    pub fn of(kind: MeetingKind, run: &Run) -> Option<Self> {
        match kind {
            MeetingKind::Review(week) => Some(Self::Review(week)),
            MeetingKind::Final => Some(Self::Last(run.dates.ends.week)),
            MeetingKind::Initial | MeetingKind::EarlyReview | MeetingKind::Options => None,
        }
    }

    /// The meeting it comes before.
    pub const fn kind(self) -> MeetingKind {
        match self {
            Self::Review(week) => MeetingKind::Review(week),
            Self::Last(_) => MeetingKind::Final,
        }
    }

    /// Whether it is the last, so that the programme itself is asked about too.
    pub const fn is_last(self) -> bool {
        matches!(self, Self::Last(_))
    }

    /// In a sentence's middle: "the 8-week review", "the final meeting".
    pub fn words(self) -> String {
        match self {
            Self::Review(_) => format!("the {}", self.kind().label()),
            Self::Last(_) => "the final meeting".into(),
        }
    }
}

/// As stored: "review_8", "final_12".
impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Review(_) => "review",
            Self::Last(_) => "final",
        };
        write!(f, "{name}_{}", self.week().number())
    }
}

impl FromStr for Round {
    type Err = UnknownRound;

    fn from_str(code: &str) -> Result<Self, UnknownRound> {
        let week = |number: &str| number.parse().ok().and_then(WeekNumber::new);
        let review = code.strip_prefix("review_").and_then(week);
        let last = code.strip_prefix("final_").and_then(week);
        let found = review.map(Self::Review).or(last.map(Self::Last));
        found.ok_or_else(|| UnknownRound(code.to_owned()))
    }
}

/// What people are asked to look back before, and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asking {
    /// The review or the end.
    pub round: Round,
    /// The day it is due.
    pub due: Date,
}

impl Asking {
    /// The first day on which people are asked: so many school days before it
    /// is due, as the school's timer says.
    pub fn opens(&self, calendar: &SchoolCalendar) -> Date {
        let opens = Timers::default().due(Timer::ReviewReports, self.due, calendar);
        opens.unwrap_or(self.due)
    }

    /// Whether people are asked today.
    pub fn is_open(&self, calendar: &SchoolCalendar, today: Date) -> bool {
        today >= self.opens(calendar)
    }
}

impl Programme {
    /// What people look back before next: the review that is due or comes next,
    /// and the last meeting until the coordinator has proposed how it ended.
    pub fn looks_back(&self) -> Option<Asking> {
        let (run, last) = match &self.stage {
            Stage::Active { run, .. } => (run, run.next_review()),
            Stage::FinalDue {
                run,
                proposed: None,
                ..
            } => (run, None),
            _ => return None,
        };
        Some(match last {
            Some(review) => Asking {
                round: Round::Review(review.week),
                due: review.due.on,
            },
            None => Asking {
                round: Round::Last(run.dates.ends.week),
                due: run.dates.ends.due.on,
            },
        })
    }
}
