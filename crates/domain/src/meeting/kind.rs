//! The kinds of meeting, and who is asked to each.

use std::{fmt, str::FromStr};

use crate::{account::Role, dates::WeekNumber};

/// A kind of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingKind {
    /// The first, at which the plan is made.
    Initial,
    /// A review at the end of this week.
    Review(WeekNumber),
    /// A review before its time, because the plan is not working.
    EarlyReview,
    /// The last.
    Final,
    /// After a plan that did not do enough: what else could help.
    Options,
}

/// A stored kind that is not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read meeting kind: '{0}' is unknown")]
pub struct UnknownKind(pub String);

crate::coded! {
    /// Something about a pupil that brings others to the table.
    pub enum Circumstance {
        /// Has special educational needs.
        SpecialNeeds => "special_needs", "Special educational needs";
        /// Is looked after by the council.
        LookedAfter => "looked_after", "Looked after";
        /// Has a social worker.
        SocialWorker => "social_worker", "Has a social worker";
    }
}

impl MeetingKind {
    /// The stored code: "review_4".
    pub fn code(self) -> String {
        match self {
            Self::Initial => "initial".into(),
            Self::Review(week) => format!("review_{}", week.number()),
            Self::EarlyReview => "early_review".into(),
            Self::Final => "final".into(),
            Self::Options => "options".into(),
        }
    }

    /// The part of an address: "week-4".
    pub fn slug(self) -> String {
        match self {
            Self::Review(week) => format!("week-{}", week.number()),
            Self::EarlyReview => "extra".into(),
            _ => self.code(),
        }
    }

    /// What people call it: "4-week review".
    pub fn label(self) -> String {
        match self {
            Self::Initial => "First meeting".into(),
            Self::Review(week) => format!("{}-week review", week.number()),
            Self::EarlyReview => "Early review".into(),
            Self::Final => "Final meeting".into(),
            Self::Options => "Meeting about what next".into(),
        }
    }

    /// Whether promises and targets are gone through in it.
    pub const fn is_review(self) -> bool {
        matches!(self, Self::Review(_) | Self::EarlyReview | Self::Final)
    }

    /// Whom to ask to it. More people may always come.
    ///
    /// Someone from outside school is asked to a first meeting: an outreach
    /// worker, the council, or another professional.
    pub fn to_invite(self, circumstances: &[Circumstance]) -> Vec<Role> {
        let mut roles = vec![
            Role::Pupil,
            Role::Parent,
            Role::Coordinator,
            Role::KeyWorker,
            Role::Outreach,
        ];
        if circumstances.contains(&Circumstance::SpecialNeeds) {
            roles.push(Role::Senco);
        }
        if circumstances.contains(&Circumstance::LookedAfter) {
            roles.extend([
                Role::SocialWorker,
                Role::VirtualSchool,
                Role::DesignatedTeacher,
            ]);
        } else if circumstances.contains(&Circumstance::SocialWorker) {
            roles.push(Role::SocialWorker);
        }
        if matches!(self, Self::Final | Self::Options) {
            roles.push(Role::Head);
        }
        if matches!(self, Self::Options) {
            roles.push(Role::LocalAuthority);
        }
        roles
    }
}

impl fmt::Display for MeetingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label())
    }
}

impl FromStr for MeetingKind {
    type Err = UnknownKind;

    fn from_str(code: &str) -> Result<Self, UnknownKind> {
        let unknown = || UnknownKind(code.to_owned());
        match code {
            "initial" => Ok(Self::Initial),
            "early_review" | "extra" => Ok(Self::EarlyReview),
            "final" => Ok(Self::Final),
            "options" => Ok(Self::Options),
            _ => {
                let week = code
                    .strip_prefix("review_")
                    .or_else(|| code.strip_prefix("week-"))
                    .ok_or_else(unknown)?;
                let week = week.parse().ok().and_then(WeekNumber::new);
                week.map(Self::Review).ok_or_else(unknown)
            }
        }
    }
}
