//! Facts about every open programme of a school, one statement each.

use domain::{
    id::{ProgrammeId, SchoolId},
    plan::AgreedPlan,
};
use jiff::civil::Date;

use crate::{Broken, Tx, meetings, meetings::MeetingRow, params, plans};

/// The plan in force of every open programme of a school.
///
/// # Errors
/// [`Broken`] as [`plans::versions`].
pub fn plans_in_force(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<Vec<(ProgrammeId, AgreedPlan)>, Broken> {
    let known = &tx.kept.plans;
    tx.list(
        "select l.id, l.version, l.agreed_on, l.body, l.words, l.hash, l.programme_id from plan l
         join programme p on p.school_id = l.school_id and p.id = l.programme_id
         where l.school_id = ?1 and p.open_for is not null and p.plan_id = l.id
         order by l.programme_id",
        &params![school],
        |row| Ok((row.id(6)?, plans::read(known, row)?)),
    )
}

/// Every agreed version of the plan of every running programme of a school,
/// newest first.
///
/// # Errors
/// [`Broken`] as [`plans::versions`].
pub fn versions_running(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<Vec<(ProgrammeId, AgreedPlan)>, Broken> {
    let known = &tx.kept.plans;
    tx.list(
        "select l.id, l.version, l.agreed_on, l.body, l.words, l.hash, l.programme_id from plan l
         join programme p on p.school_id = l.school_id and p.id = l.programme_id
         where l.school_id = ?1 and p.stage = 'active'
         order by l.programme_id, l.version desc",
        &params![school],
        |row| Ok((row.id(6)?, plans::read(known, row)?)),
    )
}

/// Meetings of open programmes from a day on that were not called off, soonest
/// first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn meetings_coming(
    tx: &mut Tx<'_>,
    school: SchoolId,
    from: Date,
) -> Result<Vec<MeetingRow>, Broken> {
    tx.list(
        "select m.id, m.programme_id, m.kind, m.on_day, m.from_time, m.to_time, m.room, m.video, m.chair_id,
                m.note_taker_id, m.out_of_hours, m.home_told_on, m.cancelled_on, m.cancelled_why,
                m.recorded_on, m.minutes, m.revision, m.booked_on
         from meeting m join programme p on p.school_id = m.school_id and p.id = m.programme_id
         where m.school_id = ?1 and m.on_day >= ?2 and m.cancelled_on is null and m.recorded_on is null
             and p.open_for is not null
         order by m.on_day, m.from_time, m.id",
        &params![school, from],
        meetings::read,
    )
}

/// The last final meeting that was recorded, of every open programme that has one.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn finals_held(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<(ProgrammeId, Date)>, Broken> {
    tx.list(
        "select m.programme_id, max(m.on_day) from meeting m
         join programme p on p.school_id = m.school_id and p.id = m.programme_id
         where m.school_id = ?1 and m.kind = 'final' and m.recorded_on is not null
             and m.cancelled_on is null and p.open_for is not null
         group by m.programme_id order by m.programme_id",
        &params![school],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}
