//! From booking the first meeting to the plan running: moves 5 to 8.

use jiff::civil::Date;

use super::{Effect, Letter, Moved, NotNow, Programme, Run, RunDates, Stage, Task};
use crate::{
    dates::Pauses,
    id::MeetingId,
    meeting::{Booking, Meeting, MeetingKind},
    plan::AgreedPlan,
    school::InterimRule,
    signature::{Missing, SignOff},
    text::Prose,
    timers::Timer,
};

/// Why a first meeting was not booked. That it is in school time or says why
/// not, and that somebody has talked to home, is seen to by [`Booking`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BookProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Another kind of meeting.
    #[error("book meeting: not a first meeting")]
    NotFirstMeeting,
}

impl BookProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotFirstMeeting => "Book the first meeting first",
        }
    }
}

/// What a first meeting agreed.
#[derive(Debug, Clone)]
pub struct FirstMeeting<'a> {
    /// The meeting, held: so who came is noted.
    pub meeting: &'a Meeting,
    /// The plan, agreed: so it has targets, and someone meets the pupil.
    pub plan: &'a AgreedPlan,
    /// Start, reviews and end.
    pub dates: RunDates,
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
    /// Another meeting than the one that was booked.
    #[error("record meeting: {found} is not the one booked")]
    OtherMeeting {
        /// The one offered.
        found: MeetingId,
    },
    /// Its minutes are not finished.
    #[error("record meeting: not held")]
    NotHeld,
    /// No interim review.
    #[error("record meeting: no review date")]
    NoReview,
    /// The dates are not the plan's, or it starts before the meeting.
    #[error("record meeting: dates are not the plan's, or it starts before the meeting")]
    Dates,
}

impl AgreeProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotYet { .. } => "Record the meeting once it has been held",
            Self::OtherMeeting { .. } => "Record the meeting that was booked",
            Self::NotHeld => "Finish the notes of the meeting",
            Self::NoReview => "Add the date of the first review",
            Self::Dates => "The plan must start on or after the day of the meeting",
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
    Unsigned(Vec<Missing>),
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
    pub fn book_first_meeting(
        self,
        meeting: MeetingId,
        booking: &Booking,
        today: Date,
    ) -> Result<Moved, BookProblem> {
        let Stage::Gathering { since } = self.stage else {
            return Err(self.not_now(5).into());
        };
        if booking.kind != MeetingKind::Initial {
            return Err(BookProblem::NotFirstMeeting);
        }
        let on = booking.on;
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
    pub fn record_first_meeting(self, held: FirstMeeting<'_>) -> Result<Moved, AgreeProblem> {
        let Stage::MeetingSet { meeting, on, .. } = self.stage else {
            return Err(self.not_now(7).into());
        };
        let found = held.meeting.id();
        if found != meeting {
            return Err(AgreeProblem::OtherMeeting { found });
        }
        self.check_first_meeting(on, &held)?;
        let effects = [
            Effect::LockBeforeMeeting,
            Effect::by(Task::Summary, Timer::MeetingSummary, on),
            Effect::by(Task::Signatures, Timer::Signatures, on),
            Effect::Letter(Letter::Summary),
            Effect::Letter(Letter::SignatureRequest),
        ];
        let plan = held.plan.plan();
        let run = Run {
            plan: plan.id,
            version: plan.version.number(),
            dates: held.dates,
            reviewed: None,
            extended: None,
            pauses: Pauses::NONE,
        };
        let moved = self.moved(7, Stage::Agreed { run }, held.today);
        Ok(moved.with(effects))
    }

    fn check_first_meeting(&self, on: Date, held: &FirstMeeting<'_>) -> Result<(), AgreeProblem> {
        let (dates, plan) = (&held.dates, held.plan.plan());
        let same = (dates.starts, dates.ends.due.on) == (plan.starts_on, plan.ends_on);
        let reviewed = self.template.interim_rule == InterimRule::None || !dates.reviews.is_empty();
        let is_held = matches!(held.meeting, Meeting::Held { .. });
        let checks = [
            (on <= held.today, AgreeProblem::NotYet { on }),
            (is_held, AgreeProblem::NotHeld),
            (same && on <= dates.starts, AgreeProblem::Dates),
            (reviewed, AgreeProblem::NoReview),
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
        if let SignOff::Waiting { missing } = signed {
            return Err(StartProblem::Unsigned(missing));
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
