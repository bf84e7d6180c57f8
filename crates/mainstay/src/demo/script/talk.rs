//! A key worker’s meeting with the pupil, as the story tells it.

use serde::Deserialize;

/// A talk with the pupil.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    #[serde(default)]
    pub minutes: u16,
    /// What went well.
    #[serde(default)]
    pub said: String,
    /// Why they did not meet, when they did not.
    #[serde(default)]
    pub missed: String,
    /// A face, from 1 to 5; the fourth when left out.
    #[serde(default)]
    pub mood: String,
    #[serde(default)]
    pub sure: String,
    #[serde(default)]
    pub hard: String,
    /// How the promises stand, in their order; happening when left out.
    #[serde(default)]
    pub promises: Vec<(String, String)>,
    #[serde(default)]
    pub change: String,
    #[serde(default)]
    pub next: String,
    /// How the plan is going; on track when left out.
    #[serde(default)]
    pub level: String,
    #[serde(default)]
    pub why: String,
}
