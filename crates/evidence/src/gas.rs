//! Goal attainment scaling: several goals of one pupil, each scored from much
//! less than hoped to much more. Never averaged over pupils: easy goals make it
//! high.

use crate::{Better, Phase, TIE, median};

/// How far one goal was reached: -2 to 2; 0 is what was hoped for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoalScore(i8);

/// A goal's score, and how much it matters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeighedGoal {
    /// How far it was reached.
    pub score: GoalScore,
    /// Above nought; 1 unless people chose otherwise.
    pub weight: f64,
}

/// Why goals have no T score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GoalProblem {
    /// Not one of -2, -1, 0, 1, 2.
    #[error("score goal: {0} is not between -2 and 2")]
    Score(i8),
    /// There are no goals.
    #[error("score goals: there are none")]
    NoGoals,
    /// Nought, less, or not a number.
    #[error("score goals: a weight is not above nought")]
    Weight,
    /// The correlation is outside 0 to just under 1.
    #[error("score goals: the correlation is not from 0 to less than 1")]
    Correlation,
}

/// The correlation assumed between goals.
pub const GOAL_CORRELATION: f64 = 0.30;

impl GoalScore {
    /// A score.
    ///
    /// # Errors
    /// [`GoalProblem::Score`] outside -2 to 2.
    pub const fn new(score: i8) -> Result<Self, GoalProblem> {
        if score < -2 || score > 2 {
            return Err(GoalProblem::Score(score));
        }
        Ok(Self(score))
    }

    /// The bare number.
    pub const fn number(self) -> i8 {
        self.0
    }
}

/// The T score: 50 when every goal came out as hoped.
///
/// `T = 50 + 10 sum(w x) / sqrt((1 - rho) sum(w^2) + rho (sum w)^2)`, with
/// `rho` usually [`GOAL_CORRELATION`]. One goal at +1 is 60; the same factor on
/// every weight changes nothing. Source: Kiresuk and Sherman 1968. A sum of
/// chosen expectations, not a measure of ability: detail page only.
///
/// # Errors
/// [`GoalProblem`] if there are no goals, or a weight or `rho` is out of range.
pub fn goal_attainment(goals: &[WeighedGoal], rho: f64) -> Result<f64, GoalProblem> {
    if goals.is_empty() {
        return Err(GoalProblem::NoGoals);
    }
    if goals
        .iter()
        .any(|goal| !(goal.weight.is_finite() && goal.weight > 0.0))
    {
        return Err(GoalProblem::Weight);
    }
    if !(0.0..1.0).contains(&rho) {
        return Err(GoalProblem::Correlation);
    }
    // By the largest weight, so that no square is too large for a number.
    let largest = goals.iter().map(|goal| goal.weight).fold(0.0, f64::max);
    let weighed = goals
        .iter()
        .map(|goal| (goal.weight / largest, f64::from(goal.score.0)));
    let (mut reached, mut squares, mut sum) = (0.0, 0.0, 0.0);
    for (weight, score) in weighed {
        reached += weight * score;
        squares += weight * weight;
        sum += weight;
    }
    Ok(50.0 + 10.0 * reached / ((1.0 - rho) * squares + rho * sum * sum).sqrt())
}

/// The five levels of a goal, written before the plan starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalLevels {
    /// For -2, -1, 0, 1 and 2. The first is the best value still worse than
    /// where things stood.
    values: [f64; 5],
    better: Better,
}

/// Why a goal has no five levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LevelProblem {
    /// The goal is not better than where things stand.
    #[error("write levels: the goal is not better than the days before")]
    NoWay,
    /// Two levels fall together or one leaves the scale.
    #[error("write levels: the scale has no room for five")]
    NoRoom,
}

/// The scale of a measure: its ends and its smallest step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasureScale {
    /// The lowest value there is.
    pub lowest: f64,
    /// The highest; without bound if there is none.
    pub highest: f64,
    /// The smallest step.
    pub grid: f64,
}

