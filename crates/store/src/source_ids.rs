//! What other systems call the people and groups of a school, so that the same
//! person is found again whatever else about them has changed.

use domain::{coded, id::SchoolId};
use uuid::Uuid;

use crate::{Broken, Tx, Value, params};

coded! {
    /// Whom or what another system's id names.
    pub enum Named {
        /// A pupil.
        Pupil => "pupil", "Pupil";
        /// A contact of one pupil: a parent of two is two of them, with one id.
        Contact => "contact", "Contact";
        /// A member of staff.
        Staff => "staff", "Member of staff";
        /// A teaching group.
        Group => "group", "Teaching group";
        /// Our own school.
        School => "school", "School";
    }
}

/// One id of another system.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SourceId {
    /// Whom or what it names.
    pub what: Named,
    /// The id there.
    pub key: String,
    /// The id here.
    pub subject: Uuid,
}

/// Every id that one source, such as `oneroster`, has for a school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_source(tx: &mut Tx<'_>, school: SchoolId, source: &str) -> Result<Vec<SourceId>, Broken> {
    tx.list(
        "select what, key, subject_id from source_id where school_id = ?1 and source = ?2
         order by what, key, subject_id",
        &params![school, source],
        |row| {
            Ok(SourceId {
                what: row.read(0)?,
                key: row.text(1)?,
                subject: row.read(2)?,
            })
        },
    )
}

/// Remembers ids; one that is known already is left.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn remember(
    tx: &mut Tx<'_>,
    school: SchoolId,
    source: &str,
    ids: &[SourceId],
) -> Result<(), Broken> {
    let rows: Vec<Vec<Value>> = ids
        .iter()
        .map(|one| {
            let subject = one.subject.simple().to_string();
            params![school, source, one.what.code(), &one.key, subject].to_vec()
        })
        .collect();
    tx.run_many(
        "insert into source_id (school_id, source, what, key, subject_id) values (?1, ?2, ?3, ?4, ?5)
         on conflict (school_id, source, what, key, subject_id) do nothing",
        &rows,
    )
}
