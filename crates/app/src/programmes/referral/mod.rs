//! The referral as it is typed: six steps of raw answers, and what they mean.
//!
//! Nothing here refuses to keep what was typed. [`Draft::read`] turns it into
//! the domain's referral each time, with everything that is still to be sorted
//! out, each at its step and field.

mod answers;
mod date;
mod document;
mod fields;
mod read;
#[cfg(test)]
pub(super) mod tests;
mod why;

use std::collections::BTreeMap;

use domain::{
    coded,
    id::{ProgrammeId, SchoolId, StaffId},
    referral::Referral,
    text::Prose,
};
use store::{Tx, referrals};

pub use document::{READS, ReferralDocument};
pub use fields::Fields;
pub use why::TRIED_MAX;

use crate::Refusal;

coded! {
    /// A step of starting a programme.
    pub enum Step {
        /// The pupil, what they are good at, and what has been looked into.
        Who => "who", "Who it is for";
        /// Triggers, concerns, and what has been tried.
        Why => "why", "Why now";
        /// Plans there already are.
        OtherPlans => "other-plans", "Other plans";
        /// Coordinator, key worker, teachers.
        People => "people", "Who to ask and invite";
        /// How soon, and whether family and pupil know.
        Dates => "dates", "Dates";
        /// Everything once more, then handing in.
        Check => "check", "Check and start";
    }
}

/// One step as it was last saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// How often it has been saved; 0 for never.
    pub version: u32,
    /// What was typed.
    pub fields: Fields,
}

/// A referral as far as it has been typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    steps: BTreeMap<Step, Saved>,
}

/// Something to sort out, at its step and field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The step.
    pub step: Step,
    /// The form field.
    pub field: String,
    /// What to do.
    pub words: String,
}

/// Who the writer would have take part. The head decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggested {
    /// Who would run it.
    pub coordinator: Option<StaffId>,
    /// The adult the pupil gets on with.
    pub key_worker: Option<StaffId>,
    /// Class teacher or form tutor.
    pub class_teacher: Option<StaffId>,
    /// Others who teach or support the pupil.
    pub teachers: Vec<StaffId>,
}

/// What a draft means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The referral, as far as it can be read.
    pub referral: Referral,
    /// What in a behaviour plan is worth keeping.
    pub keep: Option<Prose<800>>,
    /// Who would take part.
    pub suggested: Suggested,
    /// What cannot be read.
    pub problems: Vec<Problem>,
}

impl Draft {
    /// Reads what has been saved.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub(crate) fn load(
        tx: &mut Tx<'_>,
        school: SchoolId,
        programme: ProgrammeId,
    ) -> Result<Self, Refusal> {
        let mut draft = Self::default();
        for row in referrals::steps(tx, school, programme)? {
            // A step this version does not know stays stored and is not shown.
            if let Ok(step) = row.step.parse() {
                let fields = Fields::stored(&row.fields)?;
                let version = row.version;
                draft.steps.insert(step, Saved { version, fields });
            }
        }
        Ok(draft)
    }

    /// One step; empty when it has not been saved.
    pub fn step(&self, step: Step) -> Saved {
        self.steps.get(&step).cloned().unwrap_or_default()
    }

    /// Whether a step has been saved.
    pub fn has(&self, step: Step) -> bool {
        self.steps.contains_key(&step)
    }

    /// How often anything in it has been saved.
    pub fn version(&self) -> u32 {
        self.steps.values().map(|saved| saved.version).sum()
    }

    /// The same draft with one step typed anew.
    #[must_use]
    pub fn with(mut self, step: Step, fields: Fields) -> Self {
        let version = self.step(step).version + 1;
        self.steps.insert(step, Saved { version, fields });
        self
    }
}
