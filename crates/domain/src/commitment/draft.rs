//! A promise as somebody is writing it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Commitment, Owner, Party};
use crate::{
    id::{CommitmentId, TargetId},
    text::{Line, TextProblem},
};

/// The answers on "Add someone", as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommitmentDraft {
    /// The written id of the person who answers for it.
    pub owner: String,
    /// Who carries it out, when that is more than the owner.
    pub carried_out_by: String,
    /// What they will do.
    pub text: String,
    /// How often.
    pub how_often: String,
    /// Where.
    pub place: String,
    /// First day, as 2026-11-16; the plan's first day when blank.
    pub starts_on: String,
    /// Last day; the plan's last day when blank.
    pub ends_on: String,
    /// The written ids of the targets it helps with.
    pub targets: Vec<String>,
}

/// What is known around a promise.
#[derive(Debug, Clone, Copy)]
pub struct PromiseFrame<'a> {
    /// Who may promise, and for which side.
    pub people: &'a [(Owner, Party)],
    /// The plan's targets.
    pub targets: &'a [TargetId],
    /// The plan's first day.
    pub starts_on: Date,
    /// The plan's last day.
    pub ends_on: Date,
}

/// The question a problem belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommitmentField {
    /// Who answers for it.
    Owner,
    /// Who carries it out.
    CarriedOutBy,
    /// What they will do.
    Text,
    /// How often.
    HowOften,
    /// Where.
    Place,
    /// From when.
    StartsOn,
    /// Until when.
    EndsOn,
    /// Which targets.
    Targets,
}

/// Why a draft is not yet a promise.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitmentProblem {
    /// Nobody in the programme was chosen.
    #[error("read commitment: no owner")]
    NoOwner,
    /// Nothing is promised.
    #[error("read commitment: no text")]
    NoText,
    /// No rhythm is given.
    #[error("read commitment: no frequency")]
    NoHowOften,
    /// An answer is too long.
    #[error("read commitment: {field:?} is {over} characters too long")]
    TooLong {
        /// The question.
        field: CommitmentField,
        /// Characters too many.
        over: usize,
    },
    /// A date is not a date.
    #[error("read commitment: {0:?} is not a date")]
    NotADate(CommitmentField),
    /// The last day comes before the first.
    #[error("read commitment: ends before it starts")]
    EndsBeforeItStarts,
    /// It runs on after the plan; nothing in a plan runs past its end unseen.
    #[error("read commitment: ends after the plan")]
    EndsAfterThePlan {
        /// The plan's last day.
        plan_ends: Date,
    },
    /// A target is not in the plan.
    #[error("read commitment: target is not in the plan")]
    NotInThePlan,
}

impl CommitmentProblem {
    /// The question at which to show it.
    pub const fn field(&self) -> CommitmentField {
        match self {
            Self::NoOwner => CommitmentField::Owner,
            Self::NoText => CommitmentField::Text,
            Self::NoHowOften => CommitmentField::HowOften,
            Self::TooLong { field, .. } | Self::NotADate(field) => *field,
            Self::EndsBeforeItStarts | Self::EndsAfterThePlan { .. } => CommitmentField::EndsOn,
            Self::NotInThePlan => CommitmentField::Targets,
        }
    }

    /// What to do about it.
    pub fn words(&self) -> String {
        match self {
            Self::NoOwner => "Choose who makes this promise.".into(),
            Self::NoText => "Say what they will do.".into(),
            Self::NoHowOften => "Say how often, such as every day.".into(),
            Self::TooLong { over, .. } => format!("Make it {over} characters shorter."),
            Self::NotADate(_) => "Enter a date, such as 16 November 2026.".into(),
            Self::EndsBeforeItStarts => "The last day must be after the first.".into(),
            Self::EndsAfterThePlan { plan_ends } => format!(
                "It must end by {}, when the plan ends.",
                plan_ends.strftime("%-d %B %Y")
            ),
            Self::NotInThePlan => "Choose targets that are in this plan.".into(),
        }
    }
}

