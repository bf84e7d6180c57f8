//! Where a target stands on its way: the line from before to the goal, and
//! three prompts for people to talk about. None of them is a verdict.

use crate::{Better, DayIndex, TIE, Tick, kendall::direction, median, theil_sen, trend};

/// A recorded day in the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The school day.
    pub day: DayIndex,
    /// What was recorded.
    pub value: f64,
}

/// What a day is held against.
#[derive(Debug, Clone, PartialEq)]
pub enum Aim {
    /// The straight way from the middle day before to the goal.
    Line(GoalLine),
    /// A stepped target: the criterion in force, from the day each began.
    Steps(Vec<Mark>),
}

/// The straight way from before to the goal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalLine {
    from: Mark,
    goal: Mark,
}

/// The plan does not end after its last day before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("draw goal line: day {to} is not after day {from}")]
pub struct NoWay {
    from: i32,
    to: i32,
}

impl GoalLine {
    /// From the middle day before, on the last day before, to the goal, on the
    /// day the plan ends: `b + (g - b) (t - t0) / (t1 - t0)`.
    ///
    /// # Errors
    /// [`NoWay`] unless the goal lies after the start.
    pub const fn new(from: Mark, goal: Mark) -> Result<Self, NoWay> {
        if goal.day.0 <= from.day.0 {
            return Err(NoWay {
                from: from.day.0,
                to: goal.day.0,
            });
        }
        Ok(Self { from, goal })
    }

    /// Where the line is on a day.
    pub fn at(self, day: DayIndex) -> f64 {
        let way = |to: DayIndex| f64::from(to.0) - f64::from(self.from.day.0);
        self.from.value + (self.goal.value - self.from.value) * way(day) / way(self.goal.day)
    }
}

impl Aim {
    /// What a day is held against; None before the first step began.
    pub fn at(&self, day: DayIndex) -> Option<f64> {
        match self {
            Self::Line(line) => Some(line.at(day)),
            Self::Steps(steps) => {
                let begun = steps.iter().filter(|step| step.day <= day);
                begun.max_by_key(|step| step.day).map(|step| step.value)
            }
        }
    }
}

/// Whether a day met what was asked of it: the aim in force on that day, so
/// that a step lowered later turns no earlier day into a success and a step
/// raised later turns none into a failure. Equal counts as met. None before the
/// first step.
#[must_use]
pub fn met(mark: Mark, aim: &Aim, better: Better) -> Option<Tick> {
    let beyond = better.turned(mark.value - aim.at(mark.day)?);
    Some(if beyond >= -TIE {
        Tick::Met
    } else {
        Tick::NotMet
    })
}

/// The middle of the last three recorded days against the aim on the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LastThree {
    /// On the better side of it.
    Ahead,
    /// On it.
    On,
    /// On the worse side.
    Behind,
}

/// Each of the last four recorded days against the aim on its day. A day on
/// the line counts for neither side. By chance alone a pupil exactly on the
/// line has all four on one side on 6% to 13% of days, and far more often at
/// some time in a term: worth a conversation, never more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LastFour {
    /// All better.
    AllAhead,
    /// All worse.
    AllBehind,
    /// Some of each, or on it.
    Mixed,
}

/// Where the days so far would lead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    /// Units a school day, by Theil and Sen.
    pub slope: f64,
    /// The value on the day the plan ends.
    pub at_end: f64,
    /// Whether that reaches the goal.
    pub reach: Reach,
}

/// Whether a projection reaches the goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// It does.
    ReachesGoal,
    /// It does not.
    FallsShort,
}

/// The first prompt to trust: the median of the last three recorded days
/// against the aim. Days are oldest first. None with fewer than three, or
/// before the first step. Source: Van Norman, Nelson and Parker 2018.
#[must_use]
pub fn last_three(marks: &[Mark], aim: &Aim, better: Better) -> Option<LastThree> {
    let last = &marks[marks.len().checked_sub(3)?..];
    let values: Vec<f64> = last.iter().map(|mark| mark.value).collect();
    let ahead = better.turned(median(&values)? - aim.at(last[2].day)?);
    Some(match direction(ahead) {
        1 => LastThree::Ahead,
        0 => LastThree::On,
        _ => LastThree::Behind,
    })
}

