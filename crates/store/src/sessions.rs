//! Sessions, sign-in tries, invitations and the setup token.
//!
//! Tokens are never stored: only the SHA-256 of them, in hexadecimal.

mod setup;
mod tries;
mod whose;

use domain::id::{AccountId, InvitationId, SchoolId};
use jiff::Timestamp;

pub use setup::{offer_setup, setup_stands, use_setup};
pub use tries::{Tries, forget_failures, forget_tries_before, note_tries, take_back_try, tries};
pub use whose::{Whose, whose};

use crate::{Broken, Tx, params};

/// A session as stored.
#[derive(Debug, Clone)]
pub struct Session {
    /// The school it is bound to.
    pub school: SchoolId,
    /// Whose it is.
    pub account: AccountId,
    /// When it began.
    pub made_at: Timestamp,
    /// When it was last used (kept to the minute).
    pub seen_at: Timestamp,
    /// When it ends whatever happens.
    pub ends_at: Timestamp,
}

/// Begins a session.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn begin(tx: &mut Tx<'_>, token_hash: &str, session: &Session) -> Result<(), Broken> {
    tx.run(
        "insert into session (token_hash, school_id, account_id, made_at, seen_at, ends_at)
         values (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![
            token_hash,
            session.school,
            session.account,
            session.made_at,
            session.seen_at,
            session.ends_at
        ],
    )?;
    Ok(())
}

/// Notes that a session was used.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn touch(tx: &mut Tx<'_>, token_hash: &str, now: Timestamp) -> Result<(), Broken> {
    tx.run(
        "update session set seen_at = ?2 where token_hash = ?1",
        &params![token_hash, now],
    )?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn end(tx: &mut Tx<'_>, token_hash: &str) -> Result<u64, Broken> {
    tx.run(
        "delete from session where token_hash = ?1",
        &params![token_hash],
    )
}

/// Ends every session of an account, as when it is disabled or its roles change.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn end_all(tx: &mut Tx<'_>, school: SchoolId, account: AccountId) -> Result<u64, Broken> {
    tx.run(
        "delete from session where school_id = ?1 and account_id = ?2",
        &params![school, account],
    )
}

/// Keeps the newest `most` sessions of an account and ends the rest.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn keep_newest(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
    most: u32,
) -> Result<(), Broken> {
    tx.run(
        "delete from session where school_id = ?1 and account_id = ?2 and token_hash not in (
             select token_hash from session where school_id = ?1 and account_id = ?2
             order by made_at desc, token_hash limit ?3)",
        &params![school, account, most],
    )?;
    Ok(())
}

/// Removes sessions that have ended.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn purge(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64, Broken> {
    tx.run("delete from session where ends_at < ?1", &params![now])
}

/// A one-time address with which an invited person chooses a password.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The school.
    pub school: SchoolId,
    /// The account that waits for its person.
    pub account: AccountId,
    /// When the address stops working.
    pub ends_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

/// Stores an invitation.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn invite(
    tx: &mut Tx<'_>,
    invitation: &Invitation,
    token_hash: &str,
    by: AccountId,
    now: Timestamp,
) -> Result<(), Broken> {
    tx.run(
        "insert into invitation (school_id, id, token_hash, account_id, made_by, made_at, ends_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &params![
            invitation.school,
            invitation.id,
            token_hash,
            invitation.account,
            by,
            now,
            invitation.ends_at
        ],
    )?;
    Ok(())
}

/// The invitation with this token's hash, used or not.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn invitation(tx: &mut Tx<'_>, token_hash: &str) -> Result<Option<Invitation>, Broken> {
    tx.maybe(
        "select id, school_id, account_id, ends_at, used_at
         from invitation where token_hash = ?1 and withdrawn_at is null",
        &params![token_hash],
    )?
    .map(|row| {
        Ok(Invitation {
            id: row.id(0)?,
            school: row.id(1)?,
            account: row.id(2)?,
            ends_at: row.read(3)?,
            used_at: row.maybe_read(4)?,
        })
    })
    .transpose()
}

/// Marks an invitation used, if it still was not; answers how many were.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn use_invitation(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: InvitationId,
    now: Timestamp,
) -> Result<u64, Broken> {
    tx.run(
        "update invitation set used_at = ?3 where school_id = ?1 and id = ?2 and used_at is null",
        &params![school, id, now],
    )
}

/// The invitations of an account that still stand.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn open_invitations(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<InvitationId>, Broken> {
    tx.list(
        "select id from invitation
         where school_id = ?1 and account_id = ?2 and used_at is null and withdrawn_at is null
         order by id",
        &params![school, account],
        |row| row.id(0),
    )
}

/// Withdraws earlier unused invitations of the same account.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn withdraw_invitations(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
    now: Timestamp,
) -> Result<u64, Broken> {
    tx.run(
        "update invitation set withdrawn_at = ?3
         where school_id = ?1 and account_id = ?2 and used_at is null and withdrawn_at is null",
        &params![school, account, now],
    )
}
