//! Making a programme longer, once, instead of judging it: move 18.

use jiff::civil::Date;

use super::{Effect, Letter, Moved, NotNow, Programme, Run, RunDates, Stage};
use crate::{dates::Weeks, text::Prose};

/// A longer programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// By how much.
    pub by: Weeks,
    /// The dates, worked out anew.
    pub dates: RunDates,
    /// Most weeks a programme may last at this school, extension included.
    pub longest: Weeks,
    /// Why.
    pub why: Prose,
    /// When the family was told.
    pub family_told: Option<Date>,
    /// Today.
    pub today: Date,
}

/// Why a programme was not made longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExtendProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// It was made longer before.
    #[error("extend programme: extended before, by {by}")]
    AlreadyExtended {
        /// By how much.
        by: Weeks,
    },
    /// No weeks, or more than there is room for.
    #[error("extend programme: by {by}, at most {most}")]
    Length {
        /// Weeks asked for.
        by: Weeks,
        /// Most weeks.
        most: Weeks,
    },
    /// The new end is not to come.
    #[error("extend programme: new end {ends} is not after today")]
    EndPast {
        /// The new end.
        ends: Date,
    },
    /// The family does not know.
    #[error("extend programme: family not told")]
    FamilyNotTold,
}

impl ExtendProblem {
    /// What to do about it.
    pub fn words(self) -> String {
        let fixed = match self {
            Self::Length { most, .. } if most == Weeks::ZERO => {
                "This programme is as long as it may be. Judge it"
            }
            Self::Length { most, .. } => return format!("Add between 1 week and {most}"),
            Self::NotNow(not_now) => not_now.words(),
            Self::AlreadyExtended { .. } => "A programme is made longer once. Judge it",
            Self::EndPast { .. } => "The new end must be after today",
            Self::FamilyNotTold => "Tell the family about the longer programme, and record when",
        };
        fixed.to_owned()
    }
}

impl Programme {
    /// Makes the programme longer, once (move 18).
    ///
    /// # Errors
    /// [`ExtendProblem`].
    pub fn extend(self, extension: Extension) -> Result<Moved, ExtendProblem> {
        let Stage::FinalDue { run, .. } = self.stage.clone() else {
            return Err(self.not_now(18).into());
        };
        if let Some(by) = run.extended {
            return Err(ExtendProblem::AlreadyExtended { by });
        }
        let by = extension.by;
        let most = self.template.extension_room(extension.longest);
        if by == Weeks::ZERO || by > most {
            return Err(ExtendProblem::Length { by, most });
        }
        let ends = extension.dates.ends.due.on;
        if ends <= extension.today {
            return Err(ExtendProblem::EndPast { ends });
        }
        if extension.family_told.is_none() {
            return Err(ExtendProblem::FamilyNotTold);
        }
        let stage = Stage::Active {
            run: Run {
                dates: extension.dates,
                extended: Some(by),
                ..run
            },
            review: None,
            concern: None,
        };
        let moved = self.moved(18, stage, extension.today);
        let letter = Effect::Letter(Letter::Extension);
        Ok(moved.saying(extension.why).with([letter]))
    }
}
