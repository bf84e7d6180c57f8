//! The people around a pupil: family and other contacts, and what each may be
//! told.
//!
//! A relation opens a record, not a role. Unknown always means no, and a
//! restriction beats everything else. Nothing here knows of sign-in.

mod outside;
mod relation;
mod restrict;
mod restriction;

pub use outside::{OutsideProfessional, Service};
pub use relation::{Known, Relationship};
pub use restrict::{RestrictProblem, RestrictionDraft};
pub use restriction::{EndProblem, EndedEarly, Holds, Restriction, RestrictionKind};

use jiff::civil::Date;

use crate::{
    account::{Email, PersonName},
    coded, coded_set,
    id::{ContactId, PupilId, SchoolId},
    text::{Line, Prose},
};

coded! {
    /// A form in which somebody needs to be written to or spoken with.
    pub enum Need {
        /// Someone to interpret.
        Interpreter => "interpreter", "Interpreter";
        /// Letters translated.
        Translation => "translation", "Translated letters";
        /// Large print.
        LargePrint => "large_print", "Large print";
        /// Easy read.
        EasyRead => "easy_read", "Easy read";
        /// Sound instead of print.
        Audio => "audio", "Audio";
        /// Braille.
        Braille => "braille", "Braille";
        /// A call instead of a letter.
        PhoneOnly => "phone_only", "By phone, not in writing";
    }
}

coded_set! {
    /// What one contact needs.
    Needs of Need
}

/// One person's relation to one pupil. A parent of two pupils is two contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The contact.
    pub id: ContactId,
    /// The school.
    pub school: SchoolId,
    /// The pupil.
    pub pupil: PupilId,
    /// Their name.
    pub name: PersonName,
    /// What they are to the pupil.
    pub relationship: Relationship,
    /// Parental responsibility, which no relationship implies.
    pub responsibility: Known,
    /// Whether education law treats them as a parent: a birth parent, or
    /// anyone with responsibility or care.
    pub parent_in_law: Known,
    /// Whether the pupil lives with them.
    pub lives_with: Known,
    /// Whom to try first: 1 is first.
    pub order: Option<u8>,
    /// How to reach them. Never shown to another contact.
    pub reach: Reach,
    /// What limits what they may be told.
    pub restrictions: Vec<Restriction>,
    /// When the relation ended, such as at 18 or when a placement ended.
    pub ended_on: Option<Date>,
}

/// How to reach someone, and in which language and form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// Email.
    pub email: Option<Email>,
    /// Telephone, as written.
    pub phone: Option<Line<40>>,
    /// Postal address.
    pub address: Option<Prose<300>>,
    /// Language to write in, if not English.
    pub writes: Option<Line<60>>,
    /// Language to speak, if not English.
    pub speaks: Option<Line<60>>,
    /// What else they need.
    pub needs: Needs,
}

/// What one contact may be told about a programme on one day, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Standing {
    /// Invited, sent copies, and asked to sign.
    #[default]
    Full,
    /// As in full, but never in a room, a call or a mail with the other parent.
    Apart,
    /// Sent copies; not invited.
    CopiesOnly,
    /// Nothing at all, not even that there is a programme.
    Nothing,
}

impl Standing {
    /// Whether they may be told that there is a programme.
    pub const fn is_told(self) -> bool {
        !matches!(self, Self::Nothing)
    }

    /// Whether they may be shown when and where everyone meets.
    pub const fn is_shown_meetings(self) -> bool {
        matches!(self, Self::Full)
    }
}

impl Contact {
    /// Somebody of whom nothing else is known: no rights, no address, no order.
    pub fn new(
        id: ContactId,
        school: SchoolId,
        pupil: PupilId,
        name: PersonName,
        relationship: Relationship,
    ) -> Self {
        Self {
            id,
            school,
            pupil,
            name,
            relationship,
            responsibility: Known::Unknown,
            parent_in_law: Known::Unknown,
            lives_with: Known::Unknown,
            order: None,
            reach: Reach::default(),
            restrictions: Vec::new(),
            ended_on: None,
        }
    }

    /// What they may be told on a day.
    ///
    /// Whoever education law treats as a parent is told everything, whether or
    /// not they hold responsibility, until a restriction seen by the
    /// safeguarding lead says otherwise. Not known is no.
    pub fn standing(&self, on: Date) -> Standing {
        let is_parent = self.parent_in_law.yes() || self.responsibility.yes();
        let over = self.ended_on.is_some_and(|end| end <= on);
        if over || !is_parent {
            return Standing::Nothing;
        }
        let in_force = |kind| {
            let mut found = self.restrictions.iter().filter(|r| r.in_force(on));
            found.any(|r| r.kind == kind)
        };
        if in_force(RestrictionKind::NoContact) || in_force(RestrictionKind::NoInformation) {
            Standing::Nothing
        } else if in_force(RestrictionKind::NoMeetings) {
            Standing::CopiesOnly
        } else if in_force(RestrictionKind::Apart) {
            Standing::Apart
        } else {
            Standing::Full
        }
    }

    /// Whether they may consent on the pupil's behalf to an assessment.
    pub fn may_consent(&self, on: Date) -> bool {
        self.responsibility.yes() && self.standing(on) != Standing::Nothing
    }
}

#[cfg(test)]
mod tests;
