//! Both engines. PostgreSQL is a throw-away cluster of this process, made by
//! `initdb`; where that cannot be had the test fails, it is not skipped.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use tempfile::TempDir;

/// Which engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// Both, the quick one first.
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];

    /// A new, empty database.
    ///
    /// # Panics
    /// When the engine cannot be started on this machine.
    pub fn fresh(self) -> TestDb {
        match self {
            Self::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let address = format!("sqlite:{}", folder.path().join("test.db").display());
                TestDb {
                    address,
                    _folder: Some(folder),
                }
            }
            Self::Postgres => TestDb {
                address: cluster().new_database(),
                _folder: None,
            },
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

struct Cluster {
    sockets: PathBuf,
    programs: PathBuf,
    user: &'static str,
    count: AtomicU32,
    _folder: TempDir,
    _server: Server,
}

/// Ends with the process: the server is a child that is told to stop.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        // The server is told to stop when the thread that started it ends, so
        // that thread stays until the whole process is gone.
        let (made, ready) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let _ = made.send(start());
            loop {
                std::thread::park();
            }
        });
        ready.recv().expect("a PostgreSQL cluster")
    })
}

fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| {
            versions
                .flatten()
                .map(|version| version.path().join("bin"))
                .collect()
        })
        .unwrap_or_default();
    found.push("/usr/local/bin".into());
    found.push("/usr/bin".into());
    found.push("/opt/homebrew/bin".into());
    found
        .into_iter()
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .unwrap_or_else(|| {
            panic!("PostgreSQL's initdb was not found: run ./test, which installs it")
        })
}

/// PostgreSQL refuses to run as root, so then its own user runs it.
fn as_user(user: Option<&str>, program: &Path) -> Command {
    match user {
        None => Command::new(program),
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.args([
                "--reuid",
                user,
                "--regid",
                user,
                "--clear-groups",
                "--pdeathsig",
                "TERM",
                "--",
            ]);
            command.arg(program);
            command
        }
    }
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim() == "0")
}

fn start() -> Cluster {
    let programs = programs();
    let user = is_root().then_some("postgres");
    let folder = tempfile::Builder::new()
        .prefix("mspg")
        .tempdir_in("/tmp")
        .expect("a temporary folder");
    if let Some(user) = user {
        let owned = Command::new("chown").arg(user).arg(folder.path()).status();
        assert!(
            owned.is_ok_and(|status| status.success()),
            "the folder goes to {user}"
        );
    }
    let data = folder.path().join("data");
    let made = as_user(user, &programs.join("initdb"))
        .args([
            "--no-sync",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--username=test",
            "-D",
        ])
        .arg(&data)
        .stdout(Stdio::null())
        .status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "initdb makes a cluster"
    );
    let server = as_user(user, &programs.join("postgres"))
        .arg("-D")
        .arg(&data)
        .arg("-k")
        .arg(folder.path())
        .args([
            "-c",
            "listen_addresses=",
            "-c",
            "fsync=off",
            "-c",
            "max_connections=400",
        ])
        .args(["-c", "shared_buffers=64MB", "-c", "logging_collector=off"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts");
    let cluster = Cluster {
        sockets: folder.path().to_path_buf(),
        programs,
        user: "test",
        count: AtomicU32::new(0),
        _folder: folder,
        _server: Server(server),
    };
    cluster.wait_until_ready();
    cluster
}

impl Cluster {
    fn client(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command
            .arg("-h")
            .arg(&self.sockets)
            .arg("-U")
            .arg(self.user);
        command
    }

    fn wait_until_ready(&self) {
        let deadline = std::time::Instant::now() + Duration::from_mins(1);
        loop {
            let ready = self.client("pg_isready").args(["-q", "-t", "1"]).status();
            if ready.is_ok_and(|status| status.success()) {
                return;
            }
            assert!(
                std::time::Instant::now() < deadline,
                "the PostgreSQL cluster did not get ready"
            );
            std::thread::yield_now();
        }
    }

    fn new_database(&self) -> String {
        let name = format!("t{}", self.count.fetch_add(1, Ordering::SeqCst));
        let made = self.client("createdb").arg(&name).status();
        assert!(
            made.is_ok_and(|status| status.success()),
            "a database is made"
        );
        format!(
            "postgres://{}@/{name}?host={}",
            self.user,
            percent(&self.sockets)
        )
    }
}

fn percent(path: &Path) -> String {
    path.display().to_string().replace('/', "%2F")
}
