//! Feeds of a school, and the pupils who were missing from their full lists.

use domain::{
    feed::{Rhythm, Trouble},
    id::{AccountId, FeedId, PupilId, SchoolId},
    text::Line,
};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Row, Tx, Value, params};

/// A feed as stored.
#[derive(Debug, Clone)]
pub struct FeedRow {
    /// The school.
    pub school: SchoolId,
    /// The feed.
    pub id: FeedId,
    /// What the school calls it.
    pub name: Line<60>,
    /// The source that the server offers, by its name.
    pub source: String,
    /// What it brings, as a code, or `auto`.
    pub holds: String,
    /// How often it is expected.
    pub rhythm: Rhythm,
    /// Who set it up.
    pub made_by: AccountId,
    /// When.
    pub made_at: Timestamp,
    /// Who confirmed beforehand that it stores by itself, and when.
    pub alone: Option<(AccountId, Timestamp)>,
    /// Who paused it, and when.
    pub paused: Option<(AccountId, Timestamp)>,
    /// When it was last looked at.
    pub looked_at: Option<Timestamp>,
    /// What kept it from being looked at.
    pub trouble: Option<Trouble>,
    /// When something readable last came.
    pub heard_at: Option<Timestamp>,
    /// From when on something is expected: since it was set up or went on.
    pub expected_from: Timestamp,
    /// For optimistic locking.
    pub version: i64,
}

fn by_and_at(row: &Row, by: usize, at: usize) -> Result<Option<(AccountId, Timestamp)>, Broken> {
    Ok(row.maybe_id(by)?.zip(row.maybe_read(at)?))
}

fn read(row: &Row) -> Result<FeedRow, Broken> {
    Ok(FeedRow {
        school: row.id(0)?,
        id: row.id(1)?,
        name: row.line(2)?,
        source: row.text(3)?,
        holds: row.text(4)?,
        rhythm: row.read(5)?,
        made_by: row.id(6)?,
        made_at: row.read(7)?,
        alone: by_and_at(row, 8, 9)?,
        paused: by_and_at(row, 10, 11)?,
        looked_at: row.maybe_read(12)?,
        trouble: row.maybe_read(13)?,
        heard_at: row.maybe_read(14)?,
        expected_from: row.read(15)?,
        version: row.int(16)?,
    })
}

/// Every feed of a school that was not removed, by name.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_school(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<FeedRow>, Broken> {
    tx.list(
        "select school_id, id, name, source, holds, rhythm, made_by, made_at, alone_by, alone_at,
           paused_by, paused_at, looked_at, trouble, heard_at, expected_from, version
         from feed where school_id = ?1 and removed_at is null order by name, id",
        &params![school],
        read,
    )
}

/// One feed that was not removed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, school: SchoolId, id: FeedId) -> Result<Option<FeedRow>, Broken> {
    tx.maybe(
        "select school_id, id, name, source, holds, rhythm, made_by, made_at, alone_by, alone_at,
           paused_by, paused_at, looked_at, trouble, heard_at, expected_from, version
         from feed where school_id = ?1 and id = ?2 and removed_at is null",
        &params![school, id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// The names of every feed there ever was.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn names(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<(FeedId, String)>, Broken> {
    tx.list(
        "select id, name from feed where school_id = ?1 order by id",
        &params![school],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )
}

/// Adds a feed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, feed: &FeedRow) -> Result<(), Broken> {
    let (alone_by, alone_at) = feed.alone.unzip();
    tx.run(
        "insert into feed (school_id, id, name, source, holds, rhythm, made_by, made_at, alone_by,
           alone_at, expected_from, version)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1)",
        &params![
            feed.school,
            feed.id,
            &feed.name,
            &feed.source,
            &feed.holds,
            feed.rhythm.code(),
            feed.made_by,
            feed.made_at,
            alone_by,
            alone_at,
            feed.expected_from
        ],
    )?;
    Ok(())
}

