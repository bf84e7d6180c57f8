//! While the plan runs: changing it, and raising a concern. Moves 9 and 12.

use jiff::civil::Date;

use super::{Concern, Effect, Letter, Moved, NotNow, Programme, Run, Stage, Task};
use crate::{dates::Milestone, plan::AgreedPlan, signature::Signer, text::Prose, timers::Timer};

/// A change to a running plan.
#[derive(Debug, Clone)]
pub struct Amendment<'a> {
    /// The next version, agreed; it says why.
    pub plan: &'a AgreedPlan,
    /// Who signs again, because something they signed has changed.
    pub signs_again: Vec<Signer>,
    /// When the family was told.
    pub family_told: Option<Date>,
    /// Today.
    pub today: Date,
}

/// Why a plan was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmendProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Someone else changed it first.
    #[error("amend plan: version {found} does not follow {in_force}")]
    NotNextVersion {
        /// The version in force.
        in_force: u32,
        /// The version offered.
        found: u32,
    },
    /// The family does not know.
    #[error("amend plan: family not told")]
    FamilyNotTold,
}

impl AmendProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotNextVersion { .. } => {
                "Someone else changed this plan. Compare it with yours and save again"
            }
            Self::FamilyNotTold => "Tell the family about the change, and record when",
        }
    }
}

/// Why a concern was not raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConcernProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// One is open.
    #[error("raise concern: one is open since {since}")]
    AlreadyRaised {
        /// Since when.
        since: Date,
    },
}

impl ConcernProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::AlreadyRaised { .. } => "A concern is open already. Hold the early review",
        }
    }
}

impl Programme {
    /// Changes the plan (move 9).
    ///
    /// # Errors
    /// [`AmendProblem`].
    pub fn amend(self, change: Amendment<'_>) -> Result<Moved, AmendProblem> {
        let (run, review, concern) = self.active(9)?;
        let plan = change.plan.plan();
        let (in_force, found) = (run.version, plan.version.number());
        if in_force.checked_add(1) != Some(found) {
            return Err(AmendProblem::NotNextVersion { in_force, found });
        }
        if change.family_told.is_none() {
            return Err(AmendProblem::FamilyNotTold);
        }
        let today = change.today;
        let stage = Stage::Active {
            run: Run {
                plan: plan.id,
                version: found,
                ..run
            },
            review,
            concern,
        };
        let mut moved = self.moved(9, stage, today).with([
            Effect::StrategyCards,
            Effect::by(Task::Cards, Timer::StrategyCardRead, today),
        ]);
        let why = plan.reason.as_ref().map(|why| Prose::new(why.as_str()));
        moved.line.words = why.and_then(Result::ok);
        if change.signs_again.is_empty() {
            return Ok(moved);
        }
        let signatures = Effect::by(Task::Signatures, Timer::Signatures, today);
        Ok(moved.with([Effect::SignAgain, signatures]))
    }

    /// Raises a concern that the plan is not working (move 12).
    ///
    /// # Errors
    /// [`ConcernProblem`].
    pub fn raise_concern(self, why: Prose, today: Date) -> Result<Moved, ConcernProblem> {
        let (run, review, concern) = self.active(12)?;
        if let Some(Concern { on: since }) = concern {
            return Err(ConcernProblem::AlreadyRaised { since });
        }
        let stage = Stage::Active {
            run,
            review,
            concern: Some(Concern { on: today }),
        };
        let effects = [
            Effect::by(Task::ContactFamily, Timer::ContactAfterConcern, today),
            Effect::on(Task::EarlyReview, today),
            Effect::Letter(Letter::Concern),
        ];
        Ok(self.moved(12, stage, today).saying(why).with(effects))
    }

    /// Settles a concern without a review. Not a move: the stage stays.
    ///
    /// # Errors
    /// [`NotNow`] unless the plan is running.
    pub fn settle_concern(self) -> Result<Self, NotNow> {
        let (run, review, _) = self.active(12)?;
        Ok(self.restaged(Stage::Active {
            run,
            review,
            concern: None,
        }))
    }

    /// What an active programme holds, or that move `number` is not for now.
    pub(super) fn active(
        &self,
        number: u8,
    ) -> Result<(Run, Option<Milestone>, Option<Concern>), NotNow> {
        match &self.stage {
            Stage::Active {
                run,
                review,
                concern,
            } => Ok((run.clone(), *review, *concern)),
            _ => Err(self.not_now(number)),
        }
    }
}
