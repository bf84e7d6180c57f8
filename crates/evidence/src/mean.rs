//! The average of some values, how far they spread, and counts as numbers.

/// The average. Not a number for no values.
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / number(values.len())
}

/// The average squared distance from the average, over one less than the count
/// of values. None for fewer than two.
pub(crate) fn variance(values: &[f64]) -> Option<f64> {
    let middle = mean(values);
    let squares: f64 = values.iter().map(|value| (value - middle).powi(2)).sum();
    (values.len() > 1).then(|| squares / (number(values.len()) - 1.0))
}

/// A count as a number. Exact below 2^32.
pub(crate) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A whole number as a number. Exact below 2^53, which counts of pairs of
/// school days never reach.
#[expect(clippy::cast_precision_loss, reason = "counts of pairs of school days")]
pub(crate) const fn whole(number: i64) -> f64 {
    number as f64
}
