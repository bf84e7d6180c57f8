//! What became of promises, and how much of what adults promised was delivered.

use std::{fmt, ops::Add};

crate::coded! {
    /// What became of one promise by a review.
    pub enum Delivery {
        /// It was kept.
        Done => "done", "Kept";
        /// It was kept in part.
        Partly => "partly", "Partly";
        /// It has not happened yet.
        NotDone => "not_done", "Not yet";
    }
}

/// How many times something was promised and how many times it happened.
///
/// Counted in halves, so that "partly" is neither all nor nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    halves_kept: u32,
    promised: u32,
}

/// A share of promises, in hundredths, rounded down so that 69.9 is not 70.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub u8);

/// How far promises were kept, exactly enough to be put together: thirds that
/// make a whole do so here too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Portion {
    billionths: u64,
}

/// All of it.
const WHOLE: u64 = 1_000_000_000;

impl Portion {
    /// So many of a hundred.
    pub const fn hundredths(number: u64) -> Self {
        Self {
            billionths: WHOLE / 100 * number,
        }
    }

    /// The mean of some, each weighing the same; nothing of none.
    pub fn mean(all: &[Self]) -> Option<Self> {
        let of = u64::try_from(all.len()).ok()?;
        let sum = all
            .iter()
            .fold(0_u64, |sum, one| sum.saturating_add(one.billionths));
        // Each was rounded by less than one.
        let sum = sum.saturating_add(of / 2);
        sum.checked_div(of).map(|billionths| Self { billionths })
    }
}

impl fmt::Display for Portion {
    /// "69%": rounded down, so that 69.9 is not 70.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.billionths / (WHOLE / 100))
    }
}

impl Tally {
    /// "4 of 6 visits". Nothing can be kept more often than promised.
    pub fn times(kept: u32, promised: u32) -> Self {
        Self {
            halves_kept: kept.min(promised).saturating_mul(2),
            promised,
        }
    }

    /// How many were promised.
    pub const fn promised(self) -> u32 {
        self.promised
    }

    /// The share kept, or nothing when nothing was promised.
    pub fn share(self) -> Option<Share> {
        let hundredths = self
            .halves_kept
            .saturating_mul(50)
            .checked_div(self.promised)?;
        u8::try_from(hundredths).ok().map(Share)
    }

    /// How far it was kept, to be put together with others; nothing when nothing
    /// was promised.
    pub fn portion(self) -> Option<Portion> {
        let halves = u64::from(self.promised) * 2;
        let kept = u64::from(self.halves_kept).saturating_mul(WHOLE);
        let billionths = kept.saturating_add(halves / 2).checked_div(halves)?;
        Some(Portion { billionths })
    }

    /// "41 of 45", or "3 and a half of 5".
    pub fn words(self) -> String {
        let half = if self.halves_kept % 2 == 1 {
            " and a half"
        } else {
            ""
        };
        format!("{}{half} of {}", self.halves_kept / 2, self.promised)
    }
}

impl From<Delivery> for Tally {
    fn from(delivery: Delivery) -> Self {
        let halves_kept = match delivery {
            Delivery::Done => 2,
            Delivery::Partly => 1,
            Delivery::NotDone => 0,
        };
        Self {
            halves_kept,
            promised: 1,
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            halves_kept: self.halves_kept.saturating_add(more.halves_kept),
            promised: self.promised.saturating_add(more.promised),
        }
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
