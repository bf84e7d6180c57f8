//! A target at a glance: its number and step, its name, the sentence in the pupil's voice, its ladder, who helps, and
//! the reward. Three side by side share rows, so that their ladders line up.

use super::{Markup, Phrase};
use crate::charts::Picture;
use askama::{Template, filters::HtmlSafe};

/// One target.
#[derive(Clone, Debug, Template)]
#[template(path = "components/target_card.html")]
pub struct TargetCard {
    pub number: usize,
    /// Such as "Step 2 of 3".
    pub step: Phrase,
    pub name: String,
    pub href: Option<String>,
    /// In the pupil's own voice.
    pub says: String,
    pub ladder: Option<Picture>,
    pub helps: Phrase,
    pub reward: Phrase,
    /// How often it was given, and a way to say that it was.
    pub given: Markup,
}

impl HtmlSafe for TargetCard {}
