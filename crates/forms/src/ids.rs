//! The short names a form is made of: its own code and version, the ids of its
//! questions, the codes of its options, and the address of a page.
//!
//! All of them are stored beside answers, so none may change once used.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a short name was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "read {what}: '{found}' must be 1 to 60 small letters, digits, '_'{or}, a letter or digit first",
    or = if *.what == QUESTION_ID { "" } else { " or '-'" }
)]
pub struct BadCode {
    /// What was being read, such as "question id".
    pub what: &'static str,
    /// What was found.
    pub found: String,
}

/// A question id has no hyphen: posted fields put one after it (see `field`).
const QUESTION_ID: &str = "question id";

fn checked(what: &'static str, raw: &str) -> Result<String, BadCode> {
    let fits = raw.bytes().all(|b| match b {
        b'a'..=b'z' | b'0'..=b'9' | b'_' => true,
        b'-' => what != QUESTION_ID,
        _ => false,
    });
    let begins = raw.starts_with(|c: char| c.is_ascii_alphanumeric());
    if fits && begins && raw.len() <= 60 {
        Ok(raw.to_owned())
    } else {
        Err(BadCode {
            what,
            found: raw.to_owned(),
        })
    }
}

macro_rules! code {
    ($(#[$meta:meta])* $name:ident, $what:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The code as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl FromStr for $name {
            type Err = BadCode;
            fn from_str(raw: &str) -> Result<Self, BadCode> {
                checked($what, raw).map(Self)
            }
        }
        impl TryFrom<String> for $name {
            type Error = BadCode;
            fn try_from(raw: String) -> Result<Self, BadCode> {
                raw.parse()
            }
        }
        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }
        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }
    };
}

code! {
    /// Which form, such as `pupil-secondary`. The name of its folder.
    FormCode, "form code"
}
code! {
    /// Which question, such as `sq1`. Unique in its form, kept from version to version.
    QuestionId, QUESTION_ID
}
code! {
    /// An option, a row, a column or a list within one question, such as `quiet_space`.
    Code, "code"
}

/// Which version of a form; 1 is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub u16);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}", self.0)
    }
}

/// The address of a page inside its form, shown as `2-3`: part 2, page 3.
///
/// Part 0 is the page an adult fills in before the questions start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId {
    /// The part, counted from 1; 0 is before the start.
    pub part: u8,
    /// The page within its part, counted from 1.
    pub page: u8,
}

impl fmt::Display for PageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.part, self.page)
    }
}

/// A page address that does not read as two numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read page address: '{0}' is not of the form 2-3")]
pub struct BadPageId(pub String);

impl FromStr for PageId {
    type Err = BadPageId;

    fn from_str(raw: &str) -> Result<Self, BadPageId> {
        let bad = || BadPageId(raw.to_owned());
        let (part, page) = raw.split_once('-').ok_or_else(bad)?;
        let id = Self {
            part: part.parse().map_err(|_| bad())?,
            page: page.parse().map_err(|_| bad())?,
        };
        // One address a page: "02-3" and "+2-3" are not spelled like ours.
        if id.to_string() == raw {
            Ok(id)
        } else {
            Err(bad())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_small_letters_and_refuses_the_rest() {
        assert!("sq1".parse::<QuestionId>().is_ok());
        for bad in ["", "SQ1", "a b", "_x", "é", "sq1-more", &"x".repeat(61)] {
            assert!(bad.parse::<QuestionId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_page_address_has_one_spelling() {
        assert_eq!("2-3".parse(), Ok(PageId { part: 2, page: 3 }));
        for bad in ["", "2", "2-", "02-3", "2-3-4", "a-b", "999-1"] {
            assert!(bad.parse::<PageId>().is_err(), "{bad}");
        }
    }
}