impl CommitmentDraft {
    /// The promise, once nothing is missing.
    ///
    /// # Errors
    /// Every [`CommitmentProblem`], in the order of the page.
    pub fn parse(
        &self,
        id: CommitmentId,
        frame: &PromiseFrame<'_>,
    ) -> Result<Commitment, Vec<CommitmentProblem>> {
        let mut problems = Vec::new();
        let chosen = self.owner(frame);
        if chosen.is_none() {
            problems.push(CommitmentProblem::NoOwner);
        }
        let carried_out_by = line(
            CommitmentField::CarriedOutBy,
            &self.carried_out_by,
            &mut problems,
        );
        let text = line(
            CommitmentField::Text,
            without_will(&self.text),
            &mut problems,
        );
        if self.text.trim().is_empty() {
            problems.push(CommitmentProblem::NoText);
        }
        let how_often = line(CommitmentField::HowOften, &self.how_often, &mut problems);
        if self.how_often.trim().is_empty() {
            problems.push(CommitmentProblem::NoHowOften);
        }
        let place = line(CommitmentField::Place, &self.place, &mut problems);
        let days = self.days(frame, &mut problems);
        let targets: Option<Vec<TargetId>> = self
            .targets
            .iter()
            .map(|written| written.parse().ok().filter(|id| frame.targets.contains(id)))
            .collect();
        if targets.is_none() {
            problems.push(CommitmentProblem::NotInThePlan);
        }
        match (chosen, text, how_often, days, targets) {
            (
                Some((owner, party)),
                Some(text),
                Some(how_often),
                Some((starts_on, ends_on)),
                Some(targets),
            ) if problems.is_empty() => Ok(Commitment {
                id,
                party,
                owner,
                carried_out_by,
                text,
                how_often,
                place,
                starts_on,
                ends_on,
                targets,
            }),
            _ => Err(problems),
        }
    }

    fn owner(&self, frame: &PromiseFrame<'_>) -> Option<(Owner, Party)> {
        frame
            .people
            .iter()
            .find(|(owner, _)| owner.person.to_string() == self.owner.trim())
            .cloned()
    }

    fn days(
        &self,
        frame: &PromiseFrame<'_>,
        problems: &mut Vec<CommitmentProblem>,
    ) -> Option<(Date, Date)> {
        let mut read = |field, raw: &str, otherwise: Date| match raw.trim() {
            "" => Some(otherwise),
            raw => {
                let date = raw.parse::<Date>().ok();
                if date.is_none() {
                    problems.push(CommitmentProblem::NotADate(field));
                }
                date
            }
        };
        let starts = read(CommitmentField::StartsOn, &self.starts_on, frame.starts_on);
        let ends = read(CommitmentField::EndsOn, &self.ends_on, frame.ends_on);
        let (starts, ends) = (starts?, ends?);
        if ends < starts {
            problems.push(CommitmentProblem::EndsBeforeItStarts);
        }
        if ends > frame.ends_on {
            problems.push(CommitmentProblem::EndsAfterThePlan {
                plan_ends: frame.ends_on,
            });
        }
        Some((starts, ends))
    }
}

/// People write "will check his bag" or "check his bag"; the promise is the same.
fn without_will(raw: &str) -> &str {
    let raw = raw.trim();
    raw.strip_prefix("will ")
        .or_else(|| raw.strip_prefix("Will "))
        .unwrap_or(raw)
}

fn line<const MAX: usize>(
    field: CommitmentField,
    raw: &str,
    problems: &mut Vec<CommitmentProblem>,
) -> Option<Line<MAX>> {
    match Line::optional(raw) {
        Ok(text) => text,
        Err(TextProblem::TooLong { has, max }) => {
            problems.push(CommitmentProblem::TooLong {
                field,
                over: has - max,
            });
            None
        }
        Err(TextProblem::Empty) => None,
    }
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for CommitmentDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CommitmentDraft").finish_non_exhaustive()
    }
}
