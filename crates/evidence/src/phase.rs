//! The days of one phase: before the plan, or during it.

use crate::{
    mean::{mean, number, variance},
    median,
};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Better {
    /// Higher values are better: lessons settled.
    More,
    /// Lower values are better: times out of the room.
    Fewer,
}

impl Better {
    /// The value turned so that up is better.
    pub(crate) fn turned(self, value: f64) -> f64 {
        // Adding nought turns a negative nought into a plain one.
        match self {
            Self::More => value + 0.0,
            Self::Fewer => -value + 0.0,
        }
    }
}

/// Recorded values of one phase in the order of their days: at least one, all
/// of them numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase(Vec<f64>);

/// Why values do not make a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhaseProblem {
    /// No recorded day.
    #[error("read phase: no values")]
    Empty,
    /// Not a number, or without bound.
    #[error("read phase: value {place} is not a number")]
    NotANumber {
        /// Its place in the list, from 0.
        place: usize,
    },
}

impl Phase {
    /// Takes recorded values, missing days already left out.
    ///
    /// # Errors
    /// [`PhaseProblem`] if there is none, or one is not a finite number.
    pub fn new(values: Vec<f64>) -> Result<Self, PhaseProblem> {
        if values.is_empty() {
            return Err(PhaseProblem::Empty);
        }
        match values.iter().position(|value| !value.is_finite()) {
            Some(place) => Err(PhaseProblem::NotANumber { place }),
            None => Ok(Self(values)),
        }
    }

    /// The values, in the order of their days.
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// How many days were recorded.
    pub fn days(&self) -> usize {
        self.0.len()
    }

    /// The middle day.
    pub fn median(&self) -> f64 {
        // A phase has at least one value, so there is a median.
        median(&self.0).unwrap_or(f64::NAN)
    }

    /// The average day.
    pub fn mean(&self) -> f64 {
        mean(&self.0)
    }

    /// The standard deviation, over one less than the number of days. None
    /// for a single day.
    pub fn spread(&self) -> Option<f64> {
        variance(&self.0).map(f64::sqrt)
    }

    /// The variance of the average, taking days as unrelated.
    pub(crate) fn mean_variance(&self) -> Option<f64> {
        variance(&self.0).map(|variance| variance / number(self.0.len()))
    }

    /// The last `days` recorded days, or all of them if there are fewer.
    #[must_use]
    pub fn last(&self, days: usize) -> &[f64] {
        &self.0[self.0.len().saturating_sub(days)..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phase_has_values_and_all_of_them_are_numbers() {
        assert_eq!(Phase::new(vec![]), Err(PhaseProblem::Empty));
        assert_eq!(
            Phase::new(vec![1.0, f64::NAN]),
            Err(PhaseProblem::NotANumber { place: 1 })
        );
        assert_eq!(
            Phase::new(vec![f64::INFINITY]),
            Err(PhaseProblem::NotANumber { place: 0 })
        );
    }

    #[test]
    fn the_last_days_are_all_of_them_when_there_are_few() {
        let phase = Phase::new(vec![1.0, 2.0, 3.0]).unwrap();
        assert_eq!(phase.last(2), [2.0, 3.0]);
        assert_eq!(phase.last(10), [1.0, 2.0, 3.0]);
    }
}
