//! The key worker's meetings with the pupil: written down on one page, read by
//! each as much as is theirs, and what follows from them.

mod after;
mod page;
mod read;

use app::{
    Refusal,
    monitoring::{
        check_in::{HomeHeard, RecordCheckIn},
        check_in_form::{CheckInFacts, CheckInForm},
        check_ins::{CheckInShown, CheckIns},
    },
};
use domain::note::{CheckInDraft, PromiseDraft};

use crate::story::{JOEL, Story};

/// The form as it is drawn for somebody.
pub fn facts(story: &Story, who: u128) -> CheckInFacts {
    let reference = story.reference();
    story.fetch(who, CheckInForm { reference }).unwrap()
}

/// A meeting that went well, with every promise gone through.
pub fn met(story: &Story) -> CheckInDraft {
    let facts = facts(story, JOEL);
    let promise = |line: &app::reviews::view::PromiseLine| PromiseDraft {
        promise: line.id.to_string(),
        happening: "yes".into(),
        note: String::new(),
    };
    CheckInDraft {
        came_of: "planned".into(),
        on: story.app.clock().today().to_string(),
        minutes: "20".into(),
        mood: "4".into(),
        confidence: "7".into(),
        went_well: "The bag was packed.".into(),
        hard_moment: "Maths was loud. The card helped.".into(),
        promises: facts.promises.iter().map(promise).collect(),
        next: "Try the seat by the door".into(),
        next_by: facts.next_on.to_string(),
        level: "on_track".into(),
        next_on: facts.next_on.to_string(),
        ..CheckInDraft::default()
    }
}

impl Story {
    /// Somebody writes it down.
    pub fn meets(&self, who: u128, typed: CheckInDraft) -> Result<(), Refusal> {
        self.meets_and_tells(who, typed, None)
    }

    /// Somebody writes it down, and home heard.
    pub fn meets_and_tells(
        &self,
        who: u128,
        typed: CheckInDraft,
        home: Option<HomeHeard>,
    ) -> Result<(), Refusal> {
        let record = RecordCheckIn {
            reference: self.reference(),
            typed,
            home,
            form: None,
        };
        self.execute(who, record)
    }

    /// The record as somebody reads it.
    pub fn check_ins(&self, who: u128) -> Vec<CheckInShown> {
        let reference = self.reference();
        self.fetch(who, CheckIns { reference }).unwrap().all
    }
}
