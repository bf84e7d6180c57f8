//! Reading rights of the documents that are linked records rather than forms:
//! the plan, reviews, letters, logs. Read from `forms/records.toml`.

use serde::Deserialize;

use crate::rights::Rights;
use crate::role::Band;

/// Who may do what with one kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRights {
    /// The document's number in the domain notes, such as `D29`.
    pub document: String,
    /// What staff call it.
    pub title: String,
    /// How closely it is held.
    pub band: Band,
    /// Who creates, changes, reads and signs it.
    pub rights: Rights,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecords {
    record: Vec<RawRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecord {
    document: String,
    title: String,
    band: Band,
    rights: Rights,
}

/// Reads the records file.
///
/// # Errors
/// The TOML reader's own account, with line and column.
pub(crate) fn read(text: &str) -> Result<Vec<RecordRights>, toml::de::Error> {
    let raw: RawRecords = toml::from_str(text)?;
    Ok(raw
        .record
        .into_iter()
        .map(|record| RecordRights {
            document: record.document,
            title: record.title,
            band: record.band,
            rights: record.rights,
        })
        .collect())
}
