//! Asking beforehand: may this person do this at all? A page asks before it
//! reads what was sent, so that nobody is told about a form that is not for
//! them. The gate asks again when the verb is done; this opens nothing.

use domain::{id::AskId, programme::ProgrammeRef};

use crate::{
    Actor, App, Refusal,
    action::Action,
    policy::{self, Place},
    subject::{AskSubject, Case, School, Subject},
};

/// What it would be done to, as far as an address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The asker's own school.
    School,
    /// One programme.
    Programme(ProgrammeRef),
    /// One ask, and its programme.
    Ask(AskId),
}

/// Whether the asker's account is still open, now that it is their turn: it may
/// have been closed while they waited.
///
/// # Errors
/// [`Refusal::SignedOut`] when it is closed.
pub(crate) fn still_open(
    tx: &mut store::Tx<'_>,
    actor: &Actor,
    now: jiff::Timestamp,
) -> Result<(), Refusal> {
    let Some(me) = actor.identity() else {
        return Ok(());
    };
    let account = store::accounts::find(tx, me.school, me.account)?;
    let open = account.is_some_and(|found| found.disabled_at.is_none_or(|at| at > now));
    if open {
        Ok(())
    } else {
        Err(Refusal::SignedOut)
    }
}

impl App {
    /// Whether the policy lets this actor do this, by the same rules and with
    /// the same answers as the gate.
    ///
    /// # Errors
    /// The [`Refusal`] the gate would give.
    pub fn may(&self, actor: &Actor, action: Action, about: &About) -> Result<(), Refusal> {
        if !matches!(policy::rule(action).place, Place::School | Place::Programme) {
            return Ok(());
        }
        let today = self.clock().today();
        self.db().read(|tx| {
            let facts = match about {
                About::School => School::load(tx, actor, (), today)?.map(|(_, facts)| facts),
                About::Programme(key) => {
                    Case::load(tx, actor, key.clone(), today)?.map(|(_, facts)| facts)
                }
                About::Ask(key) => {
                    AskSubject::load(tx, actor, *key, today)?.map(|(_, facts)| facts)
                }
            };
            policy::permit(actor, action, &facts.ok_or(Refusal::NotFound)?)
        })
    }
}
