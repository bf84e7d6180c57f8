//! What a person sees: the words, the address, and pictures when asked for.

use std::{
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use super::Visitor;

/// How long the page's own script may take to show something.
const SOON: Duration = Duration::from_secs(10);

/// The whole page; without this its right edge is lost behind the scroll bar.
const WHOLE: &str = "return {
  x: 0, y: 0, width: innerWidth, height: document.documentElement.scrollHeight, scale: 1
}";

fn words(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Visitor {
    /// The words of the page's own part, as one line.
    pub fn text(&self) -> String {
        words(self.run(
            "return (document.querySelector('main') ?? document.body).innerText.replace(/\\s+/g, ' ').trim()",
            &[],
        ))
    }

    /// The one main heading.
    pub fn heading(&self) -> String {
        words(self.run(
            "return [...document.querySelectorAll('h1')].map(h => h.innerText.replace(/\\s+/g, ' ').trim()).join(' | ')",
            &[],
        ))
    }

    /// What the window or tab is called.
    pub fn title(&self) -> String {
        words(self.run("return document.title", &[]))
    }

    /// The path the browser is at.
    pub fn path(&self) -> String {
        words(self.run("return location.pathname", &[]))
    }

    /// The status the page came with; 0 where the browser does not say.
    pub fn status(&self) -> u64 {
        self.run(
            "return performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0",
            &[],
        )
        .as_u64()
        .unwrap_or_default()
    }

    /// Does the page say this?
    pub fn shows(&self, said: &str) -> bool {
        self.text().contains(said)
    }

    /// The page says this, at once or as soon as its script has done its work.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn sees(&self, said: &str) {
        let until = Instant::now() + SOON;
        while !self.shows(said) {
            assert!(
                Instant::now() < until,
                "'{said}' is not on {}: {}",
                self.path(),
                self.text()
            );
        }
    }

    /// These words go from the page, at once or soon.
    ///
    /// # Panics
    /// When they stay.
    #[track_caller]
    pub fn sees_no_more(&self, said: &str) {
        let until = Instant::now() + SOON;
        while self.shows(said) {
            assert!(Instant::now() < until, "'{said}' stays on {}", self.path());
        }
    }

    /// The browser goes on from this path, at once or soon.
    ///
    /// # Panics
    /// When it stays.
    #[track_caller]
    pub fn leaves(&self, path: &str) {
        let until = Instant::now() + SOON;
        while self.path() == path {
            assert!(Instant::now() < until, "still at {path}: {}", self.text());
        }
    }

    /// The page is the one with this heading.
    ///
    /// # Panics
    /// When it is not.
    #[track_caller]
    pub fn is_at(&self, heading: &str) {
        let found = self.heading();
        assert!(
            found.starts_with(heading),
            "'{heading}' is wanted and '{found}' is here, at {}: {}",
            self.path(),
            self.text()
        );
    }

    /// Keeps a picture of the whole page, when somebody asked for pictures.
    ///
    /// # Panics
    /// When it cannot be kept.
    pub fn picture(&self, name: &str) {
        let Some(folder) = &self.pictures else { return };
        let taken = self.taken.fetch_add(1, Ordering::Relaxed) + 1;
        let size = self.run(WHOLE, &[]);
        let shot = self.devtools(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true, "clip": size }),
        );
        let bytes = BASE64_STANDARD
            .decode(shot["data"].as_str().unwrap_or_default())
            .expect("a picture");
        let file = folder.join(format!("{name}-{taken:02}.png"));
        std::fs::write(file, bytes).expect("the picture is kept");
    }
}
