//! Promises: who will do what, how often, and when.

use crate::{id::PersonId, text::Line};

/// A named person who answers for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Who it is in this programme.
    pub person: PersonId,
    /// The name people know them by.
    pub name: Line<80>,
}
