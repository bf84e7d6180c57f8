//! The manifest of a `OneRoster` bundle: its version, and what each file is.

use std::collections::BTreeMap;

use super::bundle::Bundle;
use crate::{
    bytes::decode,
    fault::{BundleFault, FileFault},
    limits::Limits,
    reading::Source,
    table::{ExactColumns, ExactRow, walk},
    warning::Warning,
};

domain::coded! {
    /// What a file is of all there is.
    pub enum Mode {
        /// The whole truth: what is not in it is gone.
        Bulk => "bulk", "Everything";
        /// Changes only.
        Delta => "delta", "Changes";
    }
}

/// The version of the standard a bundle is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    OnePointOne,
    OnePointTwo,
}

/// A manifest.
pub(super) struct Manifest {
    pub version: Version,
    /// The files it promises.
    pub modes: BTreeMap<String, Mode>,
}

/// Reads the manifest of a bundle and holds it against the files.
///
/// # Errors
/// `E_OR_NO_MANIFEST`, `E_OR_VERSION`, `E_OR_FILE_MISSING`, or what refuses
/// the manifest itself as a table.
pub(super) fn manifest(
    bundle: &Bundle,
    limits: &Limits,
    warnings: &mut Vec<Warning>,
) -> Result<Manifest, FileFault> {
    let bytes = bundle.file("manifest").ok_or(BundleFault::NoManifest)?;
    let said = properties(bytes, limits)?;
    let version = match said.get("oneroster.version").map(String::as_str) {
        Some("1.1") => Version::OnePointOne,
        Some("1.2") => Version::OnePointTwo,
        _ => return Err(BundleFault::Version.into()),
    };
    let mut modes = BTreeMap::new();
    for (property, value) in &said {
        let Some(name) = property.strip_prefix("file.") else {
            continue;
        };
        if let Ok(mode) = value.to_lowercase().parse::<Mode>() {
            if bundle.file(name).is_none() {
                let name = name.to_owned();
                return Err(BundleFault::FileMissing { name }.into());
            }
            modes.insert(name.to_owned(), mode);
        }
    }
    let promised = |table: &&str| *table == "manifest" || modes.contains_key(*table);
    let ignored = bundle.tables().filter(|table| !promised(table));
    warnings.extend(ignored.map(|_| Warning::OrFileIgnored));
    Ok(Manifest { version, modes })
}

const NAME: &str = "propertyName";
const VALUE: &str = "value";

fn properties(bytes: &[u8], limits: &Limits) -> Result<BTreeMap<String, String>, FileFault> {
    let text = decode(bytes, limits)?;
    let mut said = BTreeMap::new();
    let matched = |source: &mut Source| {
        let columns = ExactColumns::matched(source, vec![NAME, VALUE])?;
        columns.complete(&[NAME, VALUE])?;
        Ok(columns)
    };
    let mut source = Source::default();
    walk(&text, limits, &mut source, matched, |columns, record, _| {
        let row = ExactRow::new(record, columns);
        said.insert(row.text(NAME), row.text(VALUE));
        Ok(())
    })?;
    Ok(said)
}
