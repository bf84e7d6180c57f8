//! Chances by adding up thin slices under a curve. Curves that climb without
//! bound at an end are drawn over the angle `x = sin^2`, where they do not.

/// Slices; even, for Simpson's rule.
const SLICES: u32 = 800;

/// The area under `curve` from `from` to `to`, by Simpson's rule.
fn area(curve: impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    let width = (to - from) / f64::from(SLICES);
    let at = |slice: u32| curve(from + f64::from(slice) * width);
    let mut sum = at(0) + at(SLICES);
    for slice in 1..SLICES {
        sum += at(slice) * if slice % 2 == 1 { 4.0 } else { 2.0 };
    }
    sum * width / 3.0
}

/// The chance that a Beta(a, b) value is at most `x`, for `a, b` of at least a
/// half: one area over another, nothing else needed. The angle is walked along
/// slowly at both ends, so that roots there are smooth too.
fn at_most(x: f64, (a, b): (f64, f64)) -> f64 {
    let angle = |u: f64| {
        let way = u.powi(4) * (35.0 - 84.0 * u + 70.0 * u * u - 20.0 * u.powi(3));
        std::f64::consts::FRAC_PI_2 * way
    };
    let log = |angle: f64| {
        let part = |base: f64, power: f64| {
            if power < 1e-12 {
                0.0
            } else {
                power * base.ln()
            }
        };
        part(angle.sin(), 2.0 * a - 1.0) + part(angle.cos(), 2.0 * b - 1.0)
    };
    // Scaled by its own peak, so that nothing is too small for a number.
    let peak = ((2.0 * a - 1.0) / (2.0 * b - 1.0).max(1e-12)).sqrt().atan();
    let highest = log(peak);
    let curve = |u: f64| {
        let speed = (u * (1.0 - u)).powi(3);
        if speed > 0.0 {
            (log(angle(u)) - highest).exp() * speed
        } else {
            0.0
        }
    };
    let (mut low, mut high) = (0.0, 1.0);
    while high - low > 1e-15 {
        let middle = f64::midpoint(low, high);
        if angle(middle).sin().powi(2) < x {
            low = middle;
        } else {
            high = middle;
        }
    }
    let (below, above) = (area(curve, 0.0, low), area(curve, low, 1.0));
    below / (below + above)
}

fn shapes(before: (f64, f64), plan: (f64, f64), phi: f64) -> (f64, f64) {
    (0.5 + plan.0 / phi, 0.5 + before.0 / phi)
}

/// The chance that the rate in the plan is lower, from events and exposure.
pub fn rate_fell(before: (f64, f64), plan: (f64, f64), phi: f64) -> f64 {
    chance_ratio_below(before, plan, phi, 1.0)
}

/// The chance that the ratio of rates is below one given.
pub fn chance_ratio_below(before: (f64, f64), plan: (f64, f64), phi: f64, ratio: f64) -> f64 {
    let odds = ratio * plan.1 / before.1;
    at_most(odds / (1.0 + odds), shapes(before, plan, phi))
}

/// The chance that plan days are met more often, by going through every share
/// there may be before: of which `met` of `all` were met.
pub fn more_often(before: (u32, u32), plan: (u32, u32)) -> f64 {
    let curve = |(met, all): (u32, u32), share: f64| {
        share.powi(met.cast_signed()) * (1.0 - share).powi((all - met).cast_signed())
    };
    // Both distribution functions on one grid, slice by slice.
    let width = 1.0 / f64::from(2 * SLICES);
    let (mut all_plan, mut all_before, mut both) = (0.0, 0.0, 0.0);
    // Three-point Gauss slices are exact for the powers a slice can hold.
    let points = [
        (-0.6_f64.sqrt(), 5.0 / 9.0),
        (0.0, 8.0 / 9.0),
        (0.6_f64.sqrt(), 5.0 / 9.0),
    ];
    for slice in 0..2 * SLICES {
        let middle = (f64::from(slice) + 0.5) * width;
        let inner = |upto: f64| {
            let from = f64::from(slice) * width;
            let half = (upto - from) / 2.0;
            let at = |point: f64| curve(before, from + half * (1.0 + point));
            points
                .iter()
                .map(|(point, weight)| weight * at(*point))
                .sum::<f64>()
                * half
        };
        for (point, weight) in points {
            let share = middle + point * width / 2.0;
            let slice_area = weight * curve(plan, share) * width / 2.0;
            both += slice_area * (all_before + inner(share));
            all_plan += slice_area;
        }
        all_before += inner(f64::from(slice + 1) * width);
    }
    both / (all_plan * all_before)
}
