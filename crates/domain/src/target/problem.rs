//! What stops a draft from being a target, in words that say what to do.

use super::{Better, Ladder, LadderProblem, Level, Rung, Scale, StepNumber, Unit};
use crate::wording::{capital, number};

/// The question a problem belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TargetField {
    /// What people call it.
    ShortName,
    /// What the pupil will do.
    Statement,
    /// When and where.
    Place,
    /// Why it matters.
    Why,
    /// What it is about.
    Area,
    /// Where it applies.
    Settings,
    /// What is counted, and how.
    Measure,
    /// The most there can be.
    OutOf,
    /// Who ticks it.
    TickedBy,
    /// The adult who ticks or checks.
    TickingAdult,
    /// Where the pupil is now.
    Baseline,
    /// The steps as a whole.
    Steps,
    /// How much one step is.
    Level(Rung),
    /// When one step is due.
    Week(Rung),
    /// Who helps, and how.
    Helpers,
    /// How a teacher reads it.
    StaffWording,
    /// Why wording was kept.
    KeptWording,
}

/// Why a draft is not yet a target.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TargetProblem {
    /// An answer that is needed is blank.
    #[error("read target: {0:?} is empty")]
    Missing(TargetField),
    /// An answer is too long.
    #[error("read target: {field:?} has {has} characters, at most {max}")]
    TooLong {
        /// The question.
        field: TargetField,
        /// Characters typed.
        has: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A choice is not one of those offered.
    #[error("read target: {0:?} is not a choice offered")]
    NotAChoice(TargetField),
    /// The statement names a feeling or a thought, which nobody can see.
    #[error("read target: '{word}' cannot be seen")]
    CannotBeSeen {
        /// The word found.
        word: &'static str,
    },
    /// The statement says how well, not what.
    #[error("read target: '{word}' does not say what")]
    SaysHowWell {
        /// The word found.
        word: &'static str,
    },
    /// The statement names what adults decide.
    #[error("read target: '{word}' is decided by adults")]
    AdultsDecide {
        /// The word found.
        word: &'static str,
    },
    /// No figure for the time before the plan.
    #[error("read target: no baseline")]
    NoBaseline,
    /// The figure for the time before the plan is not a number on the scale.
    #[error("read target: baseline is not on the scale")]
    BaselineNotOnScale(Scale),
    /// Too few days were counted.
    #[error("read target: baseline has {has} days")]
    TooFewDays {
        /// Days counted.
        has: u16,
    },
    /// The days counted end before they begin, or hold fewer days than counted.
    #[error("read target: baseline days do not fit their dates")]
    BaselineDates,
    /// A step says no amount.
    #[error("read target: {rung} has no level")]
    NoLevel {
        /// The step.
        rung: Rung,
        /// What is counted.
        unit: Unit,
    },
    /// A step's amount is not a number.
    #[error("read target: {0} is not a number")]
    NotANumber(Rung),
    /// A step says no week.
    #[error("read target: {0} has no week")]
    NoWeek(Rung),
    /// The steps do not climb.
    #[error(transparent)]
    Ladder(#[from] Climb),
    /// The programme has no review dates yet.
    #[error("read target: no review dates")]
    NoReviewDates,
    /// No adult has promised to help.
    #[error("read target: no adult helps")]
    NoAdultHelps,
}

/// A problem with the steps, and the scale on which to say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct Climb {
    /// What is wrong.
    pub problem: LadderProblem,
    /// The target's scale.
    pub scale: Scale,
}

impl TargetProblem {
    /// The question at which to show it.
    pub const fn field(&self) -> TargetField {
        match self {
            Self::Missing(field) | Self::TooLong { field, .. } | Self::NotAChoice(field) => *field,
            Self::CannotBeSeen { .. } | Self::SaysHowWell { .. } | Self::AdultsDecide { .. } => {
                TargetField::Statement
            }
            Self::NoBaseline
            | Self::BaselineNotOnScale(_)
            | Self::TooFewDays { .. }
            | Self::BaselineDates => TargetField::Baseline,
            Self::NoLevel { rung, .. } | Self::NotANumber(rung) => TargetField::Level(*rung),
            Self::NoWeek(rung) => TargetField::Week(*rung),
            Self::Ladder(climb) => climb.field(),
            Self::NoReviewDates => TargetField::Steps,
            Self::NoAdultHelps => TargetField::Helpers,
        }
    }

    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(&self, pupil: &str) -> String {
        match self {
            Self::Missing(field) => missing(*field, pupil),
            Self::TooLong { has, max, .. } => {
                format!("Make it {} characters shorter.", has - max)
            }
            Self::NotAChoice(_) => "Choose one of the answers shown.".into(),
            Self::CannotBeSeen { word } => {
                format!("Nobody can see “{word}”. Say what {pupil} will do.")
            }
            Self::SaysHowWell { word } => {
                format!("“{}” means different things to different people. Say what {pupil} will do.", capital(word))
            }
            Self::AdultsDecide { word } => {
                format!("Adults decide about “{word}”. Choose something {pupil} can do.")
            }
            Self::NoBaseline => format!("Say where {pupil} is now."),
            Self::BaselineNotOnScale(scale) => match scale.out_of {
                Some(most) => format!("Where {pupil} is now must be a number from 0 to {most}."),
                None => format!("Where {pupil} is now must be a number, such as 2."),
            },
            Self::TooFewDays { has } => {
                let days = if *has == 1 { "day is" } else { "days are" };
                format!("{} {days} too few to go by. Count at least five.", capital(&number(usize::from(*has))))
            }
            Self::BaselineDates => {
                "Check the dates counted. The last day must be after the first, with enough days between.".into()
            }
            Self::NoLevel { rung, unit } => format!("Say {} is {rung}.", unit.how_many()),
            Self::NotANumber(rung) => capital(&format!("{rung} must be a number, such as 2.")),
            Self::NoWeek(rung) => format!("Choose a week for {rung}."),
            Self::Ladder(climb) => climb.words(),
            Self::NoReviewDates => "Set the review dates first, then come back to this target.".into(),
            Self::NoAdultHelps => "Add at least one adult who will help.".into(),
        }
    }
}

