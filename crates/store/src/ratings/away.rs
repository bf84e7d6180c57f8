//! Lessons in which an adult said that the pupil was not there, or was after all.

use domain::{
    id::{PersonId, ProgrammeId, SchoolId},
    rating::{Period, Presence},
};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Tx, params};

/// Says that the pupil was not there in a lesson, in place of what was said.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_away(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    of: (Date, Period, Presence),
    by: PersonId,
    now: Timestamp,
) -> Result<(), Broken> {
    let (on, period, presence) = of;
    tx.run(
        "insert into away (school_id, programme_id, on_day, period, presence, said_by, said_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (school_id, programme_id, on_day, period)
         do update set presence = excluded.presence, said_by = excluded.said_by, said_at = excluded.said_at",
        &params![school, programme, on, period.code(), presence.code(), by, now],
    )?;
    Ok(())
}

/// The lessons in which the pupil was away.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn away(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<(Date, Period, Presence)>, Broken> {
    tx.list(
        "select on_day, period, presence from away
         where school_id = ?1 and programme_id = ?2 order by on_day, period",
        &params![school, programme],
        |row| Ok((row.read(0)?, row.read(1)?, row.read(2)?)),
    )
}

/// The lessons of a day in which pupils of the school were away.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn away_on(
    tx: &mut Tx<'_>,
    school: SchoolId,
    on: Date,
) -> Result<Vec<(ProgrammeId, Period, Presence)>, Broken> {
    tx.list(
        "select programme_id, period, presence from away
         where school_id = ?1 and on_day = ?2 order by programme_id, period",
        &params![school, on],
        |row| Ok((row.id(0)?, row.read(1)?, row.read(2)?)),
    )
}

/// The days on which an adult said that a pupil with an open programme was away
/// from some lesson.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn days_away(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<(ProgrammeId, Date)>, Broken> {
    tx.list(
        "select distinct programme_id, on_day from away
         where school_id = ?1 and presence <> 'present' and programme_id in (
             select p.id from programme p where p.school_id = ?1 and p.open_for is not null)",
        &params![school],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}
