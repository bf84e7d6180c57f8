//! What somebody says, as typed: kept as it was for ever. Fields are added, never
//! renamed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Closing, Direction, Mark, Part};
use crate::{commitment::Delivery, id::CommitmentId, id::TargetId};

/// One person's page. Blank means not answered; a page has the questions of one
/// [`Part`] only.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LookBackDraft {
    /// By written id of the target, the code of a [`Direction`].
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub targets: BTreeMap<String, String>,
    /// By written id of their own promise, what became of it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub promises: BTreeMap<String, OwnWord>,
    /// A teacher's example.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub example: String,
    /// What helped, as a teacher sees it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub helped: String,
    /// What next, as a teacher sees it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub next: String,
    /// What else to say, of somebody who made a promise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// How it is going: from 0 to 10, or a face from 1 to 5.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub now: String,
    /// What the pupil is proud of.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub proud: String,
    /// What is still hard.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hard: String,
    /// What the pupil wants changed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub change: String,
    /// Who helped most.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub who_helped: String,
    /// What is different at home.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub at_home: String,
    /// The code of a [`super::Contact`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// What would be better.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact_why: String,
    /// Before the end: the closing questions.
    #[serde(skip_serializing_if = "Closing::is_empty")]
    pub closing: Closing,
}

/// What somebody says about a promise of their own.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnWord {
    /// The code of a [`Delivery`].
    pub delivery: String,
    /// What got in the way.
    pub why: String,
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
hidden!(LookBackDraft OwnWord);

impl LookBackDraft {
    /// How a target goes with them.
    pub fn direction(&self, target: TargetId) -> Option<Direction> {
        self.targets.get(&target.to_string())?.parse().ok()
    }

    /// What they say became of a promise of theirs, and why.
    pub fn promise(&self, promise: CommitmentId) -> Option<(Delivery, &str)> {
        let word = self.promises.get(&promise.to_string())?;
        Some((word.delivery.parse().ok()?, word.why.trim()))
    }

    /// How they say it is going.
    pub fn mark(&self, part: Part) -> Option<Mark> {
        Mark::read(&self.now, part)
    }

    /// Every text that was written, to be looked through or cleared.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let whys = self.promises.values_mut().map(|word| &mut word.why);
        let own = [
            &mut self.example,
            &mut self.helped,
            &mut self.next,
            &mut self.comment,
            &mut self.proud,
            &mut self.hard,
            &mut self.change,
            &mut self.who_helped,
            &mut self.at_home,
            &mut self.contact_why,
            &mut self.closing.change,
            &mut self.closing.next,
        ];
        own.into_iter().chain(whys)
    }
}
