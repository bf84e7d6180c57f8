//! Chance that comes out the same each time, so that pictures stay: made from
//! the words it is asked with.

/// A number from nought to below one.
pub fn draw(seed: &str) -> f64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in seed.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 29;
    hash = hash.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^= hash >> 32;
    let high = u32::try_from(hash >> 32).unwrap_or_default();
    f64::from(high) / (f64::from(u32::MAX) + 1.0)
}

/// A place in a list of so many; nought for an empty one.
pub fn pick(seed: &str, of: usize) -> usize {
    let most = u32::try_from(of).unwrap_or(u32::MAX);
    let share = draw(seed) * f64::from(most);
    (0..of)
        .rev()
        .find(|place| u32::try_from(*place).is_ok_and(|place| f64::from(place) <= share))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_draw_the_same_and_others_spread_out() {
        assert_eq!(draw("Rowan p1").to_bits(), draw("Rowan p1").to_bits());
        let mut counts = [0_u32; 4];
        for number in 0..400 {
            counts[pick(&format!("Rowan {number}"), 4)] += 1;
        }
        assert!(counts.iter().all(|count| *count > 60), "{counts:?}");
    }
}
