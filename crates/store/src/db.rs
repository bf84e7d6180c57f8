//! Opening a database and running work on it. Either engine, one face.
//!
//! SQLite: WAL, one writer that begins immediate, a few readers. A write is
//! synced to disk (`synchronous=FULL`) before it is acknowledged.
//! PostgreSQL: a small pool; `synchronous_commit=on`.

mod alone;
mod file;
mod pools;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use r2d2::Pool;

pub use alone::Alone;
pub(crate) use pools::PgConnection;

use crate::{
    Broken,
    calendars::Calendars,
    migrate, plans,
    tx::{Engine, Tx, begin_postgres},
    watch::{Notebook, Work},
};
use file::{Itself, close_to_others, make_private_folder, open_file};
use pools::{Postgres, Readers};

/// Readers (SQLite) or connections (PostgreSQL) kept open.
const CONNECTIONS: u32 = 8;
/// How long to wait for a connection or for SQLite's lock before saying busy.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open database, cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    inner: Arc<Inner>,
    pub(crate) asked: Arc<Notebook>,
    kept: Arc<Kept>,
}

/// What was read before and is kept in mind between transactions.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    pub calendars: Calendars,
    pub plans: plans::Known,
}

#[derive(Debug)]
enum Inner {
    Sqlite {
        writer: Mutex<rusqlite::Connection>,
        readers: Pool<Readers>,
        file: PathBuf,
        itself: Itself,
    },
    Postgres {
        pool: Pool<Postgres>,
    },
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://...`, and brings the tables up to date.
    ///
    /// # Errors
    /// [`Broken::Address`] for an address that is neither; otherwise what the engine says.
    pub fn open(address: &str) -> Result<Self, Broken> {
        let db = if let Some(path) = address.strip_prefix("sqlite:") {
            Self::open_sqlite(Path::new(path))?
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Self::open_postgres(address)?
        } else {
            return Err(Broken::Address);
        };
        migrate::bring_up_to_date(&db)?;
        Ok(db)
    }