impl GoalLevels {
    /// From where things stand to a goal: 0 is the goal; +1 half the way again
    /// beyond it; +2 the whole way again, or the end of the scale; -1 where
    /// things stand; -2 one step worse.
    ///
    /// # Errors
    /// [`LevelProblem`] if levels fall together or leave the scale: choose
    /// another goal, or a scale with room.
    pub fn write(
        stands: f64,
        goal: f64,
        scale: MeasureScale,
        better: Better,
    ) -> Result<Self, LevelProblem> {
        let way = goal - stands;
        if !way.is_finite() || better.turned(way) <= TIE {
            return Err(LevelProblem::NoWay);
        }
        let worse = stands - better.turned(scale.grid);
        let most = (goal + way).clamp(scale.lowest, scale.highest);
        let values = [worse, stands, goal, goal + way / 2.0, most];
        let on_scale = |value: &f64| *value >= scale.lowest - TIE && *value <= scale.highest + TIE;
        let apart = |pair: &[f64]| better.turned(pair[1] - pair[0]) > TIE;
        if values.iter().all(on_scale) && values.windows(2).all(apart) {
            Ok(Self { values, better })
        } else {
            Err(LevelProblem::NoRoom)
        }
    }

    /// The values for -2, -1, 0, 1 and 2.
    pub const fn values(&self) -> [f64; 5] {
        self.values
    }

    /// The highest level whose value the middle of the last ten recorded days
    /// reached; -2 when it reached none.
    pub fn score(&self, days: &Phase) -> GoalScore {
        let middle = median(days.last(10)).unwrap_or(f64::NAN);
        let reached = |value: &&f64| self.better.turned(middle - **value) >= -TIE;
        let levels = self.values[1..].iter().take_while(reached).count();
        GoalScore(i8::try_from(levels).unwrap_or(4) - 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERCENT: MeasureScale = MeasureScale {
        lowest: 0.0,
        highest: 100.0,
        grid: 5.0,
    };

    fn assert_levels(levels: GoalLevels, expected: [f64; 5]) {
        for (found, expected) in levels.values().iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{levels:?}");
        }
    }

    #[test]
    fn levels_go_as_far_beyond_the_goal_as_it_is_from_now_or_to_the_end() {
        let levels = GoalLevels::write(40.0, 60.0, PERCENT, Better::More).unwrap();
        assert_levels(levels, [35.0, 40.0, 60.0, 70.0, 80.0]);
        let high = GoalLevels::write(50.0, 75.0, PERCENT, Better::More).unwrap();
        assert_levels(high, [45.0, 50.0, 75.0, 87.5, 100.0]);
    }

    #[test]
    fn levels_that_fall_together_or_leave_the_scale_are_refused() {
        let write = |from, to| GoalLevels::write(from, to, PERCENT, Better::More);
        assert_eq!(write(60.0, 60.0), Err(LevelProblem::NoWay));
        assert_eq!(write(40.0, 90.0), Err(LevelProblem::NoRoom));
        assert_eq!(write(0.0, 40.0), Err(LevelProblem::NoRoom));
    }

    #[test]
    fn the_score_is_the_highest_level_that_the_last_ten_days_reached() {
        let levels = GoalLevels::write(
            6.0,
            3.0,
            MeasureScale {
                lowest: 0.0,
                highest: f64::INFINITY,
                grid: 1.0,
            },
            Better::Fewer,
        )
        .unwrap();
        let score = |value: f64| levels.score(&Phase::new(vec![value; 12]).unwrap()).number();
        assert_levels(levels, [7.0, 6.0, 3.0, 1.5, 0.0]);
        assert_eq!(
            [8.0, 7.0, 6.0, 4.0, 3.0, 1.0, 0.0].map(score),
            [-2, -2, -1, -1, 0, 1, 2]
        );
    }
}
