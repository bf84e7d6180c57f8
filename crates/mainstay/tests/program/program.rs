//! The program as a process of its own.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    sync::mpsc::{RecvTimeoutError, channel},
    time::{Duration, Instant},
};

use crate::client::Client;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_mainstay");
pub const PASSWORD: &str = "marmalade tractor otter";
pub const AMINA: &str = "amina.farrow@kestrelbridge.example";
pub const URN: &str = "990001";

/// A running `mainstay serve`.
pub struct Program {
    process: Child,
    address: SocketAddr,
    setup: Option<String>,
}

/// The program with nothing of ours in its surroundings.
pub fn command() -> Command {
    bare(Path::new(PROGRAM))
}

/// A copy of the program with nothing of ours in its surroundings.
pub fn bare(program: &Path) -> Command {
    let mut command = Command::new(program);
    for name in ["DATABASE", "LISTEN", "CONFIG", "PROXIES", "LOG", "FOLDERS"] {
        command.env_remove(format!("MAINSTAY_{name}"));
    }
    command
}

/// Runs it to its end.
pub fn run(args: &[&str]) -> Output {
    command().args(args).output().expect("the program runs")
}

/// What it said, as text.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Program {
    /// Serves a database on any free port, and waits until it says where it is.
    pub fn start(database: &str) -> Self {
        let mut serve = command();
        serve.args(["serve", "--listen", "127.0.0.1:0", "--database", database]);
        Self::from(serve)
    }

    /// Runs what was prepared, and waits until it says where it is.
    pub fn from(mut command: Command) -> Self {
        let mut process = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let said = process.stderr.take().expect("its voice");
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let mut setup = None;
        let address = loop {
            let line = lines.next().expect("it says where it is before it ends");
            if let Some(at) = line.find("/setup/") {
                setup = Some(line[at..].trim().to_owned());
            }
            if let Some((_, address)) = line.split_once("Mainstay is at http://") {
                break address.trim_end_matches('/').parse().expect("an address");
            }
        };
        // Somebody goes on listening, or the program would wait to be heard.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            process,
            address,
            setup,
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where the school is made, if there is none yet.
    pub fn setup(&self) -> Option<String> {
        self.setup.clone()
    }

    /// Makes the school and signs its administrator in.
    pub fn moved_in(&self) -> Client {
        let mut amina = Client::to(self.address());
        let setup = self.setup().expect("an empty school is offered");
        let made = amina.fill_in(
            &setup,
            &[
                ("school", "Kestrel Bridge School"),
                ("urn", URN),
                ("name", "Amina Farrow"),
                ("email", AMINA),
                ("also", "coordinator"),
                ("password", PASSWORD),
                ("password_again", PASSWORD),
            ],
        );
        assert_eq!(made.expect("an answer").status, 303);
        let signed_in = amina.fill_in("/sign-in", &[("email", AMINA), ("password", PASSWORD)]);
        assert_eq!(signed_in.expect("an answer").status, 303);
        amina
    }

    /// Pulls the plug: it gets no chance to finish anything.
    pub fn cut(&mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it ends");
    }

    /// Asks it to stop, as a service manager does.
    pub fn ask_to_stop(&self) {
        let number = self.process.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &number]).status();
        assert!(asked.expect("it is asked").success());
    }

    /// Waits for its end.
    pub fn ended(&mut self) -> ExitStatus {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(status) = self.process.try_wait().expect("a process") {
                return status;
            }
            assert!(Instant::now() < deadline, "it does not stop");
            wait(Duration::from_millis(20));
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Also when a test fails half way.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Waits without a clock of its own.
pub fn wait(time: Duration) {
    let (_kept, never) = channel::<()>();
    assert_eq!(never.recv_timeout(time), Err(RecvTimeoutError::Timeout));
}

/// What `mainstay check` says.
pub fn is_sound(database: &str) -> bool {
    let answer = run(&["check", "--database", database]);
    assert!(answer.status.success(), "{}", text(&answer.stdout));
    answer.status.success()
}
