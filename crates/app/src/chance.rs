//! Randomness: the operating system's, or a seeded run for data that must come
//! out the same each time.

use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::Refusal;

/// Where random bytes come from.
#[derive(Debug)]
pub enum Chance {
    /// The operating system: for everything real.
    System,
    /// A reproducible run, for demonstrations, generated data and tests. Not
    /// secret: never behind a server that others can reach.
    Seeded(Mutex<(u64, u64)>),
}

impl Chance {
    /// A reproducible run.
    pub const fn seeded(seed: u64) -> Self {
        Self::Seeded(Mutex::new((seed, 0)))
    }

    /// `N` random bytes.
    ///
    /// # Errors
    /// [`Refusal::Broken`] when the operating system gives none.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], Refusal> {
        let mut bytes = [0; N];
        match self {
            Self::System => getrandom::fill(&mut bytes)
                .map_err(|e| store::Broken::Inconsistent(format!("no randomness: {e}")))?,
            Self::Seeded(run) => {
                let mut run = run.lock().unwrap_or_else(PoisonError::into_inner);
                for chunk in bytes.chunks_mut(32) {
                    run.1 += 1;
                    let mut hash = Sha256::new();
                    hash.update(run.0.to_be_bytes());
                    hash.update(run.1.to_be_bytes());
                    for (to, from) in chunk.iter_mut().zip(hash.finalize()) {
                        *to = from;
                    }
                }
            }
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seeded_run_comes_out_the_same_and_never_repeats() {
        let (one, two) = (Chance::seeded(1), Chance::seeded(1));
        let first: [u8; 40] = one.bytes().unwrap();
        assert_eq!(first, two.bytes().unwrap());
        assert_ne!(first, one.bytes().unwrap());
    }
}
