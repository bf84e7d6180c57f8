//! How long before a meeting people were asked.

use jiff::civil::Date;

use crate::dates::{SchoolCalendar, SchoolDays};

/// School days' notice a family has unless they agree to fewer.
pub const USUAL_NOTICE: SchoolDays = SchoolDays::new(5);

/// Whether the notice given is long enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// It is.
    Enough(SchoolDays),
    /// It is not, and the family agreed to it on this day.
    ShorterAgreed {
        /// School days' notice.
        days: SchoolDays,
        /// When they agreed.
        on: Date,
    },
    /// It is not, and nobody agreed.
    TooShort(SchoolDays),
}

/// The notice an invitation sent on one day gives of a meeting on another.
/// `agreed_on` is the day the family agreed to a shorter one, if they did.
pub fn notice(
    sent_on: Date,
    meeting_on: Date,
    agreed_on: Option<Date>,
    calendar: &SchoolCalendar,
) -> Notice {
    let days = calendar.school_days_between(sent_on, meeting_on);
    match agreed_on {
        _ if days >= USUAL_NOTICE => Notice::Enough(days),
        Some(on) => Notice::ShorterAgreed { days, on },
        None => Notice::TooShort(days),
    }
}

impl Notice {
    /// What to do about a notice that is too short.
    pub fn warning(self) -> Option<String> {
        match self {
            Self::TooShort(days) => Some(format!(
                "That gives the family {days}. They should have {USUAL_NOTICE}: \
                 ask if sooner suits them."
            )),
            Self::Enough(_) | Self::ShorterAgreed { .. } => None,
        }
    }
}
