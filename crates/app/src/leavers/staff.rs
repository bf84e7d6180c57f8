//! Staff whose last day has passed can no longer sign in, from that day on.

use std::collections::HashSet;

use domain::{
    account::SchoolRole,
    id::{AccountId, SchoolId},
};
use jiff::Timestamp;
use store::{accounts, staff};

use crate::{Refusal, gate::Granted};

/// Closes the accounts of everyone who has left, and ends their sessions. The
/// last system administrator's account stays open, or nobody could open it
/// again; answers how many were closed.
pub(crate) fn close_accounts(
    cx: &mut Granted<'_, '_>,
    school: SchoolId,
    now: Timestamp,
) -> Result<usize, Refusal> {
    let today = cx.today();
    let gone: HashSet<AccountId> = staff::of_school(cx.tx(), school)?
        .into_iter()
        .filter(|(_, member)| !member.works_on(today))
        .map(|(_, member)| AccountId::new(member.id.uuid()))
        .collect();
    if gone.is_empty() {
        return Ok(0);
    }
    let all = accounts::of_school(cx.tx(), school)?;
    let open = || all.iter().filter(|account| account.disabled_at.is_none());
    let administrator_stays = open()
        .any(|account| account.roles.has(SchoolRole::Administrator) && !gone.contains(&account.id));
    let mut closed = 0;
    for account in open().filter(|account| gone.contains(&account.id)) {
        if account.roles.has(SchoolRole::Administrator) && !administrator_stays {
            continue;
        }
        super::close(cx, account.clone(), now)?;
        closed += 1;
    }
    Ok(closed)
}
