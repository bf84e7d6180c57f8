//! What a person does on a page: opens, presses, fills in, chooses.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::Visitor;

/// What finds a button, a link or a field by its words, in the page.
const FIND: &str = include_str!("find.js");
/// Is the old page still here, or the new one not yet?
const IS_HERE: &str =
    "return window.mainstayWasHere === true || document.readyState !== 'complete'";
/// How long a page may take to come.
const PATIENCE: Duration = Duration::from_secs(30);
/// How the protocol names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Visitor {
    /// Opens a path of the school.
    ///
    /// # Panics
    /// When it does not load.
    #[track_caller]
    pub fn go(&self, path: &str) {
        let url = if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.site)
        };
        self.tell("url", &json!({ "url": url }));
    }

    /// The browser's Back button.
    pub fn back(&self) {
        self.tell("back", &json!({}));
    }

    /// Presses the button or link with these words, or whose words begin with
    /// them, and waits for the page it leads to.
    ///
    /// # Panics
    /// When nothing on the page has these words, something lies over it, or it
    /// leads nowhere.
    #[track_caller]
    pub fn press(&self, words: &str) {
        let element = self.find("press", words, "");
        self.follow(&element);
    }

    /// As [`Visitor::press`], for what stays on its page: a disclosure, or a tap
    /// that JavaScript saves.
    ///
    /// # Panics
    /// When nothing on the page has these words, or something lies over it.
    #[track_caller]
    pub fn tap(&self, words: &str) {
        let element = self.find("press", words, "");
        self.click(&element);
    }

    /// As [`Visitor::tap`], only inside the part of the page under a heading or
    /// a question.
    ///
    /// # Panics
    /// As [`Visitor::tap`].
    #[track_caller]
    pub fn tap_at(&self, place: &str, words: &str) {
        let element = self.find("press", words, place);
        self.click(&element);
    }

    /// Presses the first thing that a CSS selector finds, if it finds any.
    ///
    /// # Panics
    /// When something lies over it, or it leads nowhere.
    #[track_caller]
    pub fn press_first(&self, selector: &str) -> bool {
        let found = self.run(FIND, &[json!("first"), json!(selector), json!("")]);
        let Some(element) = found[ELEMENT].as_str() else {
            return false;
        };
        self.follow(element);
        true
    }

    /// As [`Visitor::press_first`], for what stays on its page and must be there.
    ///
    /// # Panics
    /// When the selector finds nothing, or something lies over it.
    #[track_caller]
    pub fn tap_first(&self, selector: &str) {
        let element = self.find("first", selector, "");
        self.click(&element);
    }

    /// As [`Visitor::press`], only inside the part of the page under a heading,
    /// or in the row or card that has these words.
    ///
    /// # Panics
    /// As [`Visitor::press`].
    #[track_caller]
    pub fn press_at(&self, place: &str, words: &str) {
        let element = self.find("press", words, place);
        self.follow(&element);
    }

    /// Types into the field with this label, over what was there.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    pub fn fill(&self, label: &str, words: &str) {
        self.fill_at("", label, words);
    }

    /// As [`Visitor::fill`], in the group of fields with this legend.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    pub fn fill_at(&self, place: &str, label: &str, words: &str) {
        // What is there is marked, and goes as the words come in, all at once; a
        // story of the keyboard types them letter by letter.
        self.find("text", label, place);
        self.devtools("Input.insertText", json!({ "text": words }));
    }

    /// Chooses the radio button or tick box with this label, by its label.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn choose(&self, label: &str) {
        self.choose_at("", label);
    }

    /// As [`Visitor::choose`], under this question.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn choose_at(&self, place: &str, label: &str) {
        let element = self.find("choice", label, place);
        self.click(&element);
    }

    /// Picks from a list.
    ///
    /// # Panics
    /// When the list or the choice is not there.
    #[track_caller]
    pub fn pick(&self, label: &str, option: &str) {
        let list = self.find("field", label, "");
        let element = self.find_in("option", option, json!({ ELEMENT: list }));
        self.click(&element);
    }

    /// Gives a file to the field with this label.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    pub fn attach(&self, label: &str, file: &Path) {
        let element = self.find("field", label, "");
        let file = file.canonicalize().expect("the file is there");
        let path = file.display().to_string();
        self.tell(
            &format!("element/{element}/value"),
            &json!({ "text": path }),
        );
    }

    /// Clicks, and waits until the page that was there is gone.
    #[track_caller]
    fn follow(&self, element: &str) {
        self.run("window.mainstayWasHere = true", &[]);
        self.click(element);
        let until = Instant::now() + PATIENCE;
        while self.run(IS_HERE, &[]) != json!(false) {
            assert!(Instant::now() < until, "it led nowhere: {}", self.text());
        }
    }

    #[track_caller]
    fn click(&self, element: &str) {
        self.tell(&format!("element/{element}/click"), &json!({}));
    }

    #[track_caller]
    fn find(&self, kind: &str, words: &str, place: &str) -> String {
        self.find_in(kind, words, json!(place))
    }

    #[track_caller]
    fn find_in(&self, kind: &str, words: &str, place: Value) -> String {
        let found = self.run(FIND, &[json!(kind), json!(words), place.clone()]);
        match found[ELEMENT].as_str() {
            Some(element) => element.to_owned(),
            None => panic!(
                "no {kind} '{words}' {place} on {}: {}\n{}",
                self.path(),
                self.text(),
                found
            ),
        }
    }
}
