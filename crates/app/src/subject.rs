//! What a verb is done to: how it is loaded, and what the policy may know of it.
//!
//! Looking a thing up is the first permission check: every lookup names the
//! asker's own school, so another school's id finds nothing.

mod ask;
mod case;
mod home;
mod on_roll;

use domain::sealed::Apart;
use jiff::civil::Date;
use store::Tx;

pub use ask::AskSubject;
pub use case::{Case, account_of};
pub(crate) use case::{Side, after_leaving};
pub use on_roll::{OnRoll, Reaching};

use crate::{Actor, Refusal, policy::Facts};

/// Something the gate can load.
pub trait Subject: Sized {
    /// What finds it.
    type Key;

    /// Loads it with its facts on a day; nothing when it is not there for this asker.
    ///
    /// # Errors
    /// [`Refusal`] when the store cannot.
    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: Self::Key,
        today: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal>;

    /// Whom at home this asker is kept apart from here; the gate hands it to
    /// every lens. Nobody, where there is no family.
    fn apart(&self) -> Apart {
        Apart::default()
    }
}

/// The whole installation: for what happens before anyone is someone.
#[derive(Debug, Clone, Copy)]
pub struct Installation;

impl Subject for Installation {
    type Key = ();

    fn load(_: &mut Tx<'_>, _: &Actor, (): (), _: Date) -> Result<Option<(Self, Facts)>, Refusal> {
        Ok(Some((Self, Facts::default())))
    }
}

/// The asker's own account.
#[derive(Debug, Clone)]
pub struct OwnAccount(pub store::accounts::AccountRow);

impl Subject for OwnAccount {
    type Key = ();

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        (): (),
        _: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some(me) = actor.identity() else {
            return Err(Refusal::SignedOut);
        };
        let account = store::accounts::find(tx, me.school, me.account)?;
        Ok(account.map(|account| {
            (
                Self(account),
                Facts {
                    school: me.roles,
                    ..Facts::default()
                },
            )
        }))
    }
}

/// The asker's own school.
#[derive(Debug, Clone)]
pub struct School(pub store::schools::SchoolRow);

impl Subject for School {
    type Key = ();

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        (): (),
        _: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some(school) = actor.school() else {
            return Err(Refusal::SignedOut);
        };
        let row = store::schools::find(tx, school)?;
        Ok(row.map(|row| {
            (
                Self(row),
                Facts {
                    school: actor.roles(),
                    ..Facts::default()
                },
            )
        }))
    }
}
