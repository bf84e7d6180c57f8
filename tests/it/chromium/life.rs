//! The main journey: one whole programme, from an empty database and the
//! school's own files, as the people who live it; with JavaScript and without.

mod agreeing;
pub mod gathering;
mod living;
mod setting_up;
mod starting;

use std::{path::PathBuf, rc::Rc, sync::OnceLock};

use jiff::{
    SignedDuration,
    civil::{Date, date},
};
use testkit::{Engine, JavaScript, Served, Town, Visitor, town::PASSWORD};

use super::{
    crawl::{Met, route_of},
    inspect,
};

/// The programme's address.
const CASE: &str = "/programmes/kb26-001";
/// Whose programme it is: a pupil of the school's file.
const PUPIL: &str = "Leah Ahmed";
/// The day the school is set up.
const FIRST_DAY: Date = date(2026, 9, 14);

/// Everyone with an account: name, what they are, and how they sign in.
const SAM: &str = "sam.whitlock@kestrelbridge.example";
const AMINA: &str = "amina.farrow@kestrelbridge.example";
const RUTH: &str = "ruth.calloway@kestrelbridge.example";
const HELEN: &str = "helen.marsh@kestrelbridge.example";
const JOEL: &str = "joel.petrie@kestrelbridge.example";
const ABARA: &str = "miss.abara@kestrelbridge.example";

/// The journey so far.
pub struct Life {
    town: Town,
    visitor: Rc<Visitor>,
    script: JavaScript,
    chapter: &'static str,
    met: Met,
    faults: Vec<String>,
    _served: Served,
}

impl Life {
    fn begin(script: JavaScript) -> Self {
        let town = Town::bare(Engine::Sqlite, FIRST_DAY);
        let served = town.served();
        let visitor = Rc::new(Visitor::at(&served));
        visitor.javascript(script);
        Self {
            town,
            visitor,
            script,
            chapter: "begin",
            met: Met::default(),
            faults: Vec::new(),
            _served: served,
        }
    }

    /// It is this day now, at nine in the morning.
    fn day(&self, day: Date) {
        self.town.clock.move_to_day(day);
    }

    /// Somebody else sits down a minute later, and signs in.
    fn becomes(&mut self, email: &str) {
        let clock = &self.town.clock;
        clock.move_to(clock.now() + SignedDuration::from_mins(1));
        let visitor = &self.visitor;
        visitor.becomes_somebody_else();
        visitor.go("/sign-in");
        visitor.fill("Email address", email);
        visitor.fill("Password", PASSWORD);
        visitor.press("Sign in");
        assert_ne!(visitor.path(), "/sign-in", "{email}: {}", visitor.text());
    }

    /// Opens a page of the programme.
    fn opens(&mut self, page: &str) {
        self.visitor.go(&format!("{CASE}{page}"));
        self.looks();
    }

    /// Presses, and looks at where it led.
    fn presses(&mut self, words: &str) {
        self.visitor.press(words);
        self.looks();
    }

    /// Takes in the page: a picture when asked for, and axe on anything new.
    fn looks(&mut self) {
        let visitor = &self.visitor;
        let how = match self.script {
            JavaScript::On => "life",
            JavaScript::Off => "life-plain",
        };
        visitor.picture(&format!("{how}-{}", self.chapter));
        let path = visitor.path();
        let Some(route) = route_of(&path) else { return };
        let html = visitor.run("return document.documentElement.outerHTML", &[]);
        let is_new = self.met.is_new(route, html.as_str().unwrap_or_default());
        if self.script == JavaScript::On && is_new {
            let faults = inspect::faults(visitor);
            let at = |fault| format!("{path} ({}): {fault}", self.chapter);
            self.faults.extend(faults.into_iter().map(at));
        }
    }

    /// Answers a whole form.
    fn sits_through(&mut self) {
        let visitor = Rc::clone(&self.visitor);
        gathering::sits_through(&visitor, || self.looks());
    }

    /// Fills the three boxes of a day.
    fn fills_day(&self, question: &str, day: Date) {
        for (part, number) in [
            ("Day", i32::from(day.day())),
            ("Month", i32::from(day.month())),
            ("Year", i32::from(day.year())),
        ] {
            self.visitor.fill_at(question, part, &number.to_string());
        }
    }

    /// The page says that it worked.
    #[track_caller]
    fn hears(&self, words: &str) {
        self.visitor.sees(words);
    }
}

/// A file as the school's own systems give it.
fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures/data")
        .join(name)
}

/// The whole of it.
fn lived(script: JavaScript) -> Life {
    let mut life = Life::begin(script);
    setting_up::with_the_address_of_the_terminal(&mut life);
    setting_up::files(&mut life);
    setting_up::people(&mut life);
    starting::six_steps(&mut life);
    starting::deciding(&mut life);
    gathering::everyone_answers(&mut life);
    agreeing::meeting(&mut life);
    agreeing::writing(&mut life);
    agreeing::signing(&mut life);
    living::rating(&mut life);
    life
}

/// The journey with JavaScript, made once: what it met and what was wrong.
pub fn seen() -> &'static (Met, Vec<String>) {
    static SEEN: OnceLock<(Met, Vec<String>)> = OnceLock::new();
    SEEN.get_or_init(|| {
        let life = lived(JavaScript::On);
        (life.met, life.faults)
    })
}

#[test]
fn a_programme_is_lived_from_an_empty_database_in_a_browser() {
    let (_, faults) = seen();
    assert!(faults.is_empty(), "{}", faults.join("\n  "));
}

#[test]
fn a_programme_is_lived_from_an_empty_database_without_javascript() {
    lived(JavaScript::Off);
}
