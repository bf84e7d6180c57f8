//! Admission numbers and unique learner numbers, and what spreadsheets do to
//! them.

use std::fmt;

use crate::cells::typed::Typed;

/// A school's own number for a pupil, as written.
#[derive(Clone, PartialEq, Eq)]
pub struct Adno(String);

/// Why words are not an admission number: they are in scientific notation, so
/// that the last figures are gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("read admission number: scientific notation")]
pub struct Mangled;

impl Adno {
    /// Reads an admission number; `None` where the cell is blank. The `.0`
    /// that a spreadsheet may add is taken off.
    ///
    /// # Errors
    /// [`Mangled`].
    pub fn read(words: &str) -> Result<Option<Self>, Mangled> {
        let number = words.strip_suffix(".0").unwrap_or(words);
        if is_scientific(words) || is_scientific(number) {
            return Err(Mangled);
        }
        Ok(Typed::read(number).map(|number| Self(number.to_string())))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two admission numbers are compared by: leading zeros do not count,
    /// nor how many spaces stand between two parts of one.
    pub fn key(&self) -> String {
        let words: Vec<&str> = self.0.split_whitespace().collect();
        words.join(" ").trim_start_matches('0').to_owned()
    }
}

impl fmt::Debug for Adno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<admission number>")
    }
}

/// A unique learner number with a right check digit.
#[derive(Clone, PartialEq, Eq)]
pub struct Uln([u8; 10]);

impl Uln {
    /// Reads a ULN, or `None` if these are not ten figures whose weighted sum
    /// leaves 10 when divided by 11. Spaces do not matter.
    ///
    /// ```
    /// use intake::cells::number::Uln;
    /// assert!(Uln::read("9276308686").is_some());
    /// assert!(Uln::read("9276308685").is_none());
    /// ```
    pub fn read(words: &str) -> Option<Self> {
        let figures: Vec<u8> = words
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        let figures: [u8; 10] = figures.try_into().ok()?;
        let sum: u32 = (1..=10)
            .rev()
            .zip(figures)
            .map(|(weight, figure)| weight * u32::from(figure))
            .sum();
        (figures[0] != 0 && sum % 11 == 10).then_some(Self(figures))
    }
}

impl fmt::Display for Uln {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|figure| write!(f, "{figure}"))
    }
}

impl fmt::Debug for Uln {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<uln>")
    }
}

/// True for `4.1E+05`, `-1E5` and their like.
pub(crate) fn is_scientific(words: &str) -> bool {
    let words = words.strip_prefix(['+', '-']).unwrap_or(words);
    let Some((mantissa, exponent)) = words.split_once(['e', 'E']) else {
        return false;
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    [whole, fraction, exponent]
        .iter()
        .all(|part| is_figures(part))
}

/// True for one or more of 0 to 9 and nothing else.
pub(crate) fn is_figures(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
}
