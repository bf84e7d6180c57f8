//! Writing down a restriction: what was typed, and what is left to sort out.

use jiff::civil::Date;

use super::{Contact, Holds, Restriction, RestrictionKind};
use crate::{id::AccountId, text::Prose};

/// The answers on "Record a restriction", as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RestrictionDraft {
    /// The code of a [`RestrictionKind`].
    pub kind: String,
    /// The date of the order, as 2026-11-10.
    pub from: String,
    /// Its last day, if it has one.
    pub until: String,
    /// What it says, in a sentence.
    pub words: String,
    /// Not blank when the paper was seen.
    pub seen: String,
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for RestrictionDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RestrictionDraft").finish_non_exhaustive()
    }
}

/// Why a restriction cannot be recorded yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RestrictProblem {
    /// Nothing was chosen.
    #[error("record restriction: no kind")]
    NoKind,
    /// The same is obeyed, or will be.
    #[error("record restriction: the same is there")]
    ThereAlready,
    /// No first day, or none that can be read.
    #[error("record restriction: no first day")]
    NoFirstDay,
    /// A last day that cannot be read.
    #[error("record restriction: last day is not a date")]
    OddLastDay,
    /// It ends before it begins.
    #[error("record restriction: ends before it begins")]
    EndsFirst,
    /// It was over before today.
    #[error("record restriction: over already")]
    OverAlready,
    /// Nobody said what it says.
    #[error("record restriction: no words")]
    NoWords,
    /// Too many words.
    #[error("record restriction: words too long")]
    TooLong,
    /// The paper was not seen.
    #[error("record restriction: paper not seen")]
    NotSeen,
}

impl RestrictProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoKind => "Choose what the restriction is",
            Self::ThereAlready => "This is recorded already. End that one first to change it",
            Self::NoFirstDay => "Enter the day of the order, such as 10 11 2026",
            Self::OddLastDay => "Enter the last day, such as 10 11 2027, or leave all three empty",
            Self::EndsFirst => "The last day must not be before the first",
            Self::OverAlready => "The last day has passed. Nothing would follow from it",
            Self::NoWords => "Write what the order says, in a sentence",
            Self::TooLong => "Use 500 characters or fewer",
            Self::NotSeen => "See the order first, then tick that you have seen it",
        }
    }

    /// The name of its field on the page.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NoKind | Self::ThereAlready => "kind",
            Self::NoFirstDay => "from",
            Self::OddLastDay | Self::EndsFirst | Self::OverAlready => "until",
            Self::NoWords | Self::TooLong => "words",
            Self::NotSeen => "seen",
        }
    }
}

impl RestrictionDraft {
    /// The restriction on this contact, seen by a safeguarding lead today.
    ///
    /// # Errors
    /// Everything that is left to sort out, in the order of the page.
    pub fn read(
        &self,
        on: &Contact,
        by: AccountId,
        today: Date,
    ) -> Result<Restriction, Vec<RestrictProblem>> {
        use RestrictProblem as P;
        let mut problems = Vec::new();
        let kind = self.kind.parse::<RestrictionKind>().ok();
        let same = |one: &Restriction| Some(one.kind) == kind && one.holds(today) != Holds::Over;
        match kind {
            None => problems.push(P::NoKind),
            Some(_) if on.restrictions.iter().any(same) => problems.push(P::ThereAlready),
            Some(_) => {}
        }
        let from = self.from.trim().parse::<Date>().ok();
        if from.is_none() {
            problems.push(P::NoFirstDay);
        }
        let typed = self.until.trim();
        let until = typed.parse::<Date>().ok();
        match (until, from) {
            (None, _) if !typed.is_empty() => problems.push(P::OddLastDay),
            (Some(last), Some(first)) if last < first => problems.push(P::EndsFirst),
            (Some(last), _) if last < today => problems.push(P::OverAlready),
            _ => {}
        }
        let words = Prose::optional(&self.words);
        match &words {
            Err(_) => problems.push(P::TooLong),
            Ok(None) => problems.push(P::NoWords),
            Ok(Some(_)) => {}
        }
        if self.seen.trim().is_empty() {
            problems.push(P::NotSeen);
        }
        match (kind, from) {
            (Some(kind), Some(from)) if problems.is_empty() => Ok(Restriction {
                kind,
                from,
                until,
                seen_by: by,
                words: words.ok().flatten(),
                ended: None,
            }),
            _ => Err(problems),
        }
    }
}
