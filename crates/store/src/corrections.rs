//! What people have put right against what the school's own system says. No
//! row is ever deleted or written over: one that is settled stays on record.

use domain::{
    correction::{About, Correction, CorrectionStage, Settled},
    id::{ContactId, CorrectionId, PupilId, SchoolId},
    pupil::PupilName,
};

use crate::{Broken, Row, Tx, params};

fn read(row: &Row) -> Result<Correction, Broken> {
    let about = match row.maybe_id(2)? {
        Some(contact) => About::Contact(contact, row.read(3)?),
        None => About::Pupil(row.read(3)?),
    };
    let stage = match row.maybe_read::<Settled>(12)? {
        None => CorrectionStage::Stands,
        Some(how) => CorrectionStage::Settled {
            how,
            by: row.maybe_id(13)?,
            at: row.read(14)?,
        },
    };
    Ok(Correction {
        id: row.id(0)?,
        school: row.id(15)?,
        pupil: row.id(1)?,
        about,
        ours: row.text(4)?,
        said: row.text(5)?,
        heard: row.text(6)?,
        says: row.text(7)?,
        why: row.line(8)?,
        by: row.id(9)?,
        at: row.read(10)?,
        says_import: row.maybe_id(11)?,
        stage,
    })
}

/// Adds one.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when one of the same value stands.
pub fn add(tx: &mut Tx<'_>, one: &Correction) -> Result<(), Broken> {
    let contact: Option<ContactId> = one.about.contact();
    tx.run(
        "insert into correction (school_id, id, pupil_id, contact_id, field, ours, said, heard, says, why,
             made_by, made_at, version)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)",
        &params![
            one.school, one.id, one.pupil, contact, one.about.code(), one.ours.as_str(),
            one.said.as_str(), one.heard.as_str(), one.says.as_str(), &one.why, one.by, one.at
        ],
    )?;
    Ok(())
}

/// Keeps what became of one that stood; false when it no longer did.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, one: &Correction) -> Result<bool, Broken> {
    let (how, by, at) = match one.stage {
        CorrectionStage::Stands => (None, None, None),
        CorrectionStage::Settled { how, by, at } => (Some(how.code()), by, Some(at)),
    };
    let changed = tx.run(
        "update correction set heard = ?3, says = ?4, says_import_id = ?5, settled_how = ?6, settled_by = ?7,
             settled_at = ?8, version = version + 1
         where school_id = ?1 and id = ?2 and settled_at is null",
        &params![one.school, one.id, one.heard.as_str(), one.says.as_str(), one.says_import, how, by, at],
    )?;
    Ok(changed == 1)
}

/// Those of one pupil and their contacts, newest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_pupil(
    tx: &mut Tx<'_>,
    school: SchoolId,
    pupil: PupilId,
) -> Result<Vec<Correction>, Broken> {
    tx.list(
        "select id, pupil_id, contact_id, field, ours, said, heard, says, why, made_by, made_at, says_import_id,
             settled_how, settled_by, settled_at, school_id
         from correction where school_id = ?1 and pupil_id = ?2 order by made_at desc, id desc",
        &params![school, pupil],
        read,
    )
}

/// Those of a school that stand, pupil by pupil: for an import.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn standing(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<Correction>, Broken> {
    tx.list(
        "select id, pupil_id, contact_id, field, ours, said, heard, says, why, made_by, made_at, says_import_id,
             settled_how, settled_by, settled_at, school_id
         from correction where school_id = ?1 and settled_at is null order by pupil_id, made_at, id",
        &params![school],
        read,
    )
}

/// One.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: CorrectionId,
) -> Result<Option<Correction>, Broken> {
    tx.maybe(
        "select id, pupil_id, contact_id, field, ours, said, heard, says, why, made_by, made_at, says_import_id,
             settled_how, settled_by, settled_at, school_id
         from correction where school_id = ?1 and id = ?2",
        &params![school, id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// The pupils of whom something stands that was put right, by name.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn pupils_named(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<Vec<(PupilId, PupilName)>, Broken> {
    tx.list(
        "select id, given, family, likes, preferred_family from pupil
         where school_id = ?1 and id in
           (select pupil_id from correction where school_id = ?1 and settled_at is null)
         order by family, given, id",
        &params![school],
        |row| {
            let name = PupilName {
                given: row.line(1)?,
                family: row.line(2)?,
                likes: row.maybe_text(3)?.map(|_| row.line(3)).transpose()?,
                preferred_family: row.maybe_text(4)?.map(|_| row.line(4)).transpose()?,
            };
            Ok((row.id(0)?, name))
        },
    )
}
