//! Documents that were begun because they were needed.

use domain::id::{ProgrammeId, SchoolId};

use super::{AskRow, read};
use crate::{Broken, Tx, params};

/// Every document that somebody began in one programme, oldest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn begun(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<AskRow>, Broken> {
    tx.list(
        "select id, programme_id, person_id, document, form, form_version, asked_on, asked_by, due_on,
                opened_at, sent_at, waived_on, waived_by, waived_why, came, follows
         from ask where school_id = ?1 and programme_id = ?2 and came = 'begun' order by id",
        &params![school, programme],
        read,
    )
}
