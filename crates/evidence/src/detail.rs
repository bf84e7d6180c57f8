//! Statistics known from the literature, for the detail page and for checking
//! against other software. None of them is ever a headline, and those marked
//! so are shown nowhere: they have no known sampling error, or go by one name
//! with four meanings.

mod overlap;
mod response_ratio;
mod tau;

pub use overlap::{beyond_best, beyond_middle, improvement_rate_difference, sorted_apart};
pub use response_ratio::{Aspect, LogRatio, log_ratio};
pub use tau::{corrected_tau, corrected_tau_b, tau_u};

use crate::{Phase, mean::mean};

/// Percent of goal obtained, and its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalShare {
    /// `100 (mean_B - mean_A) / (goal - mean_A)`.
    pub percent: f64,
    /// `100 sqrt(V_A/m + V_B/n + share^2 V_A/m) / |goal - mean_A|`, as published
    /// software has it. It takes the way gone and the way to go as unrelated,
    /// though both start from the average before, so it is too wide while the
    /// record moves towards the goal. None when a phase has a single day.
    pub error: Option<f64>,
}

/// How much of the way from the average before to the goal the average in the
/// plan has gone, in percent. Below nought when it went the other way, above
/// 100 past the goal. None when the average before is the goal already.
/// Source: Ferron, Goldstein, Olszewski and Rohrer 2020. No range is shown
/// with it, so it is for the detail page only.
#[must_use]
pub fn goal_share(before: &Phase, plan: &Phase, goal: f64) -> Option<GoalShare> {
    let way = goal - before.mean();
    if way.abs() <= crate::TIE {
        return None;
    }
    let gone = (plan.mean() - before.mean()) / way;
    let error = before.mean_variance().zip(plan.mean_variance());
    Some(GoalShare {
        percent: 100.0 * gone,
        error: error.map(|(a, b)| 100.0 * (a + b + gone * gone * a).sqrt() / way.abs()),
    })
}

/// How alike one day is to the next within a phase, from about -1 to 1:
/// `r1 = sum (y_t - ybar)(y_t+1 - ybar) / sum (y_t - ybar)^2`. Biased low, by
/// about `(1 + 3 r) / n`, and far too uncertain in a short phase to correct
/// anything with. None when all days are equal, or there is only one.
#[must_use]
pub fn day_to_day(phase: &Phase) -> Option<f64> {
    let middle = mean(phase.values());
    let from_middle: Vec<f64> = phase.values().iter().map(|value| value - middle).collect();
    let all: f64 = from_middle.iter().map(|distance| distance * distance).sum();
    let neighbours: f64 = from_middle.windows(2).map(|pair| pair[0] * pair[1]).sum();
    let varies = from_middle
        .iter()
        .any(|distance| distance.abs() > crate::TIE);
    varies.then(|| neighbours / all)
}
