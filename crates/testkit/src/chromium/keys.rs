//! The keyboard: keys pressed one by one, and what Tab comes to.

use serde_json::{Value, json};

use super::Visitor;

/// Readies the page for a walk with Tab and notes what gets the focus.
const WATCH: &str = include_str!("watch.js");

/// Keys that are not letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// To the next thing.
    Tab,
    /// Sends a form, follows a link.
    Enter,
    /// Ticks, and presses a button.
    Space,
    /// The next choice of a group.
    Down,
}

impl Key {
    const fn code(self) -> char {
        match self {
            Self::Tab => '\u{e004}',
            Self::Enter => '\u{e007}',
            Self::Space => ' ',
            Self::Down => '\u{e015}',
        }
    }
}

/// What a walk with Tab through a page found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabbed {
    /// How many things can have the focus.
    pub stops: usize,
    /// Each fault, in words.
    pub faults: Vec<String>,
}

impl Visitor {
    /// Presses one key, wherever the focus is.
    pub fn key(&self, key: Key) {
        self.typed(&key.code().to_string());
    }

    /// Types, wherever the focus is.
    pub fn typed(&self, words: &str) {
        let keys: Vec<Value> = words
            .chars()
            .flat_map(|key| {
                [
                    json!({ "type": "keyDown", "value": key }),
                    json!({ "type": "keyUp", "value": key }),
                ]
            })
            .collect();
        let hands = json!({ "type": "key", "id": "keyboard", "actions": keys });
        self.tell("actions", &json!({ "actions": [hands] }));
    }

    /// Presses Tab until the focus is on what has these words or this label.
    ///
    /// # Panics
    /// When Tab never comes there.
    #[track_caller]
    pub fn tab_to(&self, words: &str) {
        for _ in 0..80 {
            self.key(Key::Tab);
            if self.focused().starts_with(words) {
                return;
            }
        }
        panic!(
            "Tab never came to '{words}' on {}: {}",
            self.path(),
            self.text()
        );
    }

    /// The words of what has the focus.
    pub fn focused(&self) -> String {
        let said = self.run(
            "const e = document.activeElement; const l = e?.labels?.[0]; \
             return ((l ?? e)?.innerText ?? '').replace(/\\s+/g, ' ').trim()",
            &[],
        );
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Walks through the page with Tab: everything is reached, in the order of
    /// the page, its focus can be seen, and nothing lies over it.
    pub fn tabs_through(&self) -> Tabbed {
        let stops = self.run(WATCH, &[json!("ready")]);
        let stops = usize::try_from(stops.as_u64().unwrap_or_default()).unwrap_or_default();
        self.typed(&"\u{e004}".repeat(stops));
        let faults = self.run(WATCH, &[json!("faults")]);
        let faults = faults.as_array().cloned().unwrap_or_default();
        Tabbed {
            stops,
            faults: faults
                .iter()
                .filter_map(|fault| fault.as_str().map(str::to_owned))
                .collect(),
        }
    }
}
