//! How much higher a day in the plan typically is, in the measure's own units.

use crate::{Phase, median};

/// The median of all differences between one plan day and one day before
/// (Hodges and Lehmann 1963). Above nought means higher in the plan, whichever
/// way is better. `median of all b_j - a_i`; always defined, because a phase has
/// at least one day.
#[must_use]
pub fn median_difference(before: &Phase, plan: &Phase) -> f64 {
    let differences: Vec<f64> = before
        .values()
        .iter()
        .flat_map(|before| plan.values().iter().map(move |plan| plan - before))
        .collect();
    // Both phases have at least one value, so there is a median.
    median(&differences).unwrap_or(f64::NAN)
}
