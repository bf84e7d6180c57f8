//! An ending as the coordinator is writing it: every answer as typed, kept
//! while it goes to the head and back, and for ever. Fields are added, never
//! renamed. Reading it is in `read`, and the part about aftercare in `after`.

mod after;
mod read;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::StartToEnd;
use crate::{
    commitment::Owner,
    indicators::Settled,
    look_back::Closing,
    meeting::{SaidDraft, ViewOf},
    review::{PromiseAnswer, UnheardAnswer},
};

/// The answers on "How it ended". Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EndingDraft {
    /// By written id of the target.
    pub targets: BTreeMap<String, EndingAnswer>,
    /// By written id of the promise.
    pub promises: BTreeMap<String, PromiseAnswer>,
    /// By the code of a [`crate::meeting::ViewOf`], what that side thinks.
    pub says: BTreeMap<String, String>,
    /// By the same code, why that side has no words.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unheard: BTreeMap<String, UnheardAnswer>,
    /// By the same code, the closing answers that were written down at the
    /// meeting; those given on one's own page stand beside it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub closing: BTreeMap<String, Closing>,
    /// The code of a [`crate::programme::Judgement`].
    pub judgement: String,
    /// Why, in words the pupil and home will read.
    pub reason: String,
    /// What went partly.
    pub partly: String,
    /// After success: what the pupil is given credit for.
    pub credit: String,
    /// After success: what carries on.
    pub carries_on: Vec<CarriesOnAnswer>,
    /// After success: how often the named adult and the pupil meet, as a code.
    pub how_often: String,
    /// After success: the written id of the named adult.
    pub adult: String,
    /// After success: two or three things to keep, one a line.
    pub keeps: String,
    /// After success: what to look out for, one a line.
    pub early_signs: String,
    /// After success: what to do when it appears.
    pub if_they_appear: String,
    /// Otherwise: what else was considered.
    pub considered: Vec<ConsideredAnswer>,
    /// Otherwise: what is said about support that was not delivered.
    pub about_support: String,
    /// Both views, where people did not agree.
    pub views: Vec<SaidDraft>,
    /// What the school learns from it; not in the copy of the pupil and home.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lessons: String,
}

/// How one target ended, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EndingAnswer {
    /// The code of a [`super::TargetEnd`].
    pub end: String,
    /// What shows it.
    pub evidence: String,
}

/// One thing that carries on, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarriesOnAnswer {
    /// What.
    pub what: String,
    /// The written id of who answers for it.
    pub who: String,
    /// Until when, as 2027-03-25.
    pub until: String,
}

/// One option considered, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsideredAnswer {
    /// The code of a [`crate::programme::NextOption`].
    pub option: String,
    /// The code of a [`super::Choice`].
    pub choice: String,
    /// Why.
    pub why: String,
}

/// What stands around an ending.
#[derive(Debug, Clone)]
pub struct EndingFrame<'a> {
    /// Sides that have said beforehand what they see, on their own page.
    pub heard: &'a [ViewOf],
    /// Everyone taking part.
    pub people: &'a [Owner],
    /// Figures from start to end, from the record.
    pub figures: &'a [StartToEnd],
    /// What became of promises at the reviews before, one by one.
    pub before: &'a [Settled],
    /// The adults among them: who can carry something on, or look in.
    pub adults: &'a [Owner],
    /// What the pupil is called.
    pub pupil: &'a str,
    /// Who proposes.
    pub by: &'a Owner,
    /// The day.
    pub on: Date,
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
hidden!(EndingDraft EndingAnswer CarriesOnAnswer ConsideredAnswer);
