//! The SMART check, in words: specific, measurable, achievable, results-focused,
//! time-bound.
//!
//! It looks at the shape of a target, not its sense, and is never a score.

use super::{Better, LadderProblem, Level, Reading, TargetField, TargetProblem, TickedBy, Unit};
use crate::wording::{listed, number};

/// One part of the check, with words either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// There, and what is there.
    Met(String),
    /// What is missing, as something to do.
    Missing(String),
}

/// The five parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smart {
    /// It says what, and where.
    pub specific: Check,
    /// Someone ticks it against a number.
    pub measurable: Check,
    /// The first step is near.
    pub achievable: Check,
    /// It matters to the pupil.
    pub results_focused: Check,
    /// It is looked at on known dates.
    pub time_bound: Check,
}

impl Check {
    /// The words, met or missing.
    pub fn words(&self) -> &str {
        match self {
            Self::Met(words) | Self::Missing(words) => words,
        }
    }

    /// Whether this part is there.
    pub const fn is_met(&self) -> bool {
        matches!(self, Self::Met(_))
    }
}

impl Smart {
    pub(super) fn of(reading: &Reading) -> Self {
        Self {
            specific: specific(reading),
            measurable: measurable(reading),
            achievable: achievable(reading),
            results_focused: results_focused(reading),
            time_bound: time_bound(reading),
        }
    }

    /// The five parts with their names, in order.
    pub fn parts(&self) -> [(&'static str, &Check); 5] {
        [
            ("Specific", &self.specific),
            ("Measurable", &self.measurable),
            ("Achievable", &self.achievable),
            ("Results-focused", &self.results_focused),
            ("Time-bound", &self.time_bound),
        ]
    }

    /// Whether all five are there.
    pub fn is_met(&self) -> bool {
        self.parts().iter().all(|(_, check)| check.is_met())
    }
}

/// The first problem at one of these questions stands as what is missing.
fn or_missing(
    reading: &Reading,
    concerns: impl Fn(TargetField) -> bool,
    met: impl FnOnce() -> String,
) -> Check {
    reading
        .problems()
        .iter()
        .find(|problem| concerns(problem.field()))
        .map_or_else(
            || Check::Met(met()),
            |problem| Check::Missing(problem.words(&reading.pupil)),
        )
}

fn specific(reading: &Reading) -> Check {
    let concerns = |field| matches!(field, TargetField::Statement | TargetField::Place);
    or_missing(reading, concerns, || {
        format!("Says what {} will do, and where.", reading.pupil)
    })
}

fn measurable(reading: &Reading) -> Check {
    let concerns = |field| {
        matches!(
            field,
            TargetField::TickedBy
                | TargetField::TickingAdult
                | TargetField::Measure
                | TargetField::OutOf
                | TargetField::Level(super::Rung::Goal)
        )
    };
    or_missing(reading, concerns, || match reading.ticked_by {
        Some(TickedBy::EachTeacher) => match lessons_a_day(reading) {
            Some(lessons) => format!("Ticked once a lesson, {lessons} times a day."),
            None => "Ticked once a lesson.".into(),
        },
        Some(TickedBy::PupilChecked) => {
            format!("{} ticks it, and {} checks.", reading.pupil, adult(reading))
        }
        _ => format!("{} ticks it once a day.", adult(reading)),
    })
}

fn lessons_a_day(reading: &Reading) -> Option<String> {
    let daily = reading.scale.unit == Unit::Lesson && reading.scale.per == super::Per::Day;
    let most = reading
        .scale
        .out_of
        .filter(|most| daily && most.is_whole())?;
    Some(number(usize::from(most.in_tenths() / 10)))
}

fn adult(reading: &Reading) -> String {
    let adult = reading.ticker.as_ref().and_then(|ticker| ticker.adult());
    adult.map_or_else(|| "an adult".into(), |owner| owner.name.to_string())
}

fn achievable(reading: &Reading) -> Check {
    let concerns = |field| {
        matches!(
            field,
            TargetField::Baseline | TargetField::Level(_) | TargetField::Steps
        )
    };
    or_missing(reading, concerns, || {
        let first = reading.steps.first().and_then(|(level, _)| *level);
        match (reading.now, first) {
            (Some(now), Some(first)) => format!("Step 1 is {} than now.", gap(reading, now, first)),
            _ => "The first step is near.".into(),
        }
    })
}

/// "one lesson more", "5% more", "1.5 lessons fewer".
fn gap(reading: &Reading, now: Level, first: Level) -> String {
    let gap = Level::tenths(now.in_tenths().abs_diff(first.in_tenths()));
    let better = match reading.scale.better {
        Better::More => "more",
        Better::Fewer => "fewer",
    };
    let amount = if gap.is_whole() {
        number(usize::from(gap.in_tenths() / 10))
    } else {
        gap.to_string()
    };
    match reading.scale.unit {
        Unit::Percent => format!("{gap}% {better}"),
        unit => format!("{amount} {} {better}", unit.counted(gap)),
    }
}

fn results_focused(reading: &Reading) -> Check {
    if reading.why.is_some() {
        Check::Met(format!("{} has said why it matters.", reading.pupil))
    } else {
        Check::Missing(format!("Ask {} why it matters.", reading.pupil))
    }
}

fn time_bound(reading: &Reading) -> Check {
    let late = |problem: &&TargetProblem| {
        matches!(problem, TargetProblem::NoReviewDates)
            || matches!(problem.field(), TargetField::Week(_))
            || matches!(problem, TargetProblem::Ladder(climb) if matches!(climb.problem, LadderProblem::AfterTheEnd { .. }))
    };
    if let Some(problem) = reading.problems().iter().find(late) {
        return Check::Missing(problem.words(&reading.pupil));
    }
    let weeks: Vec<String> = reading
        .reviews
        .iter()
        .map(|review| review.week.number().to_string())
        .collect();
    let weeks_word = if weeks.len() == 1 { "week" } else { "weeks" };
    Check::Met(format!("Checked at {weeks_word} {}.", listed(&weeks)))
}
