//! What limits what a contact may be told, such as a court order.

use jiff::civil::Date;

use crate::{
    coded,
    id::AccountId,
    text::{Line, Prose},
};

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

    /// What follows from it, for whoever is about to record it or reads it.
    pub const fn follows(self) -> &'static str {
        match self {
            Self::NoContact => {
                "The school does not get in touch with them about the pupil. They see nothing \
                 at all: not the plan, not a meeting, not that there is a programme. They are \
                 not asked, invited, or asked to sign."
            }
            Self::NoInformation => {
                "They are told nothing about the pupil and see nothing: not the plan, not a \
                 meeting, not that there is a programme. They are not asked, invited, or asked \
                 to sign."
            }
            Self::NoMeetings => {
                "They read and sign their copy of the plan, and do not come to meetings. They \
                 are not shown when or where a meeting is."
            }
            Self::Apart => {
                "They and the others at home never see each other’s name or words. They are not \
                 shown when or where the others meet: the school agrees a time with them apart."
            }
        }
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
    /// How it was ended by hand, if it was.
    pub ended: Option<EndedEarly>,
}

/// That a restriction was ended by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedEarly {
    /// The first day it no longer holds.
    pub on: Date,
    /// The safeguarding lead who ended it.
    pub by: AccountId,
    /// Why, such as another order.
    pub why: Line<300>,
}

/// Where a restriction is on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Not yet: it begins on a later day.
    Later,
    /// It is obeyed.
    Now,
    /// No longer.
    Over,
}

impl Restriction {
    /// Whether it holds on a day; first and last day count.
    pub fn in_force(&self, on: Date) -> bool {
        self.holds(on) == Holds::Now
    }

    /// Where it is on a day. Ended by hand, it is over from that day.
    pub fn holds(&self, on: Date) -> Holds {
        let ended = self.ended.as_ref().is_some_and(|ended| ended.on <= on);
        if ended || self.until.is_some_and(|last| last < on) {
            Holds::Over
        } else if on < self.from {
            Holds::Later
        } else {
            Holds::Now
        }
    }

    /// Ends it from a day on.
    ///
    /// # Errors
    /// [`EndProblem`] when it is over already, or nobody said why.
    pub fn end(self, on: Date, by: AccountId, why: &str) -> Result<Self, EndProblem> {
        if self.holds(on) == Holds::Over {
            return Err(EndProblem::OverAlready);
        }
        let why = match Line::optional(why) {
            Ok(Some(why)) => why,
            Ok(None) => return Err(EndProblem::NoReason),
            Err(_) => return Err(EndProblem::TooLong),
        };
        Ok(Self {
            ended: Some(EndedEarly { on, by, why }),
            ..self
        })
    }
}

/// Why a restriction cannot be ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EndProblem {
    /// It no longer holds.
    #[error("end restriction: over already")]
    OverAlready,
    /// Nobody said why.
    #[error("end restriction: no reason")]
    NoReason,
    /// The reason is too long.
    #[error("end restriction: reason too long")]
    TooLong,
}

impl EndProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::OverAlready => "This has ended already. There is nothing to do",
            Self::NoReason => "Say why it ends, such as the date of the new order",
            Self::TooLong => "Use 300 characters or fewer",
        }
    }
}
