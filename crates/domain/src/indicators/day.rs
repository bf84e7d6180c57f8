//! Whether a day counts as recorded, and on how many recorded days a step was
//! met.

use std::collections::BTreeMap;

use super::{Percent, Proportion, Slot, SlotCount};
use crate::target::StepNumber;

/// What one day's slots amount to for one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayRecord {
    /// At least half of what could be rated was.
    Recorded {
        /// Points of those possible, over rated slots.
        success: Proportion,
    },
    /// Less than half was rated: a gap, not a bad day.
    TooFewRated {
        /// Slots rated of those that could be.
        rated: Proportion,
    },
    /// The pupil was away all day.
    PupilAway,
    /// The target did not come up all day, or nothing was planned.
    NothingToRate,
}

impl DayRecord {
    /// Reads one day's slots.
    pub fn of(slots: impl IntoIterator<Item = Slot>) -> Self {
        let count = SlotCount::of(slots);
        let rated = count.completeness();
        if rated.is_at_least(Percent::new(50)) {
            Self::Recorded {
                success: count.success(),
            }
        } else if rated.whole() > 0 {
            Self::TooFewRated { rated }
        } else if count.away() > 0 && count.did_not_apply() == 0 {
            Self::PupilAway
        } else {
            Self::NothingToRate
        }
    }
}

/// One recorded day held against the step in force that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepDay {
    /// The step was met.
    Met,
    /// It was not.
    NotMet,
}

/// Days met of days recorded, for each step of a target.
///
/// A day counts for the step that was in force on it and for no other: a lower
/// step later does not turn an earlier day into one that was met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DaysMet(BTreeMap<StepNumber, Proportion>);

impl DaysMet {
    /// Counts recorded days by the step then in force. Days without a record
    /// are left out by the caller.
    pub fn of(days: impl IntoIterator<Item = (StepNumber, StepDay)>) -> Self {
        let mut by_step = BTreeMap::new();
        for (step, day) in days {
            let met = u32::from(day == StepDay::Met);
            let so_far: &mut Proportion = by_step.entry(step).or_default();
            *so_far = *so_far + Proportion::counted(met, 1);
        }
        Self(by_step)
    }

    /// Days met of days recorded on a step.
    pub fn on_step(&self, step: StepNumber) -> Proportion {
        self.0.get(&step).copied().unwrap_or_default()
    }

    /// Each step that has recorded days, lowest first.
    pub fn steps(&self) -> impl Iterator<Item = (StepNumber, Proportion)> {
        self.0.iter().map(|(step, days)| (*step, *days))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Points, *};
    use crate::target::cast::{elsies_draft, target};

    const MET: Slot = Slot::Rated(Points::MET);

    #[test]
    fn a_day_is_recorded_once_half_of_what_could_be_rated_was() {
        let half = [MET, MET, Slot::NotRated, Slot::NotRated];
        assert!(matches!(DayRecord::of(half), DayRecord::Recorded { .. }));
        let less = [MET, MET, Slot::NotRated, Slot::NotRated, Slot::NotRated];
        let DayRecord::TooFewRated { rated } = DayRecord::of(less) else {
            panic!("two of five is less than half");
        };
        assert_eq!(rated.to_string(), "2 of 5");
    }

    #[test]
    fn lessons_missed_by_the_pupil_do_not_make_a_day_unrecorded() {
        let afternoon_away = [MET, Slot::PupilAway, Slot::PupilAway, Slot::PupilAway];
        assert!(matches!(
            DayRecord::of(afternoon_away),
            DayRecord::Recorded { .. }
        ));
    }

    #[test]
    fn a_day_away_and_a_day_on_which_nothing_came_up_are_told_apart() {
        assert_eq!(DayRecord::of([Slot::PupilAway; 5]), DayRecord::PupilAway);
        assert_eq!(
            DayRecord::of([Slot::DidNotApply; 5]),
            DayRecord::NothingToRate
        );
        assert_eq!(DayRecord::of([]), DayRecord::NothingToRate);
    }

    #[test]
    fn days_are_counted_for_the_step_in_force() {
        use StepDay::{Met, NotMet};
        let target = target(1, &elsies_draft());
        let [one, two, three] = [1, 2, 3].map(|n| target.ladder.number(n).unwrap());
        let days = [
            (one, NotMet),
            (one, Met),
            (one, Met),
            (two, NotMet),
            (two, Met),
        ];
        let days = DaysMet::of(days);
        assert_eq!(days.on_step(one).to_string(), "2 of 3");
        assert_eq!(days.on_step(two).to_string(), "1 of 2");
        assert_eq!(days.on_step(three), Proportion::NOTHING);
        assert_eq!(days.steps().count(), 2);
    }
}
