//! What happens in each kind of meeting, in order, with time for each part.
//!
//! Strengths come before anything hard; promises by adults come before the
//! pupil's targets.

mod first;
mod last;
mod review;

use super::MeetingKind;

crate::coded! {
    /// Who leads a part of a meeting.
    pub enum Lead {
        /// The chair.
        Chair => "chair", "Chair";
        /// Everyone, in turn.
        Everyone => "everyone", "Everyone";
        /// The pupil, or the key worker for them.
        Pupil => "pupil", "The pupil, or their key worker";
        /// Parents or carers.
        Home => "home", "Home";
        /// The coordinator and the SENCO.
        School => "school", "Coordinator and SENCO";
        /// Anyone from outside school.
        Outside => "outside", "Outside help";
    }
}

/// One part of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgendaItem {
    /// The part of an address.
    pub slug: &'static str,
    title: &'static str,
    prompt: &'static str,
    /// How long it takes.
    pub minutes: u8,
    /// Who leads it.
    pub lead: Lead,
}

impl AgendaItem {
    /// Its name, with the pupil's own.
    pub fn title(&self, pupil: &str) -> String {
        self.title.replace("{pupil}", pupil)
    }

    /// What to say or do in it.
    pub fn prompt(&self, pupil: &str) -> String {
        self.prompt.replace("{pupil}", pupil)
    }
}

/// The parts of a meeting, in order.
pub const fn agenda(kind: MeetingKind) -> &'static [AgendaItem] {
    match kind {
        MeetingKind::Initial => first::INITIAL,
        MeetingKind::Review(_) | MeetingKind::EarlyReview => review::REVIEW,
        MeetingKind::Final => last::FINAL,
        MeetingKind::Options => last::OPTIONS,
    }
}

const fn item(
    slug: &'static str,
    title: &'static str,
    prompt: &'static str,
    minutes: u8,
    lead: Lead,
) -> AgendaItem {
    AgendaItem {
        slug,
        title,
        prompt,
        minutes,
        lead,
    }
}
