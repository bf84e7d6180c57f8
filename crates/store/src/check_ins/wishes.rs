//! Small changes to the plan that were asked for at a check-in, until the
//! coordinator answers.

use domain::{
    id::{AccountId, NoteId, ProgrammeId, SchoolId},
    note::WishAnswer,
};
use jiff::civil::Date;

use crate::{Broken, Tx, params};

/// A small change that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// What.
    pub text: String,
    /// What the coordinator said.
    pub answer: Option<WishAnswer>,
    /// Why.
    pub why: Option<String>,
}

/// A change that waits for an answer. What it is stands in the check-in alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWish {
    /// The programme.
    pub programme: ProgrammeId,
    /// The check-in.
    pub note: NoteId,
    /// When it was asked for.
    pub on: Date,
    /// Who wrote it down.
    pub by: String,
}

/// Every change of a school that waits for an answer, oldest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn open_wishes(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<OpenWish>, Broken> {
    tx.list(
        "select c.programme_id, c.note_id, n.on_day, n.name
         from check_in c
         join note n on n.school_id = c.school_id and n.id = c.note_id
         where c.school_id = ?1 and c.wish_answer is null and c.small_change is not null
         order by n.on_day, c.note_id",
        &params![school],
        |row| {
            Ok(OpenWish {
                programme: row.id(0)?,
                note: row.id(1)?,
                on: row.read(2)?,
                by: row.text(3)?,
            })
        },
    )
}

/// The check-ins of a programme at which something was asked for.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn wishes_of(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<NoteId>, Broken> {
    tx.list(
        "select note_id from check_in
         where school_id = ?1 and programme_id = ?2 and small_change is not null",
        &params![school, programme],
        |row| row.id(0),
    )
}

/// Answers one; false when it was answered before or is not there.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn answer_wish(
    tx: &mut Tx<'_>,
    (school, programme): (SchoolId, ProgrammeId),
    note: NoteId,
    (answer, why): (WishAnswer, Option<&str>),
    (by, today): (AccountId, Date),
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update check_in set wish_answer = ?4, wish_why = ?5, wish_by = ?6, wish_on = ?7
         where school_id = ?1 and programme_id = ?2 and note_id = ?3 and wish_answer is null
             and small_change is not null",
        &params![school, programme, note, answer.code(), why, by, today],
    )?;
    Ok(changed == 1)
}
