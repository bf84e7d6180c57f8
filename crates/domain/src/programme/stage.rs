//! The stages of a programme, each with the data that only it has.

use jiff::civil::Date;

use super::{Judgement, PauseReason, StageName, TransferReason, WithdrawReason};
use crate::{
    coded,
    dates::{Milestone, Pauses, Schedule, WeekNumber, Weeks},
    id::{MeetingId, PlanId, StaffId},
};

/// Where a programme is, and what is known because it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The referral is being written.
    Draft,
    /// The referral waits for a decision.
    Referred {
        /// When it was handed in.
        on: Date,
    },
    /// It was decided not to start.
    Declined {
        /// When.
        on: Date,
        /// Why.
        reason: super::DeclineReason,
    },
    /// Answers and reports are being collected.
    Gathering {
        /// When the referral was accepted.
        since: Date,
    },
    /// The first meeting has a date.
    MeetingSet {
        /// When the referral was accepted.
        since: Date,
        /// The meeting.
        meeting: MeetingId,
        /// Its date.
        on: Date,
    },
    /// The meeting was held; signatures are still out. The clock runs from the
    /// start the plan names, signed or not.
    Agreed {
        /// The plan and its dates.
        run: Run,
    },
    /// The plan is running.
    Active {
        /// The plan and its dates.
        run: Run,
        /// A review whose time has come.
        review: Option<Milestone>,
        /// A concern raised between reviews, not yet settled.
        concern: Option<Concern>,
    },
    /// The clock is stopped.
    Paused {
        /// The plan and its dates.
        run: Run,
        /// A concern that was open when the clock stopped.
        concern: Option<Concern>,
        /// Why.
        reason: PauseReason,
        /// The first day that does not count.
        from: Date,
        /// When it is expected to go on.
        expected: Date,
    },
    /// The time is up, or was called early.
    FinalDue {
        /// The plan and its dates.
        run: Run,
        /// Since when.
        since: Date,
        /// Why now.
        cause: FinalCause,
        /// The coordinator's proposal, once there is one.
        proposed: Option<Proposal>,
    },
    /// Over.
    Closed {
        /// The plan and its dates, if there ever was a plan.
        run: Option<Run>,
        /// When.
        on: Date,
        /// How.
        ending: Ending,
    },
    /// Lighter support after success.
    Aftercare {
        /// The plan and its dates.
        run: Run,
        /// Since when.
        since: Date,
        /// Until when.
        until: Date,
    },
    /// Choosing what comes next.
    Escalation {
        /// The plan and its dates.
        run: Run,
        /// Since when.
        since: Date,
    },
    /// Read only.
    Archived {
        /// The plan and its dates.
        run: Run,
        /// Since when; how long it is kept is counted from here.
        since: Date,
    },
}

/// A plan and the dates it runs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The plan in force.
    pub plan: PlanId,
    /// Its version, from 1.
    pub version: u32,
    /// Start, reviews and end.
    pub dates: RunDates,
    /// The last interim review that was held.
    pub reviewed: Option<WeekNumber>,
    /// By how much it was made longer, if it was.
    pub extended: Option<Weeks>,
    /// When the clock stood still.
    pub pauses: Pauses,
}

/// Start, reviews and end: stored as dates, never as "in four weeks".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunDates {
    /// The first day.
    pub starts: Date,
    /// The interim reviews, in order.
    pub reviews: Vec<Milestone>,
    /// The final review, and with it the planned end.
    pub ends: Milestone,
}

impl From<&Schedule> for RunDates {
    fn from(schedule: &Schedule) -> Self {
        Self {
            starts: schedule.start,
            reviews: schedule.reviews.clone(),
            ends: schedule.end,
        }
    }
}

impl Run {
    /// The interim review to hold next, if one is left.
    pub fn next_review(&self) -> Option<Milestone> {
        let after = |review: &&Milestone| self.reviewed.is_none_or(|done| review.week > done);
        self.dates.reviews.iter().find(after).copied()
    }
}

/// A concern raised between reviews: the plan is not working, never the pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concern {
    /// When it was raised.
    pub on: Date,
}

coded! {
    /// Why the final review is due.
    pub enum FinalCause {
        /// The planned end was reached.
        TimeUp => "time_up", "Planned end reached";
        /// It was called early.
        Early => "early", "Called early";
    }
}

/// What the coordinator proposes to the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// The judgement.
    pub judgement: Judgement,
    /// Who proposes it.
    pub by: StaffId,
    /// When.
    pub on: Date,
}

/// How a programme ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It was judged.
    Judged(Judgement),
    /// The pupil left this school's roll.
    Transferred(TransferReason),
    /// It was stopped.
    Withdrawn(WithdrawReason),
}

impl Stage {
    /// The stage's name.
    pub const fn name(&self) -> StageName {
        match self {
            Self::Draft => StageName::Draft,
            Self::Referred { .. } => StageName::Referred,
            Self::Declined { .. } => StageName::Declined,
            Self::Gathering { .. } => StageName::Gathering,
            Self::MeetingSet { .. } => StageName::MeetingSet,
            Self::Agreed { .. } => StageName::Agreed,
            Self::Active { .. } => StageName::Active,
            Self::Paused { .. } => StageName::Paused,
            Self::FinalDue { .. } => StageName::FinalDue,
            Self::Closed { ending, .. } => match ending {
                Ending::Judged(Judgement::Successful) => StageName::ClosedSuccess,
                Ending::Judged(Judgement::Unsuccessful) => StageName::ClosedUnsuccessful,
                Ending::Transferred(_) => StageName::ClosedTransferred,
                Ending::Withdrawn(_) => StageName::ClosedWithdrawn,
            },
            Self::Aftercare { .. } => StageName::Aftercare,
            Self::Escalation { .. } => StageName::Escalation,
            Self::Archived { .. } => StageName::Archived,
        }
    }

    /// The plan and its dates, once there is one.
    pub const fn run(&self) -> Option<&Run> {
        match self {
            Self::Agreed { run }
            | Self::Active { run, .. }
            | Self::Paused { run, .. }
            | Self::FinalDue { run, .. }
            | Self::Aftercare { run, .. }
            | Self::Escalation { run, .. }
            | Self::Archived { run, .. } => Some(run),
            Self::Closed { run, .. } => run.as_ref(),
            Self::Draft
            | Self::Referred { .. }
            | Self::Declined { .. }
            | Self::Gathering { .. }
            | Self::MeetingSet { .. } => None,
        }
    }
}
