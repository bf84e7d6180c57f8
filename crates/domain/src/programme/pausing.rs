//! Stopping the clock and starting it again: moves 13 and 14.

use jiff::civil::Date;

use super::{Effect, Letter, Moved, NotNow, PauseReason, Programme, Run, RunDates, Stage, Task};
use crate::{
    dates::{Pause, PauseProblem, Pauses},
    id::StaffId,
    text::Prose,
    timers::Timer,
};

/// A pause to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pausing {
    /// Why.
    pub reason: PauseReason,
    /// Why, in words.
    pub why: Prose,
    /// When it is expected to go on.
    pub expected: Date,
    /// The head who agrees.
    pub head: Option<StaffId>,
    /// Today: the first day that does not count.
    pub today: Date,
}

/// Why the clock was not stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PausingProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// The head has not agreed.
    #[error("pause programme: head has not agreed")]
    HeadHasNotAgreed,
    /// The day it is expected to go on is not to come.
    #[error("pause programme: expected back on {expected}, not after today")]
    ExpectedPast {
        /// The day given.
        expected: Date,
    },
}

impl PausingProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::HeadHasNotAgreed => "Ask the head to agree to the pause",
            Self::ExpectedPast { .. } => "The day it is expected to go on must be after today",
        }
    }
}

/// Why the clock was not started again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ResumeProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// The pause runs into another.
    #[error(transparent)]
    Pause(#[from] PauseProblem),
}

impl ResumeProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::Pause(problem) => problem.words(),
        }
    }
}

impl Programme {
    /// Stops the clock (move 13). A permanent exclusion that is being decided
    /// comes here too: the pupil is still on roll, so nothing closes.
    ///
    /// # Errors
    /// [`PausingProblem`].
    pub fn pause(self, pausing: Pausing) -> Result<Moved, PausingProblem> {
        let (run, _, concern) = self.active(13)?;
        let Pausing {
            reason,
            expected,
            today,
            ..
        } = pausing;
        if pausing.head.is_none() {
            return Err(PausingProblem::HeadHasNotAgreed);
        }
        if expected <= today {
            return Err(PausingProblem::ExpectedPast { expected });
        }
        let stage = Stage::Paused {
            run,
            concern,
            reason,
            from: today,
            expected,
        };
        let moved = self.moved(13, stage, today).because(reason.code());
        let effects = [Effect::ClockStops, Effect::Letter(Letter::Pause)];
        Ok(moved.saying(pausing.why).with(effects))
    }

    /// The pauses as they will be if the programme goes on today: what the
    /// dates still to come are worked out from before [`Self::resume`].
    ///
    /// # Errors
    /// [`ResumeProblem`] unless it is paused.
    pub fn pauses_if_resumed(&self, today: Date) -> Result<Pauses, ResumeProblem> {
        let Stage::Paused { run, from, .. } = &self.stage else {
            return Err(self.not_now(14).into());
        };
        let this = Pause {
            from: *from,
            back: today,
        };
        let all = run.pauses.as_slice().iter().copied().chain([this]);
        Ok(Pauses::new(all.collect())?)
    }

    /// Starts the clock again, with the dates worked out anew (move 14). A
    /// review that was open when the clock stopped opens again in its time.
    ///
    /// # Errors
    /// [`ResumeProblem`].
    pub fn resume(self, dates: RunDates, today: Date) -> Result<Moved, ResumeProblem> {
        let pauses = self.pauses_if_resumed(today)?;
        let Stage::Paused { run, concern, .. } = self.stage.clone() else {
            return Err(self.not_now(14).into());
        };
        let stage = Stage::Active {
            run: Run {
                dates,
                pauses,
                ..run
            },
            review: None,
            concern,
        };
        let effects = [
            Effect::ClockRuns,
            // Where the day of the next meeting was before means nothing any more.
            Effect::by(Task::CheckIn, Timer::KeyWorkerMeeting, today),
            Effect::Letter(Letter::Pause),
        ];
        Ok(self.moved(14, stage, today).with(effects))
    }

    /// The same programme with the dates still to come worked out anew, after
    /// the school calendar changed. Not a move: the stage stays.
    ///
    /// # Errors
    /// [`NotNow`] unless there is a plan that has not ended.
    pub fn redated(self, dates: RunDates) -> Result<Self, NotNow> {
        let mut stage = self.stage.clone();
        match &mut stage {
            Stage::Agreed { run } | Stage::Active { run, .. } | Stage::Paused { run, .. } => {
                run.dates = dates;
                Ok(self.restaged(stage))
            }
            _ => Err(self.not_now(14)),
        }
    }
}
