//! The documents of a programme: which there are, how sensitive each is, and
//! how far one has come.
//!
//! What is asked in a document is in `forms/`; who may read it is policy.

mod kind;

pub use kind::DocumentKind;

use jiff::civil::Date;

use crate::coded;

coded! {
    /// Whether a pupil agrees that the people at home read what they shared
    /// with their meeting.
    pub enum HomeReads {
        /// They may.
        Yes => "yes", "Yes, they can read it";
        /// They may not.
        No => "no", "No, keep it from them";
    }
}

coded! {
    /// How a document with questions came to be written.
    pub enum Came {
        /// Somebody was asked for it.
        Asked => "asked", "Asked for";
        /// Somebody began it because it was needed.
        Begun => "begun", "Begun";
    }
}

coded! {
    /// How sensitive a document is, and so who reads it by default.
    pub enum Band {
        /// Everyone who teaches the pupil, the family and the pupil.
        Classroom => "B0", "Classroom";
        /// Those running the programme, the family and the pupil.
        Case => "B1", "Case";
        /// Coordinator, head, SENCO, safeguarding lead, and whoever wrote it.
        Contributor => "B2", "Contributor";
        /// Coordinator, head, safeguarding lead, and people named one by one.
        Restricted => "B3", "Restricted";
        /// Never stored here: only that a concern was passed on, and when.
        Outside => "B4", "Outside the programme";
    }
}

coded! {
    /// How far one document has come.
    pub enum DocumentStatus {
        /// Nobody has begun.
        NotStarted => "not_started", "Not started";
        /// Someone has been asked.
        Requested => "requested", "Asked for";
        /// Begun.
        InProgress => "in_progress", "In progress";
        /// Handed in.
        Submitted => "submitted", "Handed in";
        /// Handed in and taken up by the coordinator.
        Accepted => "accepted", "Accepted";
        /// Will not be asked for, with a reason.
        Waived => "waived", "Not needed";
        /// Asked for, not in, and past its date. Worked out, never stored.
        Late => "late", "Late";
    }
}

impl DocumentStatus {
    /// Whether nothing more is expected.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted | Self::Waived)
    }

    /// The status people see: an unsettled document is late the day after it
    /// was due.
    #[must_use]
    pub fn seen(self, due: Option<Date>, today: Date) -> Self {
        let overdue = due.is_some_and(|due| due < today);
        if overdue && !self.is_settled() {
            Self::Late
        } else {
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_document_is_late_the_day_after_it_was_due_unless_it_is_settled() {
        let due = Some(date(2026, 11, 10));
        for (stored, on_the_day, day_after) in [
            (
                DocumentStatus::Requested,
                DocumentStatus::Requested,
                DocumentStatus::Late,
            ),
            (
                DocumentStatus::InProgress,
                DocumentStatus::InProgress,
                DocumentStatus::Late,
            ),
            (
                DocumentStatus::Submitted,
                DocumentStatus::Submitted,
                DocumentStatus::Submitted,
            ),
            (
                DocumentStatus::Waived,
                DocumentStatus::Waived,
                DocumentStatus::Waived,
            ),
        ] {
            assert_eq!(stored.seen(due, date(2026, 11, 10)), on_the_day);
            assert_eq!(stored.seen(due, date(2026, 11, 11)), day_after);
            assert_eq!(stored.seen(None, date(2027, 1, 1)), stored);
        }
    }
}
