//! What a school has said the headings of its files mean.

use domain::id::SchoolId;

use crate::{Broken, Tx, Value, params};

/// Each heading as it is compared, and the field it was named to be.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn named(
    tx: &mut Tx<'_>,
    school: SchoolId,
    kind: &str,
) -> Result<Vec<(String, String)>, Broken> {
    tx.list(
        "select heading, field from import_heading where school_id = ?1 and kind = ?2 order by heading",
        &params![school, kind],
        |row| Ok((row.text(0)?, row.text(1)?)),
    )
}

/// Keeps these in place of all that were named for the kind of file.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn name<'s>(
    tx: &mut Tx<'_>,
    school: SchoolId,
    kind: &str,
    pairs: impl IntoIterator<Item = (&'s str, &'s str)>,
) -> Result<(), Broken> {
    tx.run(
        "delete from import_heading where school_id = ?1 and kind = ?2",
        &params![school, kind],
    )?;
    let rows: Vec<Vec<Value>> = pairs
        .into_iter()
        .map(|(heading, field)| params![school, kind, heading, field].to_vec())
        .collect();
    tx.run_many(
        "insert into import_heading (school_id, kind, heading, field) values (?1, ?2, ?3, ?4)",
        &rows,
    )
}
