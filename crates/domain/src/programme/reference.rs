//! The reference of a programme, such as KB26-014: what stands in paths,
//! subjects and letters in place of a pupil's name.

use std::{fmt, str::FromStr};

use crate::school::ReferencePrefix;

/// School letters, year of the referral, and a number counted from 1.
///
/// ```
/// use domain::programme::ProgrammeRef;
/// let reference: ProgrammeRef = "kb26-014".parse()?;
/// assert_eq!(reference.to_string(), "KB26-014");
/// assert_eq!(reference.path(), "kb26-014");
/// # Ok::<(), domain::programme::BadRef>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgrammeRef {
    prefix: ReferencePrefix,
    year: u8,
    number: u16,
}

/// Why a reference could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("read reference: not of the form KB26-014")]
pub struct BadRef;

impl BadRef {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        "Enter a reference like KB26-014"
    }
}

impl ProgrammeRef {
    /// The reference of the `number`th referral (from 1) begun in a year, such
    /// as 2026. Only the last two digits of the year are kept.
    ///
    /// # Errors
    /// [`BadRef`] for number 0.
    pub fn new(prefix: ReferencePrefix, year: i16, number: u16) -> Result<Self, BadRef> {
        let year = u8::try_from(year.rem_euclid(100)).map_err(|_| BadRef)?;
        if number == 0 {
            return Err(BadRef);
        }
        Ok(Self {
            prefix,
            year,
            number,
        })
    }

    /// The number within its school and year.
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The form for addresses: in lower case.
    pub fn path(&self) -> String {
        self.to_string().to_lowercase()
    }
}

impl fmt::Display for ProgrammeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            prefix,
            year,
            number,
        } = self;
        write!(f, "{prefix}{year:02}-{number:03}")
    }
}

impl FromStr for ProgrammeRef {
    type Err = BadRef;

    /// Reads a reference in any case, with a hyphen or a space, as people type
    /// it into a search box.
    fn from_str(raw: &str) -> Result<Self, BadRef> {
        let (head, tail) = raw.trim().split_once(['-', ' ']).ok_or(BadRef)?;
        let letters = head.trim_end_matches(|c: char| c.is_ascii_digit());
        let year = head.strip_prefix(letters).ok_or(BadRef)?;
        let digits = |text: &str, most: usize| {
            let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            (all && text.len() <= most).then(|| text.to_owned())
        };
        let year = digits(year, 2)
            .filter(|year| year.len() == 2)
            .ok_or(BadRef)?;
        let number = digits(tail.trim(), 5).ok_or(BadRef)?;
        Self::new(
            letters.parse().map_err(|_| BadRef)?,
            year.parse().map_err(|_| BadRef)?,
            number.parse().map_err(|_| BadRef)?,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_however_it_is_typed_and_written_one_way() {
        for typed in ["KB26-014", " kb26-14 ", "Kb26 014"] {
            let reference: ProgrammeRef = typed.parse().unwrap();
            assert_eq!(reference.to_string(), "KB26-014", "{typed}");
        }
        let late: ProgrammeRef = "kb09-1234".parse().unwrap();
        assert_eq!(late.path(), "kb09-1234");
    }

    #[test]
    fn anything_else_is_refused() {
        for wrong in [
            "",
            "KB26",
            "26-014",
            "KB6-014",
            "KB26-",
            "KB26-0",
            "KB26-70000",
            "K26-1",
            "KB26-１",
        ] {
            assert_eq!(wrong.parse::<ProgrammeRef>(), Err(BadRef), "{wrong}");
        }
    }

    #[test]
    fn references_are_made_from_the_schools_letters_the_year_and_a_count() {
        let prefix: ReferencePrefix = "KB".parse().unwrap();
        let made = ProgrammeRef::new(prefix, 2026, 14).unwrap();
        assert_eq!(made, "KB26-014".parse().unwrap());
    }
}
