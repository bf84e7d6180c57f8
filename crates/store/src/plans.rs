//! Plans: what is being typed for the next version, and agreed versions,
//! which never change.

mod known;

use domain::{
    id::{AccountId, PlanId, ProgrammeId, SchoolId},
    plan::{AgreedPlan, PlanDraft, PlanVersion, StoredPlan},
};
use jiff::{Timestamp, civil::Date};

pub(crate) use known::Known;

use crate::{Broken, Row, Tx, params};

/// The next version as it is being written.
#[derive(Debug, Clone)]
pub struct DraftRow {
    /// The id the version will have.
    pub plan: PlanId,
    /// Its number.
    pub version: PlanVersion,
    /// What was typed.
    pub typed: PlanDraft,
}

/// What is being written, if anything is.
///
/// # Errors
/// [`Broken`] when the engine refuses or the text cannot be read.
pub fn draft(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Option<DraftRow>, Broken> {
    let row = tx.maybe(
        "select plan_id, version, body from plan_draft where school_id = ?1 and programme_id = ?2",
        &params![school, programme],
    )?;
    let read = |row: Row| {
        Ok(DraftRow {
            plan: row.id(0)?,
            version: version(&row, 1)?,
            typed: serde_json::from_str(&row.text(2)?).map_err(|e| odd(&e))?,
        })
    };
    row.map(read).transpose()
}

/// Keeps what is being written. The caller has read it in the same
/// transaction, so nobody's words are written over.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn keep_draft(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    draft: &DraftRow,
    (by, at): (AccountId, Timestamp),
) -> Result<(), Broken> {
    let body = serde_json::to_string(&draft.typed).map_err(|e| odd(&e))?;
    tx.run(
        "insert into plan_draft (school_id, programme_id, plan_id, version, body, saved_by, saved_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (school_id, programme_id) do update set plan_id = excluded.plan_id,
             version = excluded.version, body = excluded.body, saved_by = excluded.saved_by,
             saved_at = excluded.saved_at",
        &params![school, programme, draft.plan, draft.version.number(), body, by, at],
    )?;
    Ok(())
}

/// Nothing is being written any more.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn drop_draft(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<u64, Broken> {
    tx.run(
        "delete from plan_draft where school_id = ?1 and programme_id = ?2",
        &params![school, programme],
    )
}

/// An agreed version to keep, and what stands around it.
#[derive(Debug)]
pub struct NewPlan<'a> {
    /// The version.
    pub plan: &'a AgreedPlan,
    /// How it is kept.
    pub stored: &'a StoredPlan,
    /// Who recorded that it was agreed.
    pub by: AccountId,
    /// When the family was told of a change; none for the first version.
    pub told: Option<Date>,
}

/// Keeps an agreed version.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when the programme has this version.
pub fn add(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    new: &NewPlan<'_>,
) -> Result<(), Broken> {
    let body = serde_json::to_string(new.stored).map_err(|e| odd(&e))?;
    let plan = new.plan.plan();
    tx.run(
        "insert into plan (school_id, id, programme_id, version, agreed_on, agreed_by, body, words, hash, told_on)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &params![
            school, plan.id, programme, plan.version.number(), new.plan.agreed_on(), new.by, body,
            new.plan.text(), new.plan.hash().to_string(), new.told
        ],
    )?;
    Ok(())
}

/// Every agreed version of a programme, newest first.
///
/// # Errors
/// [`Broken`]; also when a stored version's words no longer give its hash.
pub fn versions(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<AgreedPlan>, Broken> {
    let known = &tx.kept.plans;
    tx.list(
        "select id, version, agreed_on, body, words, hash from plan
         where school_id = ?1 and programme_id = ?2 order by version desc",
        &params![school, programme],
        |row| read(known, row),
    )
}

/// The newest agreed version.
///
/// # Errors
/// [`Broken`] as [`versions`].
pub fn newest(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Option<AgreedPlan>, Broken> {
    tx.maybe(
        "select id, version, agreed_on, body, words, hash from plan
         where school_id = ?1 and programme_id = ?2 order by version desc limit 1",
        &params![school, programme],
    )?
    .map(|row| read(&tx.kept.plans, &row))
    .transpose()
}

pub(crate) fn read(known: &Known, row: &Row) -> Result<AgreedPlan, Broken> {
    let plan = known.plan(row.id(0)?, version(row, 1)?, row.text(3)?)?;
    AgreedPlan::kept(plan, row.read(2)?, row.text(4)?, row.read(5)?).map_err(|e| odd(&e))
}

fn version(row: &Row, column: usize) -> Result<PlanVersion, Broken> {
    PlanVersion::new(row.small(column)?).ok_or_else(|| odd(&"version 0"))
}

fn odd(what: &dyn std::fmt::Display) -> Broken {
    Broken::Inconsistent(format!("plan: {what}"))
}
