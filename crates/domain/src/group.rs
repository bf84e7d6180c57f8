//! Teaching and registration groups: who is taught what by whom, as the
//! school's own system has it. Nobody reads a programme because of a group.

use jiff::civil::Date;

use crate::{
    coded,
    id::{GroupId, SchoolId},
    text::Line,
};

coded! {
    /// What a group meets for.
    pub enum GroupPurpose {
        /// Registration, with a form tutor.
        Registration => "registration", "Registration";
        /// Lessons.
        Lessons => "lessons", "Lessons";
    }
}

coded! {
    /// What a member of staff does in a group.
    pub enum GroupPart {
        /// Teaches it.
        Teaches => "teaches", "Teaches";
        /// Helps in it.
        Helps => "helps", "Helps";
    }
}

/// A group of pupils who are taught or registered together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeachingGroup {
    /// The group.
    pub id: GroupId,
    /// Where it is taught.
    pub school: SchoolId,
    /// What the school calls it: "8K science", "7x/En1".
    pub name: Line<120>,
    /// What it is taught.
    pub subject: Option<Line<60>>,
    /// What it meets for.
    pub purpose: GroupPurpose,
    /// The first day it was no longer taught.
    pub ended_on: Option<Date>,
}

/// The days somebody is in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InGroup {
    /// The first day; nothing where nobody said.
    pub from: Option<Date>,
    /// The first day they are no longer in it.
    pub ended_on: Option<Date>,
}

impl InGroup {
    /// Whether they are in it on a day.
    ///
    /// ```
    /// use domain::group::InGroup;
    /// use jiff::civil::date;
    /// let autumn = InGroup { from: Some(date(2026, 9, 1)), ended_on: Some(date(2026, 12, 19)) };
    /// assert!(autumn.on(date(2026, 9, 1)) && !autumn.on(date(2026, 12, 19)));
    /// assert!(InGroup::default().on(date(2026, 8, 31)));
    /// ```
    pub fn on(&self, day: Date) -> bool {
        self.from.is_none_or(|first| first <= day) && self.ended_on.is_none_or(|end| day < end)
    }
}

impl TeachingGroup {
    /// Its name, with the subject where the name does not say it: "8x2, English".
    pub fn described(&self) -> String {
        let name = self.name.as_str();
        let said = |subject: &&Line<60>| {
            let (name, subject) = (name.to_lowercase(), subject.as_str().to_lowercase());
            !name.contains(&subject)
        };
        match self.subject.as_ref().filter(said) {
            Some(subject) => format!("{name}, {subject}"),
            None => name.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_group_names_its_subject_once() {
        let group = |name: &str, subject| TeachingGroup {
            id: GroupId::new(Uuid::from_u128(1)),
            school: SchoolId::new(Uuid::from_u128(2)),
            name: Line::new(name).unwrap(),
            subject: Line::optional(subject).unwrap(),
            purpose: GroupPurpose::Lessons,
            ended_on: None,
        };
        assert_eq!(group("8K science", "Science").described(), "8K science");
        assert_eq!(group("8x2", "English").described(), "8x2, English");
        assert_eq!(group("8x2", "").described(), "8x2");
    }
}
