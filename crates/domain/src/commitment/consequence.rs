//! What happens if a pupil does not try: small, fair, soon, and a way to put
//! things right.
//!
//! A plan that exists to prevent exclusion may not threaten it. Nor may a
//! consequence take back what was earned.

use super::Owner;
use crate::{
    id::TargetId,
    text::{Line, TextProblem},
    wording::Words,
};

/// One consequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// What happens.
    pub text: Line<200>,
    /// When it does.
    pub trigger: Line<160>,
    /// Who decides that it does.
    pub decided_by: Owner,
    /// How it helps to put things right.
    pub puts_right: Line<200>,
    /// The longest it can last: "five minutes".
    pub at_most: Option<Line<60>>,
    /// The targets it goes with; none means the plan as a whole.
    pub targets: Vec<TargetId>,
}

/// A consequence as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ConsequenceDraft {
    /// What happens.
    pub text: String,
    /// When; "does not try" when blank.
    pub trigger: String,
    /// How it helps to put things right.
    pub puts_right: String,
    /// The longest it can last.
    pub at_most: String,
    /// Who decides.
    pub decided_by: Option<Owner>,
    /// The targets it goes with.
    pub targets: Vec<TargetId>,
}

/// Why a draft is not a consequence a plan may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConsequenceProblem {
    /// Nothing was written.
    #[error("read consequence: no text")]
    NoText,
    /// Nobody decides it.
    #[error("read consequence: nobody decides")]
    NobodyDecides,
    /// It puts nothing right.
    #[error("read consequence: no restorative part")]
    PutsNothingRight,
    /// It names exclusion, a pupil referral unit, or a way of sending a pupil away.
    #[error("read consequence: names '{word}'")]
    NamesExclusion {
        /// The words found.
        word: &'static str,
    },
    /// It takes back rewards.
    #[error("read consequence: takes rewards back, '{word}'")]
    TakesRewardsBack {
        /// The words found.
        word: &'static str,
    },
    /// An answer is too long.
    #[error("read consequence: {over} characters too long")]
    TooLong {
        /// Characters too many.
        over: usize,
    },
}

const EXCLUSION: &[&str] = &[
    "permanent exclusion",
    "permanently excluded",
    "permanently exclude",
    "exclusion",
    "exclusions",
    "excluded",
    "exclude",
    "excluding",
    "perm ex",
    "perm exed",
    "perm exd",
    "permex",
    "pex",
    "pexed",
    "pexd",
    "expelled",
    "expel",
    "expulsion",
    "suspended",
    "suspend",
    "suspension",
    "suspensions",
    "fixed term",
    "pru",
    "prus",
    "pupil referral unit",
    "referral unit",
    "alternative provision",
    "managed move",
    "off roll",
    "off rolled",
    "off the roll",
    "taken off roll",
    "sent home",
    "send home",
    "send him home",
    "send her home",
    "send them home",
    "sending home",
    "go home early",
    "part time timetable",
    "reduced timetable",
    "kicked out",
    "thrown out",
    "another school",
    "different school",
    "lose his place",
    "lose her place",
    "lose their place",
    "lose my place",
    "lose your place",
];
const TAKES_BACK: &[&str] = &[
    "lose points",
    "loses points",
    "lose a point",
    "loses a point",
    "lose the reward",
    "loses the reward",
    "lose rewards",
    "loses rewards",
    "lose his reward",
    "lose her reward",
    "lose their reward",
    "lose my reward",
    "points taken",
    "reward taken",
    "rewards taken",
    "take away points",
    "take away the reward",
    "take points",
    "points removed",
    "reward removed",
    "rewards removed",
    "points deducted",
    "deduct points",
    "withdraw the reward",
    "reward withdrawn",
];

impl ConsequenceProblem {
    /// What to do about it. `pupil` is the name the pupil is called by.
    pub fn words(self, pupil: &str) -> String {
        match self {
            Self::NoText => format!("Say what happens if {pupil} does not try."),
            Self::NobodyDecides => "Choose who decides it.".into(),
            Self::PutsNothingRight => "Say how it helps put things right.".into(),
            Self::NamesExclusion { word } => format!(
                "A plan can’t use “{word}” as what happens next: it is here to keep {pupil} in \
                 school. Choose something small, fair and soon."
            ),
            Self::TakesRewardsBack { word } => {
                format!("Take out “{word}”. What {pupil} has earned stays earned.")
            }
            Self::TooLong { over } => format!("Make it {over} characters shorter."),
        }
    }
}

impl ConsequenceDraft {
    /// The consequence, once nothing is missing and nothing in it is ruled out.
    ///
    /// # Errors
    /// Every [`ConsequenceProblem`], in the order of the page.
    pub fn parse(&self) -> Result<Consequence, Vec<ConsequenceProblem>> {
        let mut problems = Vec::new();
        let text = line(&self.text, &mut problems);
        if self.text.trim().is_empty() {
            problems.push(ConsequenceProblem::NoText);
        }
        let trigger = match self.trigger.trim() {
            "" => "not trying",
            typed => typed,
        };
        let trigger = line(trigger, &mut problems);
        let puts_right = line(&self.puts_right, &mut problems);
        if self.puts_right.trim().is_empty() {
            problems.push(ConsequenceProblem::PutsNothingRight);
        }
        let at_most = line(&self.at_most, &mut problems);
        if self.decided_by.is_none() {
            problems.push(ConsequenceProblem::NobodyDecides);
        }
        for typed in [&self.text, &self.trigger, &self.puts_right, &self.at_most] {
            problems.extend(ruled_out(typed));
        }
        match (text, trigger, puts_right, self.decided_by.clone()) {
            (Some(text), Some(trigger), Some(puts_right), Some(decided_by))
                if problems.is_empty() =>
            {
                let targets = self.targets.clone();
                Ok(Consequence {
                    text,
                    trigger,
                    decided_by,
                    puts_right,
                    at_most,
                    targets,
                })
            }
            _ => Err(problems),
        }
    }
}

impl Consequence {
    /// What a plan may not say, found in this consequence however it was made.
    pub fn ruled_out(&self) -> Option<ConsequenceProblem> {
        let at_most = self.at_most.as_ref().map_or("", |most| most.as_str());
        [
            self.text.as_str(),
            self.trigger.as_str(),
            self.puts_right.as_str(),
            at_most,
        ]
        .into_iter()
        .find_map(ruled_out)
    }
}

/// What a plan may not say, found in a text.
fn ruled_out(text: &str) -> Option<ConsequenceProblem> {
    let words = Words::of(text);
    words
        .find(EXCLUSION)
        .map(|word| ConsequenceProblem::NamesExclusion { word })
        .or_else(|| {
            words
                .find(TAKES_BACK)
                .map(|word| ConsequenceProblem::TakesRewardsBack { word })
        })
}

fn line<const MAX: usize>(raw: &str, problems: &mut Vec<ConsequenceProblem>) -> Option<Line<MAX>> {
    match Line::optional(raw) {
        Ok(text) => text,
        Err(TextProblem::TooLong { has, max }) => {
            problems.push(ConsequenceProblem::TooLong { over: has - max });
            None
        }
        Err(TextProblem::Empty) => None,
    }
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for ConsequenceDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ConsequenceDraft").finish_non_exhaustive()
    }
}
