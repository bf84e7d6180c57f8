//! The step ladder: a staircase from where things started to the goal. A picture of a plan, not of data, so the stairs
//! rise evenly and the labels carry the numbers.

use super::drawing::{Caption, Drawing, Picture, tenth, times};
use std::fmt::Display;

const GAP: f64 = 5.0;
const LOWEST: f64 = 30.0;
/// Room above the goal's stair for the flag.
const FLAG: f64 = 34.0;

/// One stair.
#[derive(Clone, Debug)]
pub struct Stair {
    label: String,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Before,
    Reached,
    Now,
    ToCome,
}

impl Stair {
    /// Where things started.
    pub fn before(label: impl Display) -> Self {
        Self {
            label: label.to_string(),
            state: State::Before,
        }
    }

    /// A step that has been reached.
    pub fn reached(label: impl Display) -> Self {
        Self {
            label: label.to_string(),
            state: State::Reached,
        }
    }

    /// The step being worked on.
    pub fn now(label: impl Display) -> Self {
        Self {
            label: label.to_string(),
            state: State::Now,
        }
    }

    /// A step still to come.
    pub fn to_come(label: impl Display) -> Self {
        Self {
            label: label.to_string(),
            state: State::ToCome,
        }
    }

    const fn class(&self) -> &'static str {
        match self.state {
            State::Before => "st st-base",
            State::Reached => "st st-got",
            State::Now => "st st-now",
            State::ToCome => "st",
        }
    }

    const fn label_class(&self) -> &'static str {
        if matches!(self.state, State::Reached) {
            "t-mid t-white"
        } else {
            "t-mid t-b"
        }
    }
}

/// The staircase of one target.
#[derive(Clone, Debug)]
pub struct Ladder {
    caption: Caption,
    stairs: Vec<Stair>,
    size: (f64, f64),
    ends: Ends,
    rise: Option<f64>,
}

/// Whether the last stair is the goal and flies its flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    AtGoal,
    /// A pupil's own page: steps are celebrated, the distance left is not shown.
    WhereTheyAre,
}

impl Ladder {
    /// A staircase whose last stair is the goal, for a third of a page.
    pub fn to_goal(caption: Caption, stairs: Vec<Stair>) -> Self {
        Self {
            caption,
            stairs,
            size: (340.0, 122.0),
            ends: Ends::AtGoal,
            rise: None,
        }
    }

    /// A staircase that stops at the stair the pupil is on. Each stair rises the same however many there are.
    pub fn so_far(caption: Caption, stairs: Vec<Stair>) -> Self {
        Self {
            caption,
            stairs,
            size: (250.0, 116.0),
            ends: Ends::WhereTheyAre,
            rise: Some(18.0),
        }
    }

    /// The board it is drawn on.
    #[must_use]
    pub fn sized(mut self, width: u16, height: u16) -> Self {
        self.size = (width.into(), height.into());
        self
    }

    /// Draws it.
    pub fn draw(&self) -> Picture {
        let (width, height) = self.size;
        let mut drawing = Drawing::fluid(width, height, &self.caption);
        let count = times(self.stairs.len().max(1));
        let stair_width = (width - GAP * (count - 1.0)) / count;
        let floor = height - 1.0;
        let rise = self
            .rise
            .unwrap_or((height - FLAG - LOWEST) / (count - 1.0).max(1.0));
        for (place, stair) in self.stairs.iter().enumerate() {
            let x = times(place) * (stair_width + GAP);
            let tall = LOWEST + rise * times(place);
            let top = floor - tall;
            let middle = x + stair_width / 2.0;
            drawing.rect(
                stair.class(),
                (x + 1.0, top),
                (stair_width - 2.0, tall),
                3.0,
            );
            drawing.text(stair.label_class(), (middle, floor - 10.0), &stair.label);
            if stair.state == State::Now {
                drawing.circle("you", (middle, top - 10.0), 7.0);
            }
            if self.ends == Ends::AtGoal && place + 1 == self.stairs.len() {
                flag(&mut drawing, x + stair_width - 18.0, top);
            }
        }
        drawing.done()
    }
}

fn flag(drawing: &mut Drawing, x: f64, top: f64) {
    drawing.line("pole", (x, top), (x, top - 28.0));
    drawing.path(
        "pennant",
        &format!("M{} {}l16 6l-16 6z", tenth(x), tenth(top - 28.0)),
    );
}
