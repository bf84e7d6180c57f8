//! What was said in a meeting, in people's own words.
//!
//! Disagreement is kept beside agreement. What a pupil says here, however
//! harsh, has no consequence for them.

use jiff::civil::{Date, Time};

use super::{Attendance, MeetingKind, PupilAttendance};
use crate::{
    account::Role,
    commitment::Owner,
    id::PersonId,
    text::{Line, Prose},
};

/// Something somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub by: Owner,
    /// In their words.
    pub words: Prose<600>,
}

crate::coded! {
    /// Whose view it is.
    pub enum ViewOf {
        /// The pupil's.
        Pupil => "pupil", "Pupil";
        /// A parent's or carer's.
        Home => "home", "Home";
        /// The school's.
        Staff => "staff", "Staff";
        /// Someone's from outside school.
        Agency => "agency", "Outside help";
    }
}

/// One side's view, in their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Whose.
    pub of: ViewOf,
    /// In their words.
    pub words: Prose<2000>,
}

/// An assessment or another task that came out of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// What.
    pub what: Line<200>,
    /// Who does it.
    pub owner: Owner,
    /// By when.
    pub by: Date,
}

/// The minutes of one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The day.
    pub on: Date,
    /// When it began.
    pub began: Time,
    /// When it ended.
    pub ended: Time,
    /// Who came, and how.
    pub attendance: Vec<Attendance>,
    /// How much of it the pupil was there for.
    pub pupil: PupilAttendance,
    /// What people said the pupil is good at.
    pub strengths: Vec<Said>,
    /// The concerns everyone agreed on.
    pub concerns: Vec<Line<200>>,
    /// Each side's view, in their words.
    pub views: Vec<View>,
    /// What the meeting thinks is behind it, for now.
    pub conclusion: Option<Prose<1000>>,
    /// Where people did not agree.
    pub disagreements: Vec<Said>,
    /// Assessments and other things to do.
    pub to_do: Vec<ToDo>,
    /// Who calls whom, and how often.
    pub contact: Option<Prose<600>>,
    /// Things for another time.
    pub later: Vec<Line<200>>,
}

/// Why minutes are not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MinutesProblem {
    /// Nobody was there.
    #[error("record meeting: nobody took part")]
    NobodyThere,
    /// It ended before it began.
    #[error("record meeting: ended before it began")]
    EndedBeforeItBegan,
    /// The pupil is marked as both there and not there.
    #[error("record meeting: pupil's attendance is told two ways")]
    PupilToldTwoWays,
    /// The pupil's view is missing, whether or not they came.
    #[error("record meeting: no view from the pupil")]
    NoPupilView,
    /// Nobody said anything good.
    #[error("record meeting: no strengths")]
    NoStrengths,
    /// A first meeting did not say what it thinks is behind things.
    #[error("record meeting: no conclusion")]
    NoConclusion,
    /// A first meeting did not say who keeps in touch.
    #[error("record meeting: no contact rules")]
    NoContact,
}

impl MinutesProblem {
    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(self, pupil: &str) -> String {
        match self {
            Self::NobodyThere => "Tick who is here.".into(),
            Self::EndedBeforeItBegan => "The meeting must end after it began.".into(),
            Self::PupilToldTwoWays => format!(
                "Check how much of the meeting {pupil} was there for: the list of who is here says \
                 something else."
            ),
            Self::NoPupilView => format!("Write what {pupil} thinks, in {pupil}’s own words."),
            Self::NoStrengths => format!("Write at least one thing {pupil} is good at."),
            Self::NoConclusion => "Say what you think is behind it, for now.".into(),
            Self::NoContact => "Say who keeps in touch with home, and how often.".into(),
        }
    }
}

/// What is worth a second thought before a meeting closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MinutesNudge {
    /// Somebody who was there has no words in the notes.
    NotHeardFrom(Owner),
    /// Nobody from home was there, and their view is missing.
    NoViewFromHome,
    /// The pupil was not there: targets stay proposed until they have seen them.
    PupilNotThere,
}

impl MinutesNudge {
    /// The advice, as a person would put it.
    pub fn words(&self, pupil: &str) -> String {
        match self {
            Self::NotHeardFrom(person) => format!("{} hasn’t had a turn yet.", person.name),
            Self::NoViewFromHome => "Ring home and ask what they think.".into(),
            Self::PupilNotThere => {
                format!("The targets are only proposed until {pupil} has seen and changed them.")
            }
        }
    }
}

impl Minutes {
    /// What stops these minutes from being finished.
    pub fn problems(&self, kind: MeetingKind) -> Vec<MinutesProblem> {
        let mut found = Vec::new();
        if !self.attendance.iter().any(|each| each.status.took_part()) {
            found.push(MinutesProblem::NobodyThere);
        }
        if self.ended <= self.began {
            found.push(MinutesProblem::EndedBeforeItBegan);
        }
        let marked = self.attendance.iter().find(|each| each.role == Role::Pupil);
        if marked.is_some_and(|pupil| pupil.status.took_part() != self.pupil.was_there()) {
            found.push(MinutesProblem::PupilToldTwoWays);
        }
        if !self.views.iter().any(|view| view.of == ViewOf::Pupil) {
            found.push(MinutesProblem::NoPupilView);
        }
        if self.strengths.is_empty() {
            found.push(MinutesProblem::NoStrengths);
        }
        if kind == MeetingKind::Initial && self.conclusion.is_none() {
            found.push(MinutesProblem::NoConclusion);
        }
        if kind == MeetingKind::Initial && self.contact.is_none() {
            found.push(MinutesProblem::NoContact);
        }
        found
    }

    /// What is worth a second thought before it closes; none of it is in the way.
    pub fn nudges(&self) -> Vec<MinutesNudge> {
        let silent = self
            .attendance
            .iter()
            .filter(|each| each.status.took_part() && !self.has_words_of(each.person.person));
        let mut found: Vec<_> = silent
            .map(|each| MinutesNudge::NotHeardFrom(each.person.clone()))
            .collect();
        if !self.views.iter().any(|view| view.of == ViewOf::Home) {
            found.push(MinutesNudge::NoViewFromHome);
        }
        if !self.pupil.was_there() {
            found.push(MinutesNudge::PupilNotThere);
        }
        found
    }

    fn has_words_of(&self, person: PersonId) -> bool {
        self.strengths
            .iter()
            .chain(&self.disagreements)
            .any(|said| said.by.person == person)
    }
}
