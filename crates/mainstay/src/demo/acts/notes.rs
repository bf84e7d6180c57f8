//! Short notes: good news, calls home, talks.

use app::{
    Refusal,
    monitoring::{
        check_in::RecordCheckIn,
        check_in_form::CheckInForm,
        note::{NewNote, RecordNote, Tried},
    },
    reviews::view::PromiseLine,
};
use domain::note::{CheckInDraft, ContactHomeDraft, PromiseDraft};

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

/// A talk with the pupil, or that there was none.
pub fn talk(town: &Town, case: &Case, by: &str, talk: &Talk) -> Result<(), Refusal> {
    let (reference, who) = (case.reference()?, town.actor(by)?);
    let form = CheckInForm {
        reference: reference.clone(),
    };
    let facts = town.app.fetch(who, form)?.answer;
    let or = |said: &str, usual: &str| {
        if said.is_empty() {
            usual.to_owned()
        } else {
            said.to_owned()
        }
    };
    let promise = |(at, line): (usize, &PromiseLine)| {
        let said = talk.promises.get(at).cloned();
        let (happening, note) = said.unwrap_or_else(|| ("yes".into(), String::new()));
        PromiseDraft {
            promise: line.id.to_string(),
            happening,
            note,
        }
    };
    let typed = CheckInDraft {
        came_of: if talk.missed.is_empty() {
            "planned".into()
        } else {
            "missed".into()
        },
        missed: talk.missed.clone(),
        on: town.app.clock().today().to_string(),
        minutes: talk.minutes.to_string(),
        mood: or(&talk.mood, "4"),
        confidence: talk.sure.clone(),
        went_well: talk.said.clone(),
        hard_moment: talk.hard.clone(),
        promises: facts.promises.iter().enumerate().map(promise).collect(),
        small_change: talk.change.clone(),
        next: or(&talk.next, "Carry on with what helps"),
        next_by: facts.next_on.to_string(),
        level: or(&talk.level, "on_track"),
        level_why: talk.why.clone(),
        next_on: facts.next_on.to_string(),
    };
    let record = RecordCheckIn {
        reference,
        typed,
        home: None,
        form: Some(facts.form),
    };
    town.app.execute(who, record)
}

fn note(town: &Town, case: &Case, by: &str, note: NewNote) -> Result<(), Refusal> {
    let record = RecordNote {
        reference: case.reference()?,
        note,
        form: None,
    };
    town.app.execute(town.actor(by)?, record)
}
