//! Meetings: what kinds there are, booking one, who came, and what was said.
//!
//! The weekly talk between a pupil and the key adult is not a meeting of these
//! kinds; it is a check-in ([`crate::note::CheckIn`]). What a review decides is
//! in [`crate::review`], how a programme ends in [`crate::outcome`].

mod agenda;
mod attendance;
mod booking;
mod clock_time;
mod kind;
mod minutes;
mod minutes_draft;
mod notice;

pub use agenda::{AgendaItem, Lead, agenda};
pub use attendance::{Attendance, AttendanceStatus, PupilAttendance, PupilMode};
pub use booking::{
    Booking, BookingDraft, BookingFrame, BookingNudge, BookingProblem, Place, SchoolHours,
};
pub use kind::{Circumstance, MeetingKind, UnknownKind};
pub use minutes::{Minutes, MinutesNudge, MinutesProblem, Said, ToDo, View, ViewOf};
pub use minutes_draft::{MinutesDraft, SaidDraft};
pub use notice::{Notice, notice};

use crate::id::MeetingId;

/// A meeting and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meeting {
    /// Booked, not held yet.
    Booked {
        /// Its own id.
        id: MeetingId,
        /// When, where and who leads.
        booking: Booking,
    },
    /// Held, with its minutes.
    Held {
        /// Its own id.
        id: MeetingId,
        /// When, where and who led.
        booking: Booking,
        /// What was said.
        minutes: Box<Minutes>,
    },
    /// Called off.
    Cancelled {
        /// Its own id.
        id: MeetingId,
        /// When it would have been.
        booking: Booking,
        /// Why.
        reason: crate::text::Line<200>,
    },
}

/// Why a meeting could not move on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeetingProblem {
    /// It was held already.
    #[error("move meeting: already held")]
    AlreadyHeld,
    /// It was called off.
    #[error("move meeting: cancelled")]
    Cancelled,
    /// Its minutes are not finished.
    #[error("move meeting: {} problems in the minutes", .0.len())]
    Minutes(Vec<MinutesProblem>),
}

impl Meeting {
    /// Its id.
    pub const fn id(&self) -> MeetingId {
        match self {
            Self::Booked { id, .. } | Self::Held { id, .. } | Self::Cancelled { id, .. } => *id,
        }
    }

    /// When, where and who leads.
    pub const fn booking(&self) -> &Booking {
        match self {
            Self::Booked { booking, .. }
            | Self::Held { booking, .. }
            | Self::Cancelled { booking, .. } => booking,
        }
    }

    /// Holds it: its minutes are finished.
    ///
    /// # Errors
    /// [`MeetingProblem`].
    pub fn hold(self, minutes: Minutes) -> Result<Self, MeetingProblem> {
        let (id, booking) = self.still_booked()?;
        let problems = minutes.problems(booking.kind);
        if problems.is_empty() {
            Ok(Self::Held {
                id,
                booking,
                minutes: Box::new(minutes),
            })
        } else {
            Err(MeetingProblem::Minutes(problems))
        }
    }

    /// Books it again for another time.
    ///
    /// # Errors
    /// [`MeetingProblem`] once it was held or called off.
    pub fn move_to(self, booking: Booking) -> Result<Self, MeetingProblem> {
        let (id, _) = self.still_booked()?;
        Ok(Self::Booked { id, booking })
    }

    /// Calls it off.
    ///
    /// # Errors
    /// [`MeetingProblem`] once it was held or called off.
    pub fn cancel(self, reason: crate::text::Line<200>) -> Result<Self, MeetingProblem> {
        let (id, booking) = self.still_booked()?;
        Ok(Self::Cancelled {
            id,
            booking,
            reason,
        })
    }

    fn still_booked(self) -> Result<(MeetingId, Booking), MeetingProblem> {
        match self {
            Self::Booked { id, booking } => Ok((id, booking)),
            Self::Held { .. } => Err(MeetingProblem::AlreadyHeld),
            Self::Cancelled { .. } => Err(MeetingProblem::Cancelled),
        }
    }
}

#[cfg(test)]
mod booking_tests;
#[cfg(test)]
mod tests;
