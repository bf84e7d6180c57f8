//! Secret tokens: 256 bits, shown once, kept only as a hash.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use domain::id::AccountId;

use crate::{App, Refusal};

/// Hex digits that say whose page a form stood on.
const WHOSE: usize = 32;

/// A secret for a cookie or a one-time address. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(secret)")
    }
}

impl Token {
    /// A new one.
    pub(crate) fn new(app: &App) -> Result<Self, Refusal> {
        Ok(Self(hex(&app.random::<32>()?)))
    }

    /// One that somebody sent; any text may be, it just finds nothing.
    pub fn sent(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The secret, for the cookie or the address it goes into.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What is stored in its place.
    pub fn hash(&self) -> String {
        hash_of("token", &self.0)
    }

    /// What a form of this session must carry, for one mask. Another mask
    /// gives another text, so that compression cannot give the secret away.
    pub fn masked_form_token(&self, mask: &str) -> String {
        hash_of("form", &format!("{mask}{}", self.0))
    }
}

/// Says whose page a form stood on, for one mask, and gives nobody's id away.
pub fn whose_form(owner: Option<AccountId>, mask: &str) -> String {
    let who = owner.map_or_else(String::new, |account| account.to_string());
    let mut hash = hash_of("whose form", &format!("{mask}{who}"));
    hash.truncate(WHOSE);
    hash
}

/// SHA-256 with the use in front, so that one hash cannot stand for another.
pub(crate) fn hash_of(what_for: &str, text: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(what_for.as_bytes());
    hash.update([0]);
    hash.update(text.as_bytes());
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            // Writing to a String cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        })
}
