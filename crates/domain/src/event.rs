//! Everything that can happen, as the record keeps it.
//!
//! An event holds ids, codes, dates and version numbers, and never a name, an
//! answer or any other personal words: those are in the thing that changed,
//! and may one day be erased while the event stays. Who did it, when and why
//! is kept beside the event, not in it.
//!
//! Once written an event is read for ever. A kind is never renamed and a field
//! never removed or retyped; `tests/golden/event` holds each kind's form.

#[macro_use]
mod declare;
mod code;
mod detail;
mod list;

pub use detail::{Opened, Records};
pub use list::Event;

use crate::id::{AccountId, ProgrammeId, PupilId, SchoolId};

/// Who on the staff may see that an event happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Everyone who may see the programme's history.
    Routine,
    /// Those who may read what contributors wrote.
    Sensitive,
    /// Those who may read restricted matter. To everyone else it did not
    /// happen: no line, no count, no gap.
    Restricted,
}

/// Whether an event belongs on the family's timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Staff only.
    Staff,
    /// The family and the pupil too, if the programme is visible to them. A
    /// meeting's events are shown only to those it concerns, because parents
    /// who meet apart must not learn of each other's meetings.
    Family,
}

/// What an event happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The whole installation.
    Installation,
    /// A school.
    School(SchoolId),
    /// An account.
    Account(AccountId),
    /// A pupil.
    Pupil(PupilId),
    /// A programme.
    Programme(ProgrammeId),
}

/// What is fixed about one kind of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventKind {
    /// The stored name.
    pub kind: &'static str,
    /// Who on the staff may see it.
    pub class: Class,
    /// Whether it is on the family's timeline.
    pub audience: Audience,
    /// What happened, in a sentence.
    pub meaning: &'static str,
}

impl Event {
    /// The stored name of the kind, such as `plan_agreed`.
    pub const fn kind(&self) -> &'static str {
        self.about().kind
    }

    /// Who on the staff may see that it happened.
    pub const fn class(&self) -> Class {
        self.about().class
    }

    /// Whether it belongs on the family's timeline.
    pub const fn audience(&self) -> Audience {
        self.about().audience
    }

    /// The programme it happened to, if it was one.
    pub const fn programme(&self) -> Option<ProgrammeId> {
        match self.subject() {
            Subject::Programme(programme) => Some(programme),
            Subject::Installation
            | Subject::School(_)
            | Subject::Account(_)
            | Subject::Pupil(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn restricted_events_are_never_on_the_familys_timeline() {
        for kind in Event::KINDS {
            let hidden = kind.class == Class::Restricted;
            assert!(!hidden || kind.audience == Audience::Staff, "{}", kind.kind);
        }
    }

    #[test]
    fn every_kind_has_a_name_of_its_own_and_a_sentence() {
        let mut names: Vec<_> = Event::KINDS.iter().map(|kind| kind.kind).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Event::KINDS.len());
        for kind in Event::KINDS {
            assert!(kind.meaning.trim().ends_with('.'), "{}", kind.kind);
        }
    }
}
