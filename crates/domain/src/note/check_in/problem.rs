//! What stops a check-in from being recorded, where, and what to do about it.

/// Why a check-in was not recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckInProblem {
    /// Nobody said whether they met.
    #[error("read check-in: not said whether they met")]
    NotSaidWhether,
    /// They did not meet, and nobody said why.
    #[error("read check-in: no reason for missing it")]
    NoReason,
    /// The day is not a date.
    #[error("read check-in: no date")]
    NoDate,
    /// The day has not come yet.
    #[error("read check-in: date is in the future")]
    NotYet,
    /// The minutes are no number from 1 to 180.
    #[error("read check-in: minutes are not from 1 to 180")]
    NoMinutes,
    /// Nobody said how the pupil felt.
    #[error("read check-in: no mood")]
    NoMood,
    /// A number is not from 0 to 10.
    #[error("read check-in: confidence is not from 0 to 10")]
    NotOutOfTen,
    /// Nothing went well, it seems.
    #[error("read check-in: nothing went well")]
    NothingWentWell,
    /// A promise was not gone through.
    #[error("read check-in: promise {place} is left out")]
    PromiseLeftOut {
        /// Its place on the page, from 1.
        place: usize,
        /// Who made it.
        who: String,
    },
    /// Nothing happens next.
    #[error("read check-in: no next step")]
    NoNextStep,
    /// The next step has no day.
    #[error("read check-in: next step has no date")]
    NoNextStepDate,
    /// The next step is due before they met.
    #[error("read check-in: next step is due before the meeting")]
    NextStepBefore,
    /// Nobody said how the plan is going.
    #[error("read check-in: not said how the plan is going")]
    NoLevel,
    /// The plan is not working, and nobody said what in it.
    #[error("read check-in: not said what is not working")]
    NotSaidWhy,
    /// There is no day for the next meeting.
    #[error("read check-in: no next date")]
    NoNextDate,
    /// The next meeting is not to come.
    #[error("read check-in: next date is not to come")]
    NextNotToCome,
    /// The next meeting is too far off to be meant.
    #[error("read check-in: next date is too far off")]
    NextTooFar,
    /// There is no school on the day of the next meeting.
    #[error("read check-in: no school on the next date")]
    NoSchoolThen,
    /// An answer is too long.
    #[error("read check-in: {field} is {over} characters too long")]
    TooLong {
        /// The field of the page.
        field: String,
        /// Characters too many.
        over: usize,
    },
}

impl CheckInProblem {
    /// The field of the page it is said at.
    pub fn field(&self) -> String {
        match self {
            Self::NotSaidWhether => "came-of",
            Self::NoReason => "missed",
            Self::NoDate | Self::NotYet => "on",
            Self::NoMinutes => "minutes",
            Self::NoMood => "mood",
            Self::NotOutOfTen => "confidence",
            Self::NothingWentWell => "went-well",
            Self::PromiseLeftOut { place, .. } => return format!("promise-{place}"),
            Self::NoNextStep => "next",
            Self::NoNextStepDate | Self::NextStepBefore => "next-by",
            Self::NoLevel => "level",
            Self::NotSaidWhy => "level-why",
            Self::NoNextDate | Self::NextNotToCome | Self::NextTooFar | Self::NoSchoolThen => {
                "next-on"
            }
            Self::TooLong { field, .. } => field,
        }
        .to_owned()
    }

    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(&self, pupil: &str) -> String {
        match self {
            Self::NotSaidWhether => format!("Say whether you met {pupil}."),
            Self::NoReason => "Say why you did not meet.".into(),
            Self::NoDate => "Enter the day, such as 10 November 2026.".into(),
            Self::NotYet => "Enter today or a day that has passed.".into(),
            Self::NoMinutes => "Enter how many minutes, between 1 and 180.".into(),
            Self::NoMood => format!("Choose how {pupil} felt, or that {pupil} did not say."),
            Self::NotOutOfTen => "Choose a number from 0 to 10.".into(),
            Self::NothingWentWell => "Write one thing that went well, however small.".into(),
            Self::PromiseLeftOut { who, .. } => {
                format!("Say whether what {who} promised is happening.")
            }
            Self::NoNextStep => "Say what happens next.".into(),
            Self::NoNextStepDate => {
                "Enter a day for the next step, such as 17 November 2026.".into()
            }
            Self::NextStepBefore => "Enter a day after you met for the next step.".into(),
            Self::NoLevel => "Say how the plan is going.".into(),
            Self::NotSaidWhy => "Say what in the plan isn’t working.".into(),
            Self::NoNextDate => "Enter the day you meet next, such as 17 November 2026.".into(),
            Self::NextNotToCome => "Enter a day after today for the next meeting.".into(),
            Self::NextTooFar => "Enter a day within the next three months.".into(),
            Self::NoSchoolThen => "There is no school on that day. Enter another.".into(),
            Self::TooLong { over, .. } => format!("Make it {over} characters shorter."),
        }
    }
}
