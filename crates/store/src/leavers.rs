//! Who has left, and what hangs on them.

use domain::{
    id::{AccountId, PersonId, ProgrammeId, SchoolId},
    programme::Task,
};
use jiff::civil::Date;

use crate::{Broken, Tx, params};

/// One tie between an open account of somebody at home and a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Whose account: the pupil's own, or a contact's.
    pub account: AccountId,
    /// The pupil's last day on roll, if it is known.
    pub left_on: Option<Date>,
    /// From when they are no longer a contact, if they are not.
    pub ended_on: Option<Date>,
}

impl Tie {
    /// Whether it is over on a day. The last day on roll still counts.
    pub fn is_over(&self, today: Date) -> bool {
        self.left_on.is_some_and(|last| last < today)
            || self.ended_on.is_some_and(|end| end <= today)
    }
}

/// Every tie of open accounts of pupils and of people at home.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn ties(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<Tie>, Broken> {
    tx.list(
        "select a.id, p.left_on, null as ended_on
         from account a join pupil p on p.school_id = a.school_id and p.account_id = a.id
         where a.school_id = ?1 and a.disabled_at is null and a.kind = 'pupil'
         union all
         select a.id, p.left_on, c.ended_on
         from account a join contact c on c.school_id = a.school_id and c.account_id = a.id
           join pupil p on p.school_id = c.school_id and p.id = c.pupil_id
         where a.school_id = ?1 and a.disabled_at is null and a.kind = 'family'",
        &params![school],
        |row| {
            Ok(Tie {
                account: row.id(0)?,
                left_on: row.maybe_read(1)?,
                ended_on: row.maybe_read(2)?,
            })
        },
    )
}

/// Open programmes of pupils whose last day has passed, and that day. One that
/// is still being decided on is for whoever decides, and not here.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn left_roll(
    tx: &mut Tx<'_>,
    school: SchoolId,
    today: Date,
) -> Result<Vec<(ProgrammeId, Date)>, Broken> {
    tx.list(
        "select g.id, p.left_on from programme g
           join pupil p on p.school_id = g.school_id and p.id = g.pupil_id
         where g.school_id = ?1 and p.left_on < ?2
           and g.stage in ('gathering', 'meeting_set', 'agreed', 'active', 'paused', 'final_due', 'aftercare')
         order by g.id",
        &params![school, today],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}

/// Staff whose last day has passed and who still take part in an open
/// programme, and that day.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn colleagues(
    tx: &mut Tx<'_>,
    school: SchoolId,
    today: Date,
) -> Result<Vec<(ProgrammeId, PersonId, Date)>, Broken> {
    tx.list(
        "select g.id, n.id, s.left_on from staff s
           join person n on n.school_id = s.school_id and n.account_id = s.id and n.left_on is null
           join programme g on g.school_id = n.school_id and g.id = n.programme_id
         where s.school_id = ?1 and s.left_on < ?2
           and g.stage in ('gathering', 'meeting_set', 'agreed', 'active', 'paused', 'final_due', 'aftercare')
         order by g.id, n.id",
        &params![school, today],
        |row| Ok((row.id(0)?, row.id(1)?, row.read(2)?)),
    )
}

/// Jobs on somebody's list because somebody has left.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn duties_open(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<(ProgrammeId, Task)>, Broken> {
    tx.list(
        "select programme_id, task from programme_task
         where school_id = ?1 and done_on is null and (task = ?2 or task = ?3)
         order by programme_id, task",
        &params![school, Task::LeftRoll.code(), Task::HandOver.code()],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}
