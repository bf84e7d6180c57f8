//! Tasks that an answer raised for an adult. The question and the task's name
//! are kept, never what was said.

use domain::id::{AccountId, AskId, ProgrammeId, SchoolId};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Row, Tx, params};

domain::coded! {
    /// What an adult has to do with a raised task.
    pub enum Duty {
        /// Does it.
        Does => "does", "To do";
        /// Is told that it was raised.
        Told => "told", "For you to know";
    }
}

/// A task one answer raised, for one adult.
#[derive(Debug, Clone)]
pub struct RaisedRow {
    /// The ask whose answer raised it.
    pub ask: AskId,
    /// The question's id.
    pub question: String,
    /// The task's name in the form's file.
    pub task: String,
    /// The adult.
    pub account: AccountId,
    /// What they have to do with it.
    pub duty: Duty,
    /// The programme.
    pub programme: ProgrammeId,
    /// By when.
    pub due: Date,
    /// When it was raised.
    pub made: Timestamp,
    /// When it was done.
    pub done: Option<Date>,
}

fn read(row: &Row) -> Result<RaisedRow, Broken> {
    Ok(RaisedRow {
        ask: row.id(0)?,
        question: row.text(1)?,
        task: row.text(2)?,
        account: row.id(3)?,
        duty: row.read(4)?,
        programme: row.id(5)?,
        due: row.read(6)?,
        made: row.read(7)?,
        done: row.maybe_read(8)?,
    })
}

/// Raises a task for an adult; false when they have this one already.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn raise(tx: &mut Tx<'_>, school: SchoolId, task: &RaisedRow) -> Result<bool, Broken> {
    let added = tx.run(
        "insert into raised_task (school_id, ask_id, question, task, account_id, duty, programme_id, due_on,
             made_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         on conflict (school_id, ask_id, question, task, account_id) do nothing",
        &params![
            school,
            task.ask,
            &task.question,
            &task.task,
            task.account,
            task.duty.code(),
            task.programme,
            task.due,
            task.made
        ],
    )?;
    Ok(added == 1)
}

/// What one adult has open, soonest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn raised_for(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<RaisedRow>, Broken> {
    tx.list(
        "select ask_id, question, task, account_id, duty, programme_id, due_on, made_at, done_on
         from raised_task where school_id = ?1 and account_id = ?2 and done_on is null
         order by due_on, ask_id, question, task",
        &params![school, account],
        read,
    )
}

/// Every raised task of one programme, done ones too, soonest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn raised_in(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<RaisedRow>, Broken> {
    tx.list(
        "select ask_id, question, task, account_id, duty, programme_id, due_on, made_at, done_on
         from raised_task where school_id = ?1 and programme_id = ?2
         order by due_on, ask_id, question, task, account_id",
        &params![school, programme],
        read,
    )
}

/// Marks a raised task done, for everyone who has it; 0 when it was done or is
/// not this adult's.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn settle_raised(
    tx: &mut Tx<'_>,
    school: SchoolId,
    ask: AskId,
    task: &str,
    by: AccountId,
    today: Date,
) -> Result<u64, Broken> {
    tx.run(
        "update raised_task set done_on = ?5, done_by = ?4
         where school_id = ?1 and ask_id = ?2 and task = ?3 and done_on is null
             and exists (select 1 from raised_task mine where mine.school_id = ?1 and mine.ask_id = ?2
                 and mine.task = ?3 and mine.account_id = ?4)",
        &params![school, ask, task, by, today],
    )
}
