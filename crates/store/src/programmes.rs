//! Programmes: one row each, with the columns of whichever stage it is in.
//!
//! What a stage holds is domain; here it is only taken apart and put together.

mod columns;
mod list;
mod moves;
mod read;
mod seen;

use domain::{
    account::CaseRoles,
    id::{AccountId, ProgrammeId, SchoolId},
    programme::{Programme, ProgrammeRef},
    school::{ReferencePrefix, Template},
};

use crate::{Broken, Tx, params};

pub use list::{Line, caseload, of_school, related, running};
pub use moves::{
    MoveRow, TaskRow, add_task, add_task_once, drop_task, drop_tasks, finish_first_task,
    finish_task, moves, note_move, open_tasks, tasks,
};

pub use seen::{UnseenMove, saw, unseen};

use columns::Columns;

/// The next reference of a school: "KB26-015" after "KB26-014".
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn next_reference(
    tx: &mut Tx<'_>,
    school: SchoolId,
    prefix: ReferencePrefix,
    year: i16,
) -> Result<ProgrammeRef, Broken> {
    let row = tx.one(
        "insert into reference_count (school_id, year, number) values (?1, ?2, 1)
         on conflict (school_id, year) do update set number = reference_count.number + 1
         returning number",
        &params![school, year],
    )?;
    let number = row.small(0)?;
    ProgrammeRef::new(prefix, year, number)
        .map_err(|_| Broken::Inconsistent(format!("reference number {number} of {year}")))
}

/// Adds a programme.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when the pupil has an open one.
pub fn add(tx: &mut Tx<'_>, programme: &Programme) -> Result<(), Broken> {
    let c = Columns::of(programme);
    tx.run(
        "insert into programme (school_id, id, pupil_id, reference, template_version, author_id, begun_on,
             after_id, coordinator_id, key_worker_id, stage, since_on, reason, meeting_id, meeting_on,
             plan_id, plan_version, starts_on, reviews, ends, reviewed_week, extended_weeks, pauses,
             review_open, concern_on, expected_on, cause, proposed, proposed_by, proposed_on, until_on,
             open_for, revision)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
             ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)",
        &c.values(),
    )?;
    Ok(())
}

/// Saves a programme over the revision it was read at; false when someone
/// else saved first. The stored revision is then one higher.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when the pupil has another open one.
pub fn save(tx: &mut Tx<'_>, programme: &Programme) -> Result<bool, Broken> {
    let c = Columns::of(programme);
    let changed = tx.run(
        "update programme set pupil_id = ?3, reference = ?4, template_version = ?5, author_id = ?6,
             begun_on = ?7, after_id = ?8, coordinator_id = ?9, key_worker_id = ?10, stage = ?11,
             since_on = ?12, reason = ?13, meeting_id = ?14, meeting_on = ?15, plan_id = ?16,
             plan_version = ?17, starts_on = ?18, reviews = ?19, ends = ?20, reviewed_week = ?21,
             extended_weeks = ?22, pauses = ?23, review_open = ?24, concern_on = ?25, expected_on = ?26,
             cause = ?27, proposed = ?28, proposed_by = ?29, proposed_on = ?30, until_on = ?31,
             open_for = ?32, revision = revision + 1
         where school_id = ?1 and id = ?2 and revision = ?33",
        &c.values(),
    )?;
    Ok(changed == 1)
}

/// The programme with this reference in this school.
///
/// # Errors
/// [`Broken`] when the engine refuses or the row cannot be read.
pub fn by_reference(
    tx: &mut Tx<'_>,
    school: SchoolId,
    reference: &ProgrammeRef,
) -> Result<Option<Programme>, Broken> {
    let row = tx.maybe(
        "select p.school_id, p.id, p.pupil_id, p.reference, p.template_version, p.author_id, p.begun_on,
                p.after_id, p.coordinator_id, p.key_worker_id, p.revision, p.stage, p.since_on, p.reason,
                p.meeting_id, p.meeting_on, p.plan_id, p.plan_version, p.starts_on, p.reviews, p.ends,
                p.reviewed_week, p.extended_weeks, p.pauses, p.review_open, p.concern_on, p.expected_on,
                p.cause, p.proposed, p.proposed_by, p.proposed_on, p.until_on
         from programme p where p.school_id = ?1 and p.reference = ?2",
        &params![school, reference.to_string()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let template = template_of(tx, school, row.small(4)?)?;
    read::programme(&row, template).map(Some)
}

fn template_of(tx: &mut Tx<'_>, school: SchoolId, version: u32) -> Result<Template, Broken> {
    crate::templates::find(tx, school, version)?
        .ok_or_else(|| Broken::Inconsistent(format!("template version {version} is missing")))
}

/// What an account is in one programme. Only those who have not left count.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn roles_of(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    account: AccountId,
) -> Result<CaseRoles, Broken> {
    let roles = tx.list(
        "select role from person
         where school_id = ?1 and programme_id = ?2 and account_id = ?3 and left_on is null order by id",
        &params![school, programme, account],
        |row| row.read(0),
    )?;
    Ok(roles.into_iter().collect())
}

/// Notes that someone opened a programme today; false when they had already.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn note_opening(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    account: AccountId,
    today: jiff::civil::Date,
) -> Result<bool, Broken> {
    let added = tx.run(
        "insert into programme_opened (school_id, programme_id, account_id, on_day) values (?1, ?2, ?3, ?4)
         on conflict (school_id, programme_id, account_id, on_day) do nothing",
        &params![school, programme, account, today],
    )?;
    Ok(added == 1)
}

/// Whether someone has opened a programme today.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn opened(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    account: AccountId,
    today: jiff::civil::Date,
) -> Result<bool, Broken> {
    let row = tx.maybe(
        "select on_day from programme_opened
         where school_id = ?1 and programme_id = ?2 and account_id = ?3 and on_day = ?4",
        &params![school, programme, account, today],
    )?;
    Ok(row.is_some())
}

/// One programme by its id.
///
/// # Errors
/// [`Broken`] when the engine refuses or the row cannot be read.
pub fn by_id(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: ProgrammeId,
) -> Result<Option<Programme>, Broken> {
    let row = tx.maybe(
        "select reference from programme where school_id = ?1 and id = ?2",
        &params![school, id],
    )?;
    let Some(row) = row else { return Ok(None) };
    by_reference(tx, school, &row.read(0)?)
}

/// The open programme of a pupil, if there is one.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn open_of(
    tx: &mut Tx<'_>,
    school: SchoolId,
    pupil: domain::id::PupilId,
) -> Result<Option<ProgrammeRef>, Broken> {
    tx.maybe(
        "select reference from programme where school_id = ?1 and open_for = ?2",
        &params![school, pupil],
    )?
    .map(|row| row.read(0))
    .transpose()
}
