//! "How close are you to this goal today?", from 0 (not started) to 10 (fully
//! there). Pupil, parent and staff are each kept apart and never averaged: the
//! average wobbles less than one person, and the threshold is for one person.

/// One answer, 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Closeness(u8);

/// Off the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("rate goal: {0} is not from 0 to 10")]
pub struct OffTheScale(u8);

/// Points from which a change is more than ordinary wobble, for one goal and
/// one rater. Source: the threshold in NHS England's published code for
/// children's outcomes; Edbrooke-Childs and others 2015.
pub const CLEAR_POINTS: i8 = 3;

/// From one answer to a later one of the same person about the same goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CloserOrNot {
    /// Three points or more up.
    ClearlyCloser,
    /// One or two points up.
    ALittleCloser,
    /// The same.
    Same,
    /// One or two points down.
    ALittleAway,
    /// Three points or more down.
    MovedAway,
}

impl Closeness {
    /// An answer.
    ///
    /// # Errors
    /// [`OffTheScale`] above 10.
    pub const fn new(points: u8) -> Result<Self, OffTheScale> {
        if points > 10 {
            return Err(OffTheScale(points));
        }
        Ok(Self(points))
    }

    /// The bare number.
    pub const fn points(self) -> u8 {
        self.0
    }

    /// How a later answer compares.
    pub fn until(self, later: Self) -> CloserOrNot {
        let change = later.0.cast_signed() - self.0.cast_signed();
        match change {
            CLEAR_POINTS.. => CloserOrNot::ClearlyCloser,
            1.. => CloserOrNot::ALittleCloser,
            0 => CloserOrNot::Same,
            -2.. => CloserOrNot::ALittleAway,
            _ => CloserOrNot::MovedAway,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_points_are_more_than_a_wobble_and_two_are_not() {
        let until = |from, to| {
            Closeness::new(from)
                .unwrap()
                .until(Closeness::new(to).unwrap())
        };
        assert_eq!(until(3, 6), CloserOrNot::ClearlyCloser);
        assert_eq!(until(3, 5), CloserOrNot::ALittleCloser);
        assert_eq!(until(3, 3), CloserOrNot::Same);
        assert_eq!(until(5, 3), CloserOrNot::ALittleAway);
        assert_eq!(until(10, 0), CloserOrNot::MovedAway);
        assert_eq!(Closeness::new(11), Err(OffTheScale(11)));
    }
}
