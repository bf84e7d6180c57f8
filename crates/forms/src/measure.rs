//! What a number question takes: from where to where, how fine, and in what.

use serde::Deserialize;

use crate::figure::{BadFigure, Figure};
use crate::words::{Names, Words};

/// What a number may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The smallest, a whole number.
    pub least: i64,
    /// The largest, a whole number.
    pub most: i64,
    /// Places after the point: 0 to 2.
    pub decimals: u8,
    /// What is counted, if it has a word.
    pub unit: Option<Unit>,
}

/// The words after a number: for one of them, and for any other number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "(Words, Words)")]
pub struct Unit {
    /// "year".
    pub one: Words,
    /// "years".
    pub many: Words,
}

impl From<(Words, Words)> for Unit {
    fn from((one, many): (Words, Words)) -> Self {
        Self { one, many }
    }
}

impl Measure {
    /// Reads what was typed; the words to say if it does not do. The unit may be
    /// typed with it: "9.5 years".
    ///
    /// # Errors
    /// What to do about it, for the person who typed it.
    pub fn read(&self, typed: &str) -> Result<Figure, String> {
        let bare = self.without_unit(typed.trim());
        let figure = match bare.parse::<Figure>() {
            Ok(figure) if figure.places() <= self.decimals => figure,
            Ok(_) | Err(BadFigure::TooFine) => return Err(self.coarser()),
            Err(BadFigure::NotDigits) => {
                let such = if self.decimals == 0 { "12" } else { "9.5" };
                return Err(format!("Write a number in figures, like {such}"));
            }
        };
        let fits = Figure::whole(self.least) <= figure && figure <= Figure::whole(self.most);
        fits.then_some(figure)
            .ok_or_else(|| format!("Write a number from {} to {}", self.least, self.most))
    }

    fn coarser(&self) -> String {
        match self.decimals {
            0 => "Write a whole number, like 12".to_owned(),
            1 => "Use one figure after the point at most, like 9.5".to_owned(),
            _ => "Use two figures after the point at most, like 9.25".to_owned(),
        }
    }

    fn without_unit<'t>(&self, typed: &'t str) -> &'t str {
        let units = self.unit.iter().flat_map(|unit| [&unit.many, &unit.one]);
        let mut ends = units.filter_map(|unit| {
            let (number, word) =
                typed.split_at_checked(typed.len().checked_sub(unit.raw().len())?)?;
            word.eq_ignore_ascii_case(unit.raw())
                .then(|| number.trim_end())
        });
        ends.next().unwrap_or(typed)
    }

    /// A number with its unit: "9.5 years", "1 year", "45%".
    pub fn say(&self, figure: Figure, names: &Names) -> String {
        let Some(unit) = &self.unit else {
            return figure.to_string();
        };
        let word = if figure == Figure::whole(1) {
            unit.one.with(names)
        } else {
            unit.many.with(names)
        };
        let space = if word.starts_with('%') { "" } else { " " };
        format!("{figure}{space}{word}")
    }

    /// The word that stands after the box, if there is one.
    pub fn unit_words(&self, names: &Names) -> Option<String> {
        Some(self.unit.as_ref()?.many.with(names))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years() -> Measure {
        Measure {
            least: 3,
            most: 20,
            decimals: 1,
            unit: Some(("year".into(), "years".into()).into()),
        }
    }

    #[test]
    fn a_number_may_be_typed_with_its_unit() {
        for typed in [
            "9.5",
            " 9.5 ",
            "9.5 years",
            "9.5 Years",
            "9.5years",
            "9.5 year",
        ] {
            let read = years().read(typed).map(|figure| figure.to_string());
            assert_eq!(read.as_deref(), Ok("9.5"), "{typed}");
        }
    }

    #[test]
    fn what_does_not_do_is_refused_with_what_to_do() {
        for (typed, words) in [
            ("nine", "Write a number in figures, like 9.5"),
            ("9,5", "Write a number in figures, like 9.5"),
            ("9.25", "Use one figure after the point at most, like 9.5"),
            ("2.9", "Write a number from 3 to 20"),
            ("20.1", "Write a number from 3 to 20"),
        ] {
            assert_eq!(years().read(typed).unwrap_err(), words, "{typed}");
        }
        let whole = Measure {
            decimals: 0,
            ..years()
        };
        assert_eq!(
            whole.read("9.5").unwrap_err(),
            "Write a whole number, like 12"
        );
    }

    #[test]
    fn one_is_said_in_the_singular() {
        let names = Names::unnamed();
        assert_eq!(years().say(Figure::whole(1), &names), "1 year");
        assert_eq!(years().say(Figure::whole(9), &names), "9 years");
    }
}
