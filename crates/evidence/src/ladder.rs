//! Suggesting the rungs of a stepped target. People take, change or leave them.

use crate::{Better, Phase, TIE, mean::number, median_distance};

/// Rungs from the easiest to the goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    rungs: Vec<f64>,
}

/// Why no rungs can be suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LadderProblem {
    /// The smallest step is nought, less, or not a number.
    #[error("suggest rungs: the smallest step is not above nought")]
    Grid,
    /// The goal is not a number.
    #[error("suggest rungs: the goal is not a number")]
    Goal,
}

/// How often the first rung should already be reached, above 0 and below 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct TargetSuccess(f64);

impl TargetSuccess {
    /// Six days in ten: the one used for people.
    pub const SIX_IN_TEN: Self = Self(0.6);

    /// A share of days. None outside 0 to 1.
    #[must_use]
    pub fn new(share: f64) -> Option<Self> {
        (share > 0.0 && share < 1.0).then_some(Self(share))
    }

    /// The rank, from the worst, of the day the first rung lies one step above:
    /// `floor((days + 1)(1 - share))`, 0 for none of them (Galbicka 1994).
    #[must_use]
    pub fn rank(self, days: usize) -> usize {
        let place = (number(days) + 1.0) * (1.0 - self.0) + TIE;
        (1..=days).take_while(|rank| number(*rank) <= place).count()
    }
}

/// Recorded days the first rung is judged from.
const DAYS: usize = 10;

/// The fewest and most rungs of a ladder that is not the goal alone.
const RUNGS: (f64, f64) = (2.0, 5.0);

impl Ladder {
    /// The rungs, easiest first; the last is the goal.
    pub fn rungs(&self) -> &[f64] {
        &self.rungs
    }

    /// The first rung.
    pub fn first(&self) -> Option<f64> {
        self.rungs.first().copied()
    }
}

/// Suggests rungs from days before the plan to a goal.
///
/// The first rung is one the pupil already reaches on about six ordinary days
/// in ten (by the rank rule of percentile shaping, Galbicka 1994, on the last
/// ten recorded days), so there is something to praise in week 1. The rest
/// rise evenly, by about the usual wobble between days, in two to five rungs
/// rounded to `grid`, the smallest step, on the easier side. A goal that is
/// already reached that often is the only rung.
///
/// ```text
/// k      = floor((m + 1)(1 - 0.6))                    m last days, at most ten, turned so that up is better
/// r1     = min(k-th worst day + grid, goal)           the worst day itself for k = 0
/// step   = max(grid, 1.4826 * median |day - median|)
/// N      = ceil((goal - r1) / step) + 1, held to 2 to 5
/// rung_j = r1 + (goal - r1)(j - 1)/(N - 1), to the grid on the easier side; the last is the goal; doubles dropped
/// ```
///
/// ```
/// use evidence::{Better, Phase, suggest_rungs};
///
/// let incidents = Phase::new(vec![4.0, 6.0, 5.0, 7.0, 3.0, 6.0, 5.0, 8.0, 4.0, 6.0])?;
/// let ladder = suggest_rungs(&incidents, 1.0, 1.0, Better::Fewer)?;
/// assert_eq!(ladder.rungs(), [5.0, 4.0, 3.0, 1.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`LadderProblem`] if the grid is not above nought or the goal no number.
pub fn suggest_rungs(
    before: &Phase,
    goal: f64,
    grid: f64,
    better: Better,
) -> Result<Ladder, LadderProblem> {
    suggest_rungs_for(before, (goal, grid), better, TargetSuccess::SIX_IN_TEN)
}

/// The same for another share of days on which the first rung is reached.
/// With so few days that the rank is 0 the first rung is the worst of them.
///
/// # Errors
/// [`LadderProblem`] if the grid is not above nought or the goal no number.
pub fn suggest_rungs_for(
    before: &Phase,
    (goal, grid): (f64, f64),
    better: Better,
    success: TargetSuccess,
) -> Result<Ladder, LadderProblem> {
    if !(grid.is_finite() && grid > 0.0) {
        return Err(LadderProblem::Grid);
    }
    if !goal.is_finite() {
        return Err(LadderProblem::Goal);
    }
    // Turned so that up is better, and turned back at the end.
    let days: Vec<f64> = before
        .last(DAYS)
        .iter()
        .map(|day| better.turned(*day))
        .collect();
    let top = better.turned(goal);
    let first = first_rung(&days, grid, success).min(top);
    let mut rungs = between(first, top, step(&days, grid), grid);
    rungs.push(top);
    rungs.dedup_by(|next, rung| (*next - *rung).abs() <= TIE);
    let rungs = rungs.into_iter().map(|rung| better.turned(rung)).collect();
    Ok(Ladder { rungs })
}

/// One grid step better than the day of the rank, or the worst day for none.
fn first_rung(days: &[f64], grid: f64, success: TargetSuccess) -> f64 {
    let mut sorted = days.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    match success.rank(sorted.len()) {
        0 => sorted[0],
        rank => sorted[rank - 1] + grid,
    }
}

/// The height of a step: the usual wobble, and at least one grid step.
fn step(days: &[f64], grid: f64) -> f64 {
    median_distance(days).unwrap_or(grid).max(grid)
}

/// The rungs below the top, rounded to the grid on the easier side.
fn between(first: f64, top: f64, step: f64, grid: f64) -> Vec<f64> {
    let climb = top - first;
    if climb <= TIE {
        return Vec::new();
    }
    let count = ((climb / step - TIE).ceil() + 1.0).clamp(RUNGS.0, RUNGS.1);
    let places = std::iter::successors(Some(0.0), |place| Some(place + 1.0));
    places
        .take_while(|place| *place < count - 1.0)
        .map(|place| first + climb * place / (count - 1.0))
        .map(|rung| (rung / grid + TIE).floor() * grid)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(values: &[f64]) -> Phase {
        Phase::new(values.to_vec()).unwrap()
    }

    #[test]
    fn a_goal_already_reached_on_most_days_is_the_only_rung() {
        let days = phase(&[70.0, 75.0, 80.0, 65.0, 85.0, 75.0, 80.0, 70.0, 90.0, 75.0]);
        let ladder = suggest_rungs(&days, 80.0, 5.0, Better::More).unwrap();
        assert_eq!(ladder.rungs(), [80.0]);
    }

    #[test]
    fn only_the_last_ten_days_are_looked_at() {
        let recent = [55.0, 60.0, 50.0, 65.0, 45.0, 60.0, 70.0, 55.0, 50.0, 60.0];
        let longer = [[0.0; 5].as_slice(), &recent].concat();
        let suggest = |days: &[f64]| suggest_rungs(&phase(days), 80.0, 5.0, Better::More);
        assert_eq!(suggest(&recent), suggest(&longer));
    }

    #[test]
    fn steps_of_no_height_and_goals_that_are_no_number_are_refused() {
        let days = phase(&[1.0]);
        let suggest = |goal, grid| suggest_rungs(&days, goal, grid, Better::More);
        assert_eq!(suggest(5.0, 0.0), Err(LadderProblem::Grid));
        assert_eq!(suggest(5.0, f64::NAN), Err(LadderProblem::Grid));
        assert_eq!(suggest(f64::NAN, 1.0), Err(LadderProblem::Goal));
    }
}
