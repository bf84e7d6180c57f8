//! Opening an account again: for a password that was forgotten, or an account
//! that was closed. Its person chooses a new password at a one-time address.

use domain::{account::AccountKind, event::Event, id::AccountId, id::StaffId};
use store::{accounts, sessions};

use super::{
    invite::{Invited, offer},
    token::Token,
};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// Ends what is open of an account, forgets its password, and offers an address
/// at which its person chooses a new one.
#[derive(Debug)]
pub struct ReopenAccount {
    /// Whose.
    pub account: AccountId,
    /// Made by [`crate::App::new_token`]; goes into the address.
    pub token: Token,
}

impl Command for ReopenAccount {
    const ACTION: Action = Action::ReopenAccount;
    type On = School;
    type Output = Invited;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<Invited>, Refusal> {
        let school = school.0.id;
        let mut account =
            accounts::find(cx.tx(), school, self.account)?.ok_or(Refusal::NotFound)?;
        if account.id == cx.person()?.account {
            return Err(Refusal::rule("Change your own password under Your account"));
        }
        if account.kind == AccountKind::Staff {
            let listed = store::staff::find(cx.tx(), school, StaffId::new(account.id.uuid()))?;
            let today = cx.today();
            if listed.is_some_and(|member| !member.works_on(today)) {
                return Err(Refusal::rule(
                    "The staff list says that they have left. Import a list that says otherwise, or undo the import that said so, and try again",
                ));
            }
        }
        account.password = None;
        account.disabled_at = None;
        if !accounts::save(cx.tx(), &account)? {
            return Err(Refusal::Conflict);
        }
        sessions::end_all(cx.tx(), school, account.id)?;
        let (invited, offered) = offer(cx, &account, self.token)?;
        cx.also(offered);
        let account = account.id;
        Ok(cx.record(Event::AccountReopened { account }, invited))
    }
}