/// The second: the line of Theil and Sen through all plan days, read on to the
/// day the plan ends. None with fewer than six. Weak before about ten weeks.
#[must_use]
pub fn projection(marks: &[Mark], goal: Mark, better: Better) -> Option<Projection> {
    if marks.len() < trend::FEWEST {
        return None;
    }
    let points: Vec<(f64, f64)> = marks
        .iter()
        .map(|mark| (f64::from(mark.day.0), mark.value))
        .collect();
    let line = theil_sen(&points)?;
    let at_end = line.at(f64::from(goal.day.0));
    let reach = if better.turned(at_end - goal.value) >= -TIE {
        Reach::ReachesGoal
    } else {
        Reach::FallsShort
    };
    Some(Projection {
        slope: line.slope,
        at_end,
        reach,
    })
}

/// The third and weakest: [`LastFour`]. None with fewer than four days, or
/// when one lies before the first step.
#[must_use]
pub fn last_four(marks: &[Mark], aim: &Aim, better: Better) -> Option<LastFour> {
    let last = &marks[marks.len().checked_sub(4)?..];
    let ahead = |mark: &Mark| Some(direction(better.turned(mark.value - aim.at(mark.day)?)));
    let sides: Vec<i64> = last.iter().map(ahead).collect::<Option<_>>()?;
    Some(match sides.iter().sum() {
        4 => LastFour::AllAhead,
        -4 => LastFour::AllBehind,
        _ => LastFour::Mixed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(day: i32, value: f64) -> Mark {
        Mark {
            day: DayIndex(day),
            value,
        }
    }

    #[test]
    fn a_line_needs_days_to_run_over() {
        assert!(GoalLine::new(mark(3, 1.0), mark(3, 5.0)).is_err());
    }

    #[test]
    fn a_step_holds_from_the_day_it_began() {
        let steps = Aim::Steps(vec![mark(1, 3.0), mark(10, 5.0)]);
        assert_eq!(steps.at(DayIndex(0)), None);
        assert_eq!(steps.at(DayIndex(9)), Some(3.0));
        assert_eq!(steps.at(DayIndex(10)), Some(5.0));
        let days: Vec<Mark> = (8..12).map(|day| mark(day, 4.0)).collect();
        assert_eq!(
            last_four(&days, &steps, Better::More),
            Some(LastFour::Mixed)
        );
        assert_eq!(
            last_three(&days, &steps, Better::More),
            Some(LastThree::Behind)
        );
        assert_eq!(
            last_three(&days, &steps, Better::Fewer),
            Some(LastThree::Ahead)
        );
    }

    #[test]
    fn a_day_is_held_to_the_step_of_its_own_day() {
        let steps = Aim::Steps(vec![mark(1, 3.0), mark(10, 5.0), mark(20, 4.0)]);
        let tick = |day, value| met(mark(day, value), &steps, Better::More);
        assert_eq!(tick(9, 3.0), Some(Tick::Met));
        assert_eq!(tick(10, 4.0), Some(Tick::NotMet));
        assert_eq!(tick(20, 4.0), Some(Tick::Met));
        assert_eq!(tick(0, 9.0), None);
    }

    #[test]
    fn too_few_days_prompt_nothing() {
        let line = Aim::Line(GoalLine::new(mark(0, 1.0), mark(60, 5.0)).unwrap());
        let days = [mark(1, 1.0), mark(2, 1.0)];
        assert_eq!(last_three(&days, &line, Better::More), None);
        assert_eq!(last_four(&days, &line, Better::More), None);
        assert_eq!(projection(&days, mark(60, 5.0), Better::More), None);
    }
}
