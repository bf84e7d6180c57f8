//! Taking up an invitation: choose a password, and the account exists.

use domain::{account::AccountKind, event::Event, text::Line};
use store::{accounts, schools, sessions};

use super::{password::Hashed, token::Token};
use crate::{
    App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Installation,
};

/// What the invitation page shows: nobody's data but the school's name and
/// the invited person's own.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Who invites.
    pub school_name: String,
    /// Who is invited.
    pub name: String,
    /// The address they will sign in with.
    pub email: String,
    /// Which kind of person.
    pub kind: AccountKind,
}

impl App {
    /// What an invitation offers, if it still stands. Looking does not use it up.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when it never stood, has ended or was used.
    pub fn offered(&self, token: &Token) -> Result<Offered, Refusal> {
        let now = self.clock().now();
        self.db().read(|tx| {
            let invitation = sessions::invitation(tx, &token.hash())?
                .filter(|invitation| invitation.used_at.is_none() && invitation.ends_at > now)
                .ok_or(Refusal::NotFound)?;
            let school = schools::find(tx, invitation.school)?.ok_or(Refusal::NotFound)?;
            let account = accounts::find(tx, invitation.school, invitation.account)?
                .filter(|account| account.disabled_at.is_none())
                .ok_or(Refusal::NotFound)?;
            Ok(Offered {
                school_name: school.name,
                name: account.name,
                email: account.email.as_str().to_owned(),
                kind: account.kind,
            })
        })
    }
}

/// Takes up an invitation.
#[derive(Debug)]
pub struct AcceptInvitation {
    /// From the one-time address.
    pub token: Token,
    /// What they like to be called, if they say.
    pub known_as: Option<Line<60>>,
    /// The password they chose.
    pub password: Hashed,
}

impl Command for AcceptInvitation {
    const ACTION: Action = Action::AcceptInvitation;
    type On = Installation;
    type Output = ();

    fn on(&self) {}

    fn run(self, _: Installation, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let now = cx.now();
        let invitation = sessions::invitation(cx.tx(), &self.token.hash())?
            .filter(|invitation| invitation.ends_at > now)
            .ok_or(Refusal::NotFound)?;
        cx.for_school(invitation.school)?;
        if sessions::use_invitation(cx.tx(), invitation.school, invitation.id, now)? == 0 {
            return Err(Refusal::NotFound);
        }
        let mut account = accounts::find(cx.tx(), invitation.school, invitation.account)?
            .filter(|account| account.disabled_at.is_none())
            .ok_or(Refusal::NotFound)?;
        if let Some(known_as) = self.known_as {
            account.known_as = known_as.into();
        }
        account.password = Some(self.password.0);
        if !accounts::save(cx.tx(), &account)? {
            return Err(Refusal::Conflict);
        }
        sessions::end_all(cx.tx(), account.school, account.id)?;
        let event = Event::InvitationAccepted {
            invitation: invitation.id,
            account: account.id,
        };
        Ok(cx.record(event, ()))
    }
}
