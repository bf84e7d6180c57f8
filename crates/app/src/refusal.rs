//! How a verb can end without happening.

use store::Broken;

/// Why nothing was done. `web` turns each into a page that says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Not there, or not yours to know of: the two look the same.
    #[error("find it: not there for this person")]
    NotFound,
    /// Nobody is signed in.
    #[error("know who is asking: signed out")]
    SignedOut,
    /// There, and not yours to do. The words say who can.
    #[error("let it through: not allowed")]
    NotAllowed {
        /// Who can do it, as a sentence.
        who_can: String,
    },
    /// Someone else saved first.
    #[error("save: someone else saved first")]
    Conflict,
    /// A rule said no; the words say which and what to do about it.
    #[error("do it: a rule said no")]
    Rejected(Vec<Reason>),
    /// The store could not.
    #[error("reach the store: {0}")]
    Broken(#[from] Broken),
    /// The PDF engine could not.
    #[error("make the document: {0}")]
    Paper(String),
}

/// One rule's no: which field it is about, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The form field, or nothing when it is about the whole.
    pub field: Option<String>,
    /// What to do, as a sentence.
    pub words: String,
}

impl Refusal {
    /// A rule's no about the whole.
    pub fn rule(words: impl Into<String>) -> Self {
        Self::Rejected(vec![Reason {
            field: None,
            words: words.into(),
        }])
    }

    /// A rule's no about one field.
    pub fn field(field: impl Into<String>, words: impl Into<String>) -> Self {
        Self::Rejected(vec![Reason {
            field: Some(field.into()),
            words: words.into(),
        }])
    }

    /// Several rules' noes, each about a field.
    pub fn fields(problems: impl IntoIterator<Item = (String, String)>) -> Self {
        Self::Rejected(
            problems
                .into_iter()
                .map(|(field, words)| Reason {
                    field: Some(field),
                    words,
                })
                .collect(),
        )
    }
}