fn missing(field: TargetField, pupil: &str) -> String {
    match field {
        TargetField::Statement => format!("Say what {pupil} will do."),
        TargetField::ShortName => "Give it a short name.".into(),
        TargetField::Place => "Say when and where.".into(),
        TargetField::TickedBy => "Choose who ticks it.".into(),
        TargetField::TickingAdult => "Choose the adult who ticks or checks it.".into(),
        TargetField::OutOf => "Say how many there can be at most.".into(),
        _ => "Answer this question.".into(),
    }
}

impl Climb {
    const fn field(&self) -> TargetField {
        match self.problem {
            LadderProblem::TooFew | LadderProblem::TooMany => TargetField::Steps,
            LadderProblem::Same { rung, .. }
            | LadderProblem::Worse { rung, .. }
            | LadderProblem::BeyondScale { rung, .. } => TargetField::Level(rung),
            LadderProblem::NotLater { rung, .. } | LadderProblem::AfterTheEnd { rung, .. } => {
                TargetField::Week(rung)
            }
        }
    }

    fn words(&self) -> String {
        let below = |below: Option<Rung>| below.map_or_else(|| "now".into(), |b| b.to_string());
        let better = self.scale.better;
        match self.problem {
            LadderProblem::TooFew => "Add a first step before the goal.".into(),
            LadderProblem::TooMany => format!(
                "Use {} steps or fewer, counting the goal.",
                number(*Ladder::STEPS.end())
            ),
            LadderProblem::Same { rung, below: b } => capital(&format!(
                "{rung} is the same as {}. Make it {} {}.",
                below(b),
                grid(self.scale.grid()),
                better.word()
            )),
            LadderProblem::Worse { rung, below: b } => {
                let is = match better {
                    Better::More => "less",
                    Better::Fewer => "more",
                };
                capital(&format!(
                    "{rung} is {is} than {}. Make it {}.",
                    below(b),
                    better.word()
                ))
            }
            LadderProblem::BeyondScale { rung, most } => capital(&format!(
                "{rung} is more than there can be. Make it {most} or fewer."
            )),
            LadderProblem::NotLater { rung, below } => {
                capital(&format!("{rung} must be after {below}."))
            }
            LadderProblem::AfterTheEnd { rung, last } => {
                capital(&format!("{rung} must be by {last}, when the plan ends."))
            }
        }
    }
}

fn grid(level: Level) -> String {
    if level == Level::whole(1) {
        number(1)
    } else {
        level.to_string()
    }
}

impl TargetField {
    /// The id of the question on the page.
    pub fn id(self) -> String {
        let rung = |rung: Rung| match rung {
            Rung::Goal => "goal".to_owned(),
            Rung::Step(step) => format!("step-{}", StepNumber::number(step)),
        };
        match self {
            Self::ShortName => "short-name".into(),
            Self::Statement => "statement".into(),
            Self::Place => "place".into(),
            Self::Why => "why".into(),
            Self::Area => "area".into(),
            Self::Settings => "settings".into(),
            Self::Measure => "measure".into(),
            Self::OutOf => "out-of".into(),
            Self::TickedBy => "ticked-by".into(),
            Self::TickingAdult => "ticking-adult".into(),
            Self::Baseline => "baseline".into(),
            Self::Steps => "steps".into(),
            Self::Level(r) => format!("{}-level", rung(r)),
            Self::Week(r) => format!("{}-week", rung(r)),
            Self::Helpers => "helpers".into(),
            Self::StaffWording => "staff-wording".into(),
            Self::KeptWording => "kept-wording".into(),
        }
    }
}
