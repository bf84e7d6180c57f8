//! The unique pupil number, with its check letter.

use std::{fmt, str::FromStr};

/// The letters a UPN uses: no I, O or S, which look like digits.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// A unique pupil number: check letter, eleven digits, and a digit or, while
/// temporary, a letter.
///
/// ```
/// use domain::pupil::Upn;
/// let upn: Upn = "a123456789012".parse()?;
/// assert_eq!(upn.as_str(), "A123456789012");
/// assert!("B123456789012".parse::<Upn>().is_err());
/// # Ok::<(), domain::pupil::UpnProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Upn(String);

/// Why a UPN was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UpnProblem {
    /// Not a letter, eleven digits, and a digit or letter.
    #[error("read upn: not a letter, 11 digits and a digit or letter")]
    WrongShape,
    /// The first letter does not agree with the rest.
    #[error("read upn: check letter is '{found}', the rest makes '{expected}'")]
    WrongLetter {
        /// The letter written.
        found: char,
        /// The letter the other twelve characters make.
        expected: char,
    },
}

impl UpnProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::WrongShape => "Enter a UPN of 13 characters, such as A123456789012",
            Self::WrongLetter { .. } => "Check the UPN: its first letter does not match the rest",
        }
    }
}

impl Upn {
    /// The number, letters in capitals.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a stand-in until the previous school sends the real one.
    pub fn is_temporary(&self) -> bool {
        self.0.ends_with(|c: char| c.is_ascii_alphabetic())
    }
}

impl FromStr for Upn {
    type Err = UpnProblem;

    fn from_str(raw: &str) -> Result<Self, UpnProblem> {
        let text: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
        let text = text.to_ascii_uppercase();
        let [check, body @ ..] = text.as_bytes() else {
            return Err(UpnProblem::WrongShape);
        };
        let found = letter_value(*check).ok_or(UpnProblem::WrongShape)?;
        let expected = check_value(body).ok_or(UpnProblem::WrongShape)?;
        if found == expected {
            return Ok(Self(text));
        }
        let letter = usize::try_from(expected).ok().and_then(|n| LETTERS.get(n));
        Err(UpnProblem::WrongLetter {
            found: char::from(*check),
            expected: char::from(*letter.unwrap_or(check)),
        })
    }
}

fn letter_value(letter: u8) -> Option<u32> {
    let index = LETTERS.iter().position(|l| *l == letter)?;
    u32::try_from(index).ok()
}

/// The check value of the twelve characters after the letter: each times its
/// weight, 2 to 13, and the sum modulo 23.
fn check_value(body: &[u8]) -> Option<u32> {
    let (last, digits) = body.split_last().filter(|_| body.len() == 12)?;
    let digit = |b: &u8| b.is_ascii_digit().then(|| u32::from(b - b'0'));
    let mut values = digits.iter().map(digit).collect::<Option<Vec<u32>>>()?;
    values.push(digit(last).or_else(|| letter_value(*last))?);
    let sum: u32 = values
        .iter()
        .zip(2..)
        .map(|(value, weight)| value * weight)
        .sum();
    Some(sum % 23)
}

impl fmt::Display for Upn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// A pupil's number must not reach a log through `{:?}`.
impl fmt::Debug for Upn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<upn>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_published_as_examples_are_accepted() {
        for upn in [
            "A123456789012",
            "B801200005001",
            "R674123101121",
            "H801200001001",
        ] {
            assert_eq!(upn.parse::<Upn>().unwrap().as_str(), upn);
        }
        assert!("V99820011401A".parse::<Upn>().unwrap().is_temporary());
    }

    #[test]
    fn a_wrong_check_letter_is_refused_and_the_right_one_named() {
        let wrong = UpnProblem::WrongLetter {
            found: 'B',
            expected: 'P',
        };
        assert_eq!("B207000016049".parse::<Upn>(), Err(wrong));
    }

    #[test]
    fn anything_of_another_shape_is_refused() {
        for wrong in [
            "",
            "A12345678901",
            "A1234567890123",
            "I123456789012",
            "A12345678901S",
            "AA23456789012",
            "A12345678901٣",
        ] {
            assert_eq!(wrong.parse::<Upn>(), Err(UpnProblem::WrongShape), "{wrong}");
        }
    }

    #[test]
    fn every_single_digit_slip_is_noticed() {
        let good = "R674123101121";
        for place in 1..13 {
            for digit in '0'..='9' {
                let mut slip: Vec<char> = good.chars().collect();
                slip[place] = digit;
                let slip: String = slip.into_iter().collect();
                assert_eq!(slip.parse::<Upn>().is_ok(), slip == good, "{slip}");
            }
        }
    }
}
