//! The end: the final review and the judgement. Moves 15 to 17. The plan is judged, never the pupil, and no sum decides it.

use jiff::civil::Date;

use super::{
    Effect, Ending, FinalCause, Judgement, Letter, Moved, NotNow, Programme, Proposal, Stage, Task,
};
use crate::{
    id::StaffId,
    outcome::{Outcome, Proposed},
    text::Prose,
    timers::Timer,
};

/// Why the final review comes now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FinalReason {
    /// The planned end is reached.
    TimeUp,
    /// It was called early, and why.
    Early(Prose),
}

/// Why the final review is not due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FinalProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// The planned end is to come, and nobody says why it should be early.
    #[error("reach final review: planned end is {ends}")]
    NotYet {
        /// The planned end.
        ends: Date,
    },
}

impl FinalProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotYet { .. } => "Say why the final review should be early",
        }
    }
}

/// Why a judgement was not confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// There is nothing to confirm.
    #[error("confirm judgement: nothing proposed")]
    NothingProposed,
    /// The judgement is not the one that was proposed.
    #[error("confirm judgement: {} was proposed", .proposed.code())]
    OtherJudgement {
        /// The one that was proposed.
        proposed: Judgement,
    },
}

impl ConfirmProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NothingProposed => "Ask the coordinator to propose a judgement",
            Self::OtherJudgement { .. } => "Confirm what was proposed, or send it back",
        }
    }
}

impl Programme {
    /// The final review falls due (move 15).
    ///
    /// # Errors
    /// [`FinalProblem`].
    pub fn reach_final(self, why: FinalReason, today: Date) -> Result<Moved, FinalProblem> {
        let (run, _, _) = self.active(15)?;
        let ends = run.dates.ends.due.on;
        let (cause, words) = match why {
            FinalReason::TimeUp if today < ends => return Err(FinalProblem::NotYet { ends }),
            FinalReason::TimeUp => (FinalCause::TimeUp, None),
            FinalReason::Early(words) => (FinalCause::Early, Some(words)),
        };
        let effects = [
            Effect::on(Task::Reports, today),
            Effect::by(Task::Evaluation, Timer::FinalEvaluation, ends.min(today)),
            Effect::Letter(Letter::FinalInvitation),
        ];
        let stage = Stage::FinalDue {
            run,
            since: today,
            cause,
            proposed: None,
        };
        let mut moved = self.moved(15, stage, today).because(cause.code());
        moved.line.words = words;
        Ok(moved.with(effects))
    }

    /// Proposes a judgement to the head. Not a move: nothing is closed yet. A
    /// second proposal takes the place of the first. What a judgement must
    /// rest on is seen to by [`Proposed`].
    ///
    /// # Errors
    /// [`NotNow`] unless the final review is due.
    pub fn propose_judgement(self, proposed: &Proposed, by: StaffId) -> Result<Self, NotNow> {
        let judgement = proposed.proposal().verdict.judgement();
        let mut stage = self.stage.clone();
        let Stage::FinalDue { proposed: kept, .. } = &mut stage else {
            return Err(self.not_now(judgement.move_number()));
        };
        *kept = Some(Proposal {
            judgement,
            by,
            on: proposed.proposal().on,
        });
        Ok(self.restaged(stage))
    }

    /// Sends a proposed judgement back to the coordinator.
    ///
    /// # Errors
    /// [`ConfirmProblem`].
    pub fn return_judgement(self) -> Result<Self, ConfirmProblem> {
        let mut stage = self.stage.clone();
        let Stage::FinalDue { proposed, .. } = &mut stage else {
            return Err(self.not_now(16).into());
        };
        proposed.take().ok_or(ConfirmProblem::NothingProposed)?;
        Ok(self.restaged(stage))
    }

    /// Confirms the judgement and closes the programme (moves 16 and 17).
    ///
    /// # Errors
    /// [`ConfirmProblem`].
    pub fn confirm_judgement(self, outcome: &Outcome) -> Result<Moved, ConfirmProblem> {
        let judgement = outcome.judgement();
        let Stage::FinalDue { run, proposed, .. } = self.stage.clone() else {
            return Err(self.not_now(judgement.move_number()).into());
        };
        let proposed = proposed.ok_or(ConfirmProblem::NothingProposed)?.judgement;
        if proposed != judgement {
            return Err(ConfirmProblem::OtherJudgement { proposed });
        }
        let today = outcome.confirmation().on;
        let (letter, then) = match judgement {
            Judgement::Successful => (Letter::Success, Effect::ThenAftercare),
            Judgement::Unsuccessful => (Letter::NotEnough, Effect::ThenEscalation),
        };
        let stage = Stage::Closed {
            run: Some(run),
            on: today,
            ending: Ending::Judged(judgement),
        };
        let moved = self.moved(judgement.move_number(), stage, today);
        let effects = [
            Effect::Letter(letter),
            Effect::Letter(Letter::Thanks),
            Effect::on(Task::BehaviourPlan, today),
            then,
        ];
        Ok(moved.because(judgement.code()).with(effects))
    }
}

impl Judgement {
    const fn move_number(self) -> u8 {
        match self {
            Self::Successful => 16,
            Self::Unsuccessful => 17,
        }
    }
}
