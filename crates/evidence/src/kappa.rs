//! Allowing for days that follow each other being alike.

/// By how much a number of days is divided, because one day resembles the day
/// before it and so tells less than a fresh one.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Kappa(f64);

/// The allowance used for everything said to people: 1.5, which is
/// (1 + r) / (1 - r) for a correlation r of 0.20 from one day to the next,
/// about what is usual in records of single pupils. It is fixed, because twenty
/// days are too few to measure their own correlation.
pub const KAPPA: Kappa = Kappa(1.5);

impl Kappa {
    /// No allowance: days taken as unrelated. For checking against other
    /// software, never for people.
    pub const NONE: Self = Self(1.0);

    /// How many unrelated days so many days are worth.
    pub(crate) fn worth(self, days: u32) -> f64 {
        f64::from(days) / self.0
    }

    /// The bare number.
    pub const fn number(self) -> f64 {
        self.0
    }
}
