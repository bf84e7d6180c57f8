//! A target as somebody is writing it: raw answers, any of which may be missing.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Reading, Target, TargetProblem, Ticker};
use crate::{commitment::Owner, dates::WeekNumber, id::TargetId, text::Line};

/// The answers on "Write a target", as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TargetDraft {
    /// What people will call it; made from the statement when blank.
    pub short_name: String,
    /// What the pupil will do.
    pub statement: String,
    /// When and where.
    pub place: String,
    /// Why it matters to the pupil.
    pub why: String,
    /// The code of an [`super::Area`], or blank.
    pub area: String,
    /// Codes of [`super::Setting`]s.
    pub settings: Vec<String>,
    /// The code of a [`super::Measure`]; follows from who ticks when blank.
    pub measure: String,
    /// The code of a [`super::Better`]; the measure's usual way when blank.
    pub better: String,
    /// The code of a [`super::Unit`]; the measure's usual one when blank.
    pub unit: String,
    /// The code of a [`super::Per`]; the measure's usual one when blank.
    pub per: String,
    /// The most there can be; the measure's usual one when blank.
    pub out_of: String,
    /// The code of a [`super::TickedBy`].
    pub ticked_by: String,
    /// The written id of the adult who ticks or checks.
    pub ticking_adult: String,
    /// Where the pupil is now.
    pub baseline: BaselineDraft,
    /// The steps; the last row is the goal. A wholly blank row before it is no step.
    pub steps: Vec<StepDraft>,
    /// How a teacher reads it.
    pub staff_wording: String,
    /// Why wording that says what not to do is kept.
    pub kept_wording: String,
}

/// Where the pupil is now, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BaselineDraft {
    /// The middle day.
    pub level: String,
    /// The code of a [`super::BaselineSource`].
    pub source: String,
    /// First day, as 2026-09-07.
    pub from: String,
    /// Last day, as 2026-09-18.
    pub to: String,
    /// Days with a record.
    pub recorded_days: String,
}

/// One row of the steps, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepDraft {
    /// How much.
    pub level: String,
    /// By the end of which week.
    pub week: String,
}

/// What is known around a target: the pupil, the people and the dates.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The name the pupil is called by.
    pub pupil: &'a str,
    /// Adults who could tick it.
    pub people: &'a [Owner],
    /// The meetings still to come, soonest first; the last ends the programme.
    pub reviews: &'a [ReviewPoint],
    /// How many promises adults have made for this target so far.
    pub adults_helping: usize,
}

/// A meeting at which targets are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewPoint {
    /// The programme's week.
    pub week: WeekNumber,
    /// The day.
    pub on: Date,
}

impl Frame<'_> {
    /// The last week a step may be due; none while no dates are set.
    pub fn last_week(&self) -> Option<WeekNumber> {
        self.reviews.last().map(|review| review.week)
    }
}

impl TargetDraft {
    /// Reads every answer, keeping what can be read and naming what cannot.
    pub fn read(&self, frame: &Frame<'_>) -> Reading {
        Reading::of(self, frame)
    }

    /// The target, once nothing is missing.
    ///
    /// # Errors
    /// Every [`TargetProblem`], in the order of the page.
    pub fn parse(&self, id: TargetId, frame: &Frame<'_>) -> Result<Target, Vec<TargetProblem>> {
        self.read(frame).target(id)
    }
}

impl From<&Target> for TargetDraft {
    fn from(target: &Target) -> Self {
        let optional = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            short_name: target.short_name.to_string(),
            statement: target.statement.to_string(),
            place: target.place.to_string(),
            why: optional(target.why.as_ref().map(Line::as_str)),
            area: optional(target.area.map(super::Area::code)),
            settings: target.settings.iter().map(|s| s.code().into()).collect(),
            measure: target.scale.measure.code().into(),
            better: target.scale.better.code().into(),
            unit: target.scale.unit.code().into(),
            per: target.scale.per.code().into(),
            out_of: target
                .scale
                .out_of
                .map_or_else(String::new, |most| most.to_string()),
            ticked_by: target.ticker.by().code().into(),
            ticking_adult: target
                .ticker
                .adult()
                .map_or_else(String::new, |adult| adult.person.to_string()),
            baseline: BaselineDraft::from(&target.baseline),
            steps: target.ladder.steps().iter().map(StepDraft::from).collect(),
            staff_wording: optional(target.staff_wording.as_ref().map(Line::as_str)),
            kept_wording: optional(target.kept_wording.as_ref().map(Line::as_str)),
        }
    }
}

impl From<&super::Baseline> for BaselineDraft {
    fn from(baseline: &super::Baseline) -> Self {
        Self {
            level: baseline.level.to_string(),
            source: baseline.source.code().into(),
            from: baseline.from.to_string(),
            to: baseline.to.to_string(),
            recorded_days: baseline.recorded_days.0.to_string(),
        }
    }
}

impl From<&super::Step> for StepDraft {
    fn from(step: &super::Step) -> Self {
        Self {
            level: step.level.to_string(),
            week: step.by_week.number().to_string(),
        }
    }
}

// People's words must not reach a log through `{:?}`.
macro_rules! hidden {
    ($($name:ident)+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}
hidden!(TargetDraft BaselineDraft StepDraft);

/// How the pupil's ticks are usually counted, by who ticks.
pub(super) const fn usual_measure(by: super::TickedBy) -> super::Measure {
    match by {
        super::TickedBy::EachTeacher => super::Measure::OpportunityPct,
        super::TickedBy::OneAdult | super::TickedBy::PupilChecked => super::Measure::YesNoDay,
    }
}

/// Who ticks, from the kind and the adult found.
pub(super) fn ticker(by: super::TickedBy, adult: Option<Owner>) -> Option<Ticker> {
    match by {
        super::TickedBy::EachTeacher => Some(Ticker::EachTeacher),
        super::TickedBy::OneAdult => adult.map(Ticker::OneAdult),
        super::TickedBy::PupilChecked => adult.map(Ticker::PupilCheckedBy),
    }
}
