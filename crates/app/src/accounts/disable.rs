//! Disabling an account: sessions end at once; what they did stays under
//! their name.

use domain::{account::SchoolRole, event::Event, id::AccountId};
use store::{accounts, sessions};

use super::change_roles::keep_an_administrator;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// Stops an account from being used.
#[derive(Debug)]
pub struct DisableAccount {
    /// Whose.
    pub account: AccountId,
}

impl Command for DisableAccount {
    const ACTION: Action = Action::DisableAccount;
    type On = School;
    type Output = ();

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let mut account =
            accounts::find(cx.tx(), school.0.id, self.account)?.ok_or(Refusal::NotFound)?;
        if account.disabled_at.is_some() {
            return Ok(cx.unchanged(()));
        }
        if account.roles.has(SchoolRole::Administrator) {
            keep_an_administrator(cx, &school, account.id)?;
        }
        account.disabled_at = Some(cx.now());
        if !accounts::save(cx.tx(), &account)? {
            return Err(Refusal::Conflict);
        }
        sessions::end_all(cx.tx(), school.0.id, account.id)?;
        Ok(cx.record(
            Event::AccountDisabled {
                account: account.id,
            },
            (),
        ))
    }
}
