//! Passwords: argon2id, twelve characters or more, no composition rules.
//!
//! Hashing takes tens of milliseconds and 19 MiB on purpose. It is done before
//! the transaction opens, and only two at a time.

use std::{
    fmt,
    sync::{Condvar, Mutex, PoisonError},
};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};

use crate::{App, Refusal};

/// The shortest a password may be.
pub const SHORTEST: usize = 12;
/// The longest a password may be: enough for any phrase, bounded for the hash.
pub const LONGEST: usize = 128;
const MEMORY_KIB: u32 = 19 * 1024;
const ROUNDS: u32 = 2;
const AT_ONCE: usize = 2;

/// A password as typed. `Debug` does not show it.
#[derive(Clone)]
pub struct Password(String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(secret)")
    }
}

/// Why a new password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// Fewer than [`SHORTEST`] characters.
    #[error("take password: too short")]
    TooShort,
    /// More than [`LONGEST`] characters.
    #[error("take password: too long")]
    TooLong,
    /// On the list of passwords that are tried first, or made from the school's name.
    #[error("take password: easy to guess")]
    Common,
    /// The two did not match.
    #[error("take password: typed twice differently")]
    Differ,
}

impl PasswordProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::TooShort => "Choose a password of 12 characters or more",
            Self::TooLong => "Choose a password of 128 characters or fewer",
            Self::Common => {
                "Choose a password that is harder to guess: three words that do not belong together work well"
            }
            Self::Differ => "Type the same password both times",
        }
    }
}

impl Password {
    /// A password somebody types to sign in: taken exactly as typed.
    pub fn typed(raw: &str) -> Self {
        Self(raw.to_owned())
    }

    /// A new password, checked against what is easy to guess.
    ///
    /// # Errors
    /// [`PasswordProblem`].
    pub fn chosen(raw: &str, again: &str, about: &[&str]) -> Result<Self, PasswordProblem> {
        let length = raw.chars().count();
        if length < SHORTEST {
            return Err(PasswordProblem::TooShort);
        }
        if length > LONGEST {
            return Err(PasswordProblem::TooLong);
        }
        if easy(raw, about) {
            return Err(PasswordProblem::Common);
        }
        if raw != again {
            return Err(PasswordProblem::Differ);
        }
        Ok(Self(raw.to_owned()))
    }
}

/// Passwords of twelve characters or more that everybody tries first, by their
/// letters and digits alone.
const COMMON: &[&str] = &[
    "password",
    "passwort",
    "letmein",
    "qwerty",
    "qwertyuiop",
    "asdfghjkl",
    "iloveyou",
    "welcome",
    "admin",
    "administrator",
    "changeme",
    "monkey",
    "dragon",
    "football",
    "baseball",
    "sunshine",
    "princess",
    "superman",
    "trustno",
    "abcdefghijkl",
    "abcdef",
    "abc",
    "mainstay",
    "school",
    "teacher",
    "headteacher",
    "liverpool",
    "arsenal",
    "chelsea",
    "manchester",
    "secret",
    "master",
    "shadow",
    "michael",
    "jennifer",
    "charlie",
];

/// Easy to guess: little more than a common word or one of `about` (the
/// school's name, the person's), or very few different characters.
fn easy(raw: &str, about: &[&str]) -> bool {
    let plain: String = raw
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let mut different: Vec<char> = plain.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < 5 {
        return true;
    }
    let steps = plain
        .as_bytes()
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if b.wrapping_sub(*a) <= 1));
    if steps.count() + 3 >= plain.len() {
        return true;
    }
    let mut left = plain.clone();
    let about = about
        .iter()
        .flat_map(|name| name.split_whitespace())
        .map(str::to_lowercase);
    let mut words: Vec<String> = about
        .filter(|word| word.chars().count() > 2)
        .chain(COMMON.iter().map(|w| (*w).to_owned()))
        .collect();
    // The longest first: `qwerty` must not leave the rest of `qwertyuiop` behind.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in words {
        left = left.replace(&word, "");
    }
    let letters = left.chars().filter(|c| c.is_alphabetic()).count();
    letters < 4 && left.len() < plain.len() || left.chars().count() < 4
}

/// At most two hashes at a time, so that sign-ins cannot use up the memory.
#[derive(Debug, Default)]
pub struct Hashing {
    busy: Mutex<usize>,
    free: Condvar,
}

impl Hashing {
    fn turn<T>(&self, work: impl FnOnce() -> T) -> T {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        while *busy >= AT_ONCE {
            busy = self.free.wait(busy).unwrap_or_else(PoisonError::into_inner);
        }
        *busy += 1;
        drop(busy);
        let answer = work();
        *self.busy.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.free.notify_one();
        answer
    }
}

fn argon() -> Result<Argon2<'static>, Refusal> {
    let params = Params::new(MEMORY_KIB, ROUNDS, 1, None).map_err(|e| broken(&e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(words: &str) -> Refusal {
    Refusal::Broken(store::Broken::Inconsistent(format!(
        "password hash: {words}"
    )))
}

/// A stored form of a password.
#[derive(Clone)]
pub struct Hashed(pub(crate) String);

impl Hashed {
    /// The text that is stored.
    pub fn stored(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Hashed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hashed(secret)")
    }
}

impl App {
    /// Hashes a password for storing. Slow on purpose.
    ///
    /// # Errors
    /// [`Refusal::Broken`] when there is no randomness.
    pub fn hash(&self, password: &Password) -> Result<Hashed, Refusal> {
        let salt = self.random::<16>()?;
        let argon = argon()?;
        let hash = self
            .hashing()
            .turn(|| argon.hash_password_with_salt(password.0.as_bytes(), &salt))
            .map_err(|e| broken(&e.to_string()))?;
        Ok(Hashed(hash.to_string()))
    }

    /// Whether the password is the one stored. With nothing stored it takes
    /// just as long and answers no, so that an unknown account looks the same.
    pub(crate) fn matches(
        &self,
        password: &Password,
        stored: Option<&str>,
    ) -> Result<bool, Refusal> {
        let Some(stored) = stored else {
            self.hash(password)?;
            return Ok(false);
        };
        let parsed = PasswordHash::new(stored).map_err(|e| broken(&e.to_string()))?;
        let argon = argon()?;
        Ok(self
            .hashing()
            .turn(|| argon.verify_password(password.0.as_bytes(), &parsed))
            .is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(raw: &str) -> Option<PasswordProblem> {
        Password::chosen(raw, raw, &["Kestrel Bridge School", "Amina Farrow"]).err()
    }

    #[test]
    fn a_password_is_long_and_hard_to_guess_and_nothing_else_is_asked() {
        assert_eq!(problem("short"), Some(PasswordProblem::TooShort));
        assert_eq!(problem(&"long ".repeat(30)), Some(PasswordProblem::TooLong));
        for easy in [
            "password1234",
            "PASSWORD-2026!",
            "kestrelbridge1",
            "aminafarrow26",
            "aaaaaaaaaaaa",
            "123456789012",
            "abcdefghijklm",
            "qwertyuiop12",
            "Liverpool2026",
        ] {
            assert_eq!(problem(easy), Some(PasswordProblem::Common), "{easy}");
        }
        for fine in [
            "marmalade tractor otter",
            "xK9$vv2!pQzt",
            "correct-horse-battery",
            "пароль из трёх слов",
        ] {
            assert_eq!(problem(fine), None, "{fine}");
        }
        assert_eq!(
            Password::chosen("marmalade tractor", "marmalade tracto", &[]).err(),
            Some(PasswordProblem::Differ)
        );
    }
}
