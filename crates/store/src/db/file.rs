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
