//! The log response ratio, for research on counts and percentages. The product
//! compares counts by [`crate::RateChange`] instead.

use crate::{
    Better, Confidence, Interval, Phase, Scale,
    mean::{number, variance},
};

/// Which side of the record the ratio is of. The two agree for counts but for
/// their sign, and differ for percentages: 90% from 80% is little more of what
/// was there and half of what was missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Of what should grow; above nought is improvement.
    Increasing,
    /// Of what should shrink; below nought is improvement.
    Decreasing,
}

/// A bias-corrected log response ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRatio {
    /// The natural logarithm of plan over before.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

impl LogRatio {
    /// `value -+ z error`.
    pub fn interval(self, confidence: Confidence) -> Interval {
        let half = confidence.z() * self.error;
        Interval {
            lower: self.value - half,
            upper: self.value + half,
        }
    }

    /// The change in percent: `100 (e^value - 1)`.
    pub fn change_percent(self) -> f64 {
        100.0 * self.value.exp_m1()
    }
}

/// The log response ratio of one aspect.
///
/// ```text
/// M = max(mean, 1 / (2 D k))    V = max(variance, 1 / (D^2 k^3))    k days in the phase
/// LRR  = ln M_B + V_B / (2 n M_B^2) - ln M_A - V_A / (2 m M_A^2)
/// SE^2 = V_A / (m M_A^2) + V_B / (n M_B^2)
/// ```
///
/// `D` is 1 for counts, the observation intervals of a session for proportions
/// and a hundredth of them for percentages; where those are unknown nothing is
/// held up and an average of nought has no logarithm. A percentage or
/// proportion is turned to what is left of the whole when the aspect is not
/// the one that should change; a count changes sign instead. None for other
/// scales, for a phase with a single day, and where a logarithm does not
/// exist. Source: Pustejovsky 2015 and 2018.
#[must_use]
pub fn log_ratio(
    phases: (&Phase, &Phase),
    scale: Scale,
    better: Better,
    aspect: Aspect,
) -> Option<LogRatio> {
    let (before, plan) = phases;
    let wanted = match aspect {
        Aspect::Increasing => Better::More,
        Aspect::Decreasing => Better::Fewer,
    };
    let (whole, steps) = match scale {
        Scale::Other => return None,
        Scale::Count => (None, Some(1.0)),
        Scale::Percentage { intervals } => (Some(100.0), intervals.map(|count| count / 100.0)),
        Scale::Proportion { intervals } => (Some(1.0), intervals),
    };
    let turn = whole.filter(|_| wanted != better);
    let (a, b) = (part(before, turn, steps)?, part(plan, turn, steps)?);
    let value = b.mean.ln() + b.spread / 2.0 - a.mean.ln() - a.spread / 2.0;
    let sign = if whole.is_none() && wanted != better {
        -1.0
    } else {
        1.0
    };
    let ratio = LogRatio {
        value: sign * value,
        error: (a.spread + b.spread).sqrt(),
    };
    ratio.value.is_finite().then_some(ratio)
}

/// What one phase adds: its average, and `V / (k M^2)`.
struct Part {
    mean: f64,
    spread: f64,
}

fn part(phase: &Phase, turn: Option<f64>, steps: Option<f64>) -> Option<Part> {
    let days = number(phase.days());
    let mean = turn.map_or(phase.mean(), |whole| whole - phase.mean());
    let variance = variance(phase.values())?;
    let (least_mean, least_variance) = steps.map_or((0.0, 0.0), |steps| {
        (0.5 / (steps * days), 1.0 / (steps.powi(2) * days.powi(3)))
    });
    let (mean, variance) = (mean.max(least_mean), variance.max(least_variance));
    (mean > 0.0).then(|| Part {
        mean,
        spread: variance / (days * mean * mean),
    })
}
