//! A throw-away PostgreSQL, made by `initdb`. A guard process takes it down
//! and clears it away when this process ends, however it ends.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// Waits for its input to close, which the end of the test does, and clears up.
const GUARD: &str = r#"
folder=$1; shift
"$@" </dev/null >/dev/null 2>&1 & server=$!
read -r _
kill -QUIT "$server" 2>/dev/null; wait "$server"
rm -rf "$folder"
"#;

/// How carefully the server keeps what it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// As a school runs it.
    Full,
    /// Nothing is forced to disk: for tests that pull no plug.
    Quick,
}

/// A running server of our own.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    care: Care,
    count: AtomicU32,
    guards: Vec<Child>,
}

fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter();
    let installed = versions
        .flatten()
        .flatten()
        .map(|one| one.path().join("bin"));
    let usual = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"].map(PathBuf::from);
    installed
        .chain(usual)
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .unwrap_or_else(|| {
            panic!("PostgreSQL's initdb was not found: run ./test, which installs it")
        })
}

fn is_root() -> bool {
    let answer = Command::new("id").arg("-u").output();
    answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim() == "0")
}

/// PostgreSQL refuses to run as root, so then its own user runs it.
fn as_its_user(program: impl AsRef<std::ffi::OsStr>) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args([
        "--reuid=postgres",
        "--regid=postgres",
        "--clear-groups",
        "--",
    ]);
    command.arg(program);
    command
}

fn succeeds(command: &mut Command, what: &str) {
    let done = command.stdout(Stdio::null()).status();
    assert!(done.is_ok_and(|status| status.success()), "{what}");
}

impl Cluster {
    /// Makes one and starts it.
    ///
    /// # Panics
    /// When this machine cannot.
    pub fn start(care: Care) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("mainstay-pg-")
            .tempdir_in("/tmp")
            .expect("a temporary folder")
            .keep();
        if is_root() {
            let owned = Command::new("chown").arg("postgres").arg(&folder).status();
            assert!(
                owned.is_ok_and(|status| status.success()),
                "the folder goes to postgres"
            );
        }
        let programs = programs();
        let mut make = as_its_user(programs.join("initdb"));
        make.args(["--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C"]);
        make.args(["--username=test", "-D"])
            .arg(folder.join("data"));
        succeeds(&mut make, "initdb makes a cluster");
        let mut cluster = Self {
            folder,
            programs,
            care,
            count: AtomicU32::new(0),
            guards: Vec::new(),
        };
        cluster.serve();
        cluster
    }

    fn serve(&mut self) {
        let mut guard = as_its_user("sh");
        guard.args(["-c", GUARD, "guard"]).arg(&self.folder);
        guard
            .arg(self.programs.join("postgres"))
            .arg("-D")
            .arg(self.folder.join("data"));
        guard.arg("-k").arg(&self.folder);
        guard.args(["-c", "listen_addresses=", "-c", "max_connections=400"]);
        guard.args(["-c", "shared_buffers=64MB", "-c", "logging_collector=off"]);
        if self.care == Care::Quick {
            guard.args(["-c", "fsync=off", "-c", "full_page_writes=off"]);
        }
        guard
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        self.guards.push(guard.spawn().expect("the server starts"));
        self.wait_until_ready();
    }

    fn client(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.arg("-h").arg(&self.folder).args(["-U", "test"]);
        command
    }

    fn wait_until_ready(&self) {
        let deadline = Instant::now() + Duration::from_mins(1);
        loop {
            let ready = self.client("pg_isready").args(["-q", "-t", "1"]).status();
            if ready.is_ok_and(|status| status.success()) {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "the PostgreSQL cluster did not get ready"
            );
            std::thread::park_timeout(Duration::from_millis(20));
        }
    }

    /// Kills the server's every process without warning.
    ///
    /// # Panics
    /// When there is none to kill.
    pub fn crash(&self) {
        let noted = std::fs::read_to_string(self.folder.join("data/postmaster.pid"));
        let noted = noted.expect("a running server notes its process");
        let leader = noted.lines().next().expect("its number");
        let children = Command::new("pgrep").args(["-P", leader]).output();
        let children = children.map(|answer| answer.stdout).unwrap_or_default();
        let mut kill = Command::new("kill");
        kill.args(["-9", leader]);
        kill.args(String::from_utf8_lossy(&children).split_whitespace());
        // A child may have gone by itself.
        let _ = kill.stderr(Stdio::null()).status();
    }

    /// Starts it again after a crash: it mends itself from its log.
    pub fn revive(&mut self) {
        // The guard has not buried the dead server yet, so its marks look alive.
        for stale in ["data/postmaster.pid", ".s.PGSQL.5432.lock"] {
            let _ = std::fs::remove_file(self.folder.join(stale));
        }
        self.serve();
    }

    /// A new database, empty or like another one.
    ///
    /// # Panics
    /// When the server refuses.
    pub fn database(&self, like: Option<&str>) -> String {
        let name = format!("t{}", self.count.fetch_add(1, Ordering::SeqCst));
        let mut make = self.client("createdb");
        make.args(["--template", like.unwrap_or("template0"), &name]);
        succeeds(&mut make, "a database is made");
        name
    }

    /// What `Db::open` takes for a database of this server.
    pub fn address(&self, name: &str) -> String {
        format!("postgres://test@/{name}?host={}", percent(&self.folder))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for guard in &mut self.guards {
            drop(guard.stdin.take());
            let _ = guard.wait();
        }
    }
}

fn percent(path: &Path) -> String {
    path.display().to_string().replace('/', "%2F")
}
