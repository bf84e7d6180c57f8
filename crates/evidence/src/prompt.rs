//! Prompts to adults about a step. Nothing moves by itself.

mod words;

pub use words::Prompt;

use crate::SchoolWeek;

/// Whether a recorded day met the step in force on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tick {
    /// It did.
    Met,
    /// It did not.
    NotMet,
}

/// One recorded day on the step now in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RungDay {
    /// The school week it lies in.
    pub week: SchoolWeek,
    /// Whether the step was met.
    pub tick: Tick,
}

/// What the days on a step suggest to adults, with the count it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepPrompt {
    /// Met on 80% or more: a step up can be offered at the next check-in.
    OfferStepUp(Recent),
    /// Met on 40% or fewer: add help first, or go back a step.
    OfferStepBack(Recent),
    /// In between: stay.
    Hold(Recent),
    /// Fewer than eight days, or all in one week: stay, and say nothing yet.
    TooSoon(Recent),
}

impl StepPrompt {
    /// The days it rests on.
    pub const fn recent(self) -> Recent {
        match self {
            Self::OfferStepUp(recent)
            | Self::OfferStepBack(recent)
            | Self::Hold(recent)
            | Self::TooSoon(recent) => recent,
        }
    }
}

/// The days looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recent {
    /// How many recorded days; at most ten.
    pub days: usize,
    /// On how many of them the step was met.
    pub met: usize,
}

/// Recorded days looked at, and from how many on.
const LAST: usize = 10;
const FEWEST: usize = 8;

/// Reads the last ten recorded days on the current step, oldest first. Needs
/// eight, over at least two school weeks, to say anything. Days without a
/// record are left out by the caller; they are never "not met".
///
/// A pupil who meets a step on six days in ten is offered a step up by chance
/// one time in six, so this is a reason to talk, not a verdict.
#[must_use]
pub fn step_prompt(days: &[RungDay]) -> StepPrompt {
    let days = &days[days.len().saturating_sub(LAST)..];
    let recent = Recent {
        days: days.len(),
        met: days.iter().filter(|day| day.tick == Tick::Met).count(),
    };
    let one_week = days.iter().all(|day| day.week == days[0].week);
    match recent {
        Recent { days, .. } if days < FEWEST || one_week => StepPrompt::TooSoon(recent),
        Recent { days, met } if met * 10 >= days * 8 => StepPrompt::OfferStepUp(recent),
        Recent { days, met } if met * 10 <= days * 4 => StepPrompt::OfferStepBack(recent),
        _ => StepPrompt::Hold(recent),
    }
}

/// A move that people made between rungs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepMove {
    /// A rung up.
    Up,
    /// A rung back.
    Back,
}

/// Whether the moves on one target ask for a look at the whole plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReviewPrompt {
    /// Two steps back: the plan may not match the need.
    TwoStepsBack,
    /// Nothing asks for it.
    Nothing,
}

/// Two steps back on one target, whatever came between, ask for a review of
/// the plan: struggling means further help, not a lower bar.
#[must_use]
pub fn review_prompt(moves: &[StepMove]) -> ReviewPrompt {
    let back = moves.iter().filter(|step| **step == StepMove::Back);
    if back.count() >= 2 {
        ReviewPrompt::TwoStepsBack
    } else {
        ReviewPrompt::Nothing
    }
}

/// How often to record once the goal is being met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thinning {
    /// Met on 80% of the last fifteen: once a week can be offered.
    OfferWeekly,
    /// Met on fewer than 60% of the last five: go back to every day.
    BackToDaily,
    /// Keep to what it is.
    Keep,
}

/// Whether recording can thin out, from recorded days on the goal itself,
/// oldest first.
#[must_use]
pub fn thinning(days: &[Tick]) -> Thinning {
    let met_of_last = |last: usize| {
        let recent = days.len().checked_sub(last).map(|from| &days[from..])?;
        Some(recent.iter().filter(|day| **day == Tick::Met).count())
    };
    // The shorter look comes first: a bad week now outweighs a good month.
    if met_of_last(5).is_some_and(|met| met < 3) {
        Thinning::BackToDaily
    } else if met_of_last(15).is_some_and(|met| met >= 12) {
        Thinning::OfferWeekly
    } else {
        Thinning::Keep
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_one_week(met: usize) -> Vec<RungDay> {
        let day = |tick| RungDay {
            week: SchoolWeek(1),
            tick,
        };
        vec![day(Tick::Met); met]
    }

    #[test]
    fn days_all_in_one_week_are_too_soon() {
        let mut days = in_one_week(8);
        assert!(matches!(step_prompt(&days), StepPrompt::TooSoon(_)));
        days[0].week = SchoolWeek(0);
        assert!(matches!(step_prompt(&days), StepPrompt::OfferStepUp(_)));
    }

    #[test]
    fn two_steps_back_ask_for_a_review_and_one_does_not() {
        use StepMove::{Back, Up};
        assert_eq!(review_prompt(&[Up, Back, Up]), ReviewPrompt::Nothing);
        assert_eq!(review_prompt(&[Back, Up, Back]), ReviewPrompt::TwoStepsBack);
    }

    #[test]
    fn no_days_at_all_are_too_soon() {
        let nothing = Recent { days: 0, met: 0 };
        assert_eq!(step_prompt(&[]), StepPrompt::TooSoon(nothing));
    }

    #[test]
    fn recording_thins_out_after_twelve_of_fifteen_and_comes_back_under_three_of_five() {
        let days =
            |met: usize, not: usize| [vec![Tick::Met; met], vec![Tick::NotMet; not]].concat();
        assert_eq!(thinning(&days(14, 0)), Thinning::Keep);
        assert_eq!(thinning(&days(15, 0)), Thinning::OfferWeekly);
        assert_eq!(thinning(&days(13, 2)), Thinning::OfferWeekly);
        assert_eq!(thinning(&days(12, 3)), Thinning::BackToDaily);
        assert_eq!(thinning(&days(2, 2)), Thinning::Keep);
    }
}
