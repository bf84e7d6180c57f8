//! Short notes: good news, calls home, talks.

use app::{
    Refusal,
    monitoring::note::{NewNote, RecordNote, Tried},
};
use domain::note::ContactHomeDraft;

use super::{Case, Town};
use crate::demo::script::{Home, Talk};

/// One good thing.
pub fn good(town: &Town, case: &Case, by: &str, words: &str) -> Result<(), Refusal> {
    let words = words.to_owned();
    note(town, case, by, NewNote::GoodNews { words })
}

/// A reward, by its number in the plan.
pub fn reward(town: &Town, case: &Case, by: &str, number: usize) -> Result<(), Refusal> {
    let (version, _) = super::plan::shown(town, case, by)?;
    let place = number.saturating_sub(1);
    note(town, case, by, NewNote::Reward { version, place })
}

/// A contact home; without words nobody was reached.
pub fn home(town: &Town, case: &Case, by: &str, home: &Home) -> Result<(), Refusal> {
    let words = NewNote::ContactHome {
        contact: case.contact(&home.whom)?,
        typed: ContactHomeDraft {
            channel: home.how.clone(),
            on: town.app.clock().today().to_string(),
            summary: home.said.clone(),
        },
        tried_only: if home.said.is_empty() {
            Tried::NotThisTime
        } else {
            Tried::Reached
        },
    };
    note(town, case, by, words)
}

/// A talk with the pupil.
pub fn talk(town: &Town, case: &Case, by: &str, talk: &Talk) -> Result<(), Refusal> {
    let words = NewNote::CheckIn {
        on: town.app.clock().today(),
        minutes: talk.minutes,
        words: talk.said.clone(),
    };
    note(town, case, by, words)
}

fn note(town: &Town, case: &Case, by: &str, note: NewNote) -> Result<(), Refusal> {
    let reference = case.reference()?;
    town.app
        .execute(town.actor(by)?, RecordNote { reference, note })
}
