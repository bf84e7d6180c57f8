//! From booking the first meeting to the plan running: moves 5 to 8.

use jiff::civil::Date;

use super::{
    Effect, Letter, Moved, NotNow, Programme, Run, RunDates, SignOff, Stage, Task, Unsigned,
};
use crate::{
    commitment::HowOften,
    dates::Pauses,
    id::{MeetingId, PlanId},
    school::InterimRule,
    text::Prose,
    timers::Timer,
};

/// A first meeting to book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its date.
    pub on: Date,
    /// Whether it is in school time.
    pub hours: MeetingHours,
    /// When the family was first reached, in any way.
    pub family_reached: Option<Date>,
    /// Today.
    pub today: Date,
}

/// Whether a meeting is on a school day, in school hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingHours {
    /// It is.
    School,
    /// It is not, and why.
    Outside(Option<Prose<300>>),
}

/// Why a meeting was not booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BookProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Nobody has spoken with the family.
    #[error("book meeting: family not reached")]
    FamilyNotReached,
    /// Out of school time without a reason.
    #[error("book meeting: out of school time without a reason")]
    NoReasonForHours,
    /// In the past.
    #[error("book meeting: {on} is past")]
    Past {
        /// The date asked for.
        on: Date,
    },
}

impl BookProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::FamilyNotReached => "Speak with the family first, and record when",
            Self::NoReasonForHours => "Say why the meeting is not in school time",
            Self::Past { .. } => "The date of the meeting must be today or in the future",
        }
    }
}

/// What a first meeting agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstMeeting {
    /// The plan.
    pub plan: PlanId,
    /// Its version.
    pub version: u32,
    /// Start, reviews and end.
    pub dates: RunDates,
    /// How many people came.
    pub came: usize,
    /// How many targets were agreed.
    pub targets: usize,
    /// How often the key worker meets the pupil.
    pub monitoring: Option<HowOften>,
    /// Today.
    pub today: Date,
}

/// Why a meeting was not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgreeProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// The meeting is to come.
    #[error("record meeting: it is on {on}")]
    NotYet {
        /// Its date.
        on: Date,
    },
    /// Nobody is noted as having come.
    #[error("record meeting: nobody came")]
    NobodyCame,
    /// No target.
    #[error("record meeting: no target")]
    NoTarget,
    /// No interim review.
    #[error("record meeting: no review date")]
    NoReview,
    /// Starts before the meeting, or ends before it starts.
    #[error("record meeting: starts before the meeting or ends before it starts")]
    Dates,
    /// Nobody meets the pupil between reviews.
    #[error("record meeting: no monitoring")]
    NoMonitoring,
}

impl AgreeProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotYet { .. } => "Record the meeting once it has been held",
            Self::NobodyCame => "Choose who came to the meeting",
            Self::NoTarget => "Add at least one target",
            Self::NoReview => "Add the date of the first review",
            Self::Dates => "The plan must start on or after the meeting, and end after it starts",
            Self::NoMonitoring => "Choose how often the key worker meets the pupil",
        }
    }
}

/// Why a plan did not begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StartProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Signatures are out.
    #[error("begin plan: {} signatures out", .0.len())]
    Unsigned(Vec<Unsigned>),
}

impl StartProblem {
    /// What to do about it; each signature has words of its own.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::Unsigned(_) => "Gather the signatures that are out, or record why not",
        }
    }
}

impl Programme {
    /// Books the first meeting (move 5).
    ///
    /// # Errors
    /// [`BookProblem`].
    pub fn book_first_meeting(self, booking: Booking) -> Result<Moved, BookProblem> {
        let Stage::Gathering { since } = self.stage else {
            return Err(self.not_now(5).into());
        };
        let Booking {
            meeting, on, today, ..
        } = booking;
        if booking.family_reached.is_none() {
            return Err(BookProblem::FamilyNotReached);
        }
        if booking.hours == MeetingHours::Outside(None) {
            return Err(BookProblem::NoReasonForHours);
        }
        if on < today {
            return Err(BookProblem::Past { on });
        }
        let agenda = Effect::on(Task::Agenda, on);
        let stage = Stage::MeetingSet { since, meeting, on };
        let effects = [Effect::Letter(Letter::Invitation), agenda];
        Ok(self.moved(5, stage, today).with(effects))
    }

    /// Cancels the first meeting; another is to be booked (move 6).
    ///
    /// # Errors
    /// [`NotNow`] unless a first meeting is booked.
    pub fn cancel_first_meeting(self, why: Prose, today: Date) -> Result<Moved, NotNow> {
        let Stage::MeetingSet { since, .. } = self.stage else {
            return Err(self.not_now(6));
        };
        let moved = self.moved(6, Stage::Gathering { since }, today);
        Ok(moved.saying(why).with([Effect::Letter(Letter::Cancelled)]))
    }

    /// Records the first meeting and the plan it agreed (move 7).
    ///
    /// # Errors
    /// [`AgreeProblem`].
    pub fn record_first_meeting(self, held: FirstMeeting) -> Result<Moved, AgreeProblem> {
        let Stage::MeetingSet { on, .. } = self.stage else {
            return Err(self.not_now(7).into());
        };
        self.check_first_meeting(on, &held)?;
        let effects = [
            Effect::LockBeforeMeeting,
            Effect::by(Task::Summary, Timer::MeetingSummary, on),
            Effect::by(Task::Signatures, Timer::Signatures, on),
            Effect::Letter(Letter::Summary),
            Effect::Letter(Letter::SignatureRequest),
        ];
        let run = Run {
            plan: held.plan,
            version: held.version,
            dates: held.dates,
            reviewed: None,
            extended: None,
            pauses: Pauses::NONE,
        };
        let moved = self.moved(7, Stage::Agreed { run }, held.today);
        Ok(moved.with(effects))
    }

    fn check_first_meeting(&self, on: Date, held: &FirstMeeting) -> Result<(), AgreeProblem> {
        let dates = &held.dates;
        let reviewed = self.template.interim_rule == InterimRule::None || !dates.reviews.is_empty();
        let in_order = on <= dates.starts && dates.starts < dates.ends.due.on;
        let checks = [
            (on <= held.today, AgreeProblem::NotYet { on }),
            (held.came > 0, AgreeProblem::NobodyCame),
            (held.targets > 0, AgreeProblem::NoTarget),
            (in_order, AgreeProblem::Dates),
            (reviewed, AgreeProblem::NoReview),
            (held.monitoring.is_some(), AgreeProblem::NoMonitoring),
        ];
        let wrong = checks.into_iter().find(|(fine, _)| !fine);
        wrong.map_or(Ok(()), |(_, problem)| Err(problem))
    }

    /// Begins the plan once it is signed (move 8).
    ///
    /// # Errors
    /// [`StartProblem`], with every signature that is out.
    pub fn start(self, signed: SignOff, today: Date) -> Result<Moved, StartProblem> {
        let Stage::Agreed { run } = self.stage.clone() else {
            return Err(self.not_now(8).into());
        };
        let out = signed.unsigned();
        if !out.is_empty() {
            return Err(StartProblem::Unsigned(out));
        }
        let from = run.dates.starts.max(today);
        let effects = [
            Effect::StrategyCards,
            Effect::by(Task::Cards, Timer::StrategyCardRead, from),
            Effect::by(Task::CheckIn, Timer::KeyWorkerMeeting, from),
        ];
        let stage = Stage::Active {
            run,
            review: None,
            concern: None,
        };
        Ok(self.moved(8, stage, today).with(effects))
    }
}
