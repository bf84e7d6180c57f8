//! The template: how long a programme runs and what it must hold.
//!
//! Chosen when a programme starts and then kept with it, so that changing the
//! school's settings never changes a programme that is already running.

use crate::{
    account::Email,
    coded,
    commitment::HowOften,
    dates::{Rhythm, Weeks},
    text::Line,
    timers::{Amount, Timer, Timers},
};

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

/// What a programme follows from start to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Grows by one each time the school changes its template.
    pub version: u32,
    /// What the school calls a programme.
    pub title: Line<60>,
    /// How long it runs, when it is reviewed and how weeks are counted.
    pub rhythm: Rhythm,
    /// Which interim reviews must be held.
    pub interim_rule: InterimRule,
    /// How often the key worker meets the pupil.
    pub monitoring: HowOften,
    /// Most open targets; 4 (1..=4).
    pub target_max: u8,
    /// The most one extension may add; 6 weeks (0..=8). Never extended if 0.
    pub extend_max: Weeks,
    /// How long things may take.
    pub timers: Timers,
    /// Where the school asks its council for help, if it has said.
    pub council_address: Option<Email>,
}

/// What is wrong with a template. Its rhythm has problems of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemplateProblem {
    /// Not 1 to 4 targets.
    #[error("check template: {0} targets is not 1 to 4")]
    Targets(u8),
    /// More than 8 weeks.
    #[error("check template: an extension of {0} is more than 8 weeks")]
    Extension(Weeks),
    /// A review must be held and there is none.
    #[error("check template: a review must be held and there is none")]
    NoReview,
    /// A programme is longer than the longest.
    #[error("check template: {0} is longer than the longest programme")]
    Longest(Weeks),
}

impl TemplateProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Targets(_) => "Most targets at a time must be between 1 and 4",
            Self::Extension(_) => "An extension must be 8 weeks or fewer",
            Self::NoReview => "Enter a review week, or say that none must be held",
            Self::Longest(_) => "The longest programme must be at least as long as a programme",
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
            rhythm: Rhythm::standard(),
            interim_rule: InterimRule::FirstOnly,
            monitoring: HowOften::Weekly,
            target_max: 4,
            extend_max: Weeks::new(6),
            timers: Timers::default(),
            council_address: None,
        }
    }

    /// Everything wrong with it, in the order of its fields.
    pub fn problems(&self) -> Vec<TemplateProblem> {
        let (extend, length) = (self.extend_max, self.rhythm.length());
        let reviewed = self.interim_rule == InterimRule::None || !self.rhythm.interim().is_empty();
        let longest = self.timers.amount(Timer::LongestProgramme);
        let checks = [
            (
                (1..=4).contains(&self.target_max),
                TemplateProblem::Targets(self.target_max),
            ),
            (extend.number() <= 8, TemplateProblem::Extension(extend)),
            (reviewed, TemplateProblem::NoReview),
            (
                Amount::SchoolWeeks(length) <= longest,
                TemplateProblem::Longest(length),
            ),
        ];
        let wrong = checks.into_iter().filter(|(fine, _)| !fine);
        wrong.map(|(_, problem)| problem).collect()
    }

    /// Most weeks one extension may add to a programme that may last
    /// `longest` weeks in all.
    pub fn extension_room(&self, longest: Weeks) -> Weeks {
        let length = self.rhythm.length().number();
        let left = longest.number().saturating_sub(length);
        self.extend_max.min(Weeks::new(left))
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::Counting;

    use super::*;

    fn standard() -> Template {
        Template::standard(Line::new("Pastoral Support Programme").unwrap())
    }

    fn lasting(weeks: u8) -> Template {
        let rhythm = Rhythm::new(Weeks::new(weeks), vec![], Counting::default()).unwrap();
        Template {
            rhythm,
            ..standard()
        }
    }

    #[test]
    fn the_standard_template_has_nothing_wrong() {
        assert_eq!(standard().problems(), []);
    }

    #[test]
    fn every_setting_out_of_range_is_named_at_once() {
        let wild = Template {
            target_max: 0,
            extend_max: Weeks::new(9),
            interim_rule: InterimRule::All,
            ..lasting(20)
        };
        assert_eq!(wild.problems().len(), 4);
    }

    #[test]
    fn an_extension_never_takes_a_programme_past_its_longest() {
        let longest = Weeks::new(16);
        assert_eq!(standard().extension_room(longest), Weeks::new(4));
        assert_eq!(lasting(8).extension_room(longest), Weeks::new(6));
        assert_eq!(lasting(24).extension_room(Weeks::new(26)), Weeks::new(2));
        assert_eq!(lasting(24).extension_room(longest), Weeks::ZERO);
    }
}
