//! The few special functions the comparisons of counts and of days need. All
//! but the inverse come from the crate `statrs`; the inverse is found by
//! halving, because a ready-made one carries about six digits near nought and a
//! ratio of two rare counts lives there.

use statrs::function::{beta, gamma};

/// The regularised incomplete beta function `I(x; a, b)`: the chance that a
/// Beta(a, b) value is at most `x`. For `a, b > 0`; `x` outside 0 to 1 counts
/// as the nearer end. Not a number if `a` or `b` is not above nought.
pub(crate) fn beta_share(x: f64, (a, b): (f64, f64)) -> f64 {
    beta::checked_beta_reg(a, b, x.clamp(0.0, 1.0)).unwrap_or(f64::NAN)
}

/// The value below which a Beta(a, b) value lies with chance `share`, to the
/// last bit that `f64` has, near nought too.
pub(crate) fn beta_quantile(share: f64, shape: (f64, f64)) -> f64 {
    halve(|x| beta_share(x, shape) < share, 0.0, 1.0)
}

/// The natural logarithm of the beta function, for `a, b > 0`.
pub(crate) fn ln_beta(a: f64, b: f64) -> f64 {
    gamma::ln_gamma(a) + gamma::ln_gamma(b) - gamma::ln_gamma(a + b)
}

/// The chance of at most `events` when `expected` are expected (Poisson).
/// `expected` is above nought.
pub(crate) fn poisson_share(events: f64, expected: f64) -> f64 {
    gamma::checked_gamma_ur(events + 1.0, expected).unwrap_or(f64::NAN)
}

/// Where `is_low` turns from true at `low` to false at `high`, to the last bit.
/// The search for a value near nought takes more steps than bits of a number.
fn halve(is_low: impl Fn(f64) -> bool, low: f64, high: f64) -> f64 {
    const STEPS: u32 = 1100;
    let (mut low, mut high) = (low, high);
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if is_low(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_undoes_the_share_in_the_middle_and_in_the_tails() {
        for shape in [(0.5, 0.5), (0.5, 80.0), (3.0, 7.5), (120.0, 90.0)] {
            for share in [1e-6, 0.025, 0.05, 0.5, 0.95, 0.975] {
                let x = beta_quantile(share, shape);
                let back = beta_share(x, shape);
                assert!(
                    (back / share - 1.0).abs() < 1e-11,
                    "{shape:?} {share} {back}"
                );
            }
        }
    }

    #[test]
    fn shares_of_simple_shapes_are_what_algebra_says() {
        // I(x; 1, b) = 1 - (1 - x)^b; I(x; a, 1) = x^a.
        assert!((beta_share(0.3, (1.0, 4.0)) - (1.0 - 0.7_f64.powi(4))).abs() < 1e-14);
        assert!((beta_share(0.3, (5.0, 1.0)) - 0.3_f64.powi(5)).abs() < 1e-14);
        // I(x; 1/2, 1/2) = 2/pi asin(sqrt x).
        let arc = 2.0 / std::f64::consts::PI * 0.2_f64.sqrt().asin();
        assert!((beta_share(0.2, (0.5, 0.5)) - arc).abs() < 1e-14);
        assert!((poisson_share(1.0, 2.0) - 3.0 * (-2.0_f64).exp()).abs() < 1e-14);
    }

    #[test]
    fn shapes_that_are_not_above_nought_have_no_share() {
        assert!(beta_share(0.5, (0.0, 1.0)).is_nan());
    }
}
