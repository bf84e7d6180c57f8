//! The template: how long a programme runs and what it must hold.
//!
//! Chosen when a programme starts and then kept with it, so that changing the
//! school's settings never changes a programme that is already running.

use crate::{account::Email, coded, text::Line};

coded! {
    /// What counts as a week of a programme.
    pub enum WeekClock {
        /// Weeks in which school meets on enough days. Holidays do not count.
        SchoolWeeks => "school_weeks", "School weeks";
        /// Seven days each, holidays too.
        CalendarWeeks => "calendar_weeks", "Calendar weeks";
        /// Five school days each.
        SchoolDays => "school_days", "School days";
    }
}

coded! {
    /// Where a due date goes that is not a school day.
    pub enum Roll {
        /// To the school day before, so that a review never slips into a holiday.
        Previous => "previous", "School day before";
        /// To the school day after.
        Next => "next", "School day after";
    }
}

coded! {
    /// Which interim reviews must be held.
    pub enum InterimRule {
        /// The first; whether to hold the next is decided there.
        FirstOnly => "first_only", "The first";
        /// All of them.
        All => "all", "All";
        /// None.
        None => "none", "None";
    }
}

coded! {
    /// How often the key worker meets the pupil.
    pub enum MonitoringRhythm {
        /// Every school day.
        Daily => "daily", "Daily";
        /// Every 5 school days.
        Weekly => "weekly", "Weekly";
        /// Every 10 school days.
        Fortnightly => "fortnightly", "Fortnightly";
    }
}

impl MonitoringRhythm {
    /// Most school days between two meetings.
    pub const fn school_days(self) -> u8 {
        match self {
            Self::Daily => 1,
            Self::Weekly => 5,
            Self::Fortnightly => 10,
        }
    }
}

/// What a programme follows from start to end. All lengths are weeks as
/// counted by [`WeekClock`], unless they say school days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Grows by one each time the school changes its template.
    pub version: u32,
    /// What the school calls a programme.
    pub title: Line<60>,
    /// Weeks from start to final review; 12 unless the school says otherwise (6..=26).
    pub programme_weeks: u8,
    /// What counts as a week.
    pub clock: WeekClock,
    /// Where a due date goes that is not a school day.
    pub roll: Roll,
    /// School days that make a calendar week a school week; 3 (1..=5).
    pub school_days_in_week: u8,
    /// Weeks in which interim reviews fall; 4 and 8.
    pub interim_weeks: Vec<u8>,
    /// Which of them must be held.
    pub interim_rule: InterimRule,
    /// How often the key worker meets the pupil.
    pub monitoring: MonitoringRhythm,
    /// Most open targets; 4 (1..=4).
    pub target_max: u8,
    /// Weeks one extension may add; 6 (0..=8). None if 0.
    pub extend_max: u8,
    /// Weeks of lighter support after success; 6 (0..=12).
    pub aftercare_weeks: u8,
    /// School days before and after a due date in which a review counts as on time; 5.
    pub review_window_days: u8,
    /// Where the school asks its council for help, if it has said.
    pub council_address: Option<Email>,
}

/// What is wrong with a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemplateProblem {
    /// Not 6 to 26 weeks.
    #[error("check template: length {0} weeks is not 6 to 26")]
    Length(u8),
    /// Interim weeks out of order, doubled, or not before the final review.
    #[error("check template: interim weeks do not rise to before the final week")]
    Interims,
    /// Not 1 to 4 targets.
    #[error("check template: {0} targets is not 1 to 4")]
    Targets(u8),
    /// More than 8 weeks.
    #[error("check template: extension of {0} weeks is more than 8")]
    Extension(u8),
    /// More than 12 weeks.
    #[error("check template: aftercare of {0} weeks is more than 12")]
    Aftercare(u8),
    /// Not 1 to 5 days.
    #[error("check template: {0} school days is not 1 to 5")]
    SchoolWeek(u8),
}

