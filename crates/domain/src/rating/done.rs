//! A day or a week held against a step.

use super::Tick;
use crate::{
    indicators::StepDay,
    target::{Level, Measure, Scale},
};

/// How much was done of the chances there were. Both numbers are kept: 3 of 4
/// on a day with four ticked lessons is not 3 of 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    done: u32,
    chances: u32,
}

impl Done {
    /// Adds up the ticks of one day, or of the days of one week, as the measure
    /// counts them: whole ticks for lessons or days, points for report cards.
    pub fn of(ticks: impl IntoIterator<Item = Tick>, measure: Measure) -> Self {
        let mut sum = Self::default();
        for points in ticks.into_iter().filter_map(Tick::points) {
            let (done, chances) = match measure {
                Measure::PointsPct => (u32::from(points.number()), 2),
                _ => (u32::from(points.number()) / 2, 1),
            };
            sum.done += done;
            sum.chances += chances;
        }
        sum
    }

    /// So many lessons with a Yes, of those seen: for measures that count whole
    /// lessons, and not points.
    pub const fn of_lessons(yes: u32, seen: u32) -> Self {
        Self {
            done: yes,
            chances: seen,
        }
    }

    /// What was done.
    pub const fn done(self) -> u32 {
        self.done
    }

    /// The chances there were.
    pub const fn chances(self) -> u32 {
        self.chances
    }

    /// Whether it reaches a step: the same share of the chances or more. None
    /// without a chance, or on a scale without a most.
    pub fn against(self, step: Level, scale: Scale) -> Option<StepDay> {
        let most = u32::from(scale.out_of?.in_tenths());
        if self.chances == 0 {
            return None;
        }
        let reached = self.done * most >= u32::from(step.in_tenths()) * self.chances;
        Some(if reached {
            StepDay::Met
        } else {
            StepDay::NotMet
        })
    }
}
