//! Jobs at work: taking one so that nobody else does, saying how far it is, and
//! taking it again from whoever died over it.

use domain::id::{JobId, SchoolId};
use jiff::Timestamp;

use super::{JobRow, read};
use crate::{Broken, Tx, params};

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is being done, as a code.
    pub what: String,
    /// How much of it is done.
    pub done: u32,
    /// Of how much, if that is known.
    pub total: Option<u32>,
}

/// Who takes a job, and until when nobody else may.
#[derive(Debug, Clone)]
pub struct Claim<'c> {
    /// The school.
    pub school: SchoolId,
    /// Who takes it.
    pub by: &'c str,
    /// Now.
    pub now: Timestamp,
    /// When it may be taken from them.
    pub until: Timestamp,
}

/// Takes the first job in line, if it is due and nobody is at work on another
/// of the school. What stands behind an earlier place waits for it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn claim(tx: &mut Tx<'_>, claim: &Claim<'_>) -> Result<Option<JobRow>, Broken> {
    let first = tx.maybe(
        "select j.school_id, j.id, j.feed_id, j.place, j.holds, j.file_name, j.file_at, j.hash,
           j.made_at, j.due_at, j.tries, j.held_by, j.held_until, j.step, j.done, j.total,
           j.trouble, j.ended_at, j.ended, j.waits, j.said, j.counts, j.import_id
         from job j join feed f on f.school_id = j.school_id and f.id = j.feed_id
         where j.school_id = ?1 and j.ended_at is null and j.due_at <= ?2
           and f.paused_at is null and f.removed_at is null
           and not exists (select 1 from job h where h.school_id = j.school_id
             and h.ended_at is null and h.held_until >= ?2)
           and not exists (select 1 from job e
             join feed g on g.school_id = e.school_id and g.id = e.feed_id
             where e.school_id = j.school_id and e.ended_at is null and e.place < j.place
               and g.paused_at is null and g.removed_at is null)
         order by j.place, j.file_at, j.file_name, j.id limit 1",
        &params![claim.school, claim.now],
    )?;
    let Some(mut job) = first.map(|row| read(&row)).transpose()? else {
        return Ok(None);
    };
    let taken = tx.run(
        "update job set held_by = ?3, held_until = ?4, tries = tries + 1
         where school_id = ?1 and id = ?2 and ended_at is null
           and (held_until is null or held_until < ?5)",
        &params![claim.school, job.id, claim.by, claim.until, claim.now],
    )?;
    if taken == 0 {
        return Ok(None);
    }
    job.tries += 1;
    Ok(Some(job))
}

/// Says how far a job is, and that whoever holds it lives. False when it was
/// taken from them.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn step(tx: &mut Tx<'_>, claim: &Claim<'_>, job: JobId, step: &Step) -> Result<bool, Broken> {
    let changed = tx.run(
        "update job set held_until = ?4, step = ?5, done = ?6, total = ?7
         where school_id = ?1 and id = ?2 and held_by = ?3 and ended_at is null",
        &params![
            claim.school,
            job,
            claim.by,
            claim.until,
            &step.what,
            step.done,
            step.total
        ],
    )?;
    Ok(changed == 1)
}

/// Lets go of every job of a school: whoever held one is known to be gone.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn let_go(tx: &mut Tx<'_>, school: SchoolId) -> Result<u64, Broken> {
    tx.run(
        "update job set held_by = null, held_until = null, step = null, done = null, total = null
         where school_id = ?1 and held_by is not null and ended_at is null",
        &params![school],
    )
}

/// Jobs that were begun as often as is allowed and never came back.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn crashed(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (tries, now): (u32, Timestamp),
) -> Result<Vec<JobRow>, Broken> {
    tx.list(
        "select school_id, id, feed_id, place, holds, file_name, file_at, hash, made_at, due_at,
           tries, held_by, held_until, step, done, total, trouble, ended_at, ended, waits, said,
           counts, import_id
         from job where school_id = ?1 and ended_at is null and tries >= ?2
           and (held_until is null or held_until < ?3)
         order by made_at, id",
        &params![school, tries, now],
        read,
    )
}
