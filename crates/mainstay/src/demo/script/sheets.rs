//! What is written in each step of the story, sheet by sheet.

use std::collections::BTreeMap;

use domain::{
    commitment::{CommitmentDraft, RewardDraft},
    meeting::MinutesDraft,
    outcome::EndingDraft,
    plan::{Arrangements, ConsequenceSheet},
    review::{PromiseAnswer, ReviewDraft, TargetAnswer},
    target::TargetDraft,
};
use jiff::civil::Date;
use serde::Deserialize;

/// A referral in six steps.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Refer {
    pub strengths: String,
    pub best: Vec<String>,
    pub sen: String,
    pub sen_on: Option<Date>,
    pub language: String,
    pub early_help: String,
    /// By the code of a trigger, what shows it.
    pub triggers: BTreeMap<String, String>,
    pub concerns: Vec<String>,
    pub since: String,
    pub worst: Vec<String>,
    pub tried: Vec<Tried>,
    /// Codes of other plans; "none" stands alone.
    pub plans: Vec<String>,
    /// By a plan's code, who leads it.
    pub leads: BTreeMap<String, String>,
    pub keep: String,
    pub coordinator: String,
    pub key_worker: String,
    pub class_teacher: String,
    pub teachers: Vec<String>,
    pub urgency: String,
    /// phone, person or not_yet.
    pub family: String,
    pub family_on: Option<Date>,
    pub pupil_on: Option<Date>,
    /// How many steps are saved so far; none for all, and handed in.
    pub steps: Option<usize>,
}

/// One thing tried before.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tried {
    pub what: String,
    pub own: String,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub by: String,
    pub effect: String,
    pub note: String,
}

/// Whom at home, and how.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    pub whom: String,
    pub how: String,
}

/// Deciding to start.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    pub coordinator: String,
    pub key_worker: String,
    /// Which questions the pupil is asked.
    pub questions: String,
}

/// Deciding not to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decline {
    pub reason: String,
    pub instead: String,
}

/// An invitation to an account.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    pub name: String,
    pub email: String,
    /// "Rowan’s mum".
    pub role: String,
    /// Whether they are the pupil or family.
    pub kind: String,
}

/// Somebody who joins; a subject teacher when no role is said.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Join {
    pub who: String,
    pub role: String,
    /// What they teach.
    pub subject: String,
    /// Where they are from, when from outside.
    pub from: String,
}

/// One person's answers.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answer {
    /// Whose, when somebody else writes.
    pub of: String,
    /// How it is written down: exact_words, in_short, phone, paper.
    pub mode: String,
    /// About where they put themselves on scales, nought to one.
    pub mood: f64,
    /// By question, the words, codes or points. What is not here is made up
    /// from the mood, or skipped.
    pub says: BTreeMap<String, Said>,
    /// Stops after so many pages, and comes back another day.
    pub pages: Option<usize>,
}

/// A document that is needed.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Paper {
    /// The code of its form.
    pub form: String,
    /// As in an answer.
    pub says: BTreeMap<String, Said>,
}

/// What a coordinator adds to what everyone told.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ToldSheet {
    /// By a theme's code, a line.
    pub themes: BTreeMap<String, String>,
    pub points: Vec<String>,
    pub handling: String,
}

/// An answer: one thing, or several.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

/// Answers not waited for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waive {
    pub of: String,
    pub why: String,
}

/// A booking.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Book {
    /// The code of the meeting's kind, with its week.
    pub kind: String,
    pub on: Date,
    pub from: String,
    pub to: String,
    pub room: String,
    pub chair: String,
    pub notes: String,
    pub out_of_hours: String,
}

/// Minutes of a meeting: people by name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    pub of: String,
    pub sheet: MinutesDraft,
    /// Whether more is to come.
    #[serde(default)]
    pub unfinished: Option<String>,
}

/// A plan: people by name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WholePlan {
    pub target: Vec<TargetWords>,
    pub promise: Vec<CommitmentDraft>,
    pub whole: Arrangements,
}

/// A target with what goes with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetWords {
    pub sheet: TargetDraft,
    #[serde(default)]
    pub reward: RewardDraft,
    #[serde(default)]
    pub otherwise: ConsequenceSheet,
}

/// An answer to being asked to sign.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sign {
    /// Whose.
    pub of: String,
    /// typed, said, paper, refused, unable or tried.
    pub how: String,
    /// Why, or who heard it, or how they were tried.
    pub words: String,
}

/// A contact home.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Home {
    pub whom: String,
    pub how: String,
    #[serde(default)]
    pub said: String,
}

/// What somebody says before a review: targets and their own promises in the
/// order of the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookBackSheet {
    /// For whom it is written down, when it is not one's own.
    pub of: Option<String>,
    /// How each target goes.
    #[serde(default)]
    pub targets: Vec<String>,
    /// What became of each promise.
    #[serde(default)]
    pub promise: Vec<domain::look_back::OwnWord>,
    #[serde(default)]
    pub sheet: domain::look_back::LookBackDraft,
}

/// A review: promises and targets in the order of the plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewSheet {
    /// The code of the meeting's kind, with its week.
    pub of: String,
    #[serde(default)]
    pub promise: Vec<PromiseAnswer>,
    #[serde(default)]
    pub target: Vec<TargetAnswer>,
    #[serde(default)]
    pub sheet: ReviewDraft,
    /// Whether more is to come.
    #[serde(default)]
    pub unfinished: Option<String>,
}

/// How it ended: promises and targets in the order of the plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    #[serde(default)]
    pub promise: Vec<PromiseAnswer>,
    #[serde(default)]
    pub target: Vec<domain::outcome::EndingAnswer>,
    pub sheet: EndingDraft,
}

/// The head's part of it.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Confirm {
    pub risk: String,
    pub why: String,
    pub council_first: String,
}

/// How it goes in aftercare.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LookIn {
    pub pupil: String,
    pub home: String,
    pub note: String,
}
