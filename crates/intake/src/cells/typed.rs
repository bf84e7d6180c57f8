//! Words of a cell as somebody typed them.
//!
//! A file is read without changing what it says: line breaks and runs of
//! spaces inside a cell stay, and so does its length. Whoever stores the words
//! makes them fit.

use std::fmt;

use domain::text::{Line, TextProblem};

/// Words as typed, never empty. No longer than a cell may be.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Typed(String);

impl Typed {
    /// The words of a cell that is trimmed already; nothing where there is
    /// nothing that anybody could see.
    pub fn read(words: &str) -> Option<Self> {
        let seen = Line::<1>::new(words) != Err(TextProblem::Empty);
        seen.then(|| Self(words.to_owned()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// People's words must not reach a log through `{:?}`.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} characters>", self.0.chars().count())
    }
}

impl From<Typed> for String {
    fn from(typed: Typed) -> Self {
        typed.0
    }
}
