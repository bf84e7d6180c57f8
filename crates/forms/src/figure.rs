//! A number as somebody wrote it, kept exactly: no floating point, so 9.1 stays 9.1.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A number with at most two places after the point. Stored as it is said, `"9.5"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Figure {
    hundredths: i64,
}

/// Why a text is not a number of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadFigure {
    /// Anything but digits, with one point among them at most and a minus before.
    #[error("read a number: it is not written in digits")]
    NotDigits,
    /// More than two places after the point.
    #[error("read a number: it has more than two places after the point")]
    TooFine,
}

impl Figure {
    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self {
            hundredths: number.saturating_mul(100),
        }
    }

    /// In hundredths, for counting with it.
    pub const fn hundredths(self) -> i64 {
        self.hundredths
    }

    /// How many places after the point it needs: 0, 1 or 2.
    pub const fn places(self) -> u8 {
        match (self.hundredths % 100, self.hundredths % 10) {
            (0, _) => 0,
            (_, 0) => 1,
            _ => 2,
        }
    }
}

impl FromStr for Figure {
    type Err = BadFigure;

    fn from_str(text: &str) -> Result<Self, BadFigure> {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (below_nought, plain) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, after) = plain.split_once('.').unwrap_or((plain, "0"));
        // Twelve figures are more than anything in a school needs.
        if !digits(whole) || !digits(after) || whole.len() > 12 {
            return Err(BadFigure::NotDigits);
        }
        let after = after.trim_end_matches('0');
        if after.len() > 2 {
            return Err(BadFigure::TooFine);
        }
        let whole: i64 = whole.parse().map_err(|_| BadFigure::NotDigits)?;
        let part: i64 = format!("{after:0<2}")
            .parse()
            .map_err(|_| BadFigure::NotDigits)?;
        let hundredths = whole * 100 + part;
        Ok(Self {
            hundredths: if below_nought {
                -hundredths
            } else {
                hundredths
            },
        })
    }
}

impl TryFrom<String> for Figure {
    type Error = BadFigure;

    fn try_from(text: String) -> Result<Self, BadFigure> {
        text.parse()
    }
}

impl From<Figure> for String {
    fn from(figure: Figure) -> Self {
        figure.to_string()
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let (whole, part) = (
            self.hundredths.unsigned_abs() / 100,
            self.hundredths.unsigned_abs() % 100,
        );
        match self.places() {
            0 => write!(f, "{sign}{whole}"),
            1 => write!(f, "{sign}{whole}.{}", part / 10),
            _ => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

// A child's score must not reach a log through `{:?}`.
impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<figure>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_exactly_and_said_without_needless_noughts() {
        for (typed, said) in [
            ("9", "9"),
            ("009", "9"),
            ("9.5", "9.5"),
            ("9.50", "9.5"),
            ("23.05", "23.05"),
            ("0.10", "0.1"),
            ("-1.25", "-1.25"),
            ("-0", "0"),
        ] {
            let figure: Figure = typed.parse().unwrap();
            assert_eq!(figure.to_string(), said, "{typed}");
            assert_eq!(said.parse(), Ok(figure), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", "-", ".", "9.", ".5", "1,5", "nine", "1e3", "+4", "９", "1 2", "0x1",
        ] {
            assert_eq!(text.parse::<Figure>(), Err(BadFigure::NotDigits), "{text}");
        }
        assert_eq!("9".repeat(30).parse::<Figure>(), Err(BadFigure::NotDigits));
        assert_eq!("1.234".parse::<Figure>(), Err(BadFigure::TooFine));
    }
}
