//! The progress chart: one target, one pupil, one school day a place. The days before the plan are hollow, the days of
//! the plan solid; lines join days within a phase only and break at missing days, holidays and changes. A missing day is
//! a cross on the axis and never a nought.

mod board;
mod layers;
mod names;

use super::drawing::{Caption, Drawing, Picture};
use super::scale::Scale;
use board::Board;
use std::fmt::Display;

/// How large the chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A page's width.
    Wide,
    /// Half a page, beside words.
    Column,
    /// A phone.
    Narrow,
}

impl Size {
    const fn board(self) -> (f64, f64) {
        match self {
            Self::Wide => (1080.0, 350.0),
            Self::Column => (540.0, 236.0),
            Self::Narrow => (360.0, 220.0),
        }
    }

    const fn is_compact(self) -> bool {
        !matches!(self, Self::Wide)
    }
}

/// A step or the goal: the level wanted from one day of the plan up to another, days counted from nought.
#[derive(Clone, Debug)]
pub struct Goal {
    pub level: f64,
    pub from: usize,
    pub until: usize,
    pub label: String,
}

/// Something that changed before a day of the plan: a step, a rater, the support.
#[derive(Clone, Debug)]
pub struct Change {
    pub before: usize,
    pub label: String,
}

/// School days off before a day of the plan, drawn as this many places.
#[derive(Clone, Debug)]
pub struct Holiday {
    pub before: usize,
    pub places: f64,
    pub label: String,
}

/// A date written under a day.
#[derive(Clone, Debug)]
pub struct DayLabel {
    pub day: Day,
    pub text: String,
}

/// A day before the plan or of it, counted from nought in its phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Before(usize),
    Plan(usize),
}

/// The chart of one target.
#[derive(Clone, Debug)]
pub struct ProgressChart {
    pub(super) caption: Caption,
    pub(super) before: Vec<Option<f64>>,
    pub(super) plan: Vec<Option<f64>>,
    /// Five lessons, unless said.
    pub(super) scale: Scale,
    /// The day before the plan with which the difficult spell begins.
    pub(super) spell: Option<usize>,
    /// Where the line through the days before starts and ends.
    pub(super) drift: Option<(f64, f64)>,
    pub(super) days: usize,
    pub(super) goals: Vec<Goal>,
    pub(super) changes: Vec<Change>,
    pub(super) holidays: Vec<Holiday>,
    pub(super) labels: Vec<DayLabel>,
    pub(super) before_middle: Option<f64>,
    pub(super) plan_middle: Option<f64>,
    pub(super) today: Option<usize>,
    pub(super) plan_words: Option<String>,
}

impl ProgressChart {
    /// The days before the plan and the days of it so far; none where a day was not recorded.
    pub fn new(caption: Caption, before: Vec<Option<f64>>, plan: Vec<Option<f64>>) -> Self {
        let days = plan.len();
        Self {
            caption,
            before,
            plan,
            scale: Scale::out_of(5),
            spell: None,
            drift: None,
            days,
            goals: Vec::new(),
            changes: Vec::new(),
            holidays: Vec::new(),
            labels: Vec::new(),
            before_middle: None,
            plan_middle: None,
            today: None,
            plan_words: None,
        }
    }

    /// School days in the whole programme, so that the days to come have their place.
    #[must_use]
    pub fn lasting(mut self, days: usize) -> Self {
        self.days = days.max(self.plan.len());
        self
    }

    /// The real most a day can have. The scale starts at nought and goes to this.
    #[must_use]
    pub fn out_of(self, most: u8) -> Self {
        self.scale(Scale::out_of(most))
    }

    /// Another scale. The same measure keeps the same scale everywhere.
    #[must_use]
    pub fn scale(mut self, scale: Scale) -> Self {
        self.scale = scale;
        self
    }

    /// From this day before the plan on it is the difficult spell: shown shaded, and part of no comparison.
    #[must_use]
    pub fn spell(mut self, from: usize) -> Self {
        self.spell = Some(from);
        self
    }

    /// The line through the days before, from its first level to its last. With fewer than six recorded days it would
    /// be a guess, and is left out.
    #[must_use]
    pub fn drift(mut self, first: f64, last: f64) -> Self {
        let compared = self.spell.unwrap_or(self.before.len());
        let recorded = self.before.iter().take(compared).flatten().count();
        self.drift = (recorded >= 6).then_some((first, last));
        self
    }

    /// A step or the goal; the last one is named beside the chart.
    #[must_use]
    pub fn goal(mut self, level: f64, from: usize, until: usize, label: impl Display) -> Self {
        self.goals.push(Goal {
            level,
            from,
            until,
            label: label.to_string(),
        });
        self
    }

    /// A change before this day of the plan.
    #[must_use]
    pub fn change(mut self, before: usize, label: impl Display) -> Self {
        self.changes.push(Change {
            before,
            label: label.to_string(),
        });
        self
    }

    /// A holiday before this day of the plan.
    #[must_use]
    pub fn holiday(mut self, before: usize, places: f64, label: impl Display) -> Self {
        self.holidays.push(Holiday {
            before,
            places,
            label: label.to_string(),
        });
        self
    }

    /// A date under a day.
    #[must_use]
    pub fn label(mut self, day: Day, text: impl Display) -> Self {
        self.labels.push(DayLabel {
            day,
            text: text.to_string(),
        });
        self
    }

    /// The middle day before the plan and of the plan.
    #[must_use]
    pub fn middles(mut self, before: Option<f64>, plan: Option<f64>) -> Self {
        self.before_middle = before;
        self.plan_middle = plan;
        self
    }

    /// Which day of the plan is today.
    #[must_use]
    pub fn today(mut self, day: usize) -> Self {
        self.today = Some(day);
        self
    }

    /// What stands over the plan's days instead of "During the plan": "During the plan: step 1".
    #[must_use]
    pub fn plan_words(mut self, words: impl Display) -> Self {
        self.plan_words = Some(words.to_string());
        self
    }

    /// Draws it at one size. The two sizes on one page need captions of their own: the narrow one adds to its id.
    pub fn draw(&self, size: Size) -> Picture {
        let (width, height) = size.board();
        let caption = if size == Size::Narrow {
            self.caption.again("narrow")
        } else {
            self.caption.clone()
        };
        let mut drawing = Drawing::fluid(width, height, &caption);
        let board = Board::of(self, size);
        let chart = &self.as_far_as(board.days);
        layers::ground(&mut drawing, chart, &board);
        layers::goals(&mut drawing, chart, &board);
        names::draw(&mut drawing, chart, &board);
        layers::middles(&mut drawing, chart, &board);
        layers::drift(&mut drawing, chart, &board);
        layers::days(&mut drawing, chart, &board);
        layers::dates(&mut drawing, chart, &board);
        drawing.done()
    }

    /// The chart without what lies beyond the days drawn.
    fn as_far_as(&self, days: usize) -> Self {
        let mut chart = self.clone();
        chart.days = days;
        chart.goals.retain(|goal| goal.from < days);
        for goal in &mut chart.goals {
            goal.until = goal.until.min(days);
        }
        chart.changes.retain(|change| change.before < days);
        chart.holidays.retain(|holiday| holiday.before < days);
        chart
            .labels
            .retain(|label| !matches!(label.day, Day::Plan(day) if day >= days));
        chart
    }
}
