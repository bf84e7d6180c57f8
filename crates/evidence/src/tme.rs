//! Target monitoring and evaluation: one line from 1 to 10 with where things
//! stood, what was expected, and where they are. An English simplification of
//! goal attainment scaling.

/// A place on the line from 1 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(u8);

/// Where a target stood, what was expected, and where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Monitored {
    baseline: Place,
    expected: Place,
    actual: Place,
}

/// How it came out against what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Against {
    /// Below where it stood.
    Worse,
    /// Where it stood.
    NoProgress,
    /// Between where it stood and what was expected.
    SomeProgress,
    /// What was expected.
    AsExpected,
    /// Beyond it.
    BetterThanExpected,
}

/// Why a target cannot be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlaceProblem {
    /// Off the line.
    #[error("place target: {0} is not on the line from 1 to 10")]
    OffTheLine(u8),
    /// What is expected is no better than where it stands.
    #[error("place target: what is expected does not lie beyond where it stands")]
    NothingExpected,
}

impl Place {
    /// A place.
    ///
    /// # Errors
    /// [`PlaceProblem::OffTheLine`] outside 1 to 10.
    pub const fn new(place: u8) -> Result<Self, PlaceProblem> {
        if place < 1 || place > 10 {
            return Err(PlaceProblem::OffTheLine(place));
        }
        Ok(Self(place))
    }
}

impl Monitored {
    /// Three places, what is expected beyond where it stands.
    ///
    /// # Errors
    /// [`PlaceProblem::NothingExpected`] otherwise.
    pub const fn new(
        baseline: Place,
        expected: Place,
        actual: Place,
    ) -> Result<Self, PlaceProblem> {
        if expected.0 <= baseline.0 {
            return Err(PlaceProblem::NothingExpected);
        }
        Ok(Self {
            baseline,
            expected,
            actual,
        })
    }

    /// The share of the expected way that was gone: `(A - B) / (E - B)`. Below
    /// nought when it went back, above 1 beyond what was expected. Never
    /// averaged over targets with different ways to go; show [`Self::against`].
    pub fn share(self) -> f64 {
        let place = |place: Place| f64::from(place.0);
        (place(self.actual) - place(self.baseline)) / (place(self.expected) - place(self.baseline))
    }

    /// The category to show.
    pub const fn against(self) -> Against {
        if self.actual.0 < self.baseline.0 {
            Against::Worse
        } else if self.actual.0 == self.baseline.0 {
            Against::NoProgress
        } else if self.actual.0 < self.expected.0 {
            Against::SomeProgress
        } else if self.actual.0 == self.expected.0 {
            Against::AsExpected
        } else {
            Against::BetterThanExpected
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(number: u8) -> Place {
        Place::new(number).unwrap()
    }

    #[test]
    fn the_five_categories_follow_the_line() {
        let against = |actual| {
            Monitored::new(place(3), place(7), place(actual))
                .unwrap()
                .against()
        };
        assert_eq!(against(2), Against::Worse);
        assert_eq!(against(3), Against::NoProgress);
        assert_eq!(against(6), Against::SomeProgress);
        assert_eq!(against(7), Against::AsExpected);
        assert_eq!(against(8), Against::BetterThanExpected);
    }

    #[test]
    fn half_of_the_way_is_half() {
        let half = Monitored::new(place(3), place(7), place(5)).unwrap();
        assert!((half.share() - 0.5).abs() < 1e-15);
    }

    #[test]
    fn places_off_the_line_and_nothing_expected_are_refused() {
        assert_eq!(Place::new(0), Err(PlaceProblem::OffTheLine(0)));
        assert_eq!(Place::new(11), Err(PlaceProblem::OffTheLine(11)));
        let flat = Monitored::new(place(5), place(5), place(6));
        assert_eq!(flat, Err(PlaceProblem::NothingExpected));
    }
}
