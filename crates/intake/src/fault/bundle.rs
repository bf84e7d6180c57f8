//! Why a zip, or the bundle of roster files in it, is refused whole.

/// What is wrong with a bundle of files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleFault {
    /// Not a zip, or a damaged one.
    #[error("read zip: damaged")]
    ZipCorrupt,
    /// Too many entries, or too much inside them.
    #[error("read zip: past a limit")]
    ZipLimit,
    /// An entry whose name leads outside the zip.
    #[error("read zip: entry with a path that leads out")]
    ZipPath,
    /// An entry behind a password.
    #[error("read zip: encrypted entry")]
    ZipEncrypted,
    /// Two entries with one name.
    #[error("read zip: two entries of one name")]
    ZipDup,
    /// No manifest.csv.
    #[error("read roster: no manifest")]
    NoManifest,
    /// A version other than 1.1 and 1.2.
    #[error("read roster: unknown version")]
    Version,
    /// A file that the manifest promises is not there.
    #[error("read roster: a promised file is missing")]
    FileMissing {
        /// Its name, without `.csv`.
        name: String,
    },
    /// One of its tables without the others.
    #[error("read roster: one table of it")]
    OneTable,
    /// No file that School Data Sync knows.
    #[error("read roster: no file of School Data Sync")]
    NoSyncFiles,
}

impl BundleFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::ZipCorrupt => "E_ZIP_CORRUPT",
            Self::ZipLimit => "E_ZIP_LIMIT",
            Self::ZipPath => "E_ZIP_PATH",
            Self::ZipEncrypted => "E_ZIP_ENCRYPTED",
            Self::ZipDup => "E_ZIP_DUP",
            Self::NoManifest => "E_OR_NO_MANIFEST",
            Self::Version => "E_OR_VERSION",
            Self::FileMissing { .. } => "E_OR_FILE_MISSING",
            Self::OneTable => "E_ROSTER_TABLE",
            Self::NoSyncFiles => "E_SDS_FILES",
        }
    }

    pub(super) fn what(&self) -> String {
        match self {
            Self::ZipCorrupt => "This is not a zip file, or it is damaged".into(),
            Self::ZipLimit => "There is more in this zip file than can be read at once".into(),
            Self::ZipPath => "A file in this zip has a name that could do harm".into(),
            Self::ZipEncrypted => "A file in this zip is locked with a password".into(),
            Self::ZipDup => "Two files in this zip have the same name".into(),
            Self::NoManifest => "There is no manifest.csv in this bundle".into(),
            Self::Version => "The manifest does not say OneRoster 1.1 or 1.2".into(),
            Self::FileMissing { name } => {
                format!("The manifest promises the file {name}.csv, and it is not there")
            }
            Self::OneTable => "This is one table of a roster, and the others are missing".into(),
            Self::NoSyncFiles => "None of the files is one of School Data Sync".into(),
        }
    }

    pub(super) const fn remedy(&self) -> &'static str {
        match self {
            Self::ZipCorrupt => "Download or export the zip again and choose the new file",
            Self::ZipLimit => "Export again without the files of lessons and results",
            Self::ZipPath | Self::ZipDup => {
                "Export the bundle again in your school's system, and do not add files by hand"
            }
            Self::ZipEncrypted => "Export again without a password on the zip",
            Self::NoManifest | Self::Version | Self::FileMissing { .. } => {
                "Export again as OneRoster 1.1 or 1.2 CSV and choose the whole zip"
            }
            Self::OneTable => {
                "Choose the zip file or the folder that it came in, with all its files"
            }
            Self::NoSyncFiles => {
                "Choose the folder that holds the files users.csv and orgs.csv, or Student.csv and School.csv"
            }
        }
    }
}
