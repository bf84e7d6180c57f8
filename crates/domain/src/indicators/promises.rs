//! How much of what each side promised was delivered, adults first: a plan is
//! not judged before it is clear whether it was carried out.

use std::collections::BTreeMap;

use crate::commitment::{Party, Share, Tally};

/// What was delivered of what was promised, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delivered(BTreeMap<Party, Tally>);

/// Whether adults delivered enough of their promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// 70% or more.
    Enough,
    /// Less than 70%: said on the page before a programme is judged
    /// unsuccessful.
    NotFullyDelivered,
    /// No adult promised anything.
    NonePromised,
}

impl Delivered {
    /// The share below which support was not fully delivered.
    pub const ENOUGH: Share = Share(70);

    /// Adds up promises, each with its side.
    pub fn of(promises: impl IntoIterator<Item = (Party, Tally)>) -> Self {
        let mut by_party: BTreeMap<Party, Tally> = BTreeMap::new();
        for (party, tally) in promises {
            let so_far = by_party.entry(party).or_default();
            *so_far = *so_far + tally;
        }
        Self(by_party)
    }

    /// What one side delivered of what it promised.
    pub fn by(&self, party: Party) -> Tally {
        self.0.get(&party).copied().unwrap_or_default()
    }

    /// What adults delivered of what they promised, at school, at home and
    /// from outside together.
    pub fn by_adults(&self) -> Tally {
        let adults = self.0.iter().filter(|(party, _)| party.is_adult());
        adults.map(|(_, tally)| *tally).sum()
    }

    /// Whether adults delivered enough.
    pub fn support(&self) -> Support {
        match self.by_adults().share() {
            None => Support::NonePromised,
            Some(share) if share < Self::ENOUGH => Support::NotFullyDelivered,
            Some(_) => Support::Enough,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commitment::Delivery;

    fn school(kept: u32, promised: u32) -> Support {
        Delivered::of([(Party::School, Tally::times(kept, promised))]).support()
    }

    #[test]
    fn support_is_short_below_seventy_hundredths_and_not_at_them() {
        assert_eq!(school(7, 10), Support::Enough);
        assert_eq!(school(699, 1000), Support::NotFullyDelivered);
        assert_eq!(school(0, 0), Support::NonePromised);
    }

    #[test]
    fn what_the_pupil_did_makes_up_for_nothing_adults_did_not() {
        let delivered = Delivered::of([
            (Party::Pupil, Tally::times(100, 100)),
            (Party::School, Tally::from(Delivery::NotDone)),
            (Party::Family, Tally::from(Delivery::Done)),
            (Party::Agency, Tally::from(Delivery::Partly)),
        ]);
        assert_eq!(delivered.by_adults().words(), "1 and a half of 3");
        assert_eq!(delivered.support(), Support::NotFullyDelivered);
        assert_eq!(delivered.by(Party::Pupil).words(), "100 of 100");
    }
}
