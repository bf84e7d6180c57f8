//! Chromium's driver: one program for all browsers open at a time, stopped with
//! the last of them. And how Chromium is started: alone, and talking to nobody.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use serde_json::{Value, json};

use super::wire;

/// A driver that listens at a port it chose.
#[derive(Debug)]
pub(super) struct Driver {
    program: Child,
    port: u16,
}

impl Driver {
    /// The running driver, or a new one.
    pub(super) fn shared() -> Arc<Self> {
        static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start());
            *running = Arc::downgrade(&driver);
            driver
        })
    }

    fn start() -> Self {
        let mut program = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("chromedriver starts (./test installs it): {e}"));
        let said = program.stdout.take().expect("what the driver says");
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| {
                let (_, port) = line.split_once("started successfully on port ")?;
                port.trim_end_matches('.').parse().ok()
            })
            .expect("chromedriver says its port");
        Self { program, port }
    }

    /// Opens a browser with this profile; answers its session.
    pub(super) fn open(&self, profile: &Path) -> String {
        let asked = json!({ "capabilities": { "alwaysMatch": capabilities(profile) } });
        let opened = wire::call(self.port, "POST", "/session", Some(&asked))
            .unwrap_or_else(|e| panic!("Chromium starts (./test installs it): {e}"));
        let session = opened["sessionId"].as_str().expect("a session");
        session.to_owned()
    }

    /// A command to one session.
    ///
    /// # Errors
    /// What the driver says is wrong.
    pub(super) fn tell(&self, session: &str, what: &str, with: &Value) -> Result<Value, String> {
        let path = format!("/session/{session}/{what}");
        wire::call(self.port, "POST", &path, Some(with))
    }

    /// Closes a session's browser.
    pub(super) fn close(&self, session: &str) {
        // A browser that is gone already is closed.
        let _ = wire::call(self.port, "DELETE", &format!("/session/{session}"), None);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// No network but this machine, no questions, no account, a profile of its own.
fn capabilities(profile: &Path) -> Value {
    let mut args: Vec<String> = [
        "--headless=new",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-dev-shm-usage",
        "--disable-domain-reliability",
        "--disable-extensions",
        "--disable-features=MediaRouter,OptimizationHints,Translate",
        "--disable-gpu",
        "--disable-sync",
        "--force-color-profile=srgb",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--lang=en-GB",
        "--metrics-recording-only",
        "--no-default-browser-check",
        "--no-first-run",
        // As root, and in most containers, there is no sandbox to be had; only our own pages are opened.
        "--no-sandbox",
    ]
    .map(str::to_owned)
    .to_vec();
    args.push(format!("--user-data-dir={}", profile.display()));
    json!({
        "goog:chromeOptions": {
            "args": args,
            "prefs": {
                "credentials_enable_service": false,
                "profile.password_manager_leak_detection": false,
            },
        },
        "unhandledPromptBehavior": "dismiss",
        "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
    })
}
