//! Steps reached, as tiny stairs: one flight a target, side by side. Solid is reached, pale is the step being worked on.

use super::drawing::{Caption, Drawing, Picture, times};
use std::fmt::Display;

/// How far one target has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Working on this step, counted from one.
    OnStep(usize),
    Goal,
}

/// The flights of one programme's targets.
#[derive(Clone, Debug)]
pub struct StepsReached {
    id: String,
    flights: Vec<(Reached, usize)>,
}

const STAIR: f64 = 9.0;
const GAP: f64 = 2.0;
const BETWEEN: f64 = 8.0;
const TALLEST: f64 = 19.0;
const RISE: f64 = 5.0;

impl StepsReached {
    /// No targets yet; the id must be its own on the page.
    pub fn new(id: impl Display) -> Self {
        Self {
            id: id.to_string(),
            flights: Vec::new(),
        }
    }

    /// The next target: how far it has come, out of how many steps.
    #[must_use]
    pub fn target(mut self, reached: Reached, steps: usize) -> Self {
        self.flights.push((reached, steps));
        self
    }

    /// What the picture says in words.
    pub fn words(&self) -> String {
        let say = |(place, (reached, steps)): (usize, &(Reached, usize))| match reached {
            Reached::Goal => format!("Target {}: goal reached.", place + 1),
            Reached::OnStep(step) => format!("Target {}: on step {step} of {steps}.", place + 1),
        };
        self.flights
            .iter()
            .enumerate()
            .map(say)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Draws it.
    pub fn draw(&self) -> Picture {
        let flight_width = |steps: usize| times(steps) * (STAIR + GAP) - GAP;
        let between = BETWEEN * times(self.flights.len().saturating_sub(1));
        let width: f64 = self
            .flights
            .iter()
            .map(|(_, steps)| flight_width(*steps))
            .sum::<f64>()
            + between;
        let caption = Caption::new(&self.id, self.words());
        let mut drawing = Drawing::fixed(width.max(1.0), TALLEST + 1.0, &caption);
        let mut left = 0.0;
        for (reached, steps) in &self.flights {
            for step in 1..=*steps {
                let from_top = RISE.min((TALLEST - 5.0) / times(*steps)) * times(*steps - step);
                let (x, tall) = (left + times(step - 1) * (STAIR + GAP), TALLEST - from_top);
                drawing.rect(
                    class(*reached, step),
                    (x + 0.6, TALLEST + 0.4 - tall),
                    (STAIR - 1.2, tall - 0.6),
                    1.5,
                );
            }
            left += flight_width(*steps) + BETWEEN;
        }
        drawing.done()
    }
}

const fn class(reached: Reached, step: usize) -> &'static str {
    match reached {
        Reached::Goal => "st st-got",
        Reached::OnStep(on) if step < on => "st st-got",
        Reached::OnStep(on) if step == on => "st st-now",
        Reached::OnStep(_) => "st",
    }
}
