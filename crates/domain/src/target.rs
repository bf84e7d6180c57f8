//! A target: something a pupil will do, counted, in small rising steps.
//!
//! Lives here: what a target is, how raw answers become one, and the checks on
//! its shape. Not here: ticks ([`crate::rating`]) and any judgement of whether a
//! pupil did well; the record shows days, and people decide.

mod area;
mod draft;
mod ladder;
mod measure;
mod nudge;
mod phrases;
mod problem;
mod read;
mod reader;
mod scale;
mod sentence;
mod smart;

use jiff::civil::Date;

pub use area::{Area, Horizon, Setting, TargetStatus};
pub use draft::{BaselineDraft, Frame, ReviewPoint, StepDraft, TargetDraft};
pub use ladder::{Ladder, LadderProblem, Rung, Step, StepNumber};
pub use measure::{Better, Level, Measure, Per, Unit};
pub use nudge::Nudge;
pub use problem::{TargetField, TargetProblem};
pub use read::Reading;
pub use scale::Scale;
pub use sentence::{Part, Sentence};
pub use smart::{Check, Smart};

use crate::{commitment::Owner, id::TargetId, text::Line};

/// A target that has everything a plan needs of it, apart from adults' help,
/// which is the plan's to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Kept through every version of the plan.
    pub id: TargetId,
    /// What people call it: "Arriving ready".
    pub short_name: Line<60>,
    /// What the pupil will do, in the pupil's words as far as can be.
    pub statement: Line<160>,
    /// When and where, such as "in every lesson".
    pub place: Line<100>,
    /// Why it matters, as the pupil said it.
    pub why: Option<Line<200>>,
    /// What kind of thing it is about.
    pub area: Option<Area>,
    /// Where it applies, when the plan is filtered by place.
    pub settings: Vec<Setting>,
    /// What is counted.
    pub scale: Scale,
    /// Who ticks it.
    pub ticker: Ticker,
    /// Where the pupil was before the plan.
    pub baseline: Baseline,
    /// The rising steps; the last is the goal.
    pub ladder: Ladder,
    /// The step the pupil is on.
    pub step: StepNumber,
    /// How a teacher reads it on a report, when other words help.
    pub staff_wording: Option<Line<200>>,
    /// Why wording that says what not to do was kept; a few safety targets need it.
    pub kept_wording: Option<Line<200>>,
    /// When it is next looked at together.
    pub review_on: Date,
    /// Whether it is open, and if not, how it ended.
    pub status: TargetStatus,
}

/// Who ticks a target, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ticker {
    /// Each teacher, once a lesson.
    EachTeacher,
    /// One named adult, once a day.
    OneAdult(Owner),
    /// The pupil, with a named adult checking.
    PupilCheckedBy(Owner),
}

/// Where the pupil was before the plan: a middle day, and where that comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The middle day, on the target's own scale.
    pub level: Level,
    /// Where the figure comes from.
    pub source: BaselineSource,
    /// First day counted.
    pub from: Date,
    /// Last day counted.
    pub to: Date,
    /// Days with a record between the two, both included; at least five.
    pub recorded_days: RecordedDays,
}

/// Days that have a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordedDays(pub u16);

/// Fewer recorded days than this do not show where a pupil is.
pub const FEWEST_BASELINE_DAYS: RecordedDays = RecordedDays(5);

crate::coded! {
    /// Where a figure about the time before the plan comes from.
    pub enum BaselineSource {
        /// Counted from the behaviour log.
        BehaviourLog => "behaviour_log", "the behaviour log";
        /// From what staff wrote when asked.
        StaffAnswers => "staff_answers", "what staff told us";
        /// Report cards or ticks kept before this plan.
        ReportCards => "report_cards", "report cards";
        /// The attendance register.
        Register => "register", "the register";
        /// A member of staff counted for this plan.
        Watched => "watched", "an adult counting in lessons";
    }
}

crate::coded! {
    /// Who ticks, without saying which adult.
    pub enum TickedBy {
        /// See [`Ticker::EachTeacher`].
        EachTeacher => "each_teacher", "Each teacher, once a lesson";
        /// See [`Ticker::OneAdult`].
        OneAdult => "one_adult", "One adult, once a day";
        /// See [`Ticker::PupilCheckedBy`].
        PupilChecked => "pupil_checked", "The pupil, with an adult checking";
    }
}

impl Ticker {
    /// Which kind it is.
    pub const fn by(&self) -> TickedBy {
        match self {
            Self::EachTeacher => TickedBy::EachTeacher,
            Self::OneAdult(_) => TickedBy::OneAdult,
            Self::PupilCheckedBy(_) => TickedBy::PupilChecked,
        }
    }

    /// The named adult, unless every teacher ticks.
    pub const fn adult(&self) -> Option<&Owner> {
        match self {
            Self::EachTeacher => None,
            Self::OneAdult(owner) | Self::PupilCheckedBy(owner) => Some(owner),
        }
    }
}

impl Target {
    /// Short when the goal is due within four weeks, long otherwise.
    pub fn horizon(&self) -> Horizon {
        Horizon::of(self.ladder.goal().by_week)
    }

    /// The step the pupil is on.
    pub fn step_now(&self) -> Step {
        self.ladder.at(self.step)
    }

    /// The same target one step up, or nothing when already at the goal.
    pub fn step_up(&self) -> Option<Self> {
        self.ladder.after(self.step).map(|step| self.on(step))
    }

    /// The same target one step down, or nothing when on the first step.
    pub fn step_down(&self) -> Option<Self> {
        self.step.before().map(|step| self.on(step))
    }

    /// What a teacher reads on a report.
    pub fn for_staff(&self) -> &str {
        self.staff_wording
            .as_ref()
            .map_or(self.statement.as_str(), Line::as_str)
    }

    /// The whole target in one or two sentences, in the pupil's voice.
    pub fn sentence(&self) -> Sentence {
        Sentence::of(self)
    }

    /// Whether it opens by saying what not to do, with no reason to keep it so.
    pub fn says_what_not_to_do(&self) -> bool {
        self.kept_wording.is_none() && phrases::opens_with_not(self.statement.as_str())
    }

    /// Where the pupil was, and how we know.
    pub fn before(&self) -> String {
        format!(
            "{}. That is the middle of {} school days, from {}.",
            self.scale.in_unit(self.baseline.level),
            self.baseline.recorded_days.0,
            self.baseline.source.label()
        )
    }

    fn on(&self, step: StepNumber) -> Self {
        Self {
            step,
            ..self.clone()
        }
    }
}

#[cfg(test)]
pub(crate) mod cast;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod reading_tests;
#[cfg(test)]
mod tests;
