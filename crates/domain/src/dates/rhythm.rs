//! How long a programme runs and when it is reviewed.

use super::{Counting, SchoolDays, WeekNumber, Weeks};

/// How long a programme runs, when it is reviewed on the way, and how it
/// counts. Chosen at the start and kept; an extension makes a new one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rhythm {
    length: Weeks,
    interim: Vec<WeekNumber>,
    counting: Counting,
}

/// What is wrong with a rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RhythmProblem {
    /// Not 6 to 26 weeks.
    #[error("check rhythm: length {0} is not 6 to 26 weeks")]
    Length(Weeks),
    /// A week that counts from fewer than one school day or more than five.
    #[error("check rhythm: a week that counts from {0} is not 1 to 5")]
    WeekCountsFrom(SchoolDays),
    /// Interim reviews out of order, doubled, or not before the final week.
    #[error("check rhythm: interim reviews do not rise to before the final week")]
    Interims,
    /// Longer than a programme may last, extension included.
    #[error("extend rhythm: {would_be} is more than {longest}")]
    TooLong {
        /// How long it would be.
        would_be: Weeks,
        /// How long it may be.
        longest: Weeks,
    },
    /// An extension of no weeks.
    #[error("extend rhythm: by no weeks")]
    NothingAdded,
}

impl RhythmProblem {
    /// What to do about it.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Length(_) => "Programme length must be between 6 and 26 weeks".into(),
            Self::WeekCountsFrom(_) => "School days in a week must be between 1 and 5".into(),
            Self::Interims => "Review weeks must be in order and before the last week".into(),
            Self::TooLong { longest, .. } => {
                format!("With its extension a programme can last at most {longest}")
            }
            Self::NothingAdded => "Enter how many weeks to add".into(),
        }
    }
}

impl Rhythm {
    /// A rhythm of `length` weeks (6 to 26), reviewed at the end of each
    /// `interim` week and at the end of the last.
    ///
    /// # Errors
    /// [`RhythmProblem`] for the first thing out of range.
    pub fn new(
        length: Weeks,
        interim: Vec<WeekNumber>,
        counting: Counting,
    ) -> Result<Self, RhythmProblem> {
        if !(6..=26).contains(&length.number()) {
            return Err(RhythmProblem::Length(length));
        }
        if !(1..=5).contains(&counting.enough.number()) {
            return Err(RhythmProblem::WeekCountsFrom(counting.enough));
        }
        let rising = interim.is_sorted_by(|a, b| a < b);
        let early = interim.iter().all(|week| week.weeks() < length);
        if rising && early {
            Ok(Self {
                length,
                interim,
                counting,
            })
        } else {
            Err(RhythmProblem::Interims)
        }
    }

    /// Twelve school weeks, reviewed in weeks 4 and 8.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            length: Weeks::new(12),
            interim: [4, 8].into_iter().filter_map(WeekNumber::new).collect(),
            counting: Counting::default(),
        }
    }

    /// Weeks from the start to the final review.
    pub const fn length(&self) -> Weeks {
        self.length
    }

    /// Weeks that end with an interim review, in order.
    pub fn interim(&self) -> &[WeekNumber] {
        &self.interim
    }

    /// How its weeks are counted.
    pub const fn counting(&self) -> Counting {
        self.counting
    }

    /// The week that ends with the final review.
    pub fn final_week(&self) -> WeekNumber {
        WeekNumber::last_of(self.length).unwrap_or(WeekNumber::FIRST)
    }

    /// The same rhythm, `by` weeks longer, its interim reviews unchanged.
    ///
    /// # Errors
    /// [`RhythmProblem::TooLong`] if that passes `longest`, the most weeks a
    /// programme may last in all; [`RhythmProblem::NothingAdded`] for no weeks.
    pub fn extended(&self, by: Weeks, longest: Weeks) -> Result<Self, RhythmProblem> {
        let would_be = self.length + by;
        if by == Weeks::ZERO {
            Err(RhythmProblem::NothingAdded)
        } else if would_be > longest {
            Err(RhythmProblem::TooLong { would_be, longest })
        } else {
            Ok(Self {
                length: would_be,
                ..self.clone()
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weeks(numbers: &[u8]) -> Vec<WeekNumber> {
        numbers
            .iter()
            .map(|n| WeekNumber::new(*n).unwrap())
            .collect()
    }

    #[test]
    fn the_standard_rhythm_is_one_that_would_be_accepted() {
        let standard = Rhythm::standard();
        let built = Rhythm::new(Weeks::new(12), weeks(&[4, 8]), Counting::default());
        assert_eq!(built, Ok(standard));
    }

    #[test]
    fn reviews_rise_and_come_before_the_final_week() {
        let with = |interim: &[u8]| {
            Rhythm::new(Weeks::new(12), weeks(interim), Counting::default()).map(|_| ())
        };
        assert_eq!(with(&[]), Ok(()));
        for wrong in [&[8, 4][..], &[4, 4], &[4, 12]] {
            assert_eq!(with(wrong), Err(RhythmProblem::Interims), "{wrong:?}");
        }
    }

    #[test]
    fn a_programme_lasts_6_to_26_weeks() {
        for length in [5, 27].map(Weeks::new) {
            let built = Rhythm::new(length, vec![], Counting::default());
            assert_eq!(built, Err(RhythmProblem::Length(length)));
        }
    }

    #[test]
    fn a_week_counts_from_one_to_five_school_days() {
        for enough in [0, 6].map(SchoolDays::new) {
            let counting = Counting {
                enough,
                ..Counting::default()
            };
            let built = Rhythm::new(Weeks::new(12), vec![], counting);
            assert_eq!(built, Err(RhythmProblem::WeekCountsFrom(enough)));
        }
    }

    #[test]
    fn an_extension_adds_weeks_up_to_the_longest_allowed() {
        let (standard, longest) = (Rhythm::standard(), Weeks::new(16));
        let longer = standard.extended(Weeks::new(4), longest);
        assert_eq!(longer.map(|rhythm| rhythm.length()), Ok(longest));
        let too_long = standard.extended(Weeks::new(5), longest).unwrap_err();
        assert_eq!(
            too_long.words(),
            "With its extension a programme can last at most 16 weeks"
        );
        assert_eq!(
            standard.extended(Weeks::ZERO, longest),
            Err(RhythmProblem::NothingAdded)
        );
    }
}
