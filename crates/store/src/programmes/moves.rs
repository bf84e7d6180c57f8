//! How a programme moved, and what is to be done for it.

use domain::{
    id::{AccountId, ProgrammeId, SchoolId},
    programme::{Move, Task},
};
use jiff::civil::Date;

use crate::{Broken, Row, Tx, params};

/// One line of a programme's history.
#[derive(Debug, Clone)]
pub struct MoveRow {
    /// The move's number in the table of moves.
    pub number: u8,
    /// The stage it came from, as a code; nothing for the first.
    pub from: Option<String>,
    /// The stage it went to, as a code.
    pub to: String,
    /// When.
    pub on: Date,
    /// The reason's code.
    pub reason: Option<String>,
    /// What was said.
    pub words: Option<String>,
    /// Whose account made it; nothing when the date did.
    pub by: Option<AccountId>,
}

/// Adds a line to the history.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn note_move(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    line: &Move,
    by: &str,
) -> Result<(), Broken> {
    tx.run(
        "insert into programme_move (school_id, programme_id, n, number, from_stage, to_stage, on_day, reason,
             words, made_by)
         select ?1, ?2, coalesce(max(n), 0) + 1, cast(?3 as bigint), cast(?4 as text), cast(?5 as text),
             cast(?6 as text), cast(?7 as text), cast(?8 as text), cast(?9 as text)
         from programme_move where school_id = ?1 and programme_id = ?2",
        &params![
            school,
            programme,
            line.number,
            line.from.map(domain::programme::StageName::code),
            line.to.code(),
            line.on,
            line.reason,
            line.words.as_ref(),
            by
        ],
    )?;
    Ok(())
}

/// The history, oldest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn moves(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<MoveRow>, Broken> {
    tx.list(
        "select number, from_stage, to_stage, on_day, reason, words, made_by from programme_move
         where school_id = ?1 and programme_id = ?2 order by n",
        &params![school, programme],
        |row| {
            Ok(MoveRow {
                number: row.small(0)?,
                from: row.maybe_text(1)?,
                to: row.text(2)?,
                on: row.read(3)?,
                reason: row.maybe_text(4)?,
                words: row.maybe_text(5)?,
                by: row.text(6)?.parse().ok(),
            })
        },
    )
}

/// Something to be done for a programme.
#[derive(Debug, Clone)]
pub struct TaskRow {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its number within the programme.
    pub n: i64,
    /// What.
    pub task: Task,
    /// By when.
    pub due: Date,
    /// When it was done.
    pub done: Option<Date>,
}

fn task(row: &Row) -> Result<TaskRow, Broken> {
    Ok(TaskRow {
        programme: row.id(0)?,
        n: row.int(1)?,
        task: row.read(2)?,
        due: row.read(3)?,
        done: row.maybe_read(4)?,
    })
}

/// Adds something to be done, unless the same is already open.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_task(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    task: Task,
    due: Date,
    today: Date,
) -> Result<(), Broken> {
    let open = tx.maybe(
        "select n from programme_task
         where school_id = ?1 and programme_id = ?2 and task = ?3 and done_on is null and due_on = ?4",
        &params![school, programme, task.code(), due],
    )?;
    if open.is_some() {
        return Ok(());
    }
    tx.run(
        "insert into programme_task (school_id, programme_id, n, task, due_on, made_on)
         select ?1, ?2, coalesce(max(n), 0) + 1, cast(?3 as text), cast(?4 as text), cast(?5 as text)
         from programme_task where school_id = ?1 and programme_id = ?2",
        &params![school, programme, task.code(), due, today],
    )?;
    Ok(())
}

/// Adds something to be done once for its day, also when it was done since;
/// false when it was there before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_task_once(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    (task, due): (Task, Date),
    today: Date,
) -> Result<bool, Broken> {
    let known = tx.maybe(
        "select n from programme_task
         where school_id = ?1 and programme_id = ?2 and task = ?3 and due_on = ?4",
        &params![school, programme, task.code(), due],
    )?;
    if known.is_some() {
        return Ok(false);
    }
    add_task(tx, school, programme, task, due, today)?;
    Ok(true)
}

/// Marks every open task of a kind done.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn finish_task(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    task: Task,
    by: AccountId,
    today: Date,
) -> Result<u64, Broken> {
    tx.run(
        "update programme_task set done_on = ?4, done_by = ?5
         where school_id = ?1 and programme_id = ?2 and task = ?3 and done_on is null",
        &params![school, programme, task.code(), today, by],
    )
}

/// Marks the open task of a kind that is due first done.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn finish_first_task(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    task: Task,
    (by, today): (AccountId, Date),
) -> Result<u64, Broken> {
    tx.run(
        "update programme_task set done_on = ?4, done_by = ?5
         where school_id = ?1 and programme_id = ?2 and n in (
             select n from programme_task
             where school_id = ?1 and programme_id = ?2 and task = ?3 and done_on is null
             order by due_on, n limit 1)",
        &params![school, programme, task.code(), today, by],
    )
}

/// Takes every open task off the list because the programme moved where it no
/// longer makes sense. Nobody is written down as having done it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn drop_tasks(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    today: Date,
) -> Result<u64, Broken> {
    tx.run(
        "update programme_task set done_on = ?3
         where school_id = ?1 and programme_id = ?2 and done_on is null",
        &params![school, programme, today],
    )
}

/// Takes the open tasks of a kind off the list because a newer one takes their
/// place. Nobody is written down as having done it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn drop_task(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    task: Task,
    today: Date,
) -> Result<u64, Broken> {
    tx.run(
        "update programme_task set done_on = ?4
         where school_id = ?1 and programme_id = ?2 and task = ?3 and done_on is null",
        &params![school, programme, task.code(), today],
    )
}

/// The tasks of one programme, soonest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn tasks(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<TaskRow>, Broken> {
    tx.list(
        "select programme_id, n, task, due_on, done_on from programme_task
         where school_id = ?1 and programme_id = ?2 order by due_on, n",
        &params![school, programme],
        task,
    )
}

/// Every open task of the school due by a day, soonest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn open_tasks(tx: &mut Tx<'_>, school: SchoolId, by: Date) -> Result<Vec<TaskRow>, Broken> {
    tx.list(
        "select programme_id, n, task, due_on, done_on from programme_task
         where school_id = ?1 and done_on is null and due_on <= ?2 order by due_on, programme_id, n",
        &params![school, by],
        task,
    )
}
