//! Whose words a review or an ending has. Where the pupil's or home's are
//! missing it says that they were asked, or how somebody tried to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::typed::{Problems, line};
use crate::{
    meeting::{View, ViewOf},
    text::Line,
};

/// The two sides without whose words nothing is settled.
pub const MUST_BE_HEARD: [ViewOf; 2] = [ViewOf::Pupil, ViewOf::Home];

crate::coded! {
    /// Why there are no words of one side.
    pub enum NoWords {
        /// They were asked.
        ChoseNotTo => "chose_not_to", "Asked, and chose not to say";
        /// Nobody got through to them.
        NotReached => "not_reached", "Could not be reached";
    }
}

/// Why one side has no words here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyUnheard {
    /// They were asked and chose not to say.
    ChoseNotTo,
    /// They could not be reached, and this is how it was tried.
    NotReached(Line<200>),
}

/// One side without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unheard {
    /// Whose words are missing.
    pub of: ViewOf,
    /// Why.
    pub why: WhyUnheard,
}

/// Why there are no words, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnheardAnswer {
    /// The code of a [`NoWords`]; blank when there are words.
    pub why: String,
    /// How it was tried.
    pub tried: String,
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for UnheardAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnheardAnswer").finish_non_exhaustive()
    }
}

impl UnheardAnswer {
    /// What stands in a record where words would be; nothing when nobody said.
    pub fn words(&self) -> Option<String> {
        match self.why.parse().ok()? {
            NoWords::ChoseNotTo => Some("Asked, and chose not to say.".into()),
            NoWords::NotReached => {
                let tried = self.tried.trim().trim_end_matches('.');
                Some(format!("Could not be reached. {tried}."))
            }
        }
    }
}

/// Why sides without words have none. Words that are there win.
pub(crate) fn read_unheard(
    typed: &BTreeMap<String, UnheardAnswer>,
    says: &[View],
    problems: &mut Problems,
) -> Vec<Unheard> {
    let mut found = Vec::new();
    for of in MUST_BE_HEARD {
        let Some(answer) = typed.get(of.code()) else {
            continue;
        };
        if says.iter().any(|view| view.of == of) {
            continue;
        }
        let why = match answer.why.parse() {
            Ok(NoWords::ChoseNotTo) => WhyUnheard::ChoseNotTo,
            Ok(NoWords::NotReached) => {
                let field = format!("says-{}-tried", of.code());
                let Some(tried) = line(&field, &answer.tried, problems) else {
                    let words = "Say how and when you tried to reach them.";
                    problems.push((field, words.into()));
                    continue;
                };
                WhyUnheard::NotReached(tried)
            }
            Err(_) => continue,
        };
        found.push(Unheard { of, why });
    }
    found
}

/// What to do when one side's words are missing.
pub(crate) fn not_heard(of: ViewOf, pupil: &str) -> String {
    match of {
        ViewOf::Pupil => format!("Write what {pupil} says, or choose why there are no words."),
        _ => "Write what home says, or choose why there are no words. Ring if nobody came.".into(),
    }
}