/// Changes what people may change of a feed, over the version it was read at;
/// false when somebody else changed it first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, feed: &FeedRow) -> Result<bool, Broken> {
    let (alone_by, alone_at) = feed.alone.unzip();
    let (paused_by, paused_at) = feed.paused.unzip();
    let changed = tx.run(
        "update feed set name = ?4, source = ?5, holds = ?6, rhythm = ?7, alone_by = ?8,
           alone_at = ?9, paused_by = ?10, paused_at = ?11, expected_from = ?12, version = version + 1
         where school_id = ?1 and id = ?2 and version = ?3 and removed_at is null",
        &params![
            feed.school,
            feed.id,
            feed.version,
            &feed.name,
            &feed.source,
            &feed.holds,
            feed.rhythm.code(),
            alone_by,
            alone_at,
            paused_by,
            paused_at,
            feed.expected_from
        ],
    )?;
    Ok(changed == 1)
}

/// Removes a feed; what it brought stays.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn remove(tx: &mut Tx<'_>, school: SchoolId, id: FeedId, now: Timestamp) -> Result<(), Broken> {
    tx.run(
        "update feed set removed_at = ?3, version = version + 1 where school_id = ?1 and id = ?2",
        &params![school, id, now],
    )?;
    Ok(())
}

/// Says that a feed was looked at, and what was in the way.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn looked(
    tx: &mut Tx<'_>,
    (school, id): (SchoolId, FeedId),
    now: Timestamp,
    trouble: Option<Trouble>,
) -> Result<(), Broken> {
    tx.run(
        "update feed set looked_at = ?3, trouble = ?4 where school_id = ?1 and id = ?2",
        &params![school, id, now, trouble.map(Trouble::code)],
    )?;
    Ok(())
}

/// Has a feed looked at as if for the first time.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn ask(tx: &mut Tx<'_>, of: (SchoolId, FeedId), now: Timestamp) -> Result<(), Broken> {
    tx.run(
        "update feed set looked_at = null, asked_at = ?3 where school_id = ?1 and id = ?2",
        &params![of.0, of.1, now],
    )?;
    Ok(())
}

/// Says that something readable came.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn heard(tx: &mut Tx<'_>, of: (SchoolId, FeedId), now: Timestamp) -> Result<(), Broken> {
    tx.run(
        "update feed set heard_at = ?3 where school_id = ?1 and id = ?2",
        &params![of.0, of.1, now],
    )?;
    Ok(())
}

/// Who was missing from the newest full list of a feed, with the day since when
/// and not counting those who have left since.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn missing(
    tx: &mut Tx<'_>,
    (school, feed): (SchoolId, FeedId),
) -> Result<Vec<(PupilId, Date)>, Broken> {
    tx.list(
        "select m.pupil_id, m.since from feed_missing m
         join pupil p on p.school_id = m.school_id and p.id = m.pupil_id
         where m.school_id = ?1 and m.feed_id = ?2 and p.left_on is null
         order by m.since, m.pupil_id",
        &params![school, feed],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}

/// How many are missing from the newest full lists, by feed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn count_missing(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<(FeedId, usize)>, Broken> {
    tx.list(
        "select m.feed_id, cast(count(*) as bigint) from feed_missing m
         join pupil p on p.school_id = m.school_id and p.id = m.pupil_id
         where m.school_id = ?1 and p.left_on is null group by m.feed_id order by m.feed_id",
        &params![school],
        |row| Ok((row.id(0)?, row.small::<u32>(1)? as usize)),
    )
}

/// Keeps who is missing from a full list that came today. Who was missing before
/// keeps the day it was first seen; who is in it again is forgotten.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_missing(
    tx: &mut Tx<'_>,
    (school, feed): (SchoolId, FeedId),
    pupils: &[PupilId],
    today: Date,
) -> Result<(), Broken> {
    let before = missing(tx, (school, feed))?;
    tx.run(
        "delete from feed_missing where school_id = ?1 and feed_id = ?2",
        &params![school, feed],
    )?;
    let since = |pupil: &PupilId| {
        let known = before.iter().find(|(one, _)| one == pupil);
        known.map_or(today, |(_, since)| *since)
    };
    let rows: Vec<Vec<Value>> = pupils
        .iter()
        .map(|pupil| params![school, feed, *pupil, since(pupil)].to_vec())
        .collect();
    tx.run_many(
        "insert into feed_missing (school_id, feed_id, pupil_id, since) values (?1, ?2, ?3, ?4)",
        &rows,
    )
}
