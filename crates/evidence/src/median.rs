//! The middle of some values, and how far they usually lie from it.

/// The middle value, or halfway between the middle two. None for no values.
///
/// ```
/// assert_eq!(evidence::median(&[3.0, 1.0, 2.0]), Some(2.0));
/// assert_eq!(evidence::median(&[1.0, 2.0]), Some(1.5));
/// assert_eq!(evidence::median(&[]), None);
/// ```
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (sorted.len().checked_sub(1)? / 2, sorted.len() / 2);
    Some(f64::midpoint(sorted[low], sorted[high]))
}

/// The usual wobble: the median distance from the median, times 1.4826 so that
/// on bell-shaped values it agrees with the standard deviation, yet one odd day
/// does not move it. None for no values.
#[must_use]
pub fn median_distance(values: &[f64]) -> Option<f64> {
    let middle = median(values)?;
    let distances: Vec<f64> = values.iter().map(|value| (value - middle).abs()).collect();
    median(&distances).map(|distance| 1.4826 * distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_odd_day_moves_neither_the_middle_nor_the_wobble() {
        let plain = [4.0, 5.0, 5.0, 6.0, 5.0];
        let odd = [4.0, 5.0, 5.0, 600.0, 5.0];
        assert_eq!(median(&plain), median(&odd));
        assert_eq!(median_distance(&plain), median_distance(&odd));
    }
}
