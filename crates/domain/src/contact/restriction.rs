//! What limits what a contact may be told, such as a court order.

use jiff::civil::Date;

use crate::{coded, id::AccountId, text::Prose};

coded! {
    /// What a restriction forbids.
    pub enum RestrictionKind {
        /// No contact with the pupil or the school about the pupil.
        NoContact => "no_contact", "No contact";
        /// May not be told anything about the pupil.
        NoInformation => "no_information", "No information";
        /// May be sent copies, but not come to meetings.
        NoMeetings => "no_meetings", "No meetings";
        /// Must not meet or be written to together with the other parent.
        Apart => "apart", "Meet apart";
    }
}

impl RestrictionKind {
    /// Whether two people at home may then not learn each other's names.
    /// Someone who may only not come to meetings is known to the other.
    pub const fn keeps_apart(self) -> bool {
        !matches!(self, Self::NoMeetings)
    }
}

/// One restriction. Read by the head, safeguarding lead, coordinator and
/// office only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// What it forbids.
    pub kind: RestrictionKind,
    /// First day it holds: the date of the order.
    pub from: Date,
    /// Last day it holds; nothing when it has no end.
    pub until: Option<Date>,
    /// The safeguarding lead who saw the paper.
    pub seen_by: AccountId,
    /// What it says, in a sentence.
    pub words: Option<Prose<500>>,
}

impl Restriction {
    /// Whether it holds on a day; first and last day count.
    pub fn in_force(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|last| on <= last)
    }
}
