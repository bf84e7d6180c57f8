//! The program as a school runs it: a process of its own, started and killed.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Stdio},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_mainstay");

/// A running `mainstay serve`.
pub struct Program {
    process: Child,
    address: SocketAddr,
    setup: Option<String>,
}

impl Program {
    /// Starts it and waits until it says where it is.
    pub fn start(database: &str) -> Self {
        let mut process = Command::new(PROGRAM)
            .args(["serve", "--listen", "127.0.0.1:0", "--database", database])
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

    /// Pulls the plug: it gets no chance to finish anything.
    pub fn cut(&mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it ends");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Also when a test fails half way.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What `mainstay check` says.
pub fn is_sound(database: &str) -> bool {
    let answer = Command::new(PROGRAM)
        .args(["check", "--database", database])
        .output()
        .expect("the check runs");
    let said = String::from_utf8_lossy(&answer.stdout);
    assert!(answer.status.success(), "{said}");
    answer.status.success()
}
