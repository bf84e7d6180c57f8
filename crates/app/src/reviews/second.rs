//! Moves that two people agree to: one presses, and names the other.

use domain::{
    account::SchoolRole,
    id::{AccountId, StaffId},
};
use store::{accounts, outcomes::Agreement};

use crate::{Refusal, gate::Granted, subject::account_of};

/// Someone who can be named as the other who agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Their account.
    pub account: AccountId,
    /// Their name.
    pub name: String,
}

/// The member of staff named, who must hold a role in the school today.
pub(super) fn named(
    cx: &mut Granted<'_, '_>,
    role: SchoolRole,
    typed: &str,
) -> Result<AccountId, Refusal> {
    let ask = || {
        let who = role.label().to_lowercase();
        Refusal::field("other", format!("Choose the {who} who agrees"))
    };
    let account: AccountId = typed.trim().parse().map_err(|_| ask())?;
    let school = cx.school()?;
    let row = accounts::find(cx.tx(), school, account)?;
    row.filter(|row| row.roles.has(role) && row.disabled_at.is_none())
        .map(|row| row.id)
        .ok_or_else(ask)
}

/// The head who agrees: whoever presses when they are the head, else the one
/// they name. The other half is the coordinator.
pub(super) fn head_and_coordinator(
    cx: &mut Granted<'_, '_>,
    coordinator: Option<StaffId>,
    typed: &str,
) -> Result<(StaffId, Agreement), Refusal> {
    let me = cx.person()?.account;
    let (head, with) = if cx.facts().school.has(SchoolRole::Head) {
        (me, coordinator.map_or(me, account_of))
    } else {
        let head = named(cx, SchoolRole::Head, typed)?;
        (head, head)
    };
    let agreed = Agreement {
        number: 0,
        on: cx.today(),
        pressed: me,
        with,
    };
    Ok((StaffId::new(head.uuid()), agreed))
}

/// Everyone in the school who holds a role, to choose from.
pub(super) fn holders(
    tx: &mut store::Tx<'_>,
    school: domain::id::SchoolId,
    role: SchoolRole,
) -> Result<Vec<Other>, Refusal> {
    let all = accounts::of_school(tx, school)?;
    let holds = |row: &accounts::AccountRow| row.roles.has(role) && row.disabled_at.is_none();
    let other = |row: accounts::AccountRow| Other {
        account: row.id,
        name: row.name,
    };
    Ok(all.into_iter().filter(holds).map(other).collect())
}
