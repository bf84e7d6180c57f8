//! The template as somebody types it, and what is wrong with it, field by field.

use std::collections::BTreeMap;

use super::{Template, TemplateProblem};
use crate::{
    dates::{Counting, Rhythm, RhythmProblem, WeekNumber, Weeks},
    timers::{Timer, Timers},
};

/// What is to be sorted out, by field.
type Problems = Vec<(String, String)>;

/// The answers of the template's page, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateDraft {
    /// How many weeks.
    pub weeks: String,
    /// The code of a [`ProgrammeClock`](crate::dates::ProgrammeClock).
    pub clock: String,
    /// The code of a [`Roll`](crate::dates::Roll).
    pub roll: String,
    /// The weeks with a review: "4, 8".
    pub reviews: String,
    /// The code of an [`InterimRule`](super::InterimRule).
    pub interim: String,
    /// Most targets at a time.
    pub targets: String,
    /// The most weeks an extension may add.
    pub extension: String,
    /// How long each timer runs; as usual when blank.
    pub timers: BTreeMap<Timer, String>,
}

impl TemplateDraft {
    /// The timers a school chooses. How often the key worker meets the pupil is
    /// each plan's own.
    pub fn timers() -> impl Iterator<Item = Timer> {
        let all = Timer::ALL.iter().copied();
        all.filter(|timer| *timer != Timer::KeyWorkerMeeting)
    }

    /// The template after `before`, once nothing is in the way.
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it.
    pub fn parse(&self, before: &Template) -> Result<Template, Problems> {
        let mut problems = Problems::new();
        let mut wrong = |field: &str, words: &str| {
            problems.push((field.to_owned(), words.to_owned()));
        };
        let weeks = whole(&self.weeks);
        if weeks.is_none() {
            wrong("weeks", "Enter how many weeks a programme lasts");
        }
        let reviews = weeks_of(&self.reviews);
        if reviews.is_none() {
            wrong("reviews", "Enter the weeks with a review, such as 4, 8");
        }
        let (clock, roll) = (self.clock.parse(), self.roll.parse());
        if clock.is_err() {
            wrong("clock", "Choose how weeks are counted");
        }
        if roll.is_err() {
            wrong("roll", "Choose where a date in a holiday moves to");
        }
        let interim = self.interim.parse();
        if interim.is_err() {
            wrong("interim", "Choose which reviews must be held");
        }
        let targets = whole(&self.targets);
        if targets.is_none() {
            wrong("targets", "Enter the most targets at a time");
        }
        let extension = whole(&self.extension);
        if extension.is_none() {
            wrong(
                "extension",
                "Enter the most weeks an extension may add, or 0",
            );
        }
        let timers = self.chosen(&mut problems);
        let (Some(weeks), Some(reviews), Ok(clock), Ok(roll)) = (weeks, reviews, clock, roll)
        else {
            return Err(problems);
        };
        let counting = Counting {
            clock,
            roll,
            ..before.rhythm.counting()
        };
        let rhythm = Rhythm::new(Weeks::new(weeks), reviews, counting)
            .map_err(|problem| problems.push((of_rhythm(problem), problem.words())));
        let (Ok(rhythm), Ok(interim_rule), Some(targets), Some(extension)) =
            (rhythm, interim, targets, extension)
        else {
            return Err(problems);
        };
        let template = Template {
            version: before.version.saturating_add(1),
            rhythm,
            interim_rule,
            target_max: targets,
            extend_max: Weeks::new(extension),
            timers,
            ..before.clone()
        };
        let found = template.problems().into_iter();
        problems.extend(found.map(|one| (of_template(one).to_owned(), one.words().to_owned())));
        if problems.is_empty() {
            Ok(template)
        } else {
            Err(problems)
        }
    }

    fn chosen(&self, problems: &mut Problems) -> Timers {
        let mut timers = Timers::default();
        for timer in Self::timers() {
            let typed = self.timers.get(&timer).map_or("", |typed| typed.trim());
            if typed.is_empty() {
                continue;
            }
            let amount = typed.parse().ok().and_then(|n| timer.usual().with(n));
            let words = match amount.map(|amount| timers.set(timer, amount)) {
                Some(Ok(())) => continue,
                Some(Err(problem)) => problem.words(),
                None => format!("{} must be between 1 and {}", timer.label(), timer.most()),
            };
            problems.push((timer.code().to_owned(), words));
        }
        timers
    }
}

