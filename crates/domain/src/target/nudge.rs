//! Second thoughts about a target: questions, none of which is in the way.
//!
//! The people in the room decide. Nothing is rewritten.

use super::{
    Better, Reading, Unit,
    phrases::{EVERYWHERE, WORDS_OF, opens_with_not},
};
use crate::wording::Words;

/// A second thought about a target. None of these is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nudge {
    /// It says what not to do.
    SaysWhatNotToDo,
    /// The goal is all there can be.
    GoalOfAll,
    /// The first step is a long way from now.
    FirstStepFar,
    /// An amount that is finer than can be counted.
    TooFine,
    /// It seems to hold two targets.
    TwoThings,
    /// "Always", "every": one bad day would undo it.
    Absolute,
    /// "Try to": trying cannot be counted.
    Hedge,
    /// "Often", "sometimes": how many is for the steps to say.
    Vague,
    /// It hangs on what others do.
    OnOthers,
    /// A threat sits in the target.
    Threat,
    /// It names the pupil, not what the pupil does.
    LabelsThePupil,
    /// It may ask for what a pupil with additional needs cannot give.
    AskTheSenco,
    /// It applies everywhere, all the time.
    Everywhere,
    /// Nobody has said why it matters to the pupil.
    NoReason,
    /// It is long.
    Long,
}

impl Nudge {
    /// The question or advice, as a person would put it.
    pub fn words(self, pupil: &str) -> String {
        match self {
            Self::SaysWhatNotToDo => "What would you see instead?".into(),
            Self::GoalOfAll => "Leave room for a bad day?".into(),
            Self::FirstStepFar => {
                format!("Step 1 is a long way from now. Could {pupil} reach it in a fortnight?")
            }
            Self::TooFine => "Would a rounder number be easier to count?".into(),
            Self::TwoThings => "Is that two targets? One is easier to keep.".into(),
            Self::Absolute => {
                "Say how often in the steps. “Always” is undone by one bad day.".into()
            }
            Self::Hedge => "Trying is hard to count. What would you see?".into(),
            Self::Vague => "Let the steps say how many.".into(),
            Self::OnOthers => format!("What will {pupil} do, whatever others do?"),
            Self::Threat => "Keep what happens otherwise out of the target.".into(),
            Self::LabelsThePupil => format!("Say what {pupil} will do, not what {pupil} is."),
            Self::AskTheSenco => format!("Ask the SENCO whether this is fair to ask of {pupil}."),
            Self::Everywhere => "Is there a lesson or time to begin with?".into(),
            Self::NoReason => format!("Ask {pupil} why it matters."),
            Self::Long => "Could it be said in fewer words?".into(),
        }
    }
}

pub(super) fn of(reading: &Reading) -> Vec<Nudge> {
    let mut found = Vec::new();
    if let Some(statement) = &reading.statement {
        found.extend(wording(statement.as_str()));
    }
    if reading.kept_wording.is_some() {
        found.retain(|nudge| *nudge != Nudge::SaysWhatNotToDo);
    }
    let place = reading
        .place
        .as_ref()
        .map(|place| Words::of(place.as_str()));
    if place.is_some_and(|place| place.opening(EVERYWHERE).is_some() && place.count() <= 3) {
        found.push(Nudge::Everywhere);
    }
    if reading.why.is_none() {
        found.push(Nudge::NoReason);
    }
    found.extend(amounts(reading));
    found
}

fn wording(statement: &str) -> Vec<Nudge> {
    let words = Words::of(statement);
    let mut found = Vec::new();
    if opens_with_not(statement) {
        found.push(Nudge::SaysWhatNotToDo);
    }
    for (nudge, phrases) in WORDS_OF {
        let phrases: &[&str] = phrases;
        if words.find(phrases).is_some() {
            found.push(*nudge);
        }
    }
    if statement.contains(';') && !found.contains(&Nudge::TwoThings) {
        found.push(Nudge::TwoThings);
    }
    if words.count() > 25 {
        found.push(Nudge::Long);
    }
    found
}

fn amounts(reading: &Reading) -> Vec<Nudge> {
    let scale = reading.scale;
    let levels: Vec<_> = reading
        .steps
        .iter()
        .filter_map(|(level, _)| *level)
        .collect();
    let mut found = Vec::new();
    let goal = reading.steps.last().and_then(|(level, _)| *level);
    let all = match scale.better {
        Better::More => scale.out_of,
        Better::Fewer => None,
    };
    if goal.is_some() && goal == all {
        found.push(Nudge::GoalOfAll);
    }
    let grid = scale.grid().in_tenths();
    let fine = |unit: Unit, tenths: u16| match unit {
        Unit::Percent => !tenths.is_multiple_of(grid),
        _ => !tenths.is_multiple_of(10),
    };
    if levels
        .iter()
        .any(|level| fine(scale.unit, level.in_tenths()))
    {
        found.push(Nudge::TooFine);
    }
    if let (Some(now), Some(first), Some(goal)) = (reading.now, levels.first(), goal) {
        let climb = now.in_tenths().abs_diff(first.in_tenths());
        let whole = now.in_tenths().abs_diff(goal.in_tenths());
        if climb > 2 * grid && 2 * climb > whole {
            found.push(Nudge::FirstStepFar);
        }
    }
    found
}
