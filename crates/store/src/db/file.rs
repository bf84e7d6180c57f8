//! A SQLite file: private to its owner, opened the one safe way.

use std::path::Path;

use super::PATIENCE;
use crate::Broken;

/// Prepared statements kept by each SQLite connection.
const STATEMENTS: usize = 256;

pub(super) fn make_private_folder(folder: &Path) -> Result<(), Broken> {
    if folder.exists() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(Broken::File)
}

/// The file holds children's records: nobody else on the machine may read it.
pub(super) fn close_to_others(file: &Path) -> Result<(), Broken> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))
            .map_err(Broken::File)?;
    }
    Ok(())
}

pub(super) fn open_file(file: &Path) -> Result<rusqlite::Connection, Broken> {
    let connection = rusqlite::Connection::open(file)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch(
        "pragma journal_mode = wal;
         pragma synchronous = full;
         pragma foreign_keys = on;
         pragma secure_delete = on;
         pragma trusted_schema = off;
         pragma temp_store = memory;
         pragma cache_size = -16000;",
    )?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// Which file on the disk a path led to when it was opened. A file that was
/// moved, deleted or replaced under the running program would take every
/// later record with it, acknowledged and lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Itself(Option<(u64, u64)>);

impl Itself {
    pub(super) fn of(file: &Path) -> Result<Self, Broken> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let found = std::fs::metadata(file).map_err(Broken::File)?;
            Ok(Self(Some((found.dev(), found.ino()))))
        }
        #[cfg(not(unix))]
        {
            let _ = file;
            Ok(Self(None))
        }
    }

    /// The path still leads to the same file.
    pub(super) fn is_still(self, file: &Path) -> Result<(), Broken> {
        if Self::of(file)? == self {
            return Ok(());
        }
        let words = "it is another file than was opened; stop the program and start it again";
        Err(Broken::File(std::io::Error::other(words)))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Broken, Db, params};

    #[test]
    fn nothing_is_written_to_a_file_that_is_no_longer_where_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("school.db");
        let db = Db::open(&format!("sqlite:{}", file.display())).unwrap();
        let write =
            || db.write(|tx| tx.run("delete from sign_in_try where subject = ?1", &params!["x"]));
        assert!(write().is_ok());
        std::fs::rename(&file, folder.path().join("moved.db")).unwrap();
        assert!(matches!(write(), Err(Broken::File(_))));
        std::fs::write(&file, "").unwrap();
        assert!(matches!(write(), Err(Broken::File(_))));
        std::fs::rename(folder.path().join("moved.db"), &file).unwrap();
        assert!(write().is_ok(), "it is back");
    }
}
