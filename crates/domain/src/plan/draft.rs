//! A plan as people are writing it: every answer as typed, so that nothing is
//! lost, and a count on each sheet so that two people who write the same one
//! find out.
//!
//! Here: what is typed. How one edit changes it is in `edit`, reading it into a
//! [`Plan`](super::Plan) in `read`, the way back in `back`.

mod back;
mod edit;
mod read;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use edit::{Clash, PlanEdit};
pub use read::{PlanFrame, SheetPlace, SheetProblem};

use crate::{
    commitment::{CommitmentDraft, RewardDraft},
    id::{CommitmentId, TargetId},
    plan::DayToDaySheet,
    target::TargetDraft,
};

/// Everything typed so far. Rewards and consequences go with a target when
/// they name it alone.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanDraft {
    /// The targets, in the order people number them.
    pub targets: Vec<TargetSheet>,
    /// The promises.
    pub promises: Vec<PromiseSheet>,
    /// The rewards.
    pub rewards: Vec<RewardDraft>,
    /// The consequences.
    pub consequences: Vec<ConsequenceSheet>,
    /// Everything about the plan as a whole.
    pub arrangements: Arrangements,
}

/// One target as typed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetSheet {
    /// Kept through every version of the plan.
    pub id: TargetId,
    /// How often it was saved; a form brings back the count it was drawn from.
    pub saved: u32,
    /// The answers.
    pub draft: TargetDraft,
    /// The step the pupil is on, from 1.
    pub step: u8,
    /// The code of how it stands; open when blank.
    pub status: String,
    /// When it is next looked at; the first review when blank.
    pub review_on: String,
}

/// One promise as typed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseSheet {
    /// Kept through every version of the plan.
    pub id: CommitmentId,
    /// How often it was saved.
    pub saved: u32,
    /// The answers.
    pub draft: CommitmentDraft,
}

/// One consequence as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsequenceSheet {
    /// What happens.
    pub text: String,
    /// When.
    pub trigger: String,
    /// How it helps to put things right.
    pub puts_right: String,
    /// The longest it can last.
    pub at_most: String,
    /// The written id of the person who decides.
    pub decided_by: String,
    /// The targets it goes with.
    pub targets: Vec<TargetId>,
}

/// What holds for the plan as a whole, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangements {
    /// How often it was saved.
    pub saved: u32,
    /// What the pupil is good at, one thing a line.
    pub good_at: String,
    /// Who meets the pupil, how often.
    pub monitoring: MonitoringSheet,
    /// How home hears of it.
    pub home: HomeSheet,
    /// Where the pupil can go.
    pub safe_place: String,
    /// Written ids of adults the pupil can go to.
    pub named_adults: Vec<String>,
    /// What every adult in school does the same way.
    #[serde(skip_serializing_if = "DayToDaySheet::is_empty")]
    pub day_to_day: DayToDaySheet,
}

/// Who keeps an eye on it, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MonitoringSheet {
    /// The code of a [`HowOften`](crate::commitment::HowOften).
    pub how_often: String,
    /// The written id of the key adult.
    pub by: String,
    /// Days and times.
    pub when: String,
    /// Where.
    pub place: String,
    /// The code of a [`ReportCard`](crate::commitment::ReportCard).
    pub report_card: String,
}

/// How home hears, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HomeSheet {
    /// The written id of whoever rings or writes.
    pub by: String,
    /// The code of an [`AskChannel`](crate::programme::AskChannel).
    pub channel: String,
    /// The code of a [`HowOften`](crate::commitment::HowOften).
    pub how_often: String,
    /// When, when it is always the same day.
    pub when: String,
}

impl PlanDraft {
    /// The sheet of a target.
    pub fn target(&self, id: TargetId) -> Option<&TargetSheet> {
        self.targets.iter().find(|sheet| sheet.id == id)
    }

    /// The sheet of a promise.
    pub fn promise(&self, id: CommitmentId) -> Option<&PromiseSheet> {
        self.promises.iter().find(|sheet| sheet.id == id)
    }

    /// The reward that goes with one target alone.
    pub fn reward_of(&self, id: TargetId) -> Option<&RewardDraft> {
        self.rewards.iter().find(|each| each.targets == [id])
    }

    /// What happens otherwise, for one target alone.
    pub fn consequence_of(&self, id: TargetId) -> Option<&ConsequenceSheet> {
        self.consequences.iter().find(|each| each.targets == [id])
    }
}

// People's words must not reach a log through `{:?}`.
macro_rules! hidden {
    ($($name:ident)+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}
hidden!(PlanDraft TargetSheet PromiseSheet ConsequenceSheet Arrangements MonitoringSheet HomeSheet);
