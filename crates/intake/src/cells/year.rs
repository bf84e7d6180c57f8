//! National curriculum years, as schools write them.

use std::fmt;

/// The year a pupil is taught in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearGroup {
    /// First year of nursery, N1.
    FirstNursery,
    /// Second year of nursery, N2.
    SecondNursery,
    /// Reception, R or 0.
    Reception,
    /// Years 1 to 14.
    Year(u8),
    /// Not following the national curriculum years, X.
    Ungraded,
}

impl YearGroup {
    /// Reads `7`, `Year 7`, `Yr7`, `Y7`, `R`, `N1`, `X` and the like; `None`
    /// for anything else.
    pub fn read(words: &str) -> Option<Self> {
        let lower = words.to_lowercase();
        // "yr" may be "Yr" and nothing more, or "Y" and "R": the longer first.
        ["year", "yr", "y", ""]
            .iter()
            .filter_map(|prefix| lower.strip_prefix(prefix))
            .find_map(|rest| Self::of_code(rest.trim()))
    }

    /// The code of the census, such as `7`, `R` or `N2`.
    pub fn code(self) -> String {
        self.to_string()
    }

    fn of_code(code: &str) -> Option<Self> {
        match code {
            "n1" => Some(Self::FirstNursery),
            "n2" => Some(Self::SecondNursery),
            "r" => Some(Self::Reception),
            "x" => Some(Self::Ungraded),
            _ if code.len() > 2 || !code.bytes().all(|byte| byte.is_ascii_digit()) => None,
            _ => match code.parse().ok()? {
                0 => Some(Self::Reception),
                year @ 1..=14 => Some(Self::Year(year)),
                _ => None,
            },
        }
    }
}

impl fmt::Display for YearGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstNursery => f.write_str("N1"),
            Self::SecondNursery => f.write_str("N2"),
            Self::Reception => f.write_str("R"),
            Self::Year(year) => write!(f, "{year}"),
            Self::Ungraded => f.write_str("X"),
        }
    }
}
