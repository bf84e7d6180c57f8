//! Reading by permission: what the store hands out is sealed, and only a lens
//! made at the gate opens it.
//!
//! A [`Sealed`] document has no getters, no `Display` and no `Serialize`; its
//! `Debug` prints its code only. Templates and paper take [`Shown`] alone.
//!
//! Nothing but a lens reaches what is inside:
//!
//! ```compile_fail,E0616
//! let sealed = domain::sealed::Sealed::new("D05", None, String::from("all"));
//! let words = sealed.value;
//! ```
//!
//! ```compile_fail,E0277
//! let sealed = domain::sealed::Sealed::new("D05", None, String::from("all"));
//! let words = format!("{sealed}");
//! ```
//!
//! ```compile_fail,E0277
//! let sealed = domain::sealed::Sealed::new("D05", None, String::from("all"));
//! let words = serde_json::to_string(&sealed);
//! ```
//!
//! ```
//! let sealed = domain::sealed::Sealed::new("D05", None, String::from("all"));
//! assert_eq!(format!("{sealed:?}"), "Sealed(D05)");
//! ```

mod apart;

use std::{collections::BTreeMap, fmt};

pub use apart::Apart;

use crate::id::AccountId;

/// A document nobody has been allowed to read yet.
pub struct Sealed<T> {
    code: &'static str,
    owner: Option<AccountId>,
    value: T,
}

impl<T> Sealed<T> {
    /// Seals a document. `code` names its row in the reading matrix; `owner`
    /// is the account whose own words it holds, if it holds anyone's.
    pub const fn new(code: &'static str, owner: Option<AccountId>, value: T) -> Self {
        Self { code, owner, value }
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({})", self.code)
    }
}

/// How much of one kind of document a reader may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// None of it, and not that it is there.
    Hidden,
    /// Only what they wrote or sent themselves.
    Own,
    /// The part that is meant for them; the word says which part.
    Part(&'static str),
    /// All of it.
    Full,
}

/// A document as one reader may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown<T> {
    /// All of it.
    Full(T),
    /// The part meant for this reader.
    Part(T),
}

impl<T> Shown<T> {
    /// What may be seen, however much it is.
    pub fn get(&self) -> &T {
        match self {
            Self::Full(value) | Self::Part(value) => value,
        }
    }

    /// What may be seen, taken out.
    pub fn into_inner(self) -> T {
        match self {
            Self::Full(value) | Self::Part(value) => value,
        }
    }
}

/// The part of a document meant for readers who may not see all of it. One
/// function a document, used by page, paper and export alike.
pub trait InPart: Sized {
    /// What is left for the part called `which`; nothing if nothing is.
    fn in_part(self, which: &'static str) -> Option<Self>;

    /// What is left for a reader who is kept apart from somebody at home;
    /// nothing if nothing is. Asked after [`Self::in_part`] and for those who
    /// read all of it alike, unless the words are the reader's own.
    fn without(self, apart: &Apart) -> Option<Self>;
}

/// What one person may read in one programme. Made by the gate.
#[derive(Debug, Clone)]
pub struct Lens {
    reader: Option<AccountId>,
    readings: BTreeMap<&'static str, Reading>,
    apart: Apart,
}

impl Lens {
    /// Only the gate makes one: clippy refuses this call elsewhere.
    pub const fn new(
        reader: Option<AccountId>,
        readings: BTreeMap<&'static str, Reading>,
        apart: Apart,
    ) -> Self {
        Self {
            reader,
            readings,
            apart,
        }
    }

    /// How much of `code` this reader may see. What is not in the matrix is hidden.
    pub fn reading(&self, code: &str) -> Reading {
        self.readings.get(code).copied().unwrap_or(Reading::Hidden)
    }

    /// Opens one document: in full, in part, or not at all; and never with
    /// anything of somebody the reader is kept apart from.
    pub fn open<T: InPart>(&self, sealed: Sealed<T>) -> Option<Shown<T>> {
        let own = sealed.owner.is_some() && sealed.owner == self.reader;
        let without = |value: T| {
            if self.apart.is_nobody() {
                Some(value)
            } else {
                value.without(&self.apart)
            }
        };
        match self.reading(sealed.code) {
            Reading::Full | Reading::Own | Reading::Part(_) if own => {
                Some(Shown::Full(sealed.value))
            }
            Reading::Full => without(sealed.value).map(Shown::Full),
            Reading::Part(which) => {
                let part = sealed.value.in_part(which).and_then(without);
                part.map(Shown::Part)
            }
            Reading::Own | Reading::Hidden => None,
        }
    }

    /// Opens many; what may not be seen is left out and leaves no gap.
    pub fn open_all<T: InPart>(&self, sealed: Vec<Sealed<T>>) -> Vec<Shown<T>> {
        sealed
            .into_iter()
            .filter_map(|one| self.open(one))
            .collect()
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "lenses of every kind are what is tested here"
)]
mod tests {
    use super::*;
    use crate::id::Id;

    #[derive(Debug, Clone, PartialEq)]
    struct Words(&'static str);

    impl InPart for Words {
        fn in_part(self, which: &'static str) -> Option<Self> {
            (which == "digest").then_some(Self("digest"))
        }

        fn without(self, apart: &Apart) -> Option<Self> {
            (!apart.is_told_by(self.0)).then_some(self)
        }
    }

    fn lens(reading: Reading) -> Lens {
        let me = Some(Id::new(uuid::Uuid::from_u128(1)));
        Lens::new(me, BTreeMap::from([("staff", reading)]), Apart::default())
    }

    fn sealed(owner: u128) -> Sealed<Words> {
        Sealed::new(
            "staff",
            Some(Id::new(uuid::Uuid::from_u128(owner))),
            Words("all"),
        )
    }

    #[test]
    fn a_lens_shows_all_part_own_or_nothing() {
        assert_eq!(
            lens(Reading::Full).open(sealed(2)),
            Some(Shown::Full(Words("all")))
        );
        assert_eq!(
            lens(Reading::Part("digest")).open(sealed(2)),
            Some(Shown::Part(Words("digest")))
        );
        assert_eq!(lens(Reading::Part("flags")).open(sealed(2)), None);
        assert_eq!(lens(Reading::Own).open(sealed(2)), None);
        assert_eq!(
            lens(Reading::Own).open(sealed(1)),
            Some(Shown::Full(Words("all")))
        );
        assert_eq!(lens(Reading::Hidden).open(sealed(1)), None);
        let empty = Lens::new(None, BTreeMap::new(), Apart::default());
        assert_eq!(empty.open(sealed(2)), None);
    }

    #[test]
    fn whoever_is_kept_apart_from_somebody_opens_nothing_that_tells_of_them() {
        let mut apart = Apart::default();
        apart.add_person(Id::new(uuid::Uuid::from_u128(9)), ["Kit All", "Kit"]);
        for (reading, others) in [
            (Reading::Full, None),
            (Reading::Part("digest"), Some(Shown::Part(Words("digest")))),
        ] {
            let lens = Lens {
                apart: apart.clone(),
                ..lens(reading)
            };
            assert_eq!(lens.open(sealed(2)), others);
            assert_eq!(lens.open(sealed(1)), Some(Shown::Full(Words("all"))), "own");
        }
    }

    #[test]
    fn a_sealed_document_says_nothing_in_debug_output() {
        assert_eq!(format!("{:?}", sealed(1)), "Sealed(staff)");
    }
}
