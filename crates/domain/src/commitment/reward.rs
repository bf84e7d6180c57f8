//! Rewards: something the pupil wants, for reaching a step.
//!
//! A reward is only one if the pupil chose it and can get it; it need not cost
//! anything. What has been earned is never taken away again.

use serde::{Deserialize, Serialize};

use super::Share;
use crate::{
    id::TargetId,
    text::{Line, TextProblem},
};

crate::coded! {
    /// Who thought of a reward.
    pub enum ChosenBy {
        /// The pupil.
        Pupil => "pupil", "The pupil chose this";
        /// An adult.
        Adult => "adult", "An adult suggested this";
    }
}

crate::coded! {
    /// Who gives it.
    pub enum Giver {
        /// Someone at school.
        School => "school", "School";
        /// Someone at home.
        Family => "family", "Home";
        /// Someone from another organisation.
        Agency => "agency", "Outside help";
    }
}

crate::coded! {
    /// What it costs.
    pub enum Cost {
        /// Nothing.
        Nothing => "none", "Nothing";
        /// A little.
        Small => "small", "A little";
        /// Enough to need the school's budget.
        SchoolBudget => "school_budget", "From the school budget";
    }
}

/// What earns a reward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RewardTrigger {
    /// Reaching a step.
    Step,
    /// A day on which this share of points was earned.
    DayShare(Share),
    /// Something else, in words: "a good week".
    Said(Line<120>),
}

/// One reward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reward {
    /// What it is: "Ten minutes' basketball with Mr Petrie".
    pub text: Line<160>,
    /// Who thought of it.
    pub chosen_by: ChosenBy,
    /// Who gives it.
    pub giver: Giver,
    /// What it costs.
    pub cost: Cost,
    /// What earns it.
    pub trigger: RewardTrigger,
    /// How often it can be had: "on Fridays".
    pub how_often: Option<Line<80>>,
    /// The targets it goes with; none means the plan as a whole.
    pub targets: Vec<TargetId>,
}

impl RewardTrigger {
    /// "for reaching a step"
    pub fn words(&self) -> String {
        match self {
            Self::Step => "for reaching a step".into(),
            Self::DayShare(share) => format!("for a day at {}% or more", share.0),
            Self::Said(words) => format!("for {}", crate::wording::small(words.as_str())),
        }
    }
}

/// A reward as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RewardDraft {
    /// What it is.
    pub text: String,
    /// The code of a [`ChosenBy`].
    pub chosen_by: String,
    /// The code of a [`Giver`]; school when blank.
    pub giver: String,
    /// The code of a [`Cost`]; nothing when blank.
    pub cost: String,
    /// The share of a day's points that earns it, such as "80"; blank otherwise.
    pub day_share: String,
    /// What earns it in words; reaching a step when this and the share are blank.
    pub trigger: String,
    /// How often.
    pub how_often: String,
    /// The targets it goes with.
    pub targets: Vec<TargetId>,
}

/// Why a draft is not yet a reward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RewardProblem {
    /// Nothing was written.
    #[error("read reward: no text")]
    NoText,
    /// Nobody said whose idea it is.
    #[error("read reward: chooser unknown")]
    NoChooser,
    /// A choice is not one of those offered.
    #[error("read reward: not a choice offered")]
    NotAChoice,
    /// A share is not between 1 and 100.
    #[error("read reward: share is not from 1 to 100")]
    NotAShare,
    /// An answer is too long.
    #[error("read reward: {over} characters too long")]
    TooLong {
        /// Characters too many.
        over: usize,
    },
}

impl RewardProblem {
    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(self, pupil: &str) -> String {
        match self {
            Self::NoText => format!("Say what {pupil} would like for reaching a step."),
            Self::NoChooser => format!("Say whether {pupil} chose it."),
            Self::NotAChoice => "Choose one of the answers shown.".into(),
            Self::NotAShare => "Enter a percentage from 1 to 100.".into(),
            Self::TooLong { over } => format!("Make it {over} characters shorter."),
        }
    }
}

impl RewardDraft {
    /// The reward, once nothing is missing.
    ///
    /// # Errors
    /// The first [`RewardProblem`] in the order of the page.
    pub fn parse(&self) -> Result<Reward, RewardProblem> {
        let or = |code: &str, otherwise: &'static str| -> String {
            if code.trim().is_empty() {
                otherwise.into()
            } else {
                code.trim().into()
            }
        };
        let text = text(&self.text)?.ok_or(RewardProblem::NoText)?;
        if self.chosen_by.trim().is_empty() {
            return Err(RewardProblem::NoChooser);
        }
        let unknown = |_| RewardProblem::NotAChoice;
        Ok(Reward {
            text,
            chosen_by: self.chosen_by.trim().parse().map_err(unknown)?,
            giver: or(&self.giver, Giver::School.code())
                .parse()
                .map_err(unknown)?,
            cost: or(&self.cost, Cost::Nothing.code())
                .parse()
                .map_err(unknown)?,
            trigger: self.trigger()?,
            how_often: self::text(&self.how_often)?,
            targets: self.targets.clone(),
        })
    }

    fn trigger(&self) -> Result<RewardTrigger, RewardProblem> {
        let share = self.day_share.trim().trim_end_matches('%').trim();
        if !share.is_empty() {
            let share = share.parse().ok().filter(|share| (1..=100).contains(share));
            return share
                .map(|share| RewardTrigger::DayShare(Share(share)))
                .ok_or(RewardProblem::NotAShare);
        }
        Ok(text(&self.trigger)?.map_or(RewardTrigger::Step, RewardTrigger::Said))
    }
}

fn text<const MAX: usize>(raw: &str) -> Result<Option<Line<MAX>>, RewardProblem> {
    Line::optional(raw).map_err(|problem| match problem {
        TextProblem::TooLong { has, max } => RewardProblem::TooLong { over: has - max },
        TextProblem::Empty => RewardProblem::NoText,
    })
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for RewardDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RewardDraft").finish_non_exhaustive()
    }
}
