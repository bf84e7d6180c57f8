//! The fifth method of Newcombe (2006) for the share of better pairs.
//!
//! The ends are where the squared distance from the estimate equals the
//! variance such a share would have there, under a pair of exponential curves:
//!
//! ```text
//! f(x) = m n (estimate - x)^2 (2 - x)(1 + x) - z^2 x (1 - x) (2 + h + (1 + 2h) x (1 - x))
//! h    = (m + n) / 2 - 1
//! ```
//!
//! Numbers of days `m` and `n` need not be whole. At an estimate of 1 the factor
//! `1 - x` is divided out first: left in, it gives a false root at 1, and with
//! it the false certainty that other software shows there.

use crate::Interval;

/// Halvings of the search range; a hundred leave nothing to gain in an `f64`.
const HALVINGS: u32 = 100;

/// The range around an estimate strictly between 0 and 1, from numbers of days
/// before and in the plan.
pub(crate) fn between(estimate: f64, days: (f64, f64), z: f64) -> Interval {
    let f = |x: f64| {
        let distance = estimate - x;
        days.0 * days.1 * distance * distance * (2.0 - x) * (1.0 + x)
            - z * z * x * (1.0 - x) * spread(x, days)
    };
    Interval {
        lower: root(f, 0.0, estimate),
        upper: root(f, 1.0, estimate),
    }
}

/// The lower end at an estimate of 1. By symmetry, one less this is the upper
/// end at an estimate of 0.
pub(crate) fn lower_at_all(days: (f64, f64), z: f64) -> f64 {
    let f =
        |x: f64| days.0 * days.1 * (1.0 - x) * (2.0 - x) * (1.0 + x) - z * z * x * spread(x, days);
    root(f, 0.0, 1.0)
}

fn spread(x: f64, (m, n): (f64, f64)) -> f64 {
    let h = f64::midpoint(m, n) - 1.0;
    2.0 + h + (1.0 + 2.0 * h) * x * (1.0 - x)
}

/// Where `f` changes sign between `above`, where it is above nought, and
/// `below`, where it is below.
fn root(f: impl Fn(f64) -> f64, above: f64, below: f64) -> f64 {
    let (mut above, mut below) = (above, below);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(above, below);
        if f(middle) > 0.0 {
            above = middle;
        } else {
            below = middle;
        }
    }
    f64::midpoint(above, below)
}
