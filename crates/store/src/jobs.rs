//! The queue of what feeds bring: one row a piece of work, kept when it is
//! done, so that the same file is not taken twice.

mod held;

use domain::{
    feed::{Ended, Trouble, Waits},
    id::{FeedId, ImportId, JobId, SchoolId},
};
use jiff::Timestamp;

pub use held::{Claim, Step, claim, crashed, let_go, step};

use crate::{Broken, Row, Tx, params};

/// One job as stored.
#[derive(Debug, Clone)]
pub struct JobRow {
    /// The school.
    pub school: SchoolId,
    /// The job.
    pub id: JobId,
    /// The feed that brought it.
    pub feed: FeedId,
    /// Where it stands in line: a low number first.
    pub place: u8,
    /// What it holds, as a code, once that is known.
    pub holds: Option<String>,
    /// The file's name, below the folder of the feed.
    pub file_name: String,
    /// When the file was last written.
    pub file_at: Timestamp,
    /// The hash of what is in it.
    pub hash: String,
    /// When it was noticed.
    pub made_at: Timestamp,
    /// When it is to be tried next.
    pub due_at: Timestamp,
    /// How often it was begun.
    pub tries: u32,
    /// Who is at work on it, and until when they may be.
    pub held: Option<(String, Timestamp)>,
    /// How far it is.
    pub step: Option<Step>,
    /// What was in the way when it was last tried.
    pub trouble: Option<Trouble>,
    /// When and how it ended.
    pub ended: Option<(Timestamp, Ended)>,
    /// What it waits for.
    pub waits: Waits,
    /// What is wrong with the file, in words.
    pub said: Option<String>,
    /// What it changed or would change, as JSON.
    pub counts: Option<String>,
    /// The import it became.
    pub import: Option<ImportId>,
}

pub(super) fn read(row: &Row) -> Result<JobRow, Broken> {
    let step = match row.maybe_text(13)? {
        None => None,
        Some(what) => Some(Step {
            what,
            done: row.small(14)?,
            total: row.maybe_small(15)?,
        }),
    };
    Ok(JobRow {
        school: row.id(0)?,
        id: row.id(1)?,
        feed: row.id(2)?,
        place: row.small(3)?,
        holds: row.maybe_text(4)?,
        file_name: row.text(5)?,
        file_at: row.read(6)?,
        hash: row.text(7)?,
        made_at: row.read(8)?,
        due_at: row.read(9)?,
        tries: row.small(10)?,
        held: row.maybe_text(11)?.zip(row.maybe_read(12)?),
        step,
        trouble: row.maybe_read(16)?,
        ended: row.maybe_read(17)?.zip(row.maybe_read(18)?),
        waits: row.maybe_read(19)?.unwrap_or_default(),
        said: row.maybe_text(20)?,
        counts: row.maybe_text(21)?,
        import: row.maybe_id(22)?,
    })
}

/// Adds a job.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, job: &JobRow) -> Result<(), Broken> {
    tx.run(
        "insert into job (school_id, id, feed_id, place, holds, file_name, file_at, hash, made_at,
           due_at, tries)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0)",
        &params![
            job.school,
            job.id,
            job.feed,
            job.place,
            job.holds.as_ref(),
            &job.file_name,
            job.file_at,
            &job.hash,
            job.made_at,
            job.due_at
        ],
    )?;
    Ok(())
}

/// One job.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, school: SchoolId, id: JobId) -> Result<Option<JobRow>, Broken> {
    tx.maybe(
        "select school_id, id, feed_id, place, holds, file_name, file_at, hash, made_at, due_at,
           tries, held_by, held_until, step, done, total, trouble, ended_at, ended, waits, said,
           counts, import_id
         from job where school_id = ?1 and id = ?2",
        &params![school, id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// The newest job of each file of each feed: what was taken already.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn newest_of_each_file(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<JobRow>, Broken> {
    tx.list(
        "select school_id, id, feed_id, place, holds, file_name, file_at, hash, made_at, due_at,
           tries, held_by, held_until, step, done, total, trouble, ended_at, ended, waits, said,
           counts, import_id
         from job j where j.school_id = ?1 and not exists
           (select 1 from job n where n.school_id = j.school_id and n.feed_id = j.feed_id
              and n.file_name = j.file_name
              and (n.made_at > j.made_at or (n.made_at = j.made_at and n.id > j.id)))
         order by j.made_at desc, j.id",
        &params![school],
        read,
    )
}

/// The newest jobs of a school that were made after an instant, and all that
/// are not done, the newest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn since(tx: &mut Tx<'_>, school: SchoolId, since: Timestamp) -> Result<Vec<JobRow>, Broken> {
    tx.list(
        "select school_id, id, feed_id, place, holds, file_name, file_at, hash, made_at, due_at,
           tries, held_by, held_until, step, done, total, trouble, ended_at, ended, waits, said,
           counts, import_id
         from job where school_id = ?1 and (made_at >= ?2 or ended_at is null)
         order by made_at desc, id desc limit 2000",
        &params![school, since],
        read,
    )
}

/// How a job is left after somebody was at work on it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, job: &JobRow) -> Result<(), Broken> {
    let (ended_at, ended) = job.ended.unzip();
    tx.run(
        "update job set due_at = ?3, tries = ?4, held_by = null, held_until = null, step = null,
           done = null, total = null, trouble = ?5, ended_at = ?6, ended = ?7, waits = ?8,
           said = ?9, counts = ?10, import_id = ?11, holds = ?12
         where school_id = ?1 and id = ?2",
        &params![
            job.school,
            job.id,
            job.due_at,
            job.tries,
            job.trouble.map(Trouble::code),
            ended_at,
            ended.map(Ended::code),
            job.waits.to_string(),
            job.said.as_ref(),
            job.counts.as_ref(),
            job.import,
            job.holds.as_ref()
        ],
    )?;
    Ok(())
}

/// Makes every job of a feed that is not done due now, and those that were given
/// up open again where no newer job is about the same file.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn hurry(
    tx: &mut Tx<'_>,
    (school, feed): (SchoolId, FeedId),
    now: Timestamp,
) -> Result<u64, Broken> {
    let open = tx.run(
        "update job set due_at = ?3, tries = 0
         where school_id = ?1 and feed_id = ?2 and ended_at is null and held_until is null",
        &params![school, feed, now],
    )?;
    let given_up = tx.run(
        "update job set due_at = ?3, tries = 0, ended_at = null, ended = null
         where school_id = ?1 and feed_id = ?2 and ended = 'failed' and not exists
           (select 1 from job n where n.school_id = job.school_id and n.feed_id = job.feed_id
              and n.file_name = job.file_name and n.made_at > job.made_at)",
        &params![school, feed, now],
    )?;
    Ok(open + given_up)
}

/// Forgets jobs that ended before an instant, but for the newest of each file:
/// that one is why the file is not taken again.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn forget(tx: &mut Tx<'_>, school: SchoolId, before: Timestamp) -> Result<u64, Broken> {
    tx.run(
        "delete from job where school_id = ?1 and ended_at < ?2 and exists
           (select 1 from job n where n.school_id = job.school_id and n.feed_id = job.feed_id
              and n.file_name = job.file_name and n.made_at > job.made_at)",
        &params![school, before],
    )
}
