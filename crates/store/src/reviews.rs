//! Reviews: as typed while a meeting goes on, then settled and fixed.

use domain::{
    id::{AccountId, MeetingId, ProgrammeId, ReviewId, SchoolId},
    plan::{Plan, PlanVersion},
    review::{Review, ReviewDraft},
};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Row, Tx, params};

/// One review.
#[derive(Debug, Clone)]
pub struct ReviewRow {
    /// Its id.
    pub id: ReviewId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The version of the plan it looks at.
    pub version: PlanVersion,
    /// What was typed.
    pub typed: ReviewDraft,
    /// The day it was held, once it is settled.
    pub held: Option<Date>,
    /// Grows by one with each change.
    pub revision: i64,
}

/// The reviews of a programme, first written first.
///
/// # Errors
/// [`Broken`] when the engine refuses or the text cannot be read.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<ReviewRow>, Broken> {
    tx.list(
        "select id, meeting_id, plan_version, body, held_on, revision from review
         where school_id = ?1 and programme_id = ?2 order by id",
        &params![school, programme],
        read,
    )
}

fn read(row: &Row) -> Result<ReviewRow, Broken> {
    Ok(ReviewRow {
        id: row.id(0)?,
        meeting: row.id(1)?,
        version: PlanVersion::new(row.small(2)?).ok_or_else(|| odd(&"version 0"))?,
        typed: serde_json::from_str(&row.text(3)?).map_err(|e| odd(&e))?,
        held: row.maybe_read(4)?,
        revision: row.int(5)?,
    })
}

/// Keeps a review: a new one at revision 0, or over the revision it was read
/// at. False when someone else saved first, or it is settled already.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn keep(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    review: &ReviewRow,
    (by, at): (AccountId, Timestamp),
) -> Result<bool, Broken> {
    let body = serde_json::to_string(&review.typed).map_err(|e| odd(&e))?;
    let version = review.version.number();
    if review.revision == 0 {
        let added = tx.run(
            "insert into review (school_id, id, programme_id, meeting_id, plan_version, body, saved_by,
                 saved_at, held_on, revision)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as text), 1)
             on conflict (school_id, programme_id, meeting_id) do nothing",
            &params![
                school, review.id, programme, review.meeting, version, body, by, at, review.held
            ],
        )?;
        return Ok(added == 1);
    }
    let changed = tx.run(
        "update review set plan_version = ?4, body = ?5, saved_by = ?6, saved_at = ?7,
             held_on = cast(?8 as text), revision = revision + 1
         where school_id = ?1 and id = ?2 and revision = ?3 and held_on is null",
        &params![
            school,
            review.id,
            review.revision,
            version,
            body,
            by,
            at,
            review.held
        ],
    )?;
    Ok(changed == 1)
}

/// Writes what was settled about each promise and each target, a row each.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_results(
    tx: &mut Tx<'_>,
    school: SchoolId,
    review: &Review,
    plan: &Plan,
) -> Result<(), Broken> {
    for each in &review.promises {
        let promise = plan
            .commitments
            .iter()
            .find(|one| one.id == each.commitment);
        let Some(promise) = promise else {
            continue;
        };
        tx.run(
            "insert into review_promise (school_id, review_id, commitment_id, party, delivery)
             values (?1, ?2, ?3, ?4, ?5)",
            &params![
                school,
                review.id,
                each.commitment,
                promise.party.code(),
                each.delivery.code()
            ],
        )?;
    }
    for each in &review.targets {
        tx.run(
            "insert into review_target (school_id, review_id, target_id, progress, decision)
             values (?1, ?2, ?3, ?4, ?5)",
            &params![
                school,
                review.id,
                each.target,
                each.progress.code(),
                each.decision.name().code()
            ],
        )?;
    }
    Ok(())
}

fn odd(what: &dyn std::fmt::Display) -> Broken {
    Broken::Inconsistent(format!("review: {what}"))
}
