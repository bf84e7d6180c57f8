//! One link of the chain: which columns its hash covers, and how.

use sha2::{Digest, Sha256};

use crate::{Broken, Row, migrate::hex};

/// The columns that the hash covers.
pub(super) struct Link {
    pub at: String,
    pub actor: String,
    pub acting_as: String,
    pub action: String,
    pub kind: String,
    pub class: String,
    pub programme: Option<String>,
    pub pupil: Option<String>,
    pub request: String,
    pub commit: String,
}

impl Link {
    pub fn read(row: &Row) -> Result<Self, Broken> {
        Ok(Self {
            at: row.text(1)?,
            actor: row.text(2)?,
            acting_as: row.text(3)?,
            action: row.text(4)?,
            kind: row.text(5)?,
            class: row.text(6)?,
            programme: row.maybe_text(7)?,
            pupil: row.maybe_text(8)?,
            request: row.text(9)?,
            commit: row.text(10)?,
        })
    }

    /// Leaf hash: a 0 byte, the number, the hash before, then each column with
    /// its length in front so that no two rows can read the same.
    pub fn hash(&self, seq: i64, previous: &str) -> String {
        let none = String::from("-");
        let mut hash = Sha256::new();
        hash.update([0]);
        hash.update(seq.to_be_bytes());
        let parts = [
            previous,
            &self.at,
            &self.actor,
            &self.acting_as,
            &self.action,
            &self.kind,
            &self.class,
            self.programme.as_ref().unwrap_or(&none),
            self.pupil.as_ref().unwrap_or(&none),
            &self.request,
            &self.commit,
        ];
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hex(&hash.finalize())
    }
}

pub(super) fn commit(salt: &[u8], payload: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(payload.as_bytes());
    hex(&hash.finalize())
}
