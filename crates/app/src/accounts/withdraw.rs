//! Withdrawing an invitation that nobody has taken up, when there is nothing
//! left for it to open.

use domain::{event::Event, id::AccountId};
use store::{accounts, programmes, sessions};

use crate::{Refusal, gate::Granted};

/// Withdraws what an account was offered, once it takes part in no programme.
/// An account that is in use stays: what it may see is asked at every page.
///
/// # Errors
/// [`Refusal::Broken`].
pub(crate) fn withdraw_unused(cx: &mut Granted<'_, '_>, account: AccountId) -> Result<(), Refusal> {
    let (school, now) = (cx.school()?, cx.now());
    let found = accounts::find(cx.tx(), school, account)?;
    let waits = found.is_some_and(|row| row.password.is_none());
    if !waits || !programmes::related(cx.tx(), school, account)?.is_empty() {
        return Ok(());
    }
    for invitation in sessions::open_invitations(cx.tx(), school, account)? {
        cx.also(Event::InvitationWithdrawn {
            account,
            invitation,
        });
    }
    sessions::withdraw_invitations(cx.tx(), school, account, now)?;
    Ok(())
}
