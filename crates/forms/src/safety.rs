//! Answers that call for an adult: which, who, how soon, and what is kept.
//!
//! A rule raises a task for a person. It never makes an incident, never tells a
//! parent, and never carries what was said (domain notes 5.4).

use serde::Deserialize;

use crate::condition::Test;
use crate::ids::{Code, QuestionId};
use crate::role::Role;
use crate::words::Words;

/// One rule on one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyRule {
    /// Which answers call for an adult.
    pub when: Test,
    /// What the task is called in the house, such as `talk_today`; stored with it.
    pub task: Code,
    /// Who gets the task.
    pub to: Adult,
    /// Who else is told that it was raised.
    pub tell: Vec<Role>,
    /// How soon.
    pub within: Within,
    /// What stays in the answers.
    pub keep: Keep,
    /// What the adult is asked to do. Never holds the answer.
    pub ask: Words,
    /// What the person who answered is told, if anything.
    pub say: Option<Words>,
}

/// The adult a task goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adult {
    /// Whoever sat with the pupil, or the key worker if nobody did.
    Helper,
    /// Whoever holds this role in the programme or the school.
    Holding(Role),
}

/// How soon a task is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// Before the person who answered leaves school today.
    Today,
    /// By the end of the next school day.
    NextSchoolDay,
    /// Within three school days.
    ThreeSchoolDays,
}

/// What of an answer is kept when a rule fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// The answer is stored like any other.
    Answer,
    /// Only that it was passed on.
    Nothing,
}

/// A rule that fired: a task to make. Holds no part of the answer.
///
/// Saving a page twice raises twice; `question` and `task` together tell the house
/// that it already has this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The question.
    pub question: QuestionId,
    /// The rule that fired.
    pub rule: SafetyRule,
}