fn whole(typed: &str) -> Option<u8> {
    typed.trim().parse().ok()
}

/// "4, 8" or "4 and 8" as weeks; nothing where a number is no week.
fn weeks_of(typed: &str) -> Option<Vec<WeekNumber>> {
    let words = typed.split(|c: char| !c.is_alphanumeric());
    let numbers = words.filter(|word| !word.is_empty() && *word != "and");
    numbers
        .map(|number| number.parse().ok().and_then(WeekNumber::new))
        .collect()
}

fn of_rhythm(problem: RhythmProblem) -> String {
    match problem {
        RhythmProblem::Interims => "reviews",
        _ => "weeks",
    }
    .to_owned()
}

const fn of_template(problem: TemplateProblem) -> &'static str {
    match problem {
        TemplateProblem::Targets(_) => "targets",
        TemplateProblem::Extension(_) => "extension",
        TemplateProblem::NoReview => "reviews",
        TemplateProblem::Longest(_) => Timer::LongestProgramme.code(),
    }
}

impl From<&Template> for TemplateDraft {
    fn from(template: &Template) -> Self {
        let rhythm = &template.rhythm;
        let weeks = rhythm.interim().iter();
        let weeks: Vec<String> = weeks.map(|week| week.number().to_string()).collect();
        let timer = |timer: Timer| {
            let amount = template.timers.amount(timer);
            (timer, amount.number().to_string())
        };
        Self {
            weeks: rhythm.length().number().to_string(),
            clock: rhythm.counting().clock.code().to_owned(),
            roll: rhythm.counting().roll.code().to_owned(),
            reviews: weeks.join(", "),
            interim: template.interim_rule.code().to_owned(),
            targets: template.target_max.to_string(),
            extension: template.extend_max.number().to_string(),
            timers: Self::timers().map(timer).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dates::ProgrammeClock, text::Line, timers::Amount};

    fn standard() -> Template {
        Template::standard(Line::new("Pastoral Support Programme").unwrap())
    }

    fn fields(change: impl FnOnce(&mut TemplateDraft)) -> Vec<String> {
        let mut draft = TemplateDraft::from(&standard());
        change(&mut draft);
        let problems = draft.parse(&standard()).unwrap_err();
        problems.into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn what_was_chosen_comes_back_from_what_is_typed_as_the_next_version() {
        let again = TemplateDraft::from(&standard()).parse(&standard()).unwrap();
        let next = Template {
            version: 2,
            ..standard()
        };
        assert_eq!(again, next);
    }

    #[test]
    fn a_school_may_last_sixteen_calendar_weeks_with_one_review_and_longer_answers() {
        let mut draft = TemplateDraft {
            weeks: "16".into(),
            clock: "calendar_weeks".into(),
            reviews: "8".into(),
            ..TemplateDraft::from(&standard())
        };
        draft.timers.insert(Timer::StaffAnswers, "7".into());
        let chosen = draft.parse(&standard()).unwrap();
        assert_eq!(chosen.rhythm.length(), Weeks::new(16));
        assert_eq!(
            chosen.rhythm.counting().clock,
            ProgrammeClock::CalendarWeeks
        );
        let days = chosen.timers.amount(Timer::StaffAnswers);
        assert_eq!(days, Amount::SchoolDays(crate::dates::SchoolDays::new(7)));
        assert_eq!(chosen.timers.written(), "staff_answers=7");
        assert_eq!(Timers::read("staff_answers=7"), Some(chosen.timers));
    }

    #[test]
    fn each_impossible_choice_is_named_at_its_own_field() {
        assert_eq!(fields(|draft| draft.reviews = "8, 12".into()), ["reviews"]);
        assert_eq!(fields(|draft| draft.reviews = String::new()), ["reviews"]);
        assert_eq!(fields(|draft| draft.weeks = "30".into()), ["weeks"]);
        assert_eq!(
            fields(|draft| draft.weeks = "20".into()),
            ["longest_programme"]
        );
        assert_eq!(fields(|draft| draft.targets = "5".into()), ["targets"]);
        assert_eq!(fields(|draft| draft.extension = "9".into()), ["extension"]);
        let wild = fields(|draft| {
            draft.timers.insert(Timer::ReviewWindow, "11".into());
            draft.timers.insert(Timer::Aftercare, "soon".into());
            draft.clock = String::new();
        });
        assert_eq!(wild, ["clock", "review_window", "aftercare"]);
    }
}
