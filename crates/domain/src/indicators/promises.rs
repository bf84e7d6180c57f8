//! How much of what each side promised was delivered, adults first: a plan is
//! not judged before it is clear whether it was carried out.
//!
//! Every promise weighs the same. A promise that is counted in times, 150 of
//! 150, is one promise kept, and makes up for none that was not.

use std::collections::BTreeMap;

use crate::{
    commitment::{Party, Portion, Tally},
    id::CommitmentId,
};

/// What one meeting settled about one promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// The promise.
    pub promise: CommitmentId,
    /// The side that made it.
    pub party: Party,
    /// How far it was kept.
    pub tally: Tally,
}

/// What was delivered of what was promised, promise by promise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delivered(BTreeMap<CommitmentId, (Party, Vec<Portion>)>);

/// How far some promises were kept together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptOf {
    /// How many promises were gone through.
    pub promises: usize,
    /// The mean of their shares; nothing without promises.
    pub share: Option<Portion>,
}

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
    pub const ENOUGH: Portion = Portion::hundredths(70);

    /// Puts together what meetings settled, promise by promise.
    pub fn of(settled: impl IntoIterator<Item = Settled>) -> Self {
        let mut promises: BTreeMap<CommitmentId, (Party, Vec<Portion>)> = BTreeMap::new();
        for one in settled {
            let portion = one.tally.portion();
            let known = promises.entry(one.promise);
            known.or_insert((one.party, Vec::new())).1.extend(portion);
        }
        promises.retain(|_, (_, shares)| !shares.is_empty());
        Self(promises)
    }

    /// Whether no promise was gone through yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How far one side kept its promises.
    pub fn by(&self, party: Party) -> KeptOf {
        self.by_those(|one| one == party)
    }

    /// How far adults kept their promises, at school, at home and from outside
    /// together.
    pub fn by_adults(&self) -> KeptOf {
        self.by_those(Party::is_adult)
    }

    /// The share of each promise over all meetings first, then the mean of them.
    fn by_those(&self, whose: impl Fn(Party) -> bool) -> KeptOf {
        let theirs = self.0.values().filter(|(party, _)| whose(*party));
        let each: Vec<Portion> = theirs.filter_map(|(_, all)| Portion::mean(all)).collect();
        KeptOf {
            promises: each.len(),
            share: Portion::mean(&each),
        }
    }

    /// Whether adults delivered enough.
    pub fn support(&self) -> Support {
        match self.by_adults().share {
            None => Support::NonePromised,
            Some(share) if share < Self::ENOUGH => Support::NotFullyDelivered,
            Some(_) => Support::Enough,
        }
    }
}

impl KeptOf {
    /// "83%", or nothing when nothing was promised.
    pub fn words(self) -> Option<String> {
        self.share.map(|share| share.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commitment::Delivery;

    fn settled(promise: u128, party: Party, tally: impl Into<Tally>) -> Settled {
        Settled {
            promise: CommitmentId::new(uuid::Uuid::from_u128(promise)),
            party,
            tally: tally.into(),
        }
    }

    fn school(kept: u32, promised: u32) -> Support {
        let tally = Tally::times(kept, promised);
        Delivered::of([settled(1, Party::School, tally)]).support()
    }

    #[test]
    fn support_is_short_below_seventy_hundredths_and_not_at_them() {
        assert_eq!(school(7, 10), Support::Enough);
        assert_eq!(school(699, 1000), Support::NotFullyDelivered);
        assert_eq!(school(0, 0), Support::NonePromised);
    }

    #[test]
    fn thirds_that_come_to_seventy_hundredths_are_enough() {
        let thirds = [(1, 3), (2, 3), (1, 2), (1, 1), (1, 1)];
        let each = (1_u128..).zip(thirds);
        let each = each.map(|(n, (kept, of))| settled(n, Party::School, Tally::times(kept, of)));
        assert_eq!(Delivered::of(each).support(), Support::Enough);
    }

    #[test]
    fn one_promise_counted_in_many_times_makes_up_for_no_other() {
        let delivered = Delivered::of([
            settled(1, Party::School, Delivery::NotDone),
            settled(2, Party::Agency, Delivery::NotDone),
            settled(3, Party::School, Tally::times(150, 150)),
        ]);
        assert_eq!(delivered.by_adults().words().as_deref(), Some("33%"));
        assert_eq!(delivered.support(), Support::NotFullyDelivered);
    }

    #[test]
    fn one_meeting_that_counted_many_times_makes_up_for_no_other_meeting() {
        let delivered = Delivered::of([
            settled(1, Party::School, Tally::times(150, 150)),
            settled(1, Party::School, Delivery::NotDone),
        ]);
        assert_eq!(delivered.by(Party::School).words().as_deref(), Some("50%"));
    }

    #[test]
    fn what_the_pupil_did_makes_up_for_nothing_adults_did_not() {
        let delivered = Delivered::of([
            settled(1, Party::Pupil, Tally::times(100, 100)),
            settled(2, Party::School, Delivery::NotDone),
            settled(3, Party::Family, Delivery::Done),
            settled(4, Party::Agency, Delivery::Partly),
        ]);
        assert_eq!(delivered.by_adults().words().as_deref(), Some("50%"));
        assert_eq!(delivered.by_adults().promises, 3);
        assert_eq!(delivered.support(), Support::NotFullyDelivered);
        assert_eq!(delivered.by(Party::Pupil).words().as_deref(), Some("100%"));
    }
}
