//! Both engines. PostgreSQL is one throw-away cluster of this process; where
//! that cannot be had the test fails, it is not skipped. The tables are made
//! once, and every test starts from a copy.

use std::{path::PathBuf, sync::OnceLock};

use store::Db;
use tempfile::TempDir;

use crate::cluster::{Care, Cluster};

/// Which engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file.
    Sqlite,
    /// A server.
    Postgres,
}

/// Tells one story on both engines, each from its beginning.
pub fn on_both(story: impl Fn(Engine)) {
    for engine in Engine::BOTH {
        story(engine);
    }
}

impl Engine {
    /// Both, the quick one first.
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];

    /// A new database with nothing in it, not even tables.
    ///
    /// # Panics
    /// When the engine cannot be started on this machine.
    pub fn fresh(self) -> TestDb {
        match self {
            Self::Sqlite => TestDb::file(),
            Self::Postgres => {
                let cluster = cluster();
                TestDb::of(cluster.address(&cluster.database(None)))
            }
        }
    }

    /// A new database with its tables, and nothing in them.
    ///
    /// # Panics
    /// When the engine cannot be started on this machine.
    pub fn ready(self) -> TestDb {
        match self {
            Self::Sqlite => {
                let made = TestDb::file();
                let file = made.address.trim_start_matches("sqlite:");
                std::fs::write(file, sqlite_template()).expect("a copy of the empty file");
                made
            }
            Self::Postgres => {
                let (cluster, like) = (cluster(), postgres_template());
                TestDb::of(cluster.address(&cluster.database(Some(like))))
            }
        }
    }
}

/// A database that is gone when this is dropped (SQLite) or when the process
/// ends (PostgreSQL).
#[derive(Debug)]
pub struct TestDb {
    /// What `Db::open` takes.
    pub address: String,
    _folder: Option<TempDir>,
}

impl TestDb {
    fn of(address: String) -> Self {
        Self {
            address,
            _folder: None,
        }
    }

    /// Another database with the same in it. Nobody may have this one open.
    ///
    /// # Panics
    /// When the engine refuses, or somebody is still connected.
    #[must_use]
    pub fn copy(&self) -> Self {
        if let Some(file) = self.address.strip_prefix("sqlite:") {
            let made = Self::file();
            let to = made.address.trim_start_matches("sqlite:");
            std::fs::copy(file, to).expect("a copy of the file");
            return made;
        }
        let (_, rest) = self.address.split_once("@/").expect("an address of ours");
        let name = rest.split('?').next().expect("its name");
        let cluster = cluster();
        Self::of(cluster.address(&cluster.database(Some(name))))
    }

    /// In memory where the machine lets a folder be there: most tests pull no plug.
    fn file() -> Self {
        let memory = PathBuf::from("/dev/shm");
        let folder = tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir());
        let folder = folder.expect("a temporary folder");
        Self {
            address: format!("sqlite:{}", folder.path().join("test.db").display()),
            _folder: Some(folder),
        }
    }
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| Cluster::start(Care::Quick))
}

fn sqlite_template() -> &'static [u8] {
    static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let made = TestDb::file();
        let db = aside(|| Db::open(&made.address)).expect("the tables are made");
        db.settle().expect("everything is in the one file");
        std::fs::read(made.address.trim_start_matches("sqlite:")).expect("the file")
    })
}

fn postgres_template() -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let cluster = cluster();
        let name = cluster.database(None);
        // Nobody may be connected to what is copied, so this is over before it answers.
        aside(|| drop(Db::open(&cluster.address(&name)).expect("the tables are made")));
        name
    })
}

/// Work that waits for the database, outside the runtime of a test.
pub(crate) fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join().expect("the work ends"))
}
