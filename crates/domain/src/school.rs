//! The school: its number, its name, the letters its references begin with,
//! and the template its programmes follow.
//!
//! The school calendar is not here; nor is any rule about dates.

mod prefix;
mod template;
mod template_draft;

pub use prefix::{PrefixProblem, ReferencePrefix};
pub use template::{InterimRule, Template, TemplateProblem};
pub use template_draft::TemplateDraft;

use std::{fmt, str::FromStr};

use crate::{id::SchoolId, text::Line};

/// A school: the tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// The school.
    pub id: SchoolId,
    /// Its number in the national register, if it has one.
    pub urn: Option<Urn>,
    /// Its name as families know it.
    pub name: Line<120>,
    /// The letters its references begin with.
    pub prefix: ReferencePrefix,
    /// What a new programme follows.
    pub template: Template,
}

/// A school's six-digit number in the national register of schools.
///
/// ```
/// use domain::school::Urn;
/// assert_eq!(" 100000 ".parse::<Urn>()?.to_string(), "100000");
/// assert!("10000".parse::<Urn>().is_err());
/// # Ok::<(), domain::school::UrnProblem>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Urn(u32);

/// Why a school's number was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read urn: '{found}' is not six digits")]
pub struct UrnProblem {
    found: String,
}

impl UrnProblem {
    /// What to do about it.
    pub const fn words(&self) -> &'static str {
        "Enter a URN of 6 digits, such as 100000"
    }
}

impl FromStr for Urn {
    type Err = UrnProblem;

    fn from_str(raw: &str) -> Result<Self, UrnProblem> {
        let digits = raw.trim();
        let shaped = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| shaped);
        number.map(Self).ok_or_else(|| UrnProblem {
            found: raw.chars().take(20).collect(),
        })
    }
}

impl fmt::Display for Urn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_urn_is_exactly_six_digits() {
        assert_eq!("012345".parse::<Urn>().unwrap().to_string(), "012345");
        for wrong in ["", "1234567", "12345a", "+12345", "१२३४५६"] {
            assert!(wrong.parse::<Urn>().is_err(), "{wrong}");
        }
    }
}
