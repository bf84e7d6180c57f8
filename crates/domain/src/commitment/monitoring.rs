//! Who keeps an eye on a plan between reviews, and how home hears of it.

use super::Owner;
use crate::text::Line;

crate::coded! {
    /// How often the key adult and the pupil meet about the plan.
    pub enum HowOften {
        /// Every school day.
        Daily => "daily", "Every day";
        /// Two days a week.
        TwiceWeekly => "twice_weekly", "Twice a week";
        /// Once a week.
        Weekly => "weekly", "Once a week";
        /// Every second week.
        Fortnightly => "fortnightly", "Once a fortnight";
    }
}

impl HowOften {
    /// School days after which the next contact is due.
    pub const fn within(self) -> crate::dates::SchoolDays {
        crate::dates::SchoolDays::new(match self {
            Self::Daily => 1,
            Self::TwiceWeekly => 3,
            Self::Weekly => 5,
            Self::Fortnightly => 10,
        })
    }
}

crate::coded! {
    /// What teachers fill in.
    pub enum ReportCard {
        /// Nothing; the key adult's meetings are enough.
        No => "no", "No report";
        /// A tick in every lesson.
        EachLesson => "each_lesson", "Every lesson";
        /// A tick morning and afternoon.
        EachSession => "each_session", "Morning and afternoon";
        /// One a day.
        Daily => "daily", "Once a day";
    }
}

/// How home hears how it is going.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeContact {
    /// Who rings or writes.
    pub by: Owner,
    /// How: "a call", "a text".
    pub channel: crate::programme::AskChannel,
    /// How often.
    pub how_often: HowOften,
    /// When, when it is always the same day: "Fridays".
    pub when: Option<Line<60>>,
}

/// Who meets the pupil about the plan, how often, when and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monitoring {
    /// How often they meet.
    pub how_often: HowOften,
    /// The key adult.
    pub by: Owner,
    /// Which days and times: "Monday and Thursday, 8:40am".
    pub when: Option<Line<80>>,
    /// Where.
    pub place: Option<Line<80>>,
    /// What teachers fill in.
    pub report_card: ReportCard,
}

impl Monitoring {
    /// "Joel Petrie meets Rowan twice a week."
    pub fn sentence(&self, pupil: &str) -> String {
        let often = crate::wording::small(self.how_often.label());
        format!("{} meets {pupil} {often}.", self.by.name)
    }
}
