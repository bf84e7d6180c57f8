//! Zip files read from memory: nothing of an entry's name is trusted, and
//! nothing is believed about its size.
//!
//! Our own reader, because the usual library keeps only the last of two
//! entries with one name, which is how a file is smuggled past a check. The
//! inflating itself is the library's.

mod directory;
mod inflate;
mod write;

pub(crate) use write::written;

use crate::{
    fault::BundleFault,
    limits::Limits,
    zip::{
        directory::{Entry, entries},
        inflate::Inflater,
    },
};

/// A file of a zip, inflated.
pub(crate) struct Inflated {
    /// Its name as written, `/` between folders.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Every file of a zip, but for folders and what Macs add by themselves.
///
/// # Errors
/// `E_ZIP_CORRUPT`, `E_ZIP_LIMIT`, `E_ZIP_PATH`, `E_ZIP_ENCRYPTED` or
/// `E_ZIP_DUP`.
pub(crate) fn files(bytes: &[u8], limits: &Limits) -> Result<Vec<Inflated>, BundleFault> {
    let entries = entries(bytes, limits.zip_entries)?;
    if entries.iter().any(Entry::leads_out) {
        return Err(BundleFault::ZipPath);
    }
    if entries.iter().any(|entry| entry.encrypted) {
        return Err(BundleFault::ZipEncrypted);
    }
    let mut names: Vec<String> = entries.iter().map(|one| one.name.to_lowercase()).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair.first() == pair.last()) {
        return Err(BundleFault::ZipDup);
    }
    let mut inflater = Inflater::new(limits);
    let mut files = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.name.ends_with('/')) {
        // Entries that are passed over count towards the limits all the same.
        let bytes = inflater.inflate(bytes, entry)?;
        if !is_passed_over(&entry.name) {
            let name = entry.name.clone();
            files.push(Inflated { name, bytes });
        }
    }
    Ok(files)
}

/// What a Mac adds, and files whose names begin with a dot.
fn is_passed_over(name: &str) -> bool {
    let mut parts = name.split('/');
    name.split('/').next() == Some("__MACOSX") || parts.any(|part| part.starts_with('.'))
}
