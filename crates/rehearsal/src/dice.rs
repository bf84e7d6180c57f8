//! Chance that comes out the same each time, and ids made with it.

use domain::id::Id;
use jiff::Timestamp;

/// A run of chance (SplitMix64). Not secret, and never used for anything that is.
#[derive(Debug, Clone)]
pub(crate) struct Dice {
    state: u64,
    made: u16,
}

impl Dice {
    /// The run of one school.
    pub const fn of(seed: u64, school: u32) -> Self {
        let state = seed.wrapping_mul(0xA076_1D64_78BD_642F) ^ ((school as u64) << 32);
        Self { state, made: 0 }
    }

    pub const fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, but not, `most`.
    pub fn below(&mut self, most: usize) -> usize {
        let most = u64::try_from(most.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.number() % most).unwrap_or_default()
    }

    /// Whether a thing that happens one time in `times` happens now.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of some.
    pub fn pick<T: Copy, const N: usize>(&mut self, from: &[T; N]) -> T {
        from[self.below(N)]
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        for chunk in bytes.chunks_mut(8) {
            let number = self.number().to_be_bytes();
            chunk.copy_from_slice(&number[..chunk.len()]);
        }
        bytes
    }

    /// An id as it would have been made at an instant; one made later is higher,
    /// up to four thousand of one instant.
    pub fn id<K>(&mut self, at: Timestamp) -> Id<K> {
        self.made = (self.made + 1) % 4096;
        let mut bytes = self.bytes::<10>();
        bytes[..2].copy_from_slice(&self.made.to_be_bytes());
        let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
        Id::new(uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_has_a_run_of_its_own_that_comes_out_the_same() {
        let run = |seed, school| Dice::of(seed, school).bytes::<16>();
        assert_eq!(run(1, 1), run(1, 1));
        assert_ne!(run(1, 1), run(1, 2));
        assert_ne!(run(1, 1), run(2, 1));
    }

    #[test]
    fn ids_made_in_turn_are_in_order() {
        let mut dice = Dice::of(1, 1);
        let at = Timestamp::UNIX_EPOCH;
        let ids: Vec<domain::id::NoteId> = (0..50).map(|_| dice.id(at)).collect();
        assert!(ids.is_sorted());
    }
}
