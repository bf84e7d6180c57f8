//! The standing confirmation: somebody who may import said beforehand that a
//! feed stores by itself. It is theirs, and ends when they may import no more.

use domain::feed::{Wait, Waits};
use store::{Tx, accounts::AccountRow, feeds::FeedRow};

use crate::{Refusal, action::Action, policy};

/// What speaks against storing by itself before the file is even looked at.
pub(super) fn against(tx: &mut Tx<'_>, feed: &FeedRow) -> Result<Waits, Refusal> {
    let Some((by, _)) = feed.alone else {
        return Ok(Waits::of(&[Wait::NotAlone]));
    };
    let account = store::accounts::find(tx, feed.school, by)?;
    Ok(if account.is_some_and(|account| may_confirm(&account)) {
        Waits::NONE
    } else {
        Waits::of(&[Wait::NotConfirmed])
    })
}

/// Whether an account may import now.
pub(super) fn may_confirm(account: &AccountRow) -> bool {
    let roles = policy::rule(Action::ImportFile).school;
    account.disabled_at.is_none() && account.roles.has_any(roles)
}
