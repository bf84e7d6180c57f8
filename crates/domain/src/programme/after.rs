//! After the end: lighter support, choosing what next, the archive. Moves 21
//! to 25.

use jiff::civil::Date;

use super::{
    BeginProblem, Effect, Ending, Judgement, Letter, Moved, NewReferral, NextOption, NotNow,
    Programme, Stage, StageName, Task,
};
use crate::text::Prose;

/// When aftercare is checked, and when it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AftercareDates {
    /// Checks, in order.
    pub checks: Vec<Date>,
    /// Its last day.
    pub until: Date,
}

/// What was chosen after a plan that did not do enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// What was chosen.
    pub options: Vec<NextOption>,
    /// When it was handed over.
    pub handed_over: Option<Date>,
    /// Today.
    pub today: Date,
}

/// Why a programme was not handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandOverProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Nothing is chosen.
    #[error("hand over: no option chosen")]
    NothingChosen,
    /// It is chosen and not handed over.
    #[error("hand over: not handed over")]
    NotHandedOver,
}

impl HandOverProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NothingChosen => "Choose what comes next",
            Self::NotHandedOver => "Hand over to whoever goes on with it, and record when",
        }
    }
}

/// Why a pupil was not referred again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RelapseProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// As for any referral.
    #[error(transparent)]
    Begin(#[from] BeginProblem),
}

impl RelapseProblem {
    /// What to do about it.
    pub fn words(&self) -> String {
        match self {
            Self::NotNow(not_now) => not_now.words().to_owned(),
            Self::Begin(problem) => problem.words(),
        }
    }
}

impl Programme {
    /// Begins lighter support after success (move 21).
    ///
    /// # Errors
    /// [`NotNow`] unless the programme was judged successful.
    pub fn begin_aftercare(self, dates: AftercareDates, today: Date) -> Result<Moved, NotNow> {
        let run = self.judged(21, Judgement::Successful)?;
        let stage = Stage::Aftercare {
            run,
            since: today,
            until: dates.until,
        };
        let check = |date| Effect::on(Task::AftercareCheck, date);
        let checks = dates.checks.into_iter().map(check);
        let letter = Effect::Letter(Letter::Aftercare);
        Ok(self.moved(21, stage, today).with(checks).with([letter]))
    }

    /// Ends lighter support, with a closing note (move 22).
    ///
    /// # Errors
    /// [`NotNow`] unless in aftercare.
    pub fn end_aftercare(self, note: Prose, today: Date) -> Result<Moved, NotNow> {
        let Stage::Aftercare { run, .. } = self.stage.clone() else {
            return Err(self.not_now(22));
        };
        let stage = Stage::Archived { run, since: today };
        Ok(self.moved(22, stage, today).saying(note))
    }

    /// Begins a new referral because difficulties came back (move 23). This
    /// programme stays in aftercare until the new one is decided on.
    ///
    /// # Errors
    /// [`RelapseProblem`] unless in aftercare, and as for any referral.
    pub fn refer_again(&self, new: NewReferral<'_>) -> Result<Moved, RelapseProblem> {
        self.at(23, StageName::Aftercare)?;
        let mut moved = Self::begin(new)?;
        moved.programme.follow(self.id);
        moved.line.number = 23;
        Ok(moved.with([Effect::CarryDocuments { from: self.id }]))
    }

    /// Begins choosing what next (move 24).
    ///
    /// # Errors
    /// [`NotNow`] unless the programme was judged not successful.
    pub fn begin_escalation(self, today: Date) -> Result<Moved, NotNow> {
        let run = self.judged(24, Judgement::Unsuccessful)?;
        let effects = [
            Effect::on(Task::Options, today),
            Effect::on(Task::CouncilMessage, today),
        ];
        let stage = Stage::Escalation { run, since: today };
        Ok(self.moved(24, stage, today).with(effects))
    }

    /// Hands over to whoever goes on, and archives (move 25).
    ///
    /// # Errors
    /// [`HandOverProblem`].
    pub fn hand_over(self, handing: HandOver) -> Result<Moved, HandOverProblem> {
        let Stage::Escalation { run, .. } = self.stage.clone() else {
            return Err(self.not_now(25).into());
        };
        let first = handing.options.first();
        let first = first.ok_or(HandOverProblem::NothingChosen)?;
        if handing.handed_over.is_none() {
            return Err(HandOverProblem::NotHandedOver);
        }
        let today = handing.today;
        let stage = Stage::Archived { run, since: today };
        Ok(self.moved(25, stage, today).because(first.code()))
    }

    fn judged(&self, number: u8, wanted: Judgement) -> Result<super::Run, NotNow> {
        match &self.stage {
            Stage::Closed {
                run: Some(run),
                ending: Ending::Judged(judgement),
                ..
            } if *judgement == wanted => Ok(run.clone()),
            _ => Err(self.not_now(number)),
        }
    }
}
