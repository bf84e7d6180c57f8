//! What a ladder can show: whether the record moved each time the target did.
//! Stronger than one before against one after, and still not proof.

use crate::{Better, Phase, TIE, detail::goal_share, kendall::direction};

/// The days on one rung.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// What was asked for.
    pub criterion: f64,
    /// The days recorded while it was.
    pub days: Phase,
}

/// What the days on one rung show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RungReport {
    /// Recorded days.
    pub days: usize,
    /// Their average.
    pub mean: f64,
    /// Their middle.
    pub median: f64,
    /// Days at or beyond the criterion.
    pub met: usize,
    /// Percent of goal obtained by their average, against the days before.
    pub goal_percent: Option<f64>,
    /// Whether the middle day moved towards better from the rung before.
    pub median_moved: Moved,
    /// Whether it moved the way the criterion did: down again after a step
    /// back counts as following.
    pub followed: Followed,
}

/// Whether a middle day moved towards better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moved {
    /// It did.
    TowardsBetter,
    /// It stayed, or went the other way.
    Not,
}

/// Whether a record went with its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Followed {
    /// It moved the same way.
    Yes,
    /// It did not.
    No,
}

/// The whole ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct LadderReport {
    /// One entry a rung, in the order climbed.
    pub rungs: Vec<RungReport>,
    /// Rungs after whose start the record moved the way the target did.
    pub followed: usize,
    /// Whether the steps set the pace.
    pub pace: Pace,
}

/// Whether steps led or followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// The record waited for the target to move.
    SetByTheSteps,
    /// On more than half of the rungs the middle day had reached the next
    /// criterion before it was set: the steps did not set the pace.
    AheadOfTheSteps,
}

/// Moves from which the sentence about a ladder may be said.
const FEWEST_MOVES: usize = 3;

impl LadderReport {
    /// How many times the target moved and the record with it, if that was
    /// every time, at least three of them, and the steps set the pace.
    pub fn each_time(&self) -> Option<usize> {
        let moves = self.rungs.len();
        let every = moves >= FEWEST_MOVES && self.followed == moves;
        (every && self.pace == Pace::SetByTheSteps).then_some(moves)
    }
}

/// Reports on each rung of a ladder climbed.
///
/// Per rung: days, average, middle, days at or beyond the criterion (equal to
/// [`TIE`] counts as met), percent of goal obtained, and whether the middle day
/// moved from the rung before (from the days before the plan for the first).
/// Empty for a ladder of no rungs. Source: the changing-criterion design,
/// Hartmann and Hall 1976.
#[must_use]
pub fn report_ladder(
    before: &Phase,
    rungs: &[Rung],
    goal: Option<f64>,
    better: Better,
) -> LadderReport {
    let mut reports = Vec::new();
    let mut last: (f64, Option<f64>) = (before.median(), None);
    for rung in rungs {
        let median = rung.days.median();
        let rise = direction(better.turned(median - last.0));
        // The first step always asks for more than the days before.
        let asked = last
            .1
            .map_or(1, |from| direction(better.turned(rung.criterion - from)));
        let beyond = |value: &&f64| better.turned(**value - rung.criterion) >= -TIE;
        let share = goal.and_then(|goal| goal_share(before, &rung.days, goal));
        reports.push(RungReport {
            days: rung.days.days(),
            mean: rung.days.mean(),
            median,
            met: rung.days.values().iter().filter(beyond).count(),
            goal_percent: share.map(|share| share.percent),
            median_moved: if rise > 0 {
                Moved::TowardsBetter
            } else {
                Moved::Not
            },
            followed: if asked != 0 && rise == asked {
                Followed::Yes
            } else {
                Followed::No
            },
        });
        last = (median, Some(rung.criterion));
    }
    LadderReport {
        followed: reports
            .iter()
            .filter(|rung| rung.followed == Followed::Yes)
            .count(),
        pace: pace(rungs, &reports, better),
        rungs: reports,
    }
}

fn pace(rungs: &[Rung], reports: &[RungReport], better: Better) -> Pace {
    let next = rungs.iter().skip(1);
    let early = reports
        .iter()
        .zip(next)
        .filter(|(now, next)| better.turned(now.median - next.criterion) >= -TIE);
    if 2 * early.count() > rungs.len().saturating_sub(1) {
        Pace::AheadOfTheSteps
    } else {
        Pace::SetByTheSteps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(values: &[f64]) -> Phase {
        Phase::new(values.to_vec()).unwrap()
    }

    fn rung(criterion: f64, values: &[f64]) -> Rung {
        Rung {
            criterion,
            days: phase(values),
        }
    }

    fn report(rungs: &[Rung]) -> LadderReport {
        report_ladder(&phase(&[1.0, 2.0, 1.0]), rungs, Some(10.0), Better::More)
    }

    #[test]
    fn three_moves_followed_each_time_may_be_said() {
        let climb = [
            rung(3.0, &[3.0, 4.0]),
            rung(5.0, &[5.0, 4.9]),
            rung(7.0, &[7.0, 8.0]),
        ];
        assert_eq!(report(&climb).each_time(), Some(3));
        assert_eq!(report(&climb[..2]).each_time(), None);
        assert_eq!(report(&climb).rungs[1].met, 1);
    }

    #[test]
    fn a_step_back_that_the_record_follows_counts_as_followed() {
        let climb = [
            rung(3.0, &[3.0]),
            rung(5.0, &[5.0]),
            rung(4.0, &[4.0]),
            rung(6.0, &[6.0]),
        ];
        let report = report(&climb);
        assert_eq!(report.rungs[2].median_moved, Moved::Not);
        assert_eq!(report.each_time(), Some(4));
    }

    #[test]
    fn a_record_that_runs_ahead_was_not_led_by_the_steps() {
        let climb = [rung(3.0, &[9.0]), rung(5.0, &[9.5]), rung(7.0, &[10.0])];
        assert_eq!(report(&climb).pace, Pace::AheadOfTheSteps);
        assert_eq!(report(&climb).each_time(), None);
    }
}
