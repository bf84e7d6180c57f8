//! People who sign in: who they are, how they are called, what they may be.
//!
//! A school-wide role says what someone is in the school; a case role says
//! what they are to one pupil's programme. What a role may do is decided in
//! one place elsewhere (`app::policy`), never here. Passwords and sessions
//! are not here either.

mod email;
mod kind;
mod name;
mod role;
mod role_set;
mod session;
mod staff;

pub use email::{Email, EmailProblem};
pub use kind::AccountKind;
pub use name::PersonName;
pub use role::{Access, CaseRole, Role, SchoolRole};
pub use role_set::{CaseRoles, SchoolRoles};
pub use session::{SessionEnd, SignInRefusal};
pub use staff::StaffMember;

use jiff::Timestamp;

use crate::id::AccountId;

/// Someone who can sign in. Their roles are held per school and per programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// Where mail goes, and what they type to sign in.
    pub email: Email,
    /// Their name.
    pub name: PersonName,
    /// When they accepted their invitation; nothing until they have.
    pub joined_at: Option<Timestamp>,
    /// From when they may no longer sign in.
    pub disabled_at: Option<Timestamp>,
}

/// Whether an account can be used, worked out from its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountStatus {
    /// Invited, and has not yet chosen a password.
    Invited,
    /// Can sign in.
    Active {
        /// When the invitation was accepted.
        since: Timestamp,
    },
    /// Can no longer sign in; what they did stays under their name.
    Disabled {
        /// From when.
        since: Timestamp,
    },
}

impl AccountStatus {
    /// The status at `now`. A disabling date in the future has no effect yet.
    pub fn at(now: Timestamp, joined: Option<Timestamp>, disabled: Option<Timestamp>) -> Self {
        match (disabled, joined) {
            (Some(since), _) if since <= now => Self::Disabled { since },
            (_, Some(since)) => Self::Active { since },
            (_, None) => Self::Invited,
        }
    }

    /// The word staff use.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Invited => "Invited",
            Self::Active { .. } => "Active",
            Self::Disabled { .. } => "Disabled",
        }
    }
}

impl Account {
    /// Whether this account can be used at `now`.
    pub fn status(&self, now: Timestamp) -> AccountStatus {
        AccountStatus::at(now, self.joined_at, self.disabled_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn an_account_is_disabled_from_the_moment_named_and_not_before() {
        let (joined, leaves) = (Some(at(10)), Some(at(50)));
        assert_eq!(
            AccountStatus::at(at(49), joined, leaves),
            AccountStatus::Active { since: at(10) }
        );
        assert_eq!(
            AccountStatus::at(at(50), joined, leaves),
            AccountStatus::Disabled { since: at(50) }
        );
    }

    #[test]
    fn an_account_is_invited_until_it_is_taken_up() {
        assert_eq!(AccountStatus::at(at(9), None, None), AccountStatus::Invited);
        assert_eq!(
            AccountStatus::at(at(9), None, Some(at(8))).label(),
            "Disabled"
        );
    }
}
