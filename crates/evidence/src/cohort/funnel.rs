//! How far from the overall share chance alone takes a school of a given size.
//! A point outside the outer limits is a question, not a failing.

use crate::special::{beta_share, poisson_share};

/// The limits for one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelLimits {
    /// One in a thousand below.
    pub lowest: f64,
    /// One in forty below.
    pub low: f64,
    /// One in forty above.
    pub high: f64,
    /// One in a thousand above.
    pub highest: f64,
}

/// Why there are no limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FunnelProblem {
    /// The overall share is not between 0 and 1.
    #[error("draw funnel: the overall share is not from 0 to 1")]
    Target,
    /// There is nobody.
    #[error("draw funnel: nobody, or nothing expected")]
    Size,
}

/// The tails, from the lowest limit to the highest.
const TAILS: [f64; 4] = [0.001, 0.025, 0.975, 0.999];

/// Pupils, plans or the like below which no school is plotted.
pub const FEWEST_PLOTTED: u32 = 10;

/// The limits for a share, from an overall share `target` and a size.
///
/// Exact binomial limits, interpolated: for tail `p`, `r` is the smallest whole
/// number with `F(r) > p`, `alpha = (F(r) - p) / (F(r) - F(r - 1))` and the
/// limit is `(r - alpha) / n`, held to 0 to 1. Source: Spiegelhalter 2005.
///
/// # Errors
/// [`FunnelProblem`] for a share outside 0 to 1 or a size of nought.
pub fn share_limits(target: f64, size: u32) -> Result<FunnelLimits, FunnelProblem> {
    if !(0.0..=1.0).contains(&target) {
        return Err(FunnelProblem::Target);
    }
    if size == 0 {
        return Err(FunnelProblem::Size);
    }
    let n = f64::from(size);
    let at_most = |r: u32| match r {
        _ if r >= size => 1.0,
        // At most r of n: a Beta(n - r, r + 1) value at most 1 - target.
        _ => beta_share(1.0 - target, (n - f64::from(r), f64::from(r) + 1.0)),
    };
    let limit = |tail| (interpolated(at_most, tail, size) / n).clamp(0.0, 1.0);
    let [lowest, low, high, highest] = TAILS.map(limit);
    Ok(FunnelLimits {
        lowest,
        low,
        high,
        highest,
    })
}

/// The limits for a number of events over the number expected, the same way
/// from the Poisson distribution, held to nought and above. 1 is as expected.
///
/// # Errors
/// [`FunnelProblem::Size`] unless something finite is expected.
pub fn expected_limits(expected: f64) -> Result<FunnelLimits, FunnelProblem> {
    if !(expected.is_finite() && expected > 0.0) {
        return Err(FunnelProblem::Size);
    }
    let at_most = |r: u32| poisson_share(f64::from(r), expected);
    let limit = |tail| (interpolated(at_most, tail, u32::MAX) / expected).max(0.0);
    let [lowest, low, high, highest] = TAILS.map(limit);
    Ok(FunnelLimits {
        lowest,
        low,
        high,
        highest,
    })
}

/// `r - alpha` for one tail.
fn interpolated(at_most: impl Fn(u32) -> f64, tail: f64, most: u32) -> f64 {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low + (high - low) / 2;
        if at_most(middle) > tail {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    let here = at_most(low);
    let below = low.checked_sub(1).map_or(0.0, &at_most);
    f64::from(low) - (here - tail) / (here - below)
}

/// How much more the schools' distances (in standard errors) vary than chance
/// makes them, for widening the limits: the mean of their squares after the
/// top and bottom tenth are pulled in. None when they do not vary more than
/// chance allows for so many schools (`phi > 1 + 2 sqrt(2 / I)`), and for none.
/// Source: Spiegelhalter 2005.
#[must_use]
pub fn overdispersion(distances: &[f64]) -> Option<f64> {
    let schools = crate::mean::number(distances.len());
    let mut sorted = distances.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (quantile(&sorted, 0.1)?, quantile(&sorted, 0.9)?);
    let squares: f64 = sorted.iter().map(|z| z.clamp(low, high).powi(2)).sum();
    let phi = squares / schools;
    (phi > 1.0 + 2.0 * (2.0 / schools).sqrt()).then_some(phi)
}

/// Limits with their distance from the middle multiplied by `sqrt(phi)`, held
/// to nought and above.
#[must_use]
pub fn widened(limits: FunnelLimits, middle: f64, phi: f64) -> FunnelLimits {
    let wide = |limit: f64| (middle + (limit - middle) * phi.sqrt()).max(0.0);
    FunnelLimits {
        lowest: wide(limits.lowest),
        low: wide(limits.low),
        high: wide(limits.high),
        highest: wide(limits.highest),
    }
}

/// The value a share of the way through sorted values, between neighbours.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share * crate::mean::number(last);
    let below = (0..=last)
        .rev()
        .find(|place_below| crate::mean::number(*place_below) <= place)?;
    let above = sorted[(below + 1).min(last)];
    let part = place - crate::mean::number(below);
    Some(sorted[below] + part * (above - sorted[below]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_draw_in_as_a_school_grows() {
        let width = |size| share_limits(0.3, size).map(|l| l.high - l.low).unwrap();
        assert!(width(20) > width(40) && width(40) > width(400));
    }

    #[test]
    fn limits_of_events_stand_around_as_expected() {
        let limits = expected_limits(25.0).unwrap();
        assert!(limits.lowest < limits.low && limits.low < 1.0);
        assert!(limits.highest > limits.high && limits.high > 1.0);
        assert_eq!(expected_limits(0.0), Err(FunnelProblem::Size));
    }

    #[test]
    fn a_share_of_none_or_all_keeps_the_limits_on_the_scale() {
        let none = share_limits(0.0, 10).unwrap();
        assert!(none.lowest.abs() < 1e-15 && none.highest < 1e-9);
        assert!(share_limits(1.0, 10).unwrap().highest > 0.9);
        assert_eq!(share_limits(1.1, 10), Err(FunnelProblem::Target));
        assert_eq!(share_limits(0.1, 0), Err(FunnelProblem::Size));
    }

    #[test]
    fn only_schools_that_vary_more_than_chance_widen_the_limits() {
        let calm: Vec<f64> = (-10..=10).map(|z| f64::from(z) / 10.0).collect();
        let wild: Vec<f64> = calm.iter().map(|z| z * 4.0).collect();
        assert_eq!(overdispersion(&calm), None);
        assert!(overdispersion(&wild).unwrap() > 3.0);
        assert_eq!(overdispersion(&[]), None);
    }
}
