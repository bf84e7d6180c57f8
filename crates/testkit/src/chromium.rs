//! A person at a real browser: headless Chromium, led through its driver.
//!
//! Tests are plain functions, so everything here waits until it is done. Pages
//! are used as people use them: by the words on buttons and beside fields.
//! Where Chromium or its driver is not there, the test fails; it is not skipped.

mod act;
mod driver;
mod keys;
mod look;
mod turn;
mod wire;

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicU32},
};

use serde_json::{Value, json};
use tempfile::TempDir;

use self::{driver::Driver, turn::Turn};
use crate::Served;

pub use self::keys::{Key, Tabbed};

/// Does the page's JavaScript run?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JavaScript {
    /// As in every browser.
    On,
    /// As where it is switched off, or did not arrive.
    Off,
}

/// One person's browser, with a profile of its own. At most two are open at
/// once; opening a third waits for its turn.
#[derive(Debug)]
pub struct Visitor {
    session: String,
    site: String,
    pictures: Option<PathBuf>,
    taken: AtomicU32,
    driver: Arc<Driver>,
    // These are given back once the browser is closed.
    _profile: TempDir,
    _turn: Turn,
}

impl Visitor {
    /// A new browser at a school, 1280 pixels wide, JavaScript on.
    ///
    /// # Panics
    /// When Chromium or its driver is not there, or does not start.
    pub fn at(school: &Served) -> Self {
        let turn = Turn::wait_for();
        let driver = Driver::shared();
        let profile = tempfile::Builder::new()
            .prefix("mainstay-chromium-")
            .tempdir()
            .expect("a temporary folder");
        let visitor = Self {
            session: driver.open(profile.path()),
            site: school.url(""),
            pictures: pictures(),
            taken: AtomicU32::new(0),
            driver,
            _profile: profile,
            _turn: turn,
        };
        visitor.width(1280);
        visitor
    }

    /// Switches the page's JavaScript on or off, from the next page on.
    pub fn javascript(&self, wanted: JavaScript) {
        let off = wanted == JavaScript::Off;
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": off }),
        );
    }

    /// Makes the window this many CSS pixels wide.
    pub fn width(&self, pixels: u32) {
        let height = if pixels < 600 { 844 } else { 900 };
        let size = json!({
            "width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
    }

    /// Forgets who is signed in, as a browser does that is somebody else's.
    pub fn becomes_somebody_else(&self) {
        self.devtools("Network.clearBrowserCookies", json!({}));
    }

    /// Comes with a cookie, `name=value`, as somebody who signed in before.
    pub fn carries(&self, cookie: &str) {
        let (name, value) = cookie.split_once('=').unwrap_or_default();
        let cookie = json!({
            "url": self.site, "name": name, "value": value,
            "path": "/", "secure": true, "httpOnly": true, "sameSite": "Lax",
        });
        self.devtools("Network.setCookie", cookie);
    }

    /// Runs a script in the page and gives what it returns. The page's own
    /// content security policy does not hold for it.
    ///
    /// # Panics
    /// When the script fails.
    #[track_caller]
    pub fn run(&self, script: &str, with: &[Value]) -> Value {
        self.tell("execute/sync", &json!({ "script": script, "args": with }))
    }

    /// As [`Visitor::run`], for a script that calls its last argument when done.
    ///
    /// # Panics
    /// When the script fails.
    #[track_caller]
    pub fn run_and_wait(&self, script: &str, with: &[Value]) -> Value {
        self.tell("execute/async", &json!({ "script": script, "args": with }))
    }

    /// A command of Chromium's own.
    #[track_caller]
    pub(crate) fn devtools(&self, command: &'static str, with: Value) -> Value {
        self.tell(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": with }),
        )
    }

    #[track_caller]
    fn tell(&self, what: &str, with: &Value) -> Value {
        self.driver
            .tell(&self.session, what, with)
            .unwrap_or_else(|e| panic!("{what}: {e}"))
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        self.driver.close(&self.session);
    }
}

/// Where pictures of each step go, when somebody asked for them.
fn pictures() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("MAINSTAY_SCREENSHOTS")?);
    std::fs::create_dir_all(&folder).expect("the folder for pictures");
    Some(folder)
}
