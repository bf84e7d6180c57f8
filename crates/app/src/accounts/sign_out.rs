//! Signing out: this session, or all of one's sessions.

use domain::{account::SessionEnd, event::Event};

use super::token::Token;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::OwnAccount,
};

/// Ends a session, or every session of the account.
#[derive(Debug)]
pub enum SignOut {
    /// The one with this token.
    Here(Token),
    /// All of them.
    Everywhere,
}

impl Command for SignOut {
    const ACTION: Action = Action::SignOut;
    type On = OwnAccount;
    type Output = ();

    fn on(&self) {}

    fn run(self, on: OwnAccount, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let ended = match self {
            Self::Here(token) => store::sessions::end(cx.tx(), &token.hash())?,
            Self::Everywhere => store::sessions::end_all(cx.tx(), on.0.school, on.0.id)?,
        };
        if ended == 0 {
            return Ok(cx.unchanged(()));
        }
        Ok(cx.record(
            Event::SignedOut {
                account: on.0.id,
                why: SessionEnd::Asked,
            },
            (),
        ))
    }
}
