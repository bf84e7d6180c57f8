//! Ticks, lesson by lesson; who was away; and the days before the plan.

mod away;
mod before;

use domain::{
    id::{PersonId, ProgrammeId, SchoolId, TargetId},
    rating::{Period, Tick},
};
use jiff::{Timestamp, civil::Date};

pub use away::{away, away_on, days_away, put_away};
pub use before::{BeforeDay, before, put_before};

use crate::{Broken, Row, Tx, params};

/// One tick as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingRow {
    /// The target.
    pub target: TargetId,
    /// The day.
    pub on: Date,
    /// The lesson.
    pub period: Period,
    /// Who saw it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they saw.
    pub tick: Tick,
    /// When they said so.
    pub at: Timestamp,
}

fn read(row: &Row) -> Result<RatingRow, Broken> {
    Ok(RatingRow {
        target: row.id(0)?,
        on: row.read(1)?,
        period: row.read(2)?,
        person: row.id(3)?,
        name: row.text(4)?,
        tick: row.read(5)?,
        at: row.read(6)?,
    })
}

/// Gives or changes a tick: one an adult, target and lesson.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    rating: &RatingRow,
) -> Result<(), Broken> {
    tx.run(PUT, &values(school, programme, rating))?;
    Ok(())
}

const PUT: &str =
    "insert into rating (school_id, programme_id, target_id, on_day, period, person_id, name, tick, at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         on conflict (school_id, programme_id, target_id, on_day, period, person_id)
         do update set tick = excluded.tick, at = excluded.at, withdrawn_at = null";

fn values(school: SchoolId, programme: ProgrammeId, rating: &RatingRow) -> [crate::Value; 9] {
    params![
        school,
        programme,
        rating.target,
        rating.on,
        rating.period.code(),
        rating.person,
        &rating.name,
        rating.tick.code(),
        rating.at
    ]
}

/// Gives many ticks of one programme at once, each another lesson, adult or target.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_many(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    ratings: &[RatingRow],
) -> Result<(), Broken> {
    let rows = ratings
        .iter()
        .map(|one| values(school, programme, one).to_vec());
    tx.run_many(PUT, &rows.collect::<Vec<_>>())
}

/// Takes a tick back; the row stays, so that history does.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn take_back(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    of: (TargetId, Date, Period, PersonId),
    now: Timestamp,
) -> Result<u64, Broken> {
    let (target, on, period, person) = of;
    tx.run(
        "update rating set withdrawn_at = ?7
         where school_id = ?1 and programme_id = ?2 and target_id = ?3 and on_day = ?4 and period = ?5
             and person_id = ?6 and withdrawn_at is null",
        &params![school, programme, target, on, period.code(), person, now],
    )
}

/// Every tick of a programme that stands, by day.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<RatingRow>, Broken> {
    tx.list(
        "select target_id, on_day, period, person_id, name, tick, at from rating
         where school_id = ?1 and programme_id = ?2 and withdrawn_at is null
         order by on_day, period, target_id, person_id",
        &params![school, programme],
        read,
    )
}

/// The ticks of a programme that stand, from a day on.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn since(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    first: Date,
) -> Result<Vec<RatingRow>, Broken> {
    tx.list(
        "select target_id, on_day, period, person_id, name, tick, at from rating
         where school_id = ?1 and on_day >= ?3 and programme_id = ?2 and withdrawn_at is null
         order by on_day, period, target_id, person_id",
        &params![school, programme, first],
        read,
    )
}

/// How many lessons of each day have any tick, for many programmes at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCount {
    /// The programme.
    pub programme: ProgrammeId,
    /// The target.
    pub target: TargetId,
    /// The day.
    pub on: Date,
    /// Lessons with a Yes.
    pub yes: u16,
    /// Lessons seen: Yes, Nearly or Not yet.
    pub seen: u16,
}

/// Day by day and target by target, for every open programme of a school, in
/// the order of the index that alone is read for it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn day_counts(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<DayCount>, Broken> {
    tx.list(
        "select r.programme_id, r.target_id, r.on_day,
                cast(sum(case when r.tick = 'yes' then 1 else 0 end) as bigint),
                cast(sum(case when r.tick = 'didnt_see' then 0 else 1 end) as bigint)
         from rating r
         where r.school_id = ?1 and r.withdrawn_at is null and r.programme_id in (
             select p.id from programme p where p.school_id = ?1 and p.open_for is not null)
         group by r.programme_id, r.on_day, r.target_id
         order by r.programme_id, r.on_day, r.target_id",
        &params![school],
        counted,
    )
}

/// The same for one programme.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn day_counts_of(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<DayCount>, Broken> {
    tx.list(
        "select r.programme_id, r.target_id, r.on_day,
                cast(sum(case when r.tick = 'yes' then 1 else 0 end) as bigint),
                cast(sum(case when r.tick = 'didnt_see' then 0 else 1 end) as bigint)
         from rating r
         where r.school_id = ?1 and r.programme_id = ?2 and r.withdrawn_at is null
         group by r.programme_id, r.on_day, r.target_id
         order by r.programme_id, r.on_day, r.target_id",
        &params![school, programme],
        counted,
    )
}

fn counted(row: &Row) -> Result<DayCount, Broken> {
    Ok(DayCount {
        programme: row.id(0)?,
        target: row.id(1)?,
        on: row.read(2)?,
        yes: row.small(3)?,
        seen: row.small(4)?,
    })
}

/// Ticks of one day in the whole school: who has reported which lesson.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_day(
    tx: &mut Tx<'_>,
    school: SchoolId,
    on: Date,
) -> Result<Vec<(ProgrammeId, RatingRow)>, Broken> {
    tx.list(
        "select target_id, on_day, period, person_id, name, tick, at, programme_id from rating
         where school_id = ?1 and on_day = ?2 and withdrawn_at is null
         order by programme_id, period, target_id, person_id",
        &params![school, on],
        |row| Ok((row.id(7)?, read(row)?)),
    )
}

/// The days of a programme that have any tick, in order.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn days(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<Date>, Broken> {
    tx.list(
        "select distinct on_day from rating
         where school_id = ?1 and programme_id = ?2 and withdrawn_at is null order by on_day",
        &params![school, programme],
        |row| row.read(0),
    )
}
