//! Who keeps an eye on a plan between reviews, and how home hears of it.

use super::Owner;
use crate::{
    rating::{HalfDay, Period},
    text::Line,
};

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
    /// "The plan says once a fortnight."
    pub fn said(self) -> String {
        format!("The plan says {}.", crate::wording::small(self.label()))
    }

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

impl ReportCard {
    /// What a plan asks for; a tick in every lesson where it does not say.
    pub fn of(monitoring: Option<&Monitoring>) -> Self {
        monitoring.map_or(Self::EachLesson, |who| who.report_card)
    }

    /// Under which part of the day a lesson is ticked; none when nothing is.
    pub const fn ticked_in(self, at: Period) -> Option<Period> {
        match (self, at) {
            (Self::No, _)
            | (Self::EachLesson, Period::Morning | Period::Afternoon | Period::WholeDay) => None,
            (Self::EachLesson, lesson) => Some(lesson),
            (Self::EachSession, at) => match at.half() {
                Some(HalfDay::Morning) => Some(Period::Morning),
                Some(HalfDay::Afternoon) => Some(Period::Afternoon),
                None => None,
            },
            (Self::Daily, _) => Some(Period::WholeDay),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_ticked_under_the_part_of_the_day_that_the_plan_chose() {
        let under = |card: ReportCard| [Period::P1, Period::P5].map(|at| card.ticked_in(at));
        assert_eq!(under(ReportCard::No), [None, None]);
        assert_eq!(
            under(ReportCard::EachLesson),
            [Some(Period::P1), Some(Period::P5)]
        );
        assert_eq!(
            under(ReportCard::EachSession),
            [Some(Period::Morning), Some(Period::Afternoon)]
        );
        assert_eq!(under(ReportCard::Daily), [Some(Period::WholeDay); 2]);
    }

    #[test]
    fn the_next_talk_is_due_as_often_as_the_plan_says_in_school_days() {
        let within = HowOften::ALL.iter().map(|often| often.within().number());
        assert_eq!(within.collect::<Vec<_>>(), [1, 3, 5, 10]);
        assert_eq!(
            HowOften::Fortnightly.said(),
            "The plan says once a fortnight."
        );
    }

    #[test]
    fn a_part_of_the_day_stands_for_itself_and_a_plan_ticked_each_lesson_has_none() {
        for card in ReportCard::ALL {
            for at in Period::ALL {
                if let Some(part) = card.ticked_in(*at) {
                    assert_eq!(card.ticked_in(part), Some(part), "{card:?} {at:?}");
                }
            }
        }
        assert_eq!(ReportCard::EachLesson.ticked_in(Period::Morning), None);
    }
}
