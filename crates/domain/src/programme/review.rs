//! Reviews between the start and the end: moves 10 and 11.

use jiff::civil::Date;

use super::{Effect, Letter, Moved, NotNow, Programme, Run, Stage, Task};
use crate::timers::Timer;

/// When the next review's window opens, from the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewWindowOpen {
    /// The first day on which the review may be held.
    pub opens: Date,
    /// Today.
    pub today: Date,
}

/// Why a review was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// It is open.
    #[error("open review: already open")]
    AlreadyOpen,
    /// Only the final review is left.
    #[error("open review: none left")]
    NoneLeft,
    /// Its time has not come.
    #[error("open review: opens on {opens}")]
    TooEarly {
        /// When it opens.
        opens: Date,
    },
}

/// A review that was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewHeld {
    /// Targets nobody has rated.
    pub targets_unrated: usize,
    /// Commitments nobody has rated.
    pub commitments_unrated: usize,
    /// What became of an open concern.
    pub concern: ConcernAfter,
    /// Today.
    pub today: Date,
}

/// What became of a concern at a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConcernAfter {
    /// It is settled, or there was none.
    Settled,
    /// It stays open.
    Open,
}

/// Why a review was not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReviewProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// No review is due and no concern has been raised.
    #[error("record review: none is due")]
    NotDue,
    /// Targets are not rated.
    #[error("record review: {left} targets not rated")]
    TargetsUnrated {
        /// How many.
        left: usize,
    },
    /// Commitments are not rated.
    #[error("record review: {left} commitments not rated")]
    CommitmentsUnrated {
        /// How many.
        left: usize,
    },
}

impl ReviewProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotDue => "Raise a concern to hold an early review, or wait until one is due",
            Self::TargetsUnrated { .. } => "Say how every target has gone",
            Self::CommitmentsUnrated { .. } => "Say how every promise has gone, adults’ first",
        }
    }
}

impl Programme {
    /// Opens the next review when its time has come (move 10).
    ///
    /// # Errors
    /// [`WindowProblem`].
    pub fn open_review(self, window: ReviewWindowOpen) -> Result<Moved, WindowProblem> {
        let (run, review, concern) = self.active(10)?;
        if review.is_some() {
            return Err(WindowProblem::AlreadyOpen);
        }
        let next = run.next_review().ok_or(WindowProblem::NoneLeft)?;
        let ReviewWindowOpen { opens, today } = window;
        if today < opens {
            return Err(WindowProblem::TooEarly { opens });
        }
        let stage = Stage::Active {
            run,
            review: Some(next),
            concern,
        };
        let reports = Effect::by(Task::Reports, Timer::ReviewReports, next.due.on);
        let effects = [Effect::Letter(Letter::ReviewInvitation), reports];
        Ok(self.moved(10, stage, today).with(effects))
    }

    /// Records a review: the one that was due, or an early one held because of
    /// a concern (move 11).
    ///
    /// # Errors
    /// [`ReviewProblem`].
    pub fn record_review(self, held: ReviewHeld) -> Result<Moved, ReviewProblem> {
        let (run, review, concern) = self.active(11)?;
        if review.is_none() && concern.is_none() {
            return Err(ReviewProblem::NotDue);
        }
        if let left @ 1.. = held.targets_unrated {
            return Err(ReviewProblem::TargetsUnrated { left });
        }
        if let left @ 1.. = held.commitments_unrated {
            return Err(ReviewProblem::CommitmentsUnrated { left });
        }
        let reviewed = review.map(|review| review.week).or(run.reviewed);
        let concern = concern.filter(|_| held.concern == ConcernAfter::Open);
        let stage = Stage::Active {
            run: Run { reviewed, ..run },
            review: None,
            concern,
        };
        let outcome = Effect::Letter(Letter::ReviewOutcome);
        Ok(self.moved(11, stage, held.today).with([outcome]))
    }
}
