//! Whether a pupil agrees that the people at home read what they shared. Rows
//! are added and never changed: the newest counts.

use domain::{
    document::HomeReads,
    id::{AccountId, AskId, SchoolId},
};
use jiff::Timestamp;

use crate::{Broken, Tx, params};

/// Keeps what the pupil said now.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn say_home_reads(
    tx: &mut Tx<'_>,
    school: SchoolId,
    ask: AskId,
    says: HomeReads,
    (by, at): (AccountId, Timestamp),
) -> Result<(), Broken> {
    tx.run(
        "insert into home_reads (school_id, ask_id, n, says, said_at, recorded_by)
         select ?1, ?2, coalesce(max(n), 0) + 1, cast(?3 as text), cast(?4 as text), cast(?5 as text)
         from home_reads where school_id = ?1 and ask_id = ?2",
        &params![school, ask, says.code(), at, by],
    )?;
    Ok(())
}

/// What the pupil said last; nothing when nobody has asked.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn home_reads(
    tx: &mut Tx<'_>,
    school: SchoolId,
    ask: AskId,
) -> Result<Option<HomeReads>, Broken> {
    tx.maybe(
        "select says from home_reads where school_id = ?1 and ask_id = ?2 order by n desc limit 1",
        &params![school, ask],
    )?
    .map(|row| row.read(0))
    .transpose()
}