impl TemplateProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Length(_) => "Programme length must be between 6 and 26 weeks",
            Self::Interims => "Review weeks must be in order and before the last week",
            Self::Targets(_) => "Most targets at a time must be between 1 and 4",
            Self::Extension(_) => "An extension must be 8 weeks or fewer",
            Self::Aftercare(_) => "Aftercare must be 12 weeks or fewer",
            Self::SchoolWeek(_) => "School days in a week must be between 1 and 5",
        }
    }
}

impl Template {
    /// The template a school starts with: twelve school weeks, reviewed in
    /// weeks 4 and 8. `title` is what the school calls a programme.
    pub fn standard(title: Line<60>) -> Self {
        Self {
            version: 1,
            title,
            programme_weeks: 12,
            clock: WeekClock::SchoolWeeks,
            roll: Roll::Previous,
            school_days_in_week: 3,
            interim_weeks: vec![4, 8],
            interim_rule: InterimRule::FirstOnly,
            monitoring: MonitoringRhythm::Weekly,
            target_max: 4,
            extend_max: 6,
            aftercare_weeks: 6,
            review_window_days: 5,
            council_address: None,
        }
    }

    /// Everything wrong with it, in the order of its fields.
    pub fn problems(&self) -> Vec<TemplateProblem> {
        let Self {
            programme_weeks,
            school_days_in_week,
            target_max,
            extend_max,
            aftercare_weeks,
            ..
        } = *self;
        let rises = self.interim_weeks.is_sorted_by(|a, b| a < b);
        let inside = self
            .interim_weeks
            .iter()
            .all(|week| (1..programme_weeks).contains(week));
        let checks = [
            (
                (6..=26).contains(&programme_weeks),
                TemplateProblem::Length(programme_weeks),
            ),
            (
                (1..=5).contains(&school_days_in_week),
                TemplateProblem::SchoolWeek(school_days_in_week),
            ),
            (rises && inside, TemplateProblem::Interims),
            (
                (1..=4).contains(&target_max),
                TemplateProblem::Targets(target_max),
            ),
            (extend_max <= 8, TemplateProblem::Extension(extend_max)),
            (
                aftercare_weeks <= 12,
                TemplateProblem::Aftercare(aftercare_weeks),
            ),
        ];
        let wrong = checks.into_iter().filter(|(fine, _)| !fine);
        wrong.map(|(_, problem)| problem).collect()
    }

    /// Most weeks a programme may last, extension included: 16, or 26 when
    /// the template itself is longer than 16.
    pub const fn most_weeks(&self) -> u8 {
        if self.programme_weeks > 16 { 26 } else { 16 }
    }

    /// Most weeks one extension may add without passing [`Self::most_weeks`].
    pub fn extension_room(&self) -> u8 {
        let left = self.most_weeks().saturating_sub(self.programme_weeks);
        left.min(self.extend_max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standard() -> Template {
        Template::standard(Line::new("Pastoral Support Programme").unwrap())
    }

    #[test]
    fn the_standard_template_is_twelve_school_weeks_and_has_nothing_wrong() {
        let template = standard();
        assert_eq!(
            (template.programme_weeks, template.interim_weeks.as_slice()),
            (12, &[4, 8][..])
        );
        assert_eq!(template.problems(), []);
    }

    #[test]
    fn every_setting_out_of_range_is_named_at_once() {
        let wild = Template {
            programme_weeks: 5,
            school_days_in_week: 6,
            interim_weeks: vec![4, 4],
            target_max: 0,
            extend_max: 9,
            aftercare_weeks: 13,
            ..standard()
        };
        assert_eq!(wild.problems().len(), 6);
        let late = Template {
            interim_weeks: vec![4, 12],
            ..standard()
        };
        assert_eq!(late.problems(), [TemplateProblem::Interims]);
    }

    #[test]
    fn an_extension_never_takes_a_programme_past_its_longest() {
        assert_eq!(standard().extension_room(), 4);
        let short = Template {
            programme_weeks: 8,
            ..standard()
        };
        assert_eq!(short.extension_room(), 6);
        let two_terms = Template {
            programme_weeks: 24,
            ..standard()
        };
        assert_eq!(
            (two_terms.most_weeks(), two_terms.extension_room()),
            (26, 2)
        );
    }
}
