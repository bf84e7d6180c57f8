//! Leaving before the end: the pupil moves on, or the programme is stopped.
//! Moves 19 and 20, from any open stage.

use jiff::civil::Date;

use super::{
    Effect, Ending, Letter, Moved, NotNow, PauseReason, Programme, Stage, Task, Tell,
    TransferReason, WithdrawReason,
};
use crate::text::{Line, Prose};

/// A pupil who leaves this school's roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// Why.
    pub reason: TransferReason,
    /// Where to, when it is another school or provision.
    pub to: Option<Line<120>>,
    /// Today.
    pub today: Date,
}

/// Why a programme was not closed by transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TransferProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Nobody says where to.
    #[error("transfer programme: no destination for {}", .0.code())]
    NoDestination(TransferReason),
    /// A permanent exclusion, without the pause that must come first.
    #[error("transfer programme: exclusion confirmed while the plan runs")]
    ExclusionNotPaused,
}

impl TransferProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NoDestination(_) => "Enter where the pupil is going, or choose “Not known”",
            Self::ExclusionNotPaused => {
                "Pause the programme while the exclusion is decided. An exclusion does not end it"
            }
        }
    }
}

/// A programme to stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Why.
    pub reason: WithdrawReason,
    /// Why, in words.
    pub why: Prose,
    /// Today.
    pub today: Date,
}

/// Why a programme was not stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// A permanent exclusion is being decided.
    #[error("withdraw programme: exclusion is being decided")]
    ExclusionBeingDecided,
}

impl WithdrawProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::ExclusionBeingDecided => {
                "Start the programme again or transfer it once the exclusion is decided"
            }
        }
    }
}

impl Programme {
    /// Closes the programme because the pupil leaves (move 19).
    ///
    /// # Errors
    /// [`TransferProblem`].
    pub fn transfer(self, departure: Departure) -> Result<Moved, TransferProblem> {
        self.open_for(19)?;
        let Departure { reason, to, today } = departure;
        if reason == TransferReason::Exclusion && matches!(self.stage, Stage::Active { .. }) {
            return Err(TransferProblem::ExclusionNotPaused);
        }
        if needs_destination(reason) && to.is_none() {
            return Err(TransferProblem::NoDestination(reason));
        }
        let stage = self.closed(today, Ending::Transferred(reason));
        let effects = [
            Effect::on(Task::TransferPack, today),
            Effect::Letter(Letter::Transfer),
        ];
        let mut moved = self
            .moved(19, stage, today)
            .because(reason.code())
            .with(effects);
        moved.line.words = to.and_then(|place| Prose::new(place.as_str()).ok());
        Ok(match reason {
            TransferReason::HomeEducation => moved.with([
                Effect::OffRollingAlert,
                Effect::Tell(Tell::Head),
                Effect::Tell(Tell::SafeguardingLead),
            ]),
            _ => moved,
        })
    }

    /// Stops the programme (move 20).
    ///
    /// # Errors
    /// [`WithdrawProblem`].
    pub fn withdraw(self, withdrawal: Withdrawal) -> Result<Moved, WithdrawProblem> {
        self.open_for(20)?;
        let deciding = PauseReason::Exclusion;
        if matches!(&self.stage, Stage::Paused { reason, .. } if *reason == deciding) {
            return Err(WithdrawProblem::ExclusionBeingDecided);
        }
        let Withdrawal { reason, why, today } = withdrawal;
        let stage = self.closed(today, Ending::Withdrawn(reason));
        let effects = [
            Effect::Letter(Letter::Withdrawn),
            Effect::Letter(Letter::Thanks),
            Effect::on(Task::BehaviourPlan, today),
        ];
        let moved = self.moved(20, stage, today).because(reason.code());
        Ok(moved.saying(why).with(effects))
    }

    fn open_for(&self, number: u8) -> Result<(), NotNow> {
        if self.stage.name().is_open() {
            Ok(())
        } else {
            Err(self.not_now(number))
        }
    }

    fn closed(&self, on: Date, ending: Ending) -> Stage {
        let run = self.stage.run().cloned();
        Stage::Closed { run, on, ending }
    }
}

const fn needs_destination(reason: TransferReason) -> bool {
    match reason {
        TransferReason::ManagedMove
        | TransferReason::HouseMove
        | TransferReason::Phase
        | TransferReason::Provision
        | TransferReason::SpecialSchool => true,
        TransferReason::HomeEducation | TransferReason::Exclusion | TransferReason::Unknown => {
            false
        }
    }
}
