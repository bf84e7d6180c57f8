//! The files of a bundle, by their names without `.csv`.

use std::collections::BTreeMap;

use crate::{
    fault::{BundleFault, FileFault},
    limits::Limits,
    reading::{FileRefused, Source},
    warning::Warning,
    zip,
};

/// The files of a bundle.
#[derive(Clone, Default)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
    warnings: Vec<Warning>,
}

impl std::fmt::Debug for Bundle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<bundle of {} files>", self.files.len())
    }
}

impl Bundle {
    /// Opens a zip.
    ///
    /// # Errors
    /// [`FileRefused`] for `E_ZIP_CORRUPT`, `E_ZIP_LIMIT`, `E_ZIP_PATH`,
    /// `E_ZIP_ENCRYPTED` or `E_ZIP_DUP`.
    pub fn of_zip(bytes: &[u8], limits: &Limits) -> Result<Self, FileRefused> {
        let files = zip::files(bytes, limits).map_err(refused)?;
        let files = files.into_iter().map(|file| (file.name, file.bytes));
        Ok(Self::of(files.collect()))
    }

    /// Takes the files of a folder. Names are paths inside it with `/`.
    ///
    /// # Errors
    /// [`FileRefused`] for `E_ZIP_LIMIT`, as for a zip.
    pub fn of_files(files: Vec<(String, Vec<u8>)>, limits: &Limits) -> Result<Self, FileRefused> {
        let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        if bytes > limits.zip_bytes || files.len() > limits.zip_entries {
            return Err(refused(BundleFault::ZipLimit));
        }
        Ok(Self::of(files))
    }

    fn of(files: Vec<(String, Vec<u8>)>) -> Self {
        let folder = top_folder(&files);
        let mut bundle = Self::default();
        if folder.is_some() {
            bundle.warnings.push(Warning::ZipFolder);
        }
        for (name, bytes) in files {
            let inner = match &folder {
                Some(folder) => name.strip_prefix(folder.as_str()).unwrap_or(&name),
                None => &name,
            };
            // Files deeper down belong to something else.
            if let Some(table) = inner
                .strip_suffix(".csv")
                .filter(|name| !name.contains('/'))
            {
                bundle.files.insert(table.to_owned(), bytes);
            }
        }
        bundle
    }

    /// The file of a table.
    pub fn file(&self, table: &str) -> Option<&[u8]> {
        self.files.get(table).map(Vec::as_slice)
    }

    /// The tables that have a file, in order of name.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// What there is to know about the bundle as a whole.
    pub(super) fn warnings(&self) -> Vec<Warning> {
        self.warnings.clone()
    }
}

/// The one folder that every file stands in, with its `/`.
fn top_folder(files: &[(String, Vec<u8>)]) -> Option<String> {
    let (first, _) = files.first()?;
    let folder = first
        .split_inclusive('/')
        .next()
        .filter(|one| one.ends_with('/'))?;
    let all = files.iter().all(|(name, _)| name.starts_with(folder));
    all.then(|| folder.to_owned())
}

pub(super) fn refused(fault: impl Into<FileFault>) -> FileRefused {
    FileRefused {
        fault: fault.into(),
        source: Source::default(),
    }
}
