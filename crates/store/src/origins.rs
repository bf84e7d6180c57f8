//! Where rows came from: which import last wrote each, and who brought it in.

use domain::id::{ContactId, Id, ImportId, PupilId, SchoolId, StaffId};
use jiff::Timestamp;

use crate::{Broken, Row, Tx, params};

/// Where one row came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginRow {
    /// The file, or "typed in".
    pub from: String,
    /// When.
    pub at: Timestamp,
    /// The import, and who brought it in.
    pub import: Option<(ImportId, String)>,
    /// When that import was undone; the row had been changed by then.
    pub undone_at: Option<Timestamp>,
}

/// The whose, then the columns of its origin.
fn read<K>(row: &Row) -> Result<(Id<K>, OriginRow), Broken> {
    let import = row.maybe_id(3)?;
    let by = row.maybe_text(4)?;
    Ok((
        row.id(0)?,
        OriginRow {
            from: row.text(1)?,
            at: row.read(2)?,
            import: import.zip(by),
            undone_at: row.maybe_read(5)?,
        },
    ))
}

/// Of one pupil.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_pupil(
    tx: &mut Tx<'_>,
    school: SchoolId,
    pupil: PupilId,
) -> Result<Option<OriginRow>, Broken> {
    let row = tx.maybe(
        "select p.id, p.came_from, p.came_at, p.import_id, r.made_by, r.undone_at
         from pupil p left join import_run r on r.school_id = p.school_id and r.id = p.import_id
         where p.school_id = ?1 and p.id = ?2",
        &params![school, pupil],
    )?;
    let read = row
        .map(|row| read::<domain::id::PupilKind>(&row))
        .transpose()?;
    Ok(read.map(|(_, origin)| origin))
}

/// Of the contacts of one pupil.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_contacts(
    tx: &mut Tx<'_>,
    school: SchoolId,
    pupil: PupilId,
) -> Result<Vec<(ContactId, OriginRow)>, Broken> {
    tx.list(
        "select c.id, c.came_from, c.came_at, c.import_id, r.made_by, r.undone_at
         from contact c left join import_run r on r.school_id = c.school_id and r.id = c.import_id
         where c.school_id = ?1 and c.pupil_id = ?2 order by c.id",
        &params![school, pupil],
        read,
    )
}

/// Of everyone on the staff list.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_staff(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<(StaffId, OriginRow)>, Broken> {
    tx.list(
        "select s.id, s.came_from, s.came_at, s.import_id, r.made_by, r.undone_at
         from staff s left join import_run r on r.school_id = s.school_id and r.id = s.import_id
         where s.school_id = ?1 order by s.id",
        &params![school],
        read,
    )
}
