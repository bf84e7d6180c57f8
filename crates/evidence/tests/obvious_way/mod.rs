//! A second implementation in the most obvious way, and a die to draw with.

pub mod counting;
pub mod curves;

/// A die that always falls the same way (a linear congruence by Knuth).
pub struct Draw(u64);

impl Draw {
    pub const fn from(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to just below `sides`.
    pub fn below(&mut self, sides: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 32).unwrap();
        u32::try_from((u64::from(high) * u64::from(sides)) >> 32).unwrap()
    }
}
