//! Reviews between the start and the end: moves 10 and 11.

use jiff::civil::Date;

use super::{Effect, Letter, Moved, NotNow, Programme, Run, Stage, TaskDue};
use crate::{
    plan::Plan,
    review::{Review, ReviewProblem as NotSettled},
    timers::Timer,
};

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
#[derive(Debug, Clone, Copy)]
pub struct ReviewHeld<'a> {
    /// The review.
    pub review: &'a Review,
    /// The plan it looked at: the version in force.
    pub plan: &'a Plan,
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
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviewProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// No review is due and no concern has been raised.
    #[error("record review: none is due")]
    NotDue,
    /// It looked at another version of the plan.
    #[error("record review: of version {found}, {in_force} is in force")]
    OtherVersion {
        /// The version in force.
        in_force: u32,
        /// The version it looked at.
        found: u32,
    },
    /// Something is not settled; each thing has words of its own.
    #[error("record review: {} things not settled", .0.len())]
    NotSettled(Vec<NotSettled>),
}

impl ReviewProblem {
    /// What to do about it.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotDue => "Raise a concern to hold an early review, or wait until one is due",
            Self::OtherVersion { .. } => {
                "Someone changed the plan. Look at the review again with the plan as it is now"
            }
            Self::NotSettled(_) => "Settle what is left of the review, then record it",
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
        let invitation = Effect::Letter(Letter::ReviewInvitation);
        Ok(self.moved(10, stage, today).with([invitation]))
    }

    /// When staff and agencies are asked for what the next review needs. That is
    /// before its window opens, so that nobody is asked late; nothing once it is
    /// open, or when only the final review is left.
    pub fn asks_for_reports(&self) -> Option<TaskDue> {
        let Stage::Active {
            run, review: None, ..
        } = &self.stage
        else {
            return None;
        };
        let next = run.next_review()?;
        Some(TaskDue::By {
            timer: Timer::ReviewReports,
            from: next.due.on,
        })
    }

    /// Records a review: the one that was due, or an early one held because of
    /// a concern (move 11).
    ///
    /// # Errors
    /// [`ReviewProblem`].
    pub fn record_review(self, held: ReviewHeld<'_>) -> Result<Moved, ReviewProblem> {
        let (run, review, concern) = self.active(11)?;
        if review.is_none() && concern.is_none() {
            return Err(ReviewProblem::NotDue);
        }
        let (in_force, found) = (run.version, held.plan.version.number());
        if in_force != found {
            return Err(ReviewProblem::OtherVersion { in_force, found });
        }
        let left = held.review.problems(held.plan);
        if !left.is_empty() {
            return Err(ReviewProblem::NotSettled(left));
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
