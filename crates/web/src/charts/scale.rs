//! The scale up the side of a chart: from nought to the real most, with a line at every step that people would name.

use super::drawing::times;

/// No more lines than this above nought.
const LINES: f64 = 7.0;

/// A scale from nought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    most: f64,
    step: f64,
    sign: &'static str,
}

impl Scale {
    /// A measure with a real most: lessons out of 5, a rating to 10.
    pub fn out_of(most: u8) -> Self {
        let most = f64::from(most.max(1));
        Self {
            most,
            step: steps().find(|step| fits(most, *step)).unwrap_or(most),
            sign: "",
        }
    }

    /// A share, 0% to 100%.
    pub const fn percent() -> Self {
        Self {
            most: 100.0,
            step: 20.0,
            sign: "%",
        }
    }

    /// A measure without a most, such as incidents or minutes: up to the first line at or above the largest value.
    pub fn up_to(largest: f64) -> Self {
        let largest = if largest.is_finite() {
            largest.max(1.0)
        } else {
            1.0
        };
        let step = steps().find(|step| (largest / step).ceil() <= LINES);
        let step = step.unwrap_or(largest);
        Self {
            most: (largest / step).ceil() * step,
            step,
            sign: "",
        }
    }

    /// The top of the scale.
    pub const fn most(self) -> f64 {
        self.most
    }

    /// Each line and what stands beside it.
    pub fn lines(self) -> impl Iterator<Item = (f64, String)> {
        let count = (0..).map(times);
        let levels = count.map(move |place| place * self.step);
        let levels = levels.take_while(move |level| *level <= self.most + self.step / 1000.0);
        levels.map(move |level| (level, format!("{level}{}", self.sign)))
    }
}

/// 1, 2, 5, 10, 20, 50 and so on.
fn steps() -> impl Iterator<Item = f64> {
    let tens = std::iter::successors(Some(1.0), |ten| Some(ten * 10.0)).take(9);
    tens.flat_map(|ten: f64| [ten, 2.0 * ten, 5.0 * ten])
}

/// Whether steps of this height are few enough and end on the most.
fn fits(most: f64, step: f64) -> bool {
    most / step <= LINES && (most % step).abs() < 1e-9
}
