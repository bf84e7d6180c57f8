//! The setup token: whoever holds it may make the first school, once.

use jiff::Timestamp;

use crate::{Broken, Tx, params};

/// Stores the one-time setup token, in place of any before it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn offer_setup(
    tx: &mut Tx<'_>,
    token_hash: &str,
    now: Timestamp,
    ends_at: Timestamp,
) -> Result<(), Broken> {
    tx.run("delete from setup where used_at is null", &[])?;
    tx.run(
        "insert into setup (token_hash, made_at, ends_at) values (?1, ?2, ?3)",
        &params![token_hash, now, ends_at],
    )?;
    Ok(())
}

/// Whether this setup token can still be used.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn setup_stands(tx: &mut Tx<'_>, token_hash: &str, now: Timestamp) -> Result<bool, Broken> {
    let row = tx.maybe(
        "select token_hash from setup where token_hash = ?1 and used_at is null and ends_at > ?2",
        &params![token_hash, now],
    )?;
    Ok(row.is_some())
}

/// Uses the setup token up; answers how many were.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn use_setup(tx: &mut Tx<'_>, token_hash: &str, now: Timestamp) -> Result<u64, Broken> {
    tx.run(
        "update setup set used_at = ?2 where token_hash = ?1 and used_at is null and ends_at > ?2",
        &params![token_hash, now],
    )
}
