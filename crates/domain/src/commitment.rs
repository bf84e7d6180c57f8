//! Promises: who will do what, how often, and when. With them, what the pupil
//! gets for reaching a step, what happens otherwise, and who keeps an eye on it.
//!
//! Each promise has one party and one named person who answers for it, so that
//! at a review somebody can be asked. What became of a promise is kept beside
//! it, never in place of it.

mod consequence;
mod delivery;
mod draft;
mod monitoring;
mod reward;

use jiff::civil::Date;

pub use consequence::{Consequence, ConsequenceDraft, ConsequenceProblem};
pub use delivery::{Delivery, Portion, Share, Tally};
pub use draft::{CommitmentDraft, CommitmentField, CommitmentProblem, PromiseFrame};
pub use monitoring::{HomeContact, HowOften, Monitoring, ReportCard};
pub use reward::{ChosenBy, Cost, Giver, Reward, RewardDraft, RewardProblem, RewardTrigger};

use crate::{
    account::CaseRole,
    id::{CommitmentId, PersonId, TargetId},
    text::Line,
    wording::small,
};

/// A named person who answers for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Who it is in this programme.
    pub person: PersonId,
    /// The name people know them by.
    pub name: Line<80>,
}

crate::coded! {
    /// The side of the agreement a promise belongs to.
    pub enum Party {
        /// The school's staff.
        School => "school", "School";
        /// Parents, carers and others at home.
        Family => "family", "Home";
        /// The pupil.
        Pupil => "pupil", "Pupil";
        /// Anyone from another organisation.
        Agency => "agency", "Outside help";
    }
}

impl Party {
    /// Whether adults of this side made the promise.
    pub const fn is_adult(self) -> bool {
        !matches!(self, Self::Pupil)
    }
}

impl From<CaseRole> for Party {
    fn from(role: CaseRole) -> Self {
        match role {
            CaseRole::Coordinator
            | CaseRole::KeyWorker
            | CaseRole::Senco
            | CaseRole::ClassTeacher
            | CaseRole::SubjectTeacher
            | CaseRole::HeadOfYear
            | CaseRole::AttendanceOfficer
            | CaseRole::Mentor => Self::School,
            CaseRole::Parent | CaseRole::Carer => Self::Family,
            CaseRole::Pupil => Self::Pupil,
            CaseRole::Agency
            | CaseRole::LocalAuthority
            | CaseRole::Outreach
            | CaseRole::SocialWorker
            | CaseRole::VirtualSchool => Self::Agency,
        }
    }
}

/// One promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Kept through every version of the plan.
    pub id: CommitmentId,
    /// Whose side it belongs to.
    pub party: Party,
    /// The one person who answers for it.
    pub owner: Owner,
    /// Who carries it out, when that is more than the owner: "All 7 teachers".
    pub carried_out_by: Option<Line<60>>,
    /// What they will do, without "will": "check Rowan's bag with him at 8:30am".
    pub text: Line<200>,
    /// How often: "every day", "six Wednesdays".
    pub how_often: Line<80>,
    /// Where, when that helps.
    pub place: Option<Line<80>>,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// The targets it helps with; none means the plan as a whole.
    pub targets: Vec<TargetId>,
}

impl Commitment {
    /// Who does it, as people read it.
    pub fn who(&self) -> &str {
        self.carried_out_by
            .as_ref()
            .map_or(self.owner.name.as_str(), Line::as_str)
    }

    /// "Joel Petrie will check Rowan's bag with him at 8:30am."
    pub fn sentence(&self) -> String {
        let text = self.text.as_str().trim_end_matches('.');
        format!("{} will {}.", self.who(), small(text))
    }

    /// Whether it helps with this target.
    pub fn helps(&self, target: TargetId) -> bool {
        self.targets.contains(&target)
    }
}

#[cfg(test)]
mod tests;
