//! The only SQL in the house. No rules, no words for people.
//!
//! One SQL text serves SQLite and PostgreSQL. The portable dialect:
//!
//! 1. columns are `text`, `bigint` or `bytea`, nothing else;
//! 2. instants are UTC text of fixed width, dates are `YYYY-MM-DD`, so text
//!    order is time order;
//! 3. no boolean columns: a state has a date or a row;
//! 4. every list has an `order by` that ends in a unique column;
//! 5. `cast(... as bigint)` around `sum`, `count`, `length` and literals;
//! 6. `case when exists (...)` rather than a bare `exists`;
//! 7. `cast(?n as text)` where a parameter may be null.
//!
//! Every row that belongs to a school carries `school_id` first in its key,
//! and every statement about such rows names it: there is no way to ask for
//! another school's row by mistake.

pub mod accounts;
pub mod aftercare;
pub mod answers;
pub mod asks;
mod calendars;
pub mod cards;
pub mod caseload;
pub mod check;
pub mod check_ins;
pub mod contacts;
pub mod corrections;
pub mod db;
pub mod events;
pub mod feeds;
pub mod groups;
pub mod imports;
pub mod jobs;
pub mod known_schools;
pub mod leavers;
pub mod look_backs;
pub mod meetings;
mod migrate;
pub mod notes;
pub mod origins;
pub mod outcomes;
pub mod paper_signatures;
pub mod people;
pub mod plans;
pub mod programmes;
pub mod pupils;
pub mod ratings;
pub mod referrals;
pub mod register;
pub mod reviews;
pub mod schools;
pub mod sessions;
pub mod signatures;
pub mod source_ids;
pub mod staff;
pub mod templates;
mod tls;
pub mod told_notes;
mod tx;
mod value;
pub mod watch;

pub use db::Db;
pub use tx::Tx;
pub use value::{Row, Value};

/// The store could not do what was asked. The caller cannot mend it; the log
/// says what happened and the person gets the "our fault" page.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// Not an address this program knows.
    #[error("read database address: begin with 'sqlite:' or 'postgres://'")]
    Address,
    /// The file system said no.
    #[error("open database file: {0}")]
    File(#[source] std::io::Error),
    /// Another program serves this file.
    #[error("serve the database: another program does already")]
    Served(std::path::PathBuf),
    /// SQLite said no.
    #[error("run on sqlite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL said no. Its message can quote values, so only the code is shown.
    #[error("run on postgresql: {}", postgres_words(.0))]
    Postgres(#[from] postgres::Error),
    /// No connection came free in time.
    #[error("wait for a connection: {0}")]
    Busy(#[from] r2d2::Error),
    /// TLS could not be set up.
    #[error("set up tls: {0}")]
    Tls(String),
    /// A stored value breaks a promise of the schema.
    #[error("read stored value: {0}")]
    Inconsistent(String),
    /// A migration is missing, changed or newer than this program.
    #[error("bring tables up to date: {0}")]
    Migration(String),
}

impl Broken {
    /// Whether others hold what was wanted, so that trying again soon can help.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Busy(_) => true,
            Self::Sqlite(error) => matches!(
                error.sqlite_error_code(),
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
            ),
            _ => false,
        }
    }

    /// Whether a unique index refused the row.
    pub fn is_duplicate(&self) -> bool {
        match self {
            Self::Sqlite(rusqlite::Error::SqliteFailure(e, _)) => {
                e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
                    || e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            }
            Self::Postgres(e) => e.code() == Some(&postgres::error::SqlState::UNIQUE_VIOLATION),
            _ => false,
        }
    }
}

fn postgres_words(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(db) => format!(
            "{} {}",
            db.code().code(),
            db.constraint().unwrap_or_default()
        ),
        None => error.to_string(),
    }
}
