//! Reading a draft: what can be read is kept, what cannot is named.

use super::{
    Area, Baseline, Frame, Ladder, Level, Nudge, ReviewPoint, Scale, Sentence, Setting, Smart,
    Step, StepNumber, Target, TargetDraft, TargetField, TargetProblem, TargetStatus, TickedBy,
    Ticker, nudge, phrases, reader::Reader,
};
use crate::{dates::WeekNumber, id::TargetId, text::Line};

/// What a draft says so far, and what is still in the way.
#[derive(Debug, Clone)]
pub struct Reading {
    pub(super) pupil: String,
    pub(super) short_name: Option<Line<60>>,
    pub(super) statement: Option<Line<160>>,
    pub(super) place: Option<Line<100>>,
    pub(super) why: Option<Line<200>>,
    pub(super) area: Option<Area>,
    pub(super) settings: Vec<Setting>,
    pub(super) scale: Scale,
    pub(super) ticked_by: Option<TickedBy>,
    pub(super) ticker: Option<Ticker>,
    pub(super) baseline: Option<Baseline>,
    pub(super) now: Option<Level>,
    pub(super) steps: Vec<(Option<Level>, Option<WeekNumber>)>,
    pub(super) last_week: Option<WeekNumber>,
    pub(super) reviews: Vec<ReviewPoint>,
    pub(super) staff_wording: Option<Line<200>>,
    pub(super) kept_wording: Option<Line<200>>,
    problems: Vec<TargetProblem>,
}

impl Reading {
    pub(super) fn of(draft: &TargetDraft, frame: &Frame<'_>) -> Self {
        let mut r = Reader::default();
        let statement: Option<Line<160>> = r.needed(TargetField::Statement, &draft.statement);
        if let Some(problem) = statement
            .as_ref()
            .and_then(|s| phrases::refused(s.as_str()))
        {
            r.problems.push(problem);
        }
        let short_name = match r.line(TargetField::ShortName, &draft.short_name) {
            None => statement.as_ref().and_then(|s| name_from(s.as_str())),
            given => given,
        };
        if statement.is_some() && short_name.is_none() {
            r.problems
                .push(TargetProblem::Missing(TargetField::ShortName));
        }
        let place = r.needed(TargetField::Place, &draft.place);
        let why = r.line(TargetField::Why, &draft.why);
        let area = r.choice(TargetField::Area, &draft.area);
        let settings = draft
            .settings
            .iter()
            .filter_map(|code| r.choice(TargetField::Settings, code))
            .collect();
        let (ticked_by, ticker) = r.ticker(draft, frame);
        let scale = r.scale(draft, ticked_by);
        let now = r.level_now(&draft.baseline.level, scale);
        let baseline = r.baseline(&draft.baseline, now);
        let steps = r.steps(&draft.steps, scale, now, frame.last_week());
        if frame.adults_helping == 0 {
            r.problems.push(TargetProblem::NoAdultHelps);
        }
        if frame.reviews.is_empty() {
            r.problems.push(TargetProblem::NoReviewDates);
        }
        Self {
            pupil: frame.pupil.to_owned(),
            short_name,
            statement,
            place,
            why,
            area,
            settings,
            scale,
            ticked_by,
            ticker,
            baseline,
            now,
            steps,
            last_week: frame.last_week(),
            reviews: frame.reviews.to_vec(),
            staff_wording: r.line(TargetField::StaffWording, &draft.staff_wording),
            kept_wording: r.line(TargetField::KeptWording, &draft.kept_wording),
            problems: r.problems,
        }
    }

    /// What is in the way, in the order of the page.
    pub fn problems(&self) -> &[TargetProblem] {
        &self.problems
    }

    /// What is worth a second thought; none of it is in the way.
    pub fn nudges(&self) -> Vec<Nudge> {
        nudge::of(self)
    }

    /// Whether the shape is SMART, each part in words.
    pub fn smart(&self) -> Smart {
        Smart::of(self)
    }

    /// How it reads to the pupil so far.
    pub fn sentence(&self) -> Sentence {
        Sentence::so_far(self)
    }

    /// The target, once nothing is in the way.
    ///
    /// # Errors
    /// Every [`TargetProblem`], in the order of the page.
    pub fn target(self, id: TargetId) -> Result<Target, Vec<TargetProblem>> {
        match self.complete(id) {
            Some(target) if self.problems.is_empty() => Ok(target),
            _ => Err(self.problems),
        }
    }

    fn complete(&self, id: TargetId) -> Option<Target> {
        let ladder = self.ladder()?;
        Some(Target {
            id,
            short_name: self.short_name.clone()?,
            statement: self.statement.clone()?,
            place: self.place.clone()?,
            why: self.why.clone(),
            area: self.area,
            settings: self.settings.clone(),
            scale: self.scale,
            ticker: self.ticker.clone()?,
            baseline: self.baseline.clone()?,
            step: StepNumber::FIRST,
            staff_wording: self.staff_wording.clone(),
            kept_wording: self.kept_wording.clone(),
            review_on: self.reviews.first().map(|review| review.on)?,
            ladder,
            status: TargetStatus::Open,
        })
    }

    /// The steps, when every one of them is known and they climb.
    pub(super) fn ladder(&self) -> Option<Ladder> {
        let steps: Option<Vec<Step>> = self
            .steps
            .iter()
            .map(|(level, week)| {
                Some(Step {
                    level: (*level)?,
                    by_week: (*week)?,
                })
            })
            .collect();
        Ladder::new(steps?, self.scale, self.now, self.last_week).ok()
    }
}

/// "Stay in the lesson" from "stay in the lesson, or come back within five minutes".
fn name_from(statement: &str) -> Option<Line<60>> {
    let clause = statement.split([',', '.', ';']).next()?;
    let clause = clause.strip_prefix("I will ").unwrap_or(clause);
    let mut name = String::new();
    for word in clause.split_whitespace() {
        if name.chars().count() + word.chars().count() > 50 {
            break;
        }
        name = if name.is_empty() {
            word.to_owned()
        } else {
            format!("{name} {word}")
        };
    }
    Line::new(&crate::wording::capital(&name)).ok()
}
