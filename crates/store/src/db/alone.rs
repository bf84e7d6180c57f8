//! One program at a time serves a SQLite file. Others may look at it, or bring
//! files in, while it does: SQLite itself keeps their changes apart.

use std::{
    fs::{File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

use super::file::{close_to_others, make_private_folder};
use crate::Broken;

/// What the name of the file beside the database ends in.
const BESIDE: &str = ".serving";

/// That this program alone serves a database, for as long as it is kept. When
/// the program ends, however it ends, the system lets go of it.
#[derive(Debug)]
#[must_use = "let go of it, and another program may serve the same file"]
pub struct Alone(Option<File>);

impl Alone {
    /// Takes the turn to serve an address. PostgreSQL needs none: its locks hold
    /// between programs.
    ///
    /// # Errors
    /// [`Broken::Served`] while another program serves the same file; otherwise
    /// [`Broken::File`].
    pub fn on(address: &str) -> Result<Self, Broken> {
        let Some(file) = address.strip_prefix("sqlite:").map(Path::new) else {
            return Ok(Self(None));
        };
        let beside = beside(file)?;
        // Never the database itself: closing it again would undo SQLite's own locks.
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&beside)
            .map_err(Broken::File)?;
        close_to_others(&beside)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self(Some(lock))),
            Err(TryLockError::WouldBlock) => Err(Broken::Served(file.to_path_buf())),
            Err(TryLockError::Error(error)) => Err(Broken::File(error)),
        }
    }

    /// Whether there is a file to be alone on.
    pub const fn is_on_a_file(&self) -> bool {
        self.0.is_some()
    }
}

/// The file beside the database, by whatever way one came to it.
fn beside(file: &Path) -> Result<PathBuf, Broken> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        make_private_folder(folder)?;
    }
    let real = if file.exists() {
        file.canonicalize().map_err(Broken::File)?
    } else {
        let folder = folder.unwrap_or_else(|| Path::new("."));
        let folder = folder.canonicalize().map_err(Broken::File)?;
        folder.join(file.file_name().unwrap_or_default())
    };
    let mut name = real.into_os_string();
    name.push(BESIDE);
    Ok(name.into())
}

#[cfg(test)]
mod tests {
    use super::Alone;
    use crate::{Broken, Db};

    #[test]
    fn one_serves_a_file_by_whatever_way_it_is_named_and_others_may_look() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("school.db");
        let address = format!("sqlite:{}", file.display());
        let first = Alone::on(&address).unwrap();
        assert!(first.is_on_a_file());
        let db = Db::open(&address).unwrap();
        let other_way = format!("sqlite:{}/./school.db", folder.path().display());
        for way in [&address, &other_way] {
            assert!(matches!(Alone::on(way), Err(Broken::Served(_))), "{way}");
        }
        assert!(Db::open_existing(&address).is_ok());
        drop((first, db));
        assert!(Alone::on(&other_way).is_ok(), "it is free again");
        let elsewhere = Alone::on("postgres://anywhere/school").unwrap();
        assert!(!elsewhere.is_on_a_file());
    }
}