    /// Opens a new file for records that are thrown away, such as the
    /// demonstration's: it does not wait for the disk. Never for anything real.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub fn open_throwaway(file: &Path) -> Result<Self, Broken> {
        let db = Self::open_sqlite(file)?;
        if let Inner::Sqlite { writer, .. } = &*db.inner {
            let writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            writer.execute_batch("pragma synchronous = off")?;
        }
        migrate::bring_up_to_date(&db)?;
        Ok(db)
    }

    /// Opens a database that must be there already, and changes nothing in it.
    ///
    /// # Errors
    /// [`Broken::File`] when there is none; otherwise as [`Db::open`].
    pub fn open_existing(address: &str) -> Result<Self, Broken> {
        let missing = address
            .strip_prefix("sqlite:")
            .map(Path::new)
            .filter(|file| !file.is_file());
        if let Some(file) = missing {
            let words = format!("there is no file '{}'", file.display());
            return Err(Broken::File(std::io::Error::new(
                std::io::ErrorKind::NotFound,
                words,
            )));
        }
        Self::open(address)
    }

    /// The same, waiting longer than a page may for another program that is
    /// writing to a SQLite file. PostgreSQL makes writers wait by itself.
    ///
    /// # Errors
    /// [`Broken`] when the engine refuses.
    pub fn patient(self, wait: Duration) -> Result<Self, Broken> {
        if let Inner::Sqlite { writer, .. } = &*self.inner {
            let writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            writer.busy_timeout(wait)?;
        }
        Ok(self)
    }

    fn open_sqlite(file: &Path) -> Result<Self, Broken> {
        if let Some(folder) = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            make_private_folder(folder)?;
        }
        let writer = open_file(file)?;
        close_to_others(file)?;
        let readers = Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(1))
            .connection_timeout(PATIENCE)
            .build(Readers {
                file: file.to_path_buf(),
            })?;
        Ok(Self::of(Inner::Sqlite {
            writer: Mutex::new(writer),
            readers,
            itself: Itself::of(file)?,
            file: file.to_path_buf(),
        }))
    }

    fn open_postgres(address: &str) -> Result<Self, Broken> {
        let config: postgres::Config = address.parse()?;
        let pool = Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(1))
            .connection_timeout(PATIENCE)
            .build(Postgres { config })?;
        Ok(Self::of(Inner::Postgres { pool }))
    }

    fn of(inner: Inner) -> Self {
        Self {
            inner: Arc::new(inner),
            asked: Arc::default(),
            kept: Arc::default(),
        }
    }

    /// Runs reading work in one consistent view.
    ///
    /// # Errors
    /// What the work says, or [`Broken`] turned into it.
    pub fn read<T, E: From<Broken>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let watching = self.asked.watching(Work::Reading);
        match &*self.inner {
            Inner::Sqlite { readers, .. } => {
                let connection = readers.get().map_err(Broken::from)?;
                connection
                    .execute_batch("begin deferred")
                    .map_err(Broken::from)?;
                let answer = work(&mut Tx {
                    engine: Engine::Sqlite(&connection),
                    work: Work::Reading,
                    watching,
                    kept: &self.kept,
                });
                connection.execute_batch("rollback").map_err(Broken::from)?;
                answer
            }
            Inner::Postgres { pool } => {
                let mut connection = pool.get().map_err(Broken::from)?;
                work(&mut begin_postgres(
                    &mut connection,
                    (Work::Reading, watching),
                    &self.kept,
                )?)
            }
        }
    }

    /// Runs changing work in one transaction. It is on disk when this answers
    /// `Ok`; on `Err` nothing has changed.
    ///
    /// # Errors
    /// What the work says, or [`Broken`] turned into it.
    pub fn write<T, E: From<Broken>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let watching = self.asked.watching(Work::Changing);
        match &*self.inner {
            Inner::Sqlite {
                writer,
                file,
                itself,
                ..
            } => {
                itself.is_still(file)?;
                let mut connection = writer.lock().unwrap_or_else(PoisonError::into_inner);
                let tx = connection
                    .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
                    .map_err(Broken::from)?;
                let answer = work(&mut Tx {
                    engine: Engine::Sqlite(&tx),
                    work: Work::Changing,
                    watching,
                    kept: &self.kept,
                })?;
                tx.commit().map_err(Broken::from)?;
                Ok(answer)
            }
            Inner::Postgres { pool } => {
                let mut connection = pool.get().map_err(Broken::from)?;
                let mut tx =
                    begin_postgres(&mut connection, (Work::Changing, watching), &self.kept)?;
                let answer = work(&mut tx)?;
                if let Engine::Postgres(tx, _) = tx.engine {
                    tx.commit().map_err(Broken::from)?;
                }
                Ok(answer)
            }
        }
    }

    /// Folds the write-ahead log into the file; called when the program stops.
    ///
    /// # Errors
    /// [`Broken`] when the engine refuses.
    pub fn settle(&self) -> Result<(), Broken> {
        if let Inner::Sqlite { writer, .. } = &*self.inner {
            let connection = writer.lock().unwrap_or_else(PoisonError::into_inner);
            connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// After a great deal was written at once, does what PostgreSQL would do by
    /// itself within minutes: counts its rows, and marks what every reader may
    /// see. SQLite needs nothing of the kind.
    ///
    /// # Errors
    /// [`Broken`] when the engine refuses.
    pub fn take_stock(&self) -> Result<(), Broken> {
        if let Inner::Postgres { pool } = &*self.inner {
            pool.get()?.client.batch_execute("vacuum (analyze)")?;
        }
        Ok(())
    }

    /// "SQLite" or "PostgreSQL", for people.
    pub fn engine(&self) -> &'static str {
        match &*self.inner {
            Inner::Sqlite { .. } => "SQLite",
            Inner::Postgres { .. } => "PostgreSQL",
        }
    }

    /// The SQLite file, if that is the engine.
    pub fn file(&self) -> Option<&Path> {
        match &*self.inner {
            Inner::Sqlite { file, .. } => Some(file),
            Inner::Postgres { .. } => None,
        }
    }
}
