//! What must be in place before a referral may be accepted.

use jiff::civil::Date;

use super::{FamilyAware, Referral};
use crate::{
    dates::SchoolDays,
    programme::SafeguardingCheck,
    pupil::{CareStatus, Pupil, SenStage},
};

/// School days within which the family must be told of a referral.
const FAMILY_TOLD_WITHIN: SchoolDays = SchoolDays::new(2);

/// Who else has been told, where they must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// The virtual school, about a looked-after pupil.
    pub virtual_school: Option<Date>,
    /// The council's SEN caseworker, about a pupil with an education, health
    /// and care plan.
    pub sen_caseworker: Option<Date>,
}

/// The facts on which a referral is accepted.
#[derive(Debug, Clone, Copy)]
pub struct Readiness<'a> {
    /// The referral.
    pub referral: &'a Referral,
    /// The pupil.
    pub pupil: &'a Pupil,
    /// What the safeguarding lead found, once they have looked.
    pub safeguarding: Option<SafeguardingCheck>,
    /// Who else has been told.
    pub told: Told,
    /// School days since the referral was handed in.
    pub waited: SchoolDays,
}

/// Something that must be in place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// Nothing has been tried in class.
    #[error("accept referral: nothing has been tried")]
    Tried,
    /// Special needs, or speech and language, have not been thought of.
    #[error("accept referral: needs have not been screened")]
    Needs,
    /// Early help has not been thought of.
    #[error("accept referral: early help has not been considered")]
    EarlyHelp,
    /// The safeguarding lead has not looked.
    #[error("accept referral: no safeguarding check")]
    Safeguarding,
    /// The safeguarding lead has another route.
    #[error("accept referral: safeguarding check says not to go on")]
    SafeguardingRoute,
    /// The virtual school has not been told.
    #[error("accept referral: virtual school not told")]
    VirtualSchool,
    /// The SEN caseworker has not been told.
    #[error("accept referral: sen caseworker not told")]
    SenCaseworker,
    /// The family still does not know.
    #[error("accept referral: family not told within 2 school days")]
    Family,
}

impl Missing {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Tried => "Add what has been tried in class, and what came of it",
            Self::Needs => "Say whether special needs and language have been looked into",
            Self::EarlyHelp => "Say whether early help has been offered",
            Self::Safeguarding => "Ask the designated safeguarding lead to record their check",
            Self::SafeguardingRoute => {
                "Talk to the designated safeguarding lead, and decline this referral"
            }
            Self::VirtualSchool => "Tell the virtual school, and record when",
            Self::SenCaseworker => "Tell the council’s SEN caseworker, and record when",
            Self::Family => "Tell the family about the referral, and record when",
        }
    }
}

impl Readiness<'_> {
    /// Everything that must be in place first, in the order it is best done.
    pub fn missing(&self) -> Vec<Missing> {
        let referral = self.referral;
        let needs = referral.sen_screen.is_some() && referral.language_screen.is_some();
        let looked_after = self.pupil.care == CareStatus::LookedAfter;
        let has_plan = self.pupil.sen == Some(SenStage::Plan);
        let told = referral.family.and_then(FamilyAware::told_on).is_some();
        let checks = [
            (!told && self.waited > FAMILY_TOLD_WITHIN, Missing::Family),
            (referral.tried.is_empty(), Missing::Tried),
            (!needs, Missing::Needs),
            (referral.early_help.is_none(), Missing::EarlyHelp),
            (self.safeguarding.is_none(), Missing::Safeguarding),
            (
                self.safeguarding == Some(SafeguardingCheck::DoNotProceed),
                Missing::SafeguardingRoute,
            ),
            (
                looked_after && self.told.virtual_school.is_none(),
                Missing::VirtualSchool,
            ),
            (
                has_plan && self.told.sen_caseworker.is_none(),
                Missing::SenCaseworker,
            ),
        ];
        let wanting = checks.into_iter().filter(|(wanting, _)| *wanting);
        wanting.map(|(_, missing)| missing).collect()
    }
}

#[cfg(test)]
#[path = "readiness_tests.rs"]
mod tests;
