//! Rated lessons and breaks: how many points of how many, and how many were
//! rated at all.

use super::Proportion;

/// What a rating is worth: 0 not yet, 1 nearly, 2 met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(u8);

impl Points {
    /// Not yet.
    pub const NOT_YET: Self = Self(0);
    /// Nearly.
    pub const NEARLY: Self = Self(1);
    /// Met, the most one rating is worth.
    pub const MET: Self = Self(2);

    /// The number.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// What became of one lesson or break planned for rating one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// An adult who was there rated it.
    Rated(Points),
    /// It did not come up: the target had no place in that lesson.
    DidNotApply,
    /// Nobody said. Never nought.
    NotRated,
    /// The pupil was absent, suspended or somewhere else.
    PupilAway,
}

/// What slots add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SlotCount {
    points: u32,
    rated: u32,
    not_rated: u32,
    did_not_apply: u32,
    away: u32,
}

impl SlotCount {
    /// Adds up slots.
    pub fn of(slots: impl IntoIterator<Item = Slot>) -> Self {
        let mut sum = Self::default();
        for slot in slots {
            match slot {
                Slot::Rated(points) => {
                    sum.rated += 1;
                    sum.points += u32::from(points.number());
                }
                Slot::DidNotApply => sum.did_not_apply += 1,
                Slot::NotRated => sum.not_rated += 1,
                Slot::PupilAway => sum.away += 1,
            }
        }
        sum
    }

    /// Points of the points there could have been, over rated slots only: what
    /// was not rated, did not apply, or fell while the pupil was away is in
    /// neither figure.
    pub fn success(self) -> Proportion {
        Proportion::counted(self.points, self.rated * u32::from(Points::MET.number()))
    }

    /// Slots rated of those an adult could have rated.
    pub fn completeness(self) -> Proportion {
        Proportion::counted(self.rated, self.rated + self.not_rated)
    }

    /// Slots that fell while the pupil was away.
    pub const fn away(self) -> u32 {
        self.away
    }

    /// Slots in which the target did not come up.
    pub const fn did_not_apply(self) -> u32 {
        self.did_not_apply
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MET: Slot = Slot::Rated(Points::MET);
    const NEARLY: Slot = Slot::Rated(Points::NEARLY);
    const NOT_YET: Slot = Slot::Rated(Points::NOT_YET);

    #[test]
    fn success_counts_only_what_was_rated_while_the_pupil_was_there() {
        let day = SlotCount::of([
            MET,
            NEARLY,
            NOT_YET,
            Slot::DidNotApply,
            Slot::NotRated,
            Slot::PupilAway,
        ]);
        assert_eq!(day.success().to_string(), "3 of 6");
        assert_eq!(day.completeness().to_string(), "3 of 4");
    }

    #[test]
    fn a_suspended_day_is_no_failure() {
        let good = [MET, MET, NEARLY];
        let with_a_suspension = good.into_iter().chain([Slot::PupilAway; 6]);
        assert_eq!(
            SlotCount::of(good).success(),
            SlotCount::of(with_a_suspension).success()
        );
    }

    #[test]
    fn lessons_nobody_rated_have_no_success_rate() {
        let silent = SlotCount::of([Slot::NotRated; 5]);
        assert_eq!(silent.success().percent(), None);
        assert_eq!(silent.completeness().to_string(), "0 of 5");
    }
}
