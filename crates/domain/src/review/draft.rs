//! A review as somebody is writing it: every answer as typed, kept until it is
//! settled and, once settled, for ever. Fields are added, never renamed.
//! Reading it is in `read`.

mod read;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use read::{read_promises, read_says};

use super::{ReviewDue, ReviewNumber, UnheardAnswer};
use crate::{
    id::{MeetingId, ReviewId},
    meeting::{MeetingKind, ViewOf},
};

/// The answers on the review page. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewDraft {
    /// By written id of the promise.
    pub promises: BTreeMap<String, PromiseAnswer>,
    /// By written id of the target.
    pub targets: BTreeMap<String, TargetAnswer>,
    /// By the code of a [`crate::meeting::ViewOf`], what that side says.
    pub says: BTreeMap<String, String>,
    /// By the same code, why that side has no words.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unheard: BTreeMap<String, UnheardAnswer>,
    /// What helps.
    pub what_works: String,
    /// The code of an [`super::Outlook`].
    pub outlook: String,
    /// Codes of [`crate::programme::NextOption`]s talked over.
    pub talked_over: Vec<String>,
    /// At the first review, the code of a [`SecondNeeded`].
    pub second: String,
    /// Why.
    pub second_why: String,
    /// Why the review is late.
    pub why_late: String,
    /// The next meeting, as 2026-11-27.
    pub next_on: String,
    /// What became of an open concern: the code of a [`ConcernAnswer`].
    pub concern: String,
}

/// What became of one promise, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PromiseAnswer {
    /// What whoever made it said beforehand, as a code.
    pub own: String,
    /// The code of a [`crate::commitment::Delivery`].
    pub delivery: String,
    /// How many times it happened.
    pub kept: String,
    /// Of how many.
    pub of: String,
    /// Why not whole.
    pub why: String,
}

/// What was settled about one target, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TargetAnswer {
    /// The code of a [`super::Progress`].
    pub progress: String,
    /// What the pupil said.
    pub pupil_says: String,
    /// The code of a [`super::DecisionName`].
    pub decision: String,
    /// What will be different.
    pub different: String,
    /// Codes of [`super::MoreHelp`].
    pub more_help: Vec<String>,
    /// What "something else" is.
    pub other_help: String,
    /// Why there is no new help.
    pub no_new_help: String,
}

crate::coded! {
    /// Whether a second review is needed, without its reason.
    pub enum SecondNeeded {
        /// It is.
        Needed => "needed", "Yes, hold it";
        /// It is not.
        NotNeeded => "not_needed", "No, go on to the final meeting";
    }
}

crate::coded! {
    /// What became of an open concern.
    pub enum ConcernAnswer {
        /// It is settled.
        Settled => "settled", "It is settled";
        /// It stays open.
        Open => "open", "It stays open";
    }
}

/// What stands around a review.
#[derive(Debug, Clone, Copy)]
pub struct ReviewFrame<'a> {
    /// Its id.
    pub id: ReviewId,
    /// Its meeting.
    pub meeting: MeetingId,
    /// Which kind.
    pub kind: MeetingKind,
    /// Which review of the programme.
    pub number: ReviewNumber,
    /// When it was due.
    pub due: ReviewDue,
    /// When it was held.
    pub held_on: Date,
    /// Sides that have said beforehand what they see, on their own page.
    pub heard: &'a [ViewOf],
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
hidden!(ReviewDraft PromiseAnswer TargetAnswer);
