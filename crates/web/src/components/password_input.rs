//! A password. What was typed is never shown again, whatever the form remembers.

use super::{Phrase, head::Head, head::headed};
use crate::form_state::FormState;
use askama::Template;
use std::fmt::Display;

/// A password to type or paste.
#[derive(Clone, Debug, Template)]
#[template(path = "components/password_input.html")]
pub struct PasswordInput {
    head: Head,
    kind: &'static str,
}

headed!(PasswordInput);

impl PasswordInput {
    /// A password being chosen, so that a password manager may offer one.
    #[must_use]
    pub fn new_password(mut self) -> Self {
        self.kind = "new-password";
        self
    }
}

impl FormState {
    /// A password to type, with what is to be sorted out but never what was typed.
    pub fn password_input(&self, name: impl Display, label: impl Into<Phrase>) -> PasswordInput {
        PasswordInput {
            head: self.head(&name, label),
            kind: "current-password",
        }
    }
}
