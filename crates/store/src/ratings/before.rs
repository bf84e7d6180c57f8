//! The days watched before a plan began, target by target.

use domain::id::{ProgrammeId, SchoolId, TargetId};
use jiff::civil::Date;

use crate::{Broken, Tx, params};

/// One day counted before the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeforeDay {
    /// The target.
    pub target: TargetId,
    /// The day.
    pub on: Date,
    /// Lessons in which it was met.
    pub met: u16,
    /// Lessons watched.
    pub of: u16,
}

/// Adds a day counted before the plan, in place of the same day.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_before(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    day: &BeforeDay,
) -> Result<(), Broken> {
    tx.run(
        "insert into before_day (school_id, programme_id, target_id, on_day, met, of_lessons)
         values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (school_id, programme_id, target_id, on_day)
         do update set met = excluded.met, of_lessons = excluded.of_lessons",
        &params![school, programme, day.target, day.on, day.met, day.of],
    )?;
    Ok(())
}

/// The days counted before the plan.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn before(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<BeforeDay>, Broken> {
    tx.list(
        "select target_id, on_day, met, of_lessons from before_day
         where school_id = ?1 and programme_id = ?2 order by on_day, target_id",
        &params![school, programme],
        |row| {
            Ok(BeforeDay {
                target: row.id(0)?,
                on: row.read(1)?,
                met: row.small(2)?,
                of: row.small(3)?,
            })
        },
    )
}
