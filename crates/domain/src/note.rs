//! Short things worth keeping: a contact home, one good thing, a key worker's
//! check-in.
//!
//! None of these is a mark against a pupil. A harsh word a pupil says here has
//! no consequence anywhere else.

mod check_in;
mod good_news;

use jiff::civil::Date;

pub use check_in::{
    AsksWhy, CameOf, CheckIn, CheckInDraft, CheckInFrame, CheckInProblem, Concern, Happening,
    HeldCheckIn, Level, Meeting, Minutes, Missed, Mood, NextStep, OutOfTen, PromiseCheck,
    PromiseDraft, WishAnswer,
};
pub use good_news::{GoodNews, GoodNewsNudge, GoodNewsProblem};

use crate::{
    commitment::Owner,
    id::{ContactId, NoteId},
    programme::AskChannel,
    text::{Line, Prose, TextProblem},
};

/// A talk, call or letter with home, as the school's record keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactHome {
    /// Its own id.
    pub id: NoteId,
    /// With whom.
    pub contact: ContactId,
    /// The name they are known by.
    pub with: Line<80>,
    /// How.
    pub channel: AskChannel,
    /// When.
    pub on: Date,
    /// Who from school.
    pub by: Owner,
    /// Whether they were reached, and what was said.
    pub reached: Reached,
}

/// Whether somebody was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// They were, and this was said.
    Yes {
        /// In a sentence or two.
        summary: Prose<1000>,
    },
    /// They were not. An attempt, not an answer.
    NotThisTime,
}

/// A contact home as typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ContactHomeDraft {
    /// The code of an [`AskChannel`].
    pub channel: String,
    /// The day, as 2026-11-10.
    pub on: String,
    /// What was said; blank when they were not reached.
    pub summary: String,
}

/// Why a contact home was not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContactHomeProblem {
    /// Nobody said how.
    #[error("read contact home: no channel")]
    NoChannel,
    /// The day is not a date.
    #[error("read contact home: no date")]
    NoDate,
    /// The day has not come yet.
    #[error("read contact home: date is in the future")]
    NotYet,
    /// The summary is too long.
    #[error("read contact home: {over} characters too long")]
    TooLong {
        /// Characters too many.
        over: usize,
    },
}

impl ContactHomeProblem {
    /// The field of the page it is said at.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NoChannel => "channel",
            Self::NoDate | Self::NotYet => "on",
            Self::TooLong { .. } => "summary",
        }
    }

    /// What to do about it.
    pub fn words(self) -> String {
        match self {
            Self::NoChannel => "Choose how you were in touch.".into(),
            Self::NoDate => "Enter the day, such as 10 November 2026.".into(),
            Self::NotYet => "Enter today or a day that has passed.".into(),
            Self::TooLong { over } => format!("Make it {over} characters shorter."),
        }
    }
}

impl ContactHomeDraft {
    /// The contact, once nothing is missing. `with` is who it was with, and
    /// `today` the last day it can have been.
    ///
    /// # Errors
    /// The first [`ContactHomeProblem`] in the order of the page.
    pub fn parse(
        &self,
        id: NoteId,
        (contact, with): (ContactId, Line<80>),
        by: Owner,
        today: Date,
    ) -> Result<ContactHome, ContactHomeProblem> {
        let channel = self.channel.trim().parse();
        let channel = channel.map_err(|_| ContactHomeProblem::NoChannel)?;
        let on = self.on.trim().parse::<Date>();
        let on = on.map_err(|_| ContactHomeProblem::NoDate)?;
        if on > today {
            return Err(ContactHomeProblem::NotYet);
        }
        let reached = match Prose::optional(&self.summary) {
            Ok(Some(summary)) => Reached::Yes { summary },
            Ok(None) | Err(TextProblem::Empty) => Reached::NotThisTime,
            Err(TextProblem::TooLong { has, max }) => {
                return Err(ContactHomeProblem::TooLong { over: has - max });
            }
        };
        Ok(ContactHome {
            id,
            contact,
            with,
            channel,
            on,
            by,
            reached,
        })
    }
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for ContactHomeDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ContactHomeDraft").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
