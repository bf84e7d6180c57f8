//! One good thing, sent home with the name of whoever saw it.

use jiff::civil::Date;

use crate::{
    commitment::Owner,
    id::{NoteId, TargetId},
    text::{Line, TextProblem},
    wording::Words,
};

/// One good thing. Credit stays: it is never taken back when a plan closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodNews {
    /// Its own id.
    pub id: NoteId,
    /// What was good, once, somewhere.
    pub text: Line<200>,
    /// Who saw it.
    pub by: Owner,
    /// The day.
    pub on: Date,
    /// The target it goes with, if any.
    pub target: Option<TargetId>,
}

/// Why good news was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GoodNewsProblem {
    /// Nothing was written.
    #[error("read good news: empty")]
    Empty,
    /// It is too long for a phone.
    #[error("read good news: {over} characters too long")]
    TooLong {
        /// Characters too many.
        over: usize,
    },
}

/// A second thought before good news goes home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GoodNewsNudge {
    /// It takes back with one hand what it gives with the other.
    HasABut,
    /// It says no more than "good".
    SaysLittle,
}

impl GoodNewsProblem {
    /// What to do about it.
    pub fn words(self) -> String {
        match self {
            Self::Empty => "Write one good thing.".into(),
            Self::TooLong { over } => format!("Make it {over} characters shorter."),
        }
    }
}

impl GoodNewsNudge {
    /// The question, as a person would put it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::HasABut => "Keep the “but” for another time?",
            Self::SaysLittle => "What did you see? One thing is enough.",
        }
    }
}

impl GoodNews {
    /// Good news as typed.
    ///
    /// # Errors
    /// [`GoodNewsProblem`] when it is blank or too long.
    pub fn read(
        raw: &str,
        id: NoteId,
        by: Owner,
        on: Date,
        target: Option<TargetId>,
    ) -> Result<Self, GoodNewsProblem> {
        let text = Line::new(raw).map_err(|problem| match problem {
            TextProblem::Empty => GoodNewsProblem::Empty,
            TextProblem::TooLong { has, max } => GoodNewsProblem::TooLong { over: has - max },
        })?;
        Ok(Self {
            id,
            text,
            by,
            on,
            target,
        })
    }

    /// What is worth a second thought before it goes; never in the way.
    pub fn nudge(&self) -> Option<GoodNewsNudge> {
        const BUT: &[&str] = &["but", "however", "although", "for once", "at last"];
        let words = Words::of(self.text.as_str());
        if words.find(BUT).is_some() {
            Some(GoodNewsNudge::HasABut)
        } else if words.count() < 3 {
            Some(GoodNewsNudge::SaysLittle)
        } else {
            None
        }
    }
}
