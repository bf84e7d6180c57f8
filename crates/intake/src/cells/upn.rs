//! Unique pupil numbers: 13 characters with a check letter in front.
//!
//! The local authority inside a UPN need not be a present one, nor the pupil's
//! own, so it is never a reason to refuse. A UPN is for education purposes
//! only: never a login and never shown to families.

use std::fmt;

/// The letters of UPNs: no I, O or S, which look like figures. A letter's
/// place here is its worth.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// A UPN whose check letter is right, in capitals.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Upn([u8; 13]);

/// Why words are not a UPN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UpnProblem {
    /// Not a letter, eleven figures, and a figure or letter.
    #[error("read upn: not 13 characters of the right kind")]
    Format,
    /// The first letter does not follow from the rest.
    #[error("read upn: check letter differs")]
    Check,
}

impl Upn {
    /// Reads a UPN; spaces and case do not matter.
    ///
    /// ```
    /// use intake::cells::upn::{Upn, UpnProblem};
    /// assert!(Upn::read("r674 1231 01121").is_ok());
    /// assert_eq!(Upn::read("B207000016049"), Err(UpnProblem::Check));
    /// ```
    ///
    /// # Errors
    /// [`UpnProblem`]; format is looked at before the check letter.
    pub fn read(words: &str) -> Result<Self, UpnProblem> {
        let solid: Vec<u8> = words
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| u8::try_from(c.to_ascii_uppercase()).unwrap_or(b'?'))
            .collect();
        let upn = Self(solid.try_into().map_err(|_| UpnProblem::Format)?);
        let [check, digits @ .., last] = upn.0;
        let check = letter_worth(check).ok_or(UpnProblem::Format)?;
        let mut worths = Vec::with_capacity(12);
        for digit in digits {
            worths.push(digit_worth(digit).ok_or(UpnProblem::Format)?);
        }
        worths.push(
            digit_worth(last)
                .or_else(|| letter_worth(last))
                .ok_or(UpnProblem::Format)?,
        );
        // Weights run from 2 for the character after the check letter to 13.
        let sum: usize = (2..)
            .zip(worths)
            .map(|(weight, worth)| weight * worth)
            .sum();
        if sum % LETTERS.len() == check {
            Ok(upn)
        } else {
            Err(UpnProblem::Check)
        }
    }

    /// True while the pupil waits for a permanent UPN: the last character is a
    /// letter.
    pub const fn is_temporary(&self) -> bool {
        self.0[12].is_ascii_uppercase()
    }

    /// The 13 characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Upn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

// A UPN in a log would be personal data.
impl fmt::Debug for Upn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<upn>")
    }
}

fn digit_worth(byte: u8) -> Option<usize> {
    char::from(byte).to_digit(10).map(|digit| digit as usize)
}

fn letter_worth(byte: u8) -> Option<usize> {
    LETTERS.iter().position(|letter| *letter == byte)
}
