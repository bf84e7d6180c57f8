//! Email addresses: kept as typed, compared without regard to case.

use std::{fmt, hash, str::FromStr};

/// An address that looks deliverable: one `@`, a name, and a dotted domain.
///
/// Only the mail server knows whether it works, so nothing cleverer is tried.
///
/// ```
/// use domain::account::Email;
/// let typed: Email = " A.Farrow@Kestrel.example ".parse()?;
/// assert_eq!(typed.as_str(), "A.Farrow@Kestrel.example");
/// assert_eq!(typed, "a.farrow@kestrel.example".parse()?);
/// # Ok::<(), domain::account::EmailProblem>(())
/// ```
#[derive(Clone)]
pub struct Email {
    written: String,
    lower: String,
}

/// Why an email address was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailProblem {
    /// Nothing was typed.
    #[error("read email: empty")]
    Empty,
    /// Longer than mail servers take (254 characters).
    #[error("read email: more than 254 characters")]
    TooLong,
    /// Not of the form `name@place.example`.
    #[error("read email: not of the form name@place.example")]
    WrongShape,
}

impl EmailProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Empty => "Enter an email address",
            Self::TooLong => "Enter an email address of 254 characters or fewer",
            Self::WrongShape => "Enter an email address in the form name@example.org",
        }
    }
}

impl Email {
    /// As it was typed, for showing and for sending.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// In lower case, for finding.
    pub fn lower(&self) -> &str {
        &self.lower
    }
}

impl FromStr for Email {
    type Err = EmailProblem;

    fn from_str(raw: &str) -> Result<Self, EmailProblem> {
        let written = raw.trim();
        if written.is_empty() {
            return Err(EmailProblem::Empty);
        }
        if written.len() > 254 {
            return Err(EmailProblem::TooLong);
        }
        let (name, place) = written.split_once('@').ok_or(EmailProblem::WrongShape)?;
        if !plain(name) || !plain(place) || !dotted(place) {
            return Err(EmailProblem::WrongShape);
        }
        Ok(Self {
            written: written.to_owned(),
            lower: written.to_lowercase(),
        })
    }
}

/// No spaces, brackets or second `@`: characters that let one typed line
/// become two addresses or a header.
fn plain(part: &str) -> bool {
    !part.is_empty()
        && !part.chars().any(|c| {
            c.is_whitespace() || c.is_control() || matches!(c, '@' | '<' | '>' | '"' | ',' | ';')
        })
}

fn dotted(place: &str) -> bool {
    place.contains('.') && place.split('.').all(|label| !label.is_empty())
}

impl PartialEq for Email {
    fn eq(&self, other: &Self) -> bool {
        self.lower == other.lower
    }
}

impl Eq for Email {}

impl hash::Hash for Email {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.lower.hash(state);
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

// An address must not reach a log through `{:?}`.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<email>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_cannot_work_are_refused_with_what_to_type() {
        for (raw, problem) in [
            ("  ", EmailProblem::Empty),
            ("dana", EmailProblem::WrongShape),
            ("dana@home", EmailProblem::WrongShape),
            ("dana@.example", EmailProblem::WrongShape),
            ("@home.example", EmailProblem::WrongShape),
            ("da na@home.example", EmailProblem::WrongShape),
            ("dana@home.example,x@y.example", EmailProblem::WrongShape),
            (
                "dana@home.example\nBcc: x@y.example",
                EmailProblem::WrongShape,
            ),
        ] {
            assert_eq!(raw.parse::<Email>(), Err(problem), "{raw:?}");
        }
        let long = format!("{}@home.example", "d".repeat(250));
        assert_eq!(long.parse::<Email>(), Err(EmailProblem::TooLong));
    }

    #[test]
    fn two_spellings_of_one_address_are_the_same_address() {
        let a: Email = "Dana@Home.example".parse().unwrap();
        assert_eq!(a, "dana@home.EXAMPLE".parse().unwrap());
        assert_eq!(a.to_string(), "Dana@Home.example");
        assert_eq!(format!("{a:?}"), "<email>");
    }
}
