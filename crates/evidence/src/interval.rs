//! Ranges of values that would not be surprising.

pub(crate) mod newcombe;

/// How wide a range is cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Ninety ranges in a hundred hold the true value: one in twenty misses on
    /// each side. Used for everything said to people.
    Ninety,
    /// Ninety-five in a hundred.
    NinetyFive,
}

impl Confidence {
    /// The share left out below, and the same above.
    pub(crate) const fn tail(self) -> f64 {
        match self {
            Self::Ninety => 0.05,
            Self::NinetyFive => 0.025,
        }
    }

    /// The point of the bell curve with the same share on each side.
    pub(crate) const fn z(self) -> f64 {
        match self {
            Self::Ninety => 1.644_853_626_951_472_2,
            Self::NinetyFive => 1.959_963_984_540_054,
        }
    }
}

/// A range, both ends included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

impl Interval {
    /// From end to end.
    pub fn width(self) -> f64 {
        self.upper - self.lower
    }

    /// Whether `value` lies in it.
    pub fn contains(self, value: f64) -> bool {
        (self.lower..=self.upper).contains(&value)
    }
}
