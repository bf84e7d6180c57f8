//! A key worker's meeting with the pupil, in short.

use jiff::civil::Date;

use crate::{
    commitment::Owner,
    id::{CommitmentId, NoteId},
    programme::AskChannel,
    text::{Line, Prose, TextProblem},
};

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
    /// How the pupil said they felt.
    pub enum Mood {
        /// Very sad.
        VerySad => "1", "Very sad";
        /// Sad.
        Sad => "2", "Sad";
        /// In the middle.
        Middling => "3", "In the middle";
        /// Happy.
        Happy => "4", "Happy";
        /// Very happy.
        VeryHappy => "5", "Very happy";
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

/// What was said when they met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCheckIn {
    /// How the pupil felt.
    pub mood: Mood,
    /// How sure the pupil is that it will get better.
    pub confidence: Option<OutOfTen>,
    /// What went well.
    pub went_well: Prose<600>,
    /// A hard moment, and what helped.
    pub hard_moment: Option<Prose<600>>,
    /// The promises they went through.
    pub promises: Vec<PromiseCheck>,
    /// A small change they would like; becomes a request to amend the plan.
    pub small_change: Option<Line<300>>,
    /// What happens next.
    pub next: NextStep,
    /// How home heard of it, if it did.
    pub told_home: Option<AskChannel>,
    /// How the plan is going.
    pub concern: Concern,
}

/// A key worker's meeting with the pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckIn {
    /// They met.
    Held {
        /// Its own id.
        id: NoteId,
        /// Who met the pupil.
        by: Owner,
        /// The day.
        on: Date,
        /// What was said.
        said: HeldCheckIn,
    },
    /// They were to meet and did not.
    Missed {
        /// Its own id.
        id: NoteId,
        /// Who was to meet the pupil.
        by: Owner,
        /// The day.
        on: Date,
        /// Why not.
        why: Missed,
    },
}

impl CheckIn {
    /// Whether it asks for a call home before the next review.
    pub const fn raises_concern(&self) -> bool {
        matches!(self, Self::Held { said, .. } if matches!(said.concern, Concern::NotWorking))
    }
}

/// What was said, as typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CheckInDraft {
    /// The code of a [`Mood`].
    pub mood: String,
    /// A number from 0 to 10, or blank.
    pub confidence: String,
    /// What went well.
    pub went_well: String,
    /// A hard moment, and what helped.
    pub hard_moment: String,
    /// The promises they went through, already read.
    pub promises: Vec<PromiseCheck>,
    /// A small change they would like.
    pub small_change: String,
    /// What happens next.
    pub next: String,
    /// By when, as 2026-11-17.
    pub next_by: String,
    /// The code of an [`AskChannel`], or blank.
    pub told_home: String,
    /// The code of a [`Concern`]; on track when blank.
    pub concern: String,
}

/// Why a check-in was not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckInProblem {
    /// Nobody said how the pupil felt.
    #[error("read check-in: no mood")]
    NoMood,
    /// A number is not from 0 to 10.
    #[error("read check-in: confidence is not from 0 to 10")]
    NotOutOfTen,
    /// Nothing went well, it seems.
    #[error("read check-in: nothing went well")]
    NothingWentWell,
    /// Nothing happens next.
    #[error("read check-in: no next step")]
    NoNextStep,
    /// The next step has no day.
    #[error("read check-in: next step has no date")]
    NoNextDate,
    /// A choice is not one of those offered.
    #[error("read check-in: not a choice offered")]
    NotAChoice,
    /// An answer is too long.
    #[error("read check-in: {over} characters too long")]
    TooLong {
        /// Characters too many.
        over: usize,
    },
}

impl CheckInProblem {
    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(self, pupil: &str) -> String {
        match self {
            Self::NoMood => format!("Choose how {pupil} felt."),
            Self::NotOutOfTen => "Enter a number from 0 to 10.".into(),
            Self::NothingWentWell => "Write one thing that went well, however small.".into(),
            Self::NoNextStep => "Say what happens next.".into(),
            Self::NoNextDate => "Enter a day for the next step, such as 17 November 2026.".into(),
            Self::NotAChoice => "Choose one of the answers shown.".into(),
            Self::TooLong { over } => format!("Make it {over} characters shorter."),
        }
    }
}

impl CheckInDraft {
    /// What was said, once nothing is missing.
    ///
    /// # Errors
    /// The first [`CheckInProblem`] in the order of the page.
    pub fn parse(&self) -> Result<HeldCheckIn, CheckInProblem> {
        use CheckInProblem as Problem;
        let not_a_choice = |_| Problem::NotAChoice;
        let confidence = match self.confidence.trim() {
            "" => None,
            typed => {
                let number = typed.parse().ok().and_then(OutOfTen::new);
                Some(number.ok_or(Problem::NotOutOfTen)?)
            }
        };
        let told_home = match self.told_home.trim() {
            "" => None,
            code => Some(code.parse().map_err(not_a_choice)?),
        };
        let concern = match self.concern.trim() {
            "" => Concern::OnTrack,
            code => code.parse().map_err(not_a_choice)?,
        };
        Ok(HeldCheckIn {
            mood: self.mood.trim().parse().map_err(|_| Problem::NoMood)?,
            confidence,
            went_well: Prose::new(&self.went_well).map_err(or(Problem::NothingWentWell))?,
            hard_moment: Prose::optional(&self.hard_moment).map_err(or(Problem::NotAChoice))?,
            promises: self.promises.clone(),
            small_change: Line::optional(&self.small_change).map_err(or(Problem::NotAChoice))?,
            next: NextStep {
                text: Line::new(&self.next).map_err(or(Problem::NoNextStep))?,
                by: self
                    .next_by
                    .trim()
                    .parse()
                    .map_err(|_| Problem::NoNextDate)?,
            },
            told_home,
            concern,
        })
    }
}

/// Too long stays too long; an empty answer becomes `empty`.
fn or(empty: CheckInProblem) -> impl Fn(TextProblem) -> CheckInProblem {
    move |problem| match problem {
        TextProblem::TooLong { has, max } => CheckInProblem::TooLong { over: has - max },
        TextProblem::Empty => empty,
    }
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for CheckInDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CheckInDraft").finish_non_exhaustive()
    }
}
