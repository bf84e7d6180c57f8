//! Runs of an import, from preview to confirming. A file is kept only while
//! somebody may still confirm it.

pub mod before;
pub mod headings;
mod shape;

use domain::id::{FeedId, ImportId, SchoolId};
use jiff::Timestamp;

use crate::{Broken, Row, Tx, Value, params};

/// One run as stored, without its file.
#[derive(Debug, Clone)]
pub struct RunRow {
    /// The school.
    pub school: SchoolId,
    /// The run.
    pub id: ImportId,
    /// What the file holds, as a code.
    pub kind: String,
    /// What the file was called.
    pub file_name: String,
    /// Who handed it in: an account's id, or "operator".
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// When its rows were stored.
    pub confirmed_at: Option<Timestamp>,
    /// When its file was erased without being stored.
    pub dropped_at: Option<Timestamp>,
    /// When what it stored was undone.
    pub undone_at: Option<Timestamp>,
    /// What was found and done: counts, codes and line numbers as JSON.
    pub report: String,
    /// The feed that brought it, if nobody handed it in.
    pub feed: Option<FeedId>,
}

fn read(row: &Row) -> Result<RunRow, Broken> {
    Ok(RunRow {
        school: row.id(0)?,
        id: row.id(1)?,
        kind: row.text(2)?,
        file_name: row.text(3)?,
        made_by: row.text(4)?,
        made_at: row.read(5)?,
        confirmed_at: row.maybe_read(6)?,
        dropped_at: row.maybe_read(7)?,
        undone_at: row.maybe_read(8)?,
        report: row.text(9)?,
        feed: row.maybe_id(10)?,
    })
}

/// Keeps a run, and its file until it is confirmed or dropped.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, run: &RunRow, file: Vec<u8>) -> Result<(), Broken> {
    tx.run(
        "insert into import_run (school_id, id, kind, file_name, made_by, made_at, report, file, feed_id)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &params![
            run.school,
            run.id,
            &run.kind,
            &run.file_name,
            &run.made_by,
            run.made_at,
            &run.report,
            Value::Bytes(file),
            run.feed
        ],
    )?;
    Ok(())
}

/// One run.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, school: SchoolId, id: ImportId) -> Result<Option<RunRow>, Broken> {
    tx.maybe(
        "select school_id, id, kind, file_name, made_by, made_at, confirmed_at, dropped_at, undone_at,
           report, feed_id
         from import_run where school_id = ?1 and id = ?2",
        &params![school, id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// The file of a run that still waits to be confirmed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn file(tx: &mut Tx<'_>, school: SchoolId, id: ImportId) -> Result<Option<Vec<u8>>, Broken> {
    tx.maybe(
        "select file from import_run
         where school_id = ?1 and id = ?2 and file is not null and confirmed_at is null and dropped_at is null",
        &params![school, id],
    )?
    .map(|row| row.bytes(0))
    .transpose()
}

/// The newest runs of a school, newest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn newest(tx: &mut Tx<'_>, school: SchoolId, most: u32) -> Result<Vec<RunRow>, Broken> {
    tx.list(
        "select school_id, id, kind, file_name, made_by, made_at, confirmed_at, dropped_at, undone_at,
           report, feed_id
         from import_run where school_id = ?1 order by made_at desc, id desc limit ?2",
        &params![school, most],
        read,
    )
}

/// Marks a run as stored, with what was done, and erases its file. Answers
/// false when it was confirmed or dropped before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn confirm(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: ImportId,
    report: &str,
    now: Timestamp,
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update import_run set confirmed_at = ?3, report = ?4, file = null
         where school_id = ?1 and id = ?2 and confirmed_at is null and dropped_at is null",
        &params![school, id, now, report],
    )?;
    Ok(changed == 1)
}

/// Erases the file of a run that will not be confirmed. Answers false when it
/// was confirmed or dropped before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn drop_file(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: ImportId,
    now: Timestamp,
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update import_run set dropped_at = ?3, file = null
         where school_id = ?1 and id = ?2 and confirmed_at is null and dropped_at is null",
        &params![school, id, now],
    )?;
    Ok(changed == 1)
}

/// Marks a run as undone, with what that did. Answers false when it was undone
/// before, or never confirmed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn undone(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: ImportId,
    report: &str,
    now: Timestamp,
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update import_run set undone_at = ?3, report = ?4
         where school_id = ?1 and id = ?2 and confirmed_at is not null and undone_at is null",
        &params![school, id, now, report],
    )?;
    Ok(changed == 1)
}

/// Erases the files of every run that was never confirmed: handed in before the
/// first instant, or brought by a feed before the second.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn drop_older(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (before, brought_before): (Timestamp, Timestamp),
    now: Timestamp,
) -> Result<u64, Broken> {
    tx.run(
        "update import_run set dropped_at = ?3, file = null
         where school_id = ?1 and confirmed_at is null and dropped_at is null
           and ((feed_id is null and made_at < ?2) or (feed_id is not null and made_at < ?4))",
        &params![school, before, now, brought_before],
    )
}

/// Erases the files that a feed brought of one kind and that nobody confirmed:
/// a newer whole list has come.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn drop_overtaken(
    tx: &mut Tx<'_>,
    (school, feed): (SchoolId, FeedId),
    kind: &str,
    now: Timestamp,
) -> Result<u64, Broken> {
    tx.run(
        "update import_run set dropped_at = ?4, file = null
         where school_id = ?1 and feed_id = ?2 and kind = ?3
           and confirmed_at is null and dropped_at is null",
        &params![school, feed, kind, now],
    )
}

/// What feeds brought and nobody has confirmed or dropped.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn waiting_of_feeds(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<ImportId>, Broken> {
    tx.list(
        "select id from import_run where school_id = ?1 and feed_id is not null
           and confirmed_at is null and dropped_at is null order by id",
        &params![school],
        |row| row.id(0),
    )
}

/// Whether what a feed brought last of one kind, and was stored, was undone.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn newest_was_undone(
    tx: &mut Tx<'_>,
    (school, feed): (SchoolId, FeedId),
    kind: &str,
) -> Result<bool, Broken> {
    let newest = tx.maybe(
        "select undone_at from import_run
         where school_id = ?1 and feed_id = ?2 and kind = ?3 and confirmed_at is not null
         order by made_at desc, id desc limit 1",
        &params![school, feed, kind],
    )?;
    Ok(newest
        .map(|row| row.maybe_text(0))
        .transpose()?
        .flatten()
        .is_some())
}
