//! What the school's own system says happened to a pupil, as one reader of a
//! programme may see it: incidents, marks of the register, suspensions.
//!
//! Nobody writes these here. Free words of them may name other children, so
//! they are for staff alone; what is missing stays missing, and is never nought.

use jiff::{Timestamp, civil::Date};

use crate::{
    coded,
    id::ImportId,
    indicators::{HalfDays, Mark},
    rating::HalfDay,
    sealed::{Apart, InPart},
};

/// The import a record came with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CameWith {
    /// When it was stored.
    pub at: Timestamp,
    /// The file.
    pub from: String,
    /// Which.
    pub import: ImportId,
}

/// One incident of behaviour or recognition.
#[derive(Clone, PartialEq, Eq)]
pub struct Incident {
    /// The day.
    pub on: Date,
    /// The time of day, as the school's system has it.
    pub at: Option<String>,
    /// What kind.
    pub kind: String,
    /// Points; staff alone.
    pub points: Option<i32>,
    /// Where; staff alone.
    pub location: Option<String>,
    /// What was done about it; staff alone.
    pub action: Option<String>,
    /// Who wrote it down; staff alone.
    pub by: Option<String>,
    /// What happened; staff alone.
    pub words: Option<String>,
    /// The import it came with.
    pub came: CameWith,
}

impl InPart for Incident {
    /// The people at home and the pupil learn the day and the kind: in the rest
    /// other children may be named.
    fn in_part(self, which: &'static str) -> Option<Self> {
        matches!(which, "names_removed" | "simple").then(|| Self {
            points: None,
            location: None,
            action: None,
            by: None,
            words: None,
            ..self
        })
    }

    fn without(self, apart: &Apart) -> Option<Self> {
        let told = [
            Some(&self.kind),
            self.location.as_ref(),
            self.words.as_ref(),
        ];
        let tells = told
            .into_iter()
            .flatten()
            .any(|text| apart.is_told_by(text));
        (!tells).then_some(self)
    }
}

/// One session of the register.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionMark {
    /// The day.
    pub on: Date,
    /// Which half of it.
    pub half: HalfDay,
    /// The mark.
    pub mark: Marked,
    /// How late, in minutes.
    pub minutes_late: Option<u16>,
    /// What was written beside it; staff alone.
    pub words: Option<String>,
    /// The import it came with.
    pub came: CameWith,
}

/// A mark as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marked {
    /// One of the codes in force.
    As(Mark),
    /// A code of an earlier year, which counts as nothing.
    Older(String),
}

impl Marked {
    /// The code in force.
    pub const fn mark(&self) -> Option<Mark> {
        match self {
            Self::As(mark) => Some(*mark),
            Self::Older(_) => None,
        }
    }
}

/// The register of one pupil over some days, oldest first.
#[derive(Clone, PartialEq, Eq)]
pub struct RegisterOf {
    /// Every session with a mark.
    pub sessions: Vec<SessionMark>,
    /// Whether each is shown, or what they come to.
    pub shows: Shows,
}

/// How much of a register is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// Every mark.
    Each,
    /// What they come to, and no mark.
    Totals,
}

impl InPart for RegisterOf {
    /// Whoever of the staff reads attendance in part reads what it comes to,
    /// whichever part of the words about it they read; nobody else reads any.
    fn in_part(mut self, which: &'static str) -> Option<Self> {
        self.shows = Shows::Totals;
        for one in &mut self.sessions {
            one.words = None;
        }
        ["summary", "digest", "what_helps"]
            .contains(&which)
            .then_some(self)
    }

    fn without(mut self, apart: &Apart) -> Option<Self> {
        for one in &mut self.sessions {
            one.words = one.words.take().filter(|words| !apart.is_told_by(words));
        }
        Some(self)
    }
}

coded! {
    /// What kind of exclusion, by its census code.
    pub enum ExclusionKind {
        /// Sent home for a number of sessions.
        Suspension => "SUSP", "Suspension";
        /// Sent home over lunch.
        Lunchtime => "LNCH", "Lunchtime suspension";
        /// Excluded for good.
        Permanent => "PERM", "Permanent exclusion";
    }
}

/// One suspension or exclusion.
#[derive(Clone, PartialEq, Eq)]
pub struct Suspension {
    /// What kind.
    pub kind: ExclusionKind,
    /// First day.
    pub first: Date,
    /// Last day, where the school's system says.
    pub last: Option<Date>,
    /// How long; nothing where nobody wrote it down.
    pub length: Option<HalfDays>,
    /// Census codes of the reasons, the main one first.
    pub causes: Vec<String>,
    /// What was written about it; staff alone.
    pub words: Option<String>,
    /// The import it came with.
    pub came: CameWith,
}

impl InPart for Suspension {
    fn in_part(self, _: &'static str) -> Option<Self> {
        None
    }

    fn without(self, apart: &Apart) -> Option<Self> {
        let tells = self
            .words
            .as_ref()
            .is_some_and(|text| apart.is_told_by(text));
        (!tells).then_some(self)
    }
}

/// How long suspensions come to, and of how many nobody wrote down the length.
pub fn length<'a>(all: impl IntoIterator<Item = &'a Suspension>) -> (HalfDays, usize) {
    let mut unknown = 0;
    let known = all
        .into_iter()
        .filter(|one| one.kind != ExclusionKind::Permanent);
    let sum = known.filter_map(|one| {
        unknown += usize::from(one.length.is_none());
        one.length
    });
    let sum: HalfDays = sum.sum();
    (sum, unknown)
}

macro_rules! hides {
    ($($record:ident, $shown:literal;)+) => {$(
        // What happened to a child must not reach a log through `{:?}`.
        impl std::fmt::Debug for $record {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($shown)
            }
        }
    )+};
}

hides! {
    Incident, "<incident>";
    SessionMark, "<mark>";
    RegisterOf, "<register>";
    Suspension, "<suspension>";
}

#[cfg(test)]
mod tests;
