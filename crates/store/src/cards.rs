//! Who has read the strategy card of one version of a plan.

use domain::id::{PersonId, PlanId, SchoolId};
use jiff::Timestamp;

use crate::{Broken, Tx, params};

/// Somebody has read it; false when they had before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn read(
    tx: &mut Tx<'_>,
    school: SchoolId,
    plan: PlanId,
    person: PersonId,
    at: Timestamp,
) -> Result<bool, Broken> {
    let added = tx.run(
        "insert into card_read (school_id, plan_id, person_id, read_at) values (?1, ?2, ?3, ?4)
         on conflict (school_id, plan_id, person_id) do nothing",
        &params![school, plan, person, at],
    )?;
    Ok(added == 1)
}

/// Everyone who has read it, and when.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_plan(
    tx: &mut Tx<'_>,
    school: SchoolId,
    plan: PlanId,
) -> Result<Vec<(PersonId, Timestamp)>, Broken> {
    tx.list(
        "select person_id, read_at from card_read
         where school_id = ?1 and plan_id = ?2 order by person_id",
        &params![school, plan],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}
