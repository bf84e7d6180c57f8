//! The steps of a target: two to four, each better than the one before, the
//! last of them the goal.

use std::fmt;

use super::{Level, Scale};
use crate::dates::WeekNumber;

/// One step: how much, and by the end of which week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Step {
    /// How much counts as reaching it.
    pub level: Level,
    /// The week by whose end it is hoped for.
    pub by_week: WeekNumber,
}

/// The place of a step on its ladder, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepNumber(u8);

impl StepNumber {
    /// The first step.
    pub const FIRST: Self = Self(1);

    /// The number, from 1.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The step below, if there is one.
    pub const fn before(self) -> Option<Self> {
        match self.0 {
            0 | 1 => None,
            n => Some(Self(n - 1)),
        }
    }
}

/// Two to four steps, each better and no earlier than the one before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ladder(Vec<Step>);

/// A step as people name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rung {
    /// "Step 1", "Step 2".
    Step(StepNumber),
    /// The last one.
    Goal,
}

impl fmt::Display for Rung {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step(step) => write!(f, "step {}", step.0),
            Self::Goal => f.write_str("the goal"),
        }
    }
}

/// Why steps do not make a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LadderProblem {
    /// The goal alone, or nothing.
    #[error("read steps: fewer than two")]
    TooFew,
    /// More than four.
    #[error("read steps: more than four")]
    TooMany,
    /// Level with what it should better.
    #[error("read steps: {rung} equals {below:?}")]
    Same {
        /// The step.
        rung: Rung,
        /// The step below; none means where the pupil is now.
        below: Option<Rung>,
    },
    /// Worse than what it should better.
    #[error("read steps: {rung} is worse than {below:?}")]
    Worse {
        /// The step.
        rung: Rung,
        /// The step below; none means where the pupil is now.
        below: Option<Rung>,
    },
    /// Beyond the most there can be.
    #[error("read steps: {rung} is beyond the scale")]
    BeyondScale {
        /// The step.
        rung: Rung,
        /// The most there can be.
        most: Level,
    },
    /// Due no later than the step below.
    #[error("read steps: {rung} is due no later than the step below")]
    NotLater {
        /// The step.
        rung: Rung,
        /// The week the step below is due.
        below: WeekNumber,
    },
    /// Due after the programme ends.
    #[error("read steps: {rung} is due after {last}")]
    AfterTheEnd {
        /// The step.
        rung: Rung,
        /// The programme's last week.
        last: WeekNumber,
    },
}

impl Ladder {
    /// The fewest and the most steps, the goal among them.
    pub const STEPS: std::ops::RangeInclusive<usize> = 2..=4;

    /// Builds a ladder that betters `now` and ends by the week `last`, where each is known.
    ///
    /// # Errors
    /// Every [`LadderProblem`] found, lowest step first.
    pub fn new(
        steps: Vec<Step>,
        scale: Scale,
        now: Option<Level>,
        last: Option<WeekNumber>,
    ) -> Result<Self, Vec<LadderProblem>> {
        let rungs: Vec<_> = steps
            .iter()
            .map(|step| (Some(step.level), Some(step.by_week)))
            .collect();
        let problems = climb_problems(&rungs, scale, now, last);
        if problems.is_empty() {
            Ok(Self(steps))
        } else {
            Err(problems)
        }
    }

    /// Every step from the first to the goal.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The last step.
    pub fn goal(&self) -> Step {
        self.at(self.top())
    }

    /// The goal's own number.
    pub fn top(&self) -> StepNumber {
        StepNumber(u8::try_from(self.0.len()).unwrap_or(u8::MAX))
    }

    /// The step with this number; numbers past the goal mean the goal.
    pub fn at(&self, step: StepNumber) -> Step {
        let place = usize::from(step.0.saturating_sub(1)).min(self.0.len() - 1);
        self.0[place]
    }

    /// The number above, if there is one.
    pub fn after(&self, step: StepNumber) -> Option<StepNumber> {
        (step < self.top()).then_some(StepNumber(step.0 + 1))
    }

    /// The step with this number, if the ladder has it.
    pub fn number(&self, number: u8) -> Option<StepNumber> {
        (1..=self.top().0)
            .contains(&number)
            .then_some(StepNumber(number))
    }

    /// The number under which people know a step.
    pub fn rung(&self, step: StepNumber) -> Rung {
        rung(usize::from(step.0) - 1, self.0.len())
    }
}

/// The name of the step at `place` (from 0) of `len`.
pub(super) fn rung(place: usize, len: usize) -> Rung {
    if place + 1 >= len {
        Rung::Goal
    } else {
        Rung::Step(StepNumber(u8::try_from(place + 1).unwrap_or(u8::MAX)))
    }
}

/// What is wrong with steps of which some may not be known yet.
pub(super) fn climb_problems(
    steps: &[(Option<Level>, Option<WeekNumber>)],
    scale: Scale,
    now: Option<Level>,
    last: Option<WeekNumber>,
) -> Vec<LadderProblem> {
    let mut found = Vec::new();
    if steps.len() < *Ladder::STEPS.start() {
        found.push(LadderProblem::TooFew);
    }
    if steps.len() > *Ladder::STEPS.end() {
        found.push(LadderProblem::TooMany);
    }
    let mut below = now.map(|level| (level, None));
    let mut week_below = None;
    for (place, (level, week)) in steps.iter().enumerate() {
        let rung = rung(place, steps.len());
        if let Some(level) = *level {
            found.extend(below.and_then(|below| not_better(scale, below, (level, rung))));
            if let Some(most) = scale.out_of.filter(|most| level > *most) {
                found.push(LadderProblem::BeyondScale { rung, most });
            }
            below = Some((level, Some(rung)));
        }
        if let Some(week) = *week {
            if let Some(below) = week_below.filter(|below| week <= *below) {
                found.push(LadderProblem::NotLater { rung, below });
            }
            if let Some(last) = last.filter(|last| week > *last) {
                found.push(LadderProblem::AfterTheEnd { rung, last });
            }
            week_below = Some(week);
        }
    }
    found
}

fn not_better(
    scale: Scale,
    (from, below): (Level, Option<Rung>),
    (to, rung): (Level, Rung),
) -> Option<LadderProblem> {
    if scale.better.improves(from, to) {
        None
    } else if from == to {
        Some(LadderProblem::Same { rung, below })
    } else {
        Some(LadderProblem::Worse { rung, below })
    }
}
