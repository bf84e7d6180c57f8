//! Everybody there can be: a stranger, somebody of another school, a closed
//! account, one person for each role in the school and in the programme.

use domain::account::{CaseRole, SchoolRole};

use crate::story::{GONE, MARCUS, OLIVE, in_case, in_school};

/// What somebody is to the programme and the school it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    /// Nobody signed in.
    Stranger,
    /// Their account was closed.
    Gone,
    /// Coordinates in another school.
    Elsewhere,
    /// Wrote the referral.
    Author,
    /// Holds one role in the school and has no part in the programme.
    InSchool(SchoolRole),
    /// Has one part in the programme and no role in the school.
    InCase(CaseRole),
}

impl Is {
    /// Everybody.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Stranger, Self::Gone, Self::Elsewhere, Self::Author];
        all.extend(SchoolRole::ALL.iter().map(|role| Self::InSchool(*role)));
        all.extend(CaseRole::ALL.iter().map(|role| Self::InCase(*role)));
        all
    }

    /// Their number in the story; none for a stranger.
    pub fn number(self) -> Option<u128> {
        match self {
            Self::Stranger => None,
            Self::Gone => Some(GONE),
            Self::Elsewhere => Some(OLIVE),
            Self::Author => Some(MARCUS),
            Self::InSchool(role) => Some(in_school(role)),
            Self::InCase(role) => Some(in_case(role)),
        }
    }
}
