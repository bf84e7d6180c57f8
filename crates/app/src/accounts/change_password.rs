//! Changing one's own password. It needs the old one, and ends one's other sessions.

use domain::event::Event;
use store::{accounts, sessions};

use super::{
    password::{Hashed, Password},
    throttle::{self, Per},
};
use crate::{
    Actor, App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::OwnAccount,
};

impl App {
    /// Changes the asker's password, after checking the old one.
    ///
    /// # Errors
    /// [`Refusal::Rejected`] when the old one is wrong.
    pub fn change_password(
        &self,
        actor: &Actor,
        old: &Password,
        new: &Password,
    ) -> Result<(), Refusal> {
        let me = actor.identity().ok_or(Refusal::SignedOut)?;
        let (now, subject) = (self.clock().now(), format!("password:{}", me.account));
        let (account, wait) = self.db().write(|tx| -> Result<_, Refusal> {
            let account = accounts::find(tx, me.school, me.account)?;
            Ok((
                account,
                throttle::count(tx, &[(&subject, Per::Account)], now)?,
            ))
        })?;
        if let Some(seconds) = wait {
            let words = format!("Too many tries. Wait {seconds} seconds, then try again");
            return Err(Refusal::field("old_password", words));
        }
        let stored = account.and_then(|account| account.password);
        if !self.matches(old, stored.as_deref())? {
            return Err(Refusal::field(
                "old_password",
                "Enter the password you use now",
            ));
        }
        let password = self.hash(new)?;
        self.execute(actor, ChangePassword { password })
    }
}

/// Private: made by [`App::change_password`] alone, after the old one was checked.
struct ChangePassword {
    password: Hashed,
}

impl Command for ChangePassword {
    const ACTION: Action = Action::ChangePassword;
    type On = OwnAccount;
    type Output = ();

    fn on(&self) {}

    fn run(self, on: OwnAccount, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let mut account = on.0;
        account.password = Some(self.password.0);
        if !accounts::save(cx.tx(), &account)? {
            return Err(Refusal::Conflict);
        }
        sessions::end_all(cx.tx(), account.school, account.id)?;
        sessions::forget_failures(cx.tx(), &format!("password:{}", account.id))?;
        Ok(cx.record(
            Event::PasswordChanged {
                account: account.id,
            },
            (),
        ))
    }
}
