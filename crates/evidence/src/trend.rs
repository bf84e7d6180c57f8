//! A straight line through days that one odd day does not bend.

use crate::median;

/// Days from which a line is drawn or read forward.
pub(crate) const FEWEST: usize = 6;

/// A straight line: `intercept + slope * time`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Units a step of time.
    pub slope: f64,
    /// The value at time nought.
    pub intercept: f64,
}

impl Line {
    /// The value of the line at a time.
    pub fn at(self, time: f64) -> f64 {
        self.intercept + self.slope * time
    }
}

/// The line of Theil and Sen through points of time and value.
///
/// `slope = median over i < j of (y_j - y_i) / (t_j - t_i)`,
/// `intercept = median of (y_i - slope t_i)`. Pairs at the same time have no
/// slope and are left out. None without two different times. Source: Theil
/// 1950, Sen 1968. With fewer than six days it is arithmetic, not evidence:
/// no page draws it then.
#[must_use]
pub fn theil_sen(points: &[(f64, f64)]) -> Option<Line> {
    let mut slopes = Vec::new();
    for (place, (time, value)) in points.iter().enumerate() {
        for (later, after) in &points[place + 1..] {
            let apart = later - time;
            if apart.abs() > 0.0 {
                slopes.push((after - value) / apart);
            }
        }
    }
    let slope = median(&slopes)?;
    let starts: Vec<f64> = points
        .iter()
        .map(|(time, value)| value - slope * time)
        .collect();
    let intercept = median(&starts)?;
    Some(Line { slope, intercept })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_odd_day_does_not_bend_the_line() {
        let mut points: Vec<(f64, f64)> =
            (1..=9).map(|t| (f64::from(t), f64::from(2 * t))).collect();
        points[4].1 = 500.0;
        let line = theil_sen(&points).unwrap();
        assert!((line.slope - 2.0).abs() < 1e-12);
        assert!((line.at(9.0) - 18.0).abs() < 1e-12);
    }

    #[test]
    fn a_single_day_or_days_all_at_one_time_have_no_line() {
        assert_eq!(theil_sen(&[(1.0, 3.0)]), None);
        assert_eq!(theil_sen(&[(1.0, 3.0), (1.0, 5.0)]), None);
    }
}
