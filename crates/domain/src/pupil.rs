//! The pupil: who they are, their year, and the facts a programme must weigh.
//!
//! Nothing here is a score, and nothing here may be used to guess who will be
//! excluded. Contacts, attendance and behaviour live elsewhere.

mod name;
mod need;
mod upn;
mod year;

pub use name::PupilName;
pub use need::{CareStatus, PupilFlag, PupilFlags, SenNeed, SenStage, Sex};
pub use upn::{Upn, UpnProblem};
pub use year::{QuestionnaireVersion, YearGroup};

use jiff::civil::Date;

use crate::{
    id::{PupilId, SchoolId},
    text::Line,
};

/// The age from which a pupil is taken to be able to decide about their own
/// records unless someone who knows them says otherwise, in years.
pub const PRESUMED_COMPETENT_AGE: i16 = 12;

/// A pupil on, or once on, a school's roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pupil {
    /// The pupil.
    pub id: PupilId,
    /// Their school.
    pub school: SchoolId,
    /// The pupil's key in the school's own system, kept so that importing
    /// twice never makes two pupils even when the UPN has changed.
    pub source_key: Option<Line<60>>,
    /// The national number. For education only: never a login, never shown to families.
    pub upn: Option<Upn>,
    /// Legal and preferred names.
    pub name: PupilName,
    /// Date of birth.
    pub born: Date,
    /// Sex as the school census has it.
    pub sex: Option<Sex>,
    /// Year group.
    pub year: YearGroup,
    /// Class, form or tutor group as the school writes it, such as 8K.
    pub group: Option<Line<20>>,
    /// Special educational needs stage, if the school has said.
    pub sen: Option<SenStage>,
    /// Special educational needs, the main one first.
    pub needs: Vec<SenNeed>,
    /// Care and social-care status.
    pub care: CareStatus,
    /// Everything else that must be weighed.
    pub flags: PupilFlags,
    /// Language spoken at home.
    pub language: Option<Line<60>>,
    /// Last day on roll.
    pub left_on: Option<Date>,
}

impl Pupil {
    /// A pupil of whom nothing else is known: on roll, with no needs recorded.
    pub fn new(
        id: PupilId,
        school: SchoolId,
        name: PupilName,
        born: Date,
        year: YearGroup,
    ) -> Self {
        Self {
            id,
            school,
            source_key: None,
            upn: None,
            name,
            born,
            sex: None,
            year,
            group: None,
            sen: None,
            needs: Vec::new(),
            care: CareStatus::None,
            flags: PupilFlags::NONE,
            language: None,
            left_on: None,
        }
    }

    /// Age in whole years on a day.
    ///
    /// Somebody born on 29 February has their birthday on 1 March in other
    /// years, as the law counts it.
    pub fn age_on(&self, day: Date) -> i16 {
        let had_birthday = (day.month(), day.day()) >= (self.born.month(), self.born.day());
        day.year() - self.born.year() - i16::from(!had_birthday)
    }

    /// Whether they are on roll on a day; the last day counts.
    pub fn on_roll(&self, day: Date) -> bool {
        self.left_on.is_none_or(|last| day <= last)
    }

    /// Whether they are of the age from which we ask them, and not only their
    /// parents, about sharing what they said. Always open to judgement.
    pub fn presumed_competent(&self, day: Date) -> bool {
        self.age_on(day) >= PRESUMED_COMPETENT_AGE
    }

    /// Whether the council looks after them, so that the virtual school and a
    /// social worker must be told.
    pub fn looked_after(&self) -> bool {
        self.care == CareStatus::LookedAfter
    }

    /// Whether they are supported for, or have a plan for, special needs.
    pub fn has_sen(&self) -> bool {
        matches!(self.sen, Some(SenStage::Support | SenStage::Plan))
    }

    /// Class if known, else year: what tells two pupils of one name apart.
    pub fn class(&self) -> &str {
        match &self.group {
            Some(group) => group.as_str(),
            None => self.year.label(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rowan() -> Pupil {
        Pupil {
            left_on: Some(date(2027, 7, 21)),
            ..crate::referral::samples::rowan()
        }
    }

    #[test]
    fn a_pupil_turns_a_year_older_on_the_birthday_itself() {
        let rowan = rowan();
        assert_eq!(rowan.age_on(date(2026, 2, 27)), 11);
        assert!(rowan.presumed_competent(date(2026, 2, 28)));
        let leap = Pupil {
            born: date(2012, 2, 29),
            ..rowan
        };
        assert_eq!(leap.age_on(date(2026, 2, 28)), 13);
        assert_eq!(leap.age_on(date(2026, 3, 1)), 14);
    }

    #[test]
    fn the_last_day_on_roll_is_still_on_roll() {
        assert!(rowan().on_roll(date(2027, 7, 21)));
        assert!(!rowan().on_roll(date(2027, 7, 22)));
    }

    #[test]
    fn a_pupil_is_told_apart_by_class_or_else_by_year() {
        assert_eq!(rowan().class(), "8K");
        let new = Pupil {
            group: None,
            ..rowan()
        };
        assert_eq!(new.class(), "Year 8");
        assert!(new.has_sen() && !new.looked_after());
    }
}
