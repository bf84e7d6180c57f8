//! What must have been thought of before a programme: needs, early help, and
//! whether the family knows.

use jiff::civil::Date;

use crate::coded;

coded! {
    /// Whether something was looked into.
    pub enum Screen {
        /// Done.
        Done => "done", "Done";
        /// Planned.
        Planned => "planned", "Planned";
        /// Thought of, and not needed.
        NotNeeded => "not_needed", "Not needed";
    }
}

/// Whether something was looked into, and when it was or will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screened {
    /// Whether.
    pub screen: Screen,
    /// When it was done, is planned, or was thought of.
    pub on: Option<Date>,
}

coded! {
    /// Whether the family has early help.
    pub enum EarlyHelp {
        /// There already.
        InPlace => "in_place", "In place";
        /// Offered, and declined.
        Declined => "declined", "Offered and declined";
        /// Asked for.
        Referred => "referred", "Referred";
        /// Thought of, and not needed.
        NotNeeded => "not_needed", "Not needed";
    }
}

/// Whether the family knows of the referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FamilyAware {
    /// Told by phone.
    ByPhone {
        /// When.
        on: Date,
    },
    /// Told in person.
    InPerson {
        /// When.
        on: Date,
    },
    /// Not told yet.
    NotYet,
}

impl FamilyAware {
    /// When they were told.
    pub const fn told_on(self) -> Option<Date> {
        match self {
            Self::ByPhone { on } | Self::InPerson { on } => Some(on),
            Self::NotYet => None,
        }
    }
}

coded! {
    /// How soon a programme is needed.
    pub enum Urgency {
        /// In the usual time.
        Standard => "standard", "Standard";
        /// Within a week.
        WithinAWeek => "within_a_week", "Within a week";
    }
}
