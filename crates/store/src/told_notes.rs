//! What a coordinator adds to what everyone told.

use domain::id::{AccountId, ProgrammeId, SchoolId};
use jiff::Timestamp;

use crate::{Broken, Tx, params};

/// One note, where it stands and in its words.
#[derive(Clone, PartialEq, Eq)]
pub struct ToldNote {
    /// A theme's code, `point-1` to `point-5`, or `handling`.
    pub place: String,
    /// The words; empty once they were taken out.
    pub words: String,
}

// What is written about a child must not reach a log.
impl std::fmt::Debug for ToldNote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ToldNote({})", self.place)
    }
}

/// Every note of one programme, and the revision they stand at; 0 before any.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<(Vec<ToldNote>, u32), Broken> {
    let rows = tx.list(
        "select place, words, revision from told_note
         where school_id = ?1 and programme_id = ?2 order by place",
        &params![school, programme],
        |row| {
            let (place, words) = (row.text(0)?, row.text(1)?);
            Ok((ToldNote { place, words }, row.small::<u32>(2)?))
        },
    )?;
    let revision = rows.iter().map(|(_, revision)| *revision).max();
    let notes = rows.into_iter().map(|(note, _)| note).collect();
    Ok((notes, revision.unwrap_or_default()))
}

/// Writes them all; the revision is then one higher.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put(
    tx: &mut Tx<'_>,
    (school, programme): (SchoolId, ProgrammeId),
    notes: &[ToldNote],
    revision: u32,
    (by, at): (AccountId, Timestamp),
) -> Result<(), Broken> {
    for note in notes {
        tx.run(
            "insert into told_note (school_id, programme_id, place, words, revision, noted_at, noted_by)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (school_id, programme_id, place) do update
                 set words = excluded.words, revision = excluded.revision, noted_at = excluded.noted_at,
                     noted_by = excluded.noted_by",
            &params![school, programme, &note.place, &note.words, revision, at, by],
        )?;
    }
    Ok(())
}
