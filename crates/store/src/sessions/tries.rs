//! Tries at signing in: counted by what cannot be turned back into a name.

use jiff::Timestamp;

use crate::{Broken, Tx, params};

/// Failures at one account or from one address.
#[derive(Debug, Clone, Copy)]
pub struct Tries {
    /// How many in a row.
    pub failures: u32,
    /// No try is looked at before this.
    pub wait_until: Timestamp,
    /// When the last was.
    pub last_at: Timestamp,
}

/// What is remembered about `subject` (`account:...` or `address:...`).
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn tries(tx: &mut Tx<'_>, subject: &str) -> Result<Option<Tries>, Broken> {
    tx.maybe(
        "select failures, wait_until, last_at from sign_in_try where subject = ?1",
        &params![subject],
    )?
    .map(|row| {
        Ok(Tries {
            failures: row.small(0)?,
            wait_until: row.read(1)?,
            last_at: row.read(2)?,
        })
    })
    .transpose()
}

/// Remembers tries.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn note_tries(tx: &mut Tx<'_>, subject: &str, tries: Tries) -> Result<(), Broken> {
    tx.run(
        "insert into sign_in_try (subject, failures, wait_until, last_at) values (?1, ?2, ?3, ?4)
         on conflict (subject) do update set failures = excluded.failures,
             wait_until = excluded.wait_until, last_at = excluded.last_at",
        &params![subject, tries.failures, tries.wait_until, tries.last_at],
    )?;
    Ok(())
}

/// Takes back one try that was no failure, and the wait it began.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn take_back_try(tx: &mut Tx<'_>, subject: &str, now: Timestamp) -> Result<(), Broken> {
    tx.run(
        "update sign_in_try set failures = failures - 1, wait_until = ?2
         where subject = ?1 and failures > 0",
        &params![subject, now],
    )?;
    Ok(())
}

/// Forgets tries whose last was before a day.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn forget_tries_before(tx: &mut Tx<'_>, then: Timestamp) -> Result<(), Broken> {
    tx.run("delete from sign_in_try where last_at < ?1", &params![then])?;
    Ok(())
}

/// Forgets the failures of `subject`.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn forget_failures(tx: &mut Tx<'_>, subject: &str) -> Result<(), Broken> {
    tx.run(
        "delete from sign_in_try where subject = ?1",
        &params![subject],
    )?;
    Ok(())
}
