//! The stages by name: what is stored, listed and filtered by.

use crate::coded;

coded! {
    /// The name of a stage. A review being due, and a concern having been
    /// raised, are parts of Active and have no name of their own here.
    pub enum StageName {
        /// The referral is being written.
        Draft => "draft", "Draft";
        /// The referral waits for a decision.
        Referred => "referred", "Referred";
        /// It was decided not to start.
        Declined => "declined", "Declined";
        /// Answers and reports are being collected.
        Gathering => "gathering", "Gathering information";
        /// The first meeting has a date.
        MeetingSet => "meeting_set", "Meeting set";
        /// The meeting was held; signatures are still out.
        Agreed => "agreed", "Agreed, to be signed";
        /// The plan is running.
        Active => "active", "Active";
        /// The clock is stopped.
        Paused => "paused", "Paused";
        /// The time is up; the final meeting has not been held.
        FinalDue => "final_due", "Final review due";
        /// Closed: the plan did what it was for.
        ClosedSuccess => "closed_success", "Closed, successful";
        /// Closed: the plan did not do enough.
        ClosedUnsuccessful => "closed_unsuccessful", "Closed, not successful";
        /// Closed: the pupil left this school's roll.
        ClosedTransferred => "closed_transferred", "Closed, moved school";
        /// Closed for another reason.
        ClosedWithdrawn => "closed_withdrawn", "Closed, withdrawn";
        /// Lighter support after success.
        Aftercare => "aftercare", "Aftercare";
        /// Choosing what comes next.
        Escalation => "escalation", "Choosing what next";
        /// Read only; kept until its time is up.
        Archived => "archived", "Archived";
    }
}

impl StageName {
    /// Whether the programme is going on or being prepared: a pupil has at
    /// most one such programme in a school.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Draft
            | Self::Referred
            | Self::Gathering
            | Self::MeetingSet
            | Self::Agreed
            | Self::Active
            | Self::Paused
            | Self::FinalDue => true,
            Self::Declined
            | Self::ClosedSuccess
            | Self::ClosedUnsuccessful
            | Self::ClosedTransferred
            | Self::ClosedWithdrawn
            | Self::Aftercare
            | Self::Escalation
            | Self::Archived => false,
        }
    }

    /// Whether the family and the pupil know of the programme and see it.
    pub const fn is_family_visible(self) -> bool {
        !matches!(self, Self::Draft | Self::Referred | Self::Declined)
    }
}
