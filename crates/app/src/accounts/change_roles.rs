//! Changing what someone is in the school. Their sessions end at once.

use domain::{
    account::{AccountKind, SchoolRole, SchoolRoles},
    event::Event,
    id::AccountId,
};
use store::{accounts, sessions};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// Changes someone's roles in the school.
#[derive(Debug)]
pub struct ChangeRoles {
    /// Whose.
    pub account: AccountId,
    /// What they will be.
    pub roles: SchoolRoles,
}

impl Command for ChangeRoles {
    const ACTION: Action = Action::ChangeRoles;
    type On = School;
    type Output = ();

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let mut account =
            accounts::find(cx.tx(), school.0.id, self.account)?.ok_or(Refusal::NotFound)?;
        if account.kind != AccountKind::Staff {
            return Err(Refusal::rule("Only staff have roles in the school"));
        }
        if self.roles.is_empty() {
            return Err(Refusal::field(
                "roles",
                "Choose what they do in the school, or disable the account",
            ));
        }
        if account.roles == self.roles {
            return Ok(cx.unchanged(()));
        }
        if account.roles.has(SchoolRole::Administrator)
            && !self.roles.has(SchoolRole::Administrator)
        {
            keep_an_administrator(cx, &school, account.id)?;
        }
        account.roles = self.roles;
        if !accounts::save(cx.tx(), &account)? {
            return Err(Refusal::Conflict);
        }
        sessions::end_all(cx.tx(), school.0.id, account.id)?;
        Ok(cx.record(
            Event::RolesChanged {
                account: account.id,
                school: school.0.id,
                roles: self.roles,
            },
            (),
        ))
    }
}

/// A school without an administrator could never invite anyone again.
pub(super) fn keep_an_administrator(
    cx: &mut Granted<'_, '_>,
    school: &School,
    leaving: AccountId,
) -> Result<(), Refusal> {
    let others = accounts::of_school(cx.tx(), school.0.id)?
        .into_iter()
        .any(|other| {
            other.id != leaving
                && other.disabled_at.is_none()
                && other.roles.has(SchoolRole::Administrator)
        });
    if others {
        return Ok(());
    }
    Err(Refusal::rule(
        "Make someone else a system administrator first: this is the only one",
    ))
}
