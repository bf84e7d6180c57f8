//! A key worker's meeting with the pupil, in short: that it happened or why it
//! did not, how the pupil is, whether promises are kept, and what comes next.
//!
//! What was seen since the last one is worked out from the record when it is
//! read, and is not kept twice. How it is typed is in `draft`.

mod draft;
mod problem;

use jiff::civil::Date;

pub use draft::{AsksWhy, CheckInDraft, CheckInFrame, PromiseDraft};
pub use problem::CheckInProblem;

use crate::{
    commitment::Owner,
    id::{CommitmentId, NoteId},
    text::{Line, Prose},
};

crate::coded! {
    /// What came of the meeting that was to be.
    pub enum CameOf {
        /// They met when they were to.
        Planned => "planned", "Yes, as planned";
        /// They met once more than was planned.
        Extra => "extra", "Yes, an extra time";
        /// They were to meet and did not.
        Missed => "missed", "No, not this time";
    }
}

crate::coded! {
    /// Why a planned meeting did not happen. Never the pupil's fault.
    pub enum Missed {
        /// The pupil was not in school.
        PupilAway => "pupil_away", "Pupil not in school";
        /// The adult was not there.
        AdultAway => "adult_away", "Adult not there";
        /// The pupil chose not to come.
        PupilChoseNot => "pupil_chose_not", "Pupil chose not to";
        /// Something else was on.
        Timetable => "timetable", "Something else was on";
        /// Another reason.
        Other => "other", "Another reason";
    }
}

crate::coded! {
    /// How the pupil said they felt: the five faces, or that they did not say.
    pub enum Mood {
        /// The saddest face.
        VerySad => "1", "Really sad or cross";
        /// The second.
        Sad => "2", "A bit unhappy";
        /// The one in the middle.
        Middling => "3", "In the middle";
        /// The fourth.
        Happy => "4", "Quite happy";
        /// The happiest.
        VeryHappy => "5", "Really happy";
        /// Not saying is an answer.
        DidNotSay => "0", "Did not say";
    }
}

crate::coded! {
    /// Whether a promise is being kept.
    pub enum Happening {
        /// It is.
        Yes => "yes", "Happening";
        /// In part.
        Partly => "partly", "Partly";
        /// It is not.
        Not => "not", "Not happening";
    }
}

crate::coded! {
    /// How the key worker thinks the plan is going. The plan, never the pupil.
    pub enum Concern {
        /// It is going as hoped.
        OnTrack => "on_track", "On track";
        /// Worth watching.
        Watch => "watch", "Keep an eye on it";
        /// It is not working, and home should hear before the next review.
        NotWorking => "not_working", "The plan isn’t working";
    }
}

crate::coded! {
    /// What the coordinator says to a small change that was asked for.
    pub enum WishAnswer {
        /// It goes into the plan.
        Taken => "taken", "It goes into the plan";
        /// It does not, for now.
        NotNow => "not_now", "Not now";
    }
}

/// A number from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutOfTen(u8);

impl OutOfTen {
    /// `number` when it is from 0 to 10.
    pub const fn new(number: u8) -> Option<Self> {
        if number <= 10 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// How long they met, in minutes: 1 to 180.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(u16);

impl Minutes {
    /// What is written in the form when nobody has met yet.
    pub const USUAL: Self = Self(15);

    /// `number` when it is from 1 to 180.
    pub const fn new(number: u16) -> Option<Self> {
        if number >= 1 && number <= 180 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number.
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// One promise, asked about between reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseCheck {
    /// The promise.
    pub commitment: CommitmentId,
    /// Whether it is happening.
    pub happening: Happening,
    /// In a few words.
    pub note: Option<Line<200>>,
}

/// Something small to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// What.
    pub text: Line<200>,
    /// By when.
    pub by: Date,
}

/// How the plan is going, and what is wrong when it is not working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Level {
    /// As hoped.
    OnTrack,
    /// Worth watching.
    Watch,
    /// Not working. Home hears, and an extra review is asked for.
    NotWorking {
        /// What in the plan is not working. May be left out while a concern is open.
        why: Option<Prose>,
    },
}

impl Level {
    /// Its name.
    pub const fn name(&self) -> Concern {
        match self {
            Self::OnTrack => Concern::OnTrack,
            Self::Watch => Concern::Watch,
            Self::NotWorking { .. } => Concern::NotWorking,
        }
    }
}

/// What was said when they met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCheckIn {
    /// How long.
    pub minutes: Minutes,
    /// How the pupil felt.
    pub mood: Mood,
    /// How sure the pupil is that they can do it.
    pub confidence: Option<OutOfTen>,
    /// What went well.
    pub went_well: Prose<600>,
    /// A hard moment, and what helped.
    pub hard_moment: Option<Prose<600>>,
    /// The promises they went through: every one in force.
    pub promises: Vec<PromiseCheck>,
    /// A small change they would like: a request to amend the plan.
    pub small_change: Option<Line<300>>,
    /// What happens next.
    pub next: NextStep,
    /// How the plan is going.
    pub level: Level,
}

/// A key worker's meeting with the pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// Its own id.
    pub id: NoteId,
    /// Who met the pupil, or was to.
    pub by: Owner,
    /// The day.
    pub on: Date,
    /// What came of it.
    pub meeting: Meeting,
    /// When they meet next.
    pub next_on: Date,
}

/// Whether they met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meeting {
    /// When they were to.
    Planned(HeldCheckIn),
    /// Once more than was planned.
    Extra(HeldCheckIn),
    /// They were to and did not.
    Missed(Missed),
}

impl Meeting {
    /// What came of it, without what was said.
    pub const fn name(&self) -> CameOf {
        match self {
            Self::Planned(_) => CameOf::Planned,
            Self::Extra(_) => CameOf::Extra,
            Self::Missed(_) => CameOf::Missed,
        }
    }

    /// What was said, if they met.
    pub const fn said(&self) -> Option<&HeldCheckIn> {
        match self {
            Self::Planned(said) | Self::Extra(said) => Some(said),
            Self::Missed(_) => None,
        }
    }
}

impl CheckIn {
    /// What in the plan is not working, when somebody says so.
    pub fn raises_concern(&self) -> Option<&Prose> {
        match &self.meeting.said()?.level {
            Level::NotWorking { why } => why.as_ref(),
            Level::OnTrack | Level::Watch => None,
        }
    }
}

#[cfg(test)]
mod tests;
