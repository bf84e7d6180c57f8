//! The main journey: one whole programme, from an empty database and the
//! school's own files, as the people who live it; with JavaScript and without.

mod accounts;
mod agreeing;
mod ending;
pub mod gathering;
mod living;
mod reviewing;
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
/// Whose programme it is, a pupil of the school's file; and her mother.
const PUPIL: &str = "Leah Ahmed";
const MOTHER: &str = "Ms Niamh Ahmed";
/// The day the school is set up.
const FIRST_DAY: Date = date(2026, 9, 14);

/// Everyone with an account: name, what they are, and how they sign in.
const SAM: &str = "sam.whitlock@kestrelbridge.example";
const AMINA: &str = "amina.farrow@kestrelbridge.example";
const RUTH: &str = "ruth.calloway@kestrelbridge.example";
const HELEN: &str = "helen.marsh@kestrelbridge.example";
const JOEL: &str = "joel.petrie@kestrelbridge.example";
const ABARA: &str = "miss.abara@kestrelbridge.example";
const LEAH: &str = "leah.ahmed@pupils.kestrelbridge.example";
const NIAMH: &str = "niamh.ahmed@home.example";

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

    /// It is this day now, at nine in the morning, and the night's work is done.
    fn day(&self, day: Date) {
        self.town.clock.move_to_day(day);
        self.town.app.turn_the_day().unwrap();
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
        if self.script == JavaScript::Off {
            return;
        }
        let path = visitor.path();
        let Some(route) = route_of(&path) else { return };
        let html = visitor.run("return document.documentElement.outerHTML", &[]);
        if self.met.is_new(route, html.as_str().unwrap_or_default()) {
            let faults = inspect::faults(visitor);
            let at = |fault| format!("{path} ({}): {fault}", self.chapter);
            self.faults.extend(faults.into_iter().map(at));
        }
    }

    /// Whoever was handed the address on the page opens it, and makes an account.
    fn takes_up(&mut self) {
        let address = self
            .visitor
            .run("return document.querySelector('main code').innerText", &[]);
        self.visitor.becomes_somebody_else();
        self.visitor.go(address.as_str().unwrap());
        self.looks();
        self.visitor.fill("Choose a password", PASSWORD);
        self.visitor.fill("Type it again", PASSWORD);
        self.presses("Make my account");
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

/// The whole of it, in order.
const CHAPTERS: [fn(&mut Life); 21] = [
    setting_up::with_the_address_of_the_terminal,
    setting_up::files,
    setting_up::people,
    starting::six_steps,
    starting::deciding,
    accounts::handed_over,
    gathering::everyone_answers,
    agreeing::meeting,
    agreeing::writing,
    agreeing::signing,
    living::first_lesson,
    reviewing::booking,
    living::days,
    living::keeping_in_touch,
    reviewing::looking_back,
    reviewing::week_four,
    reviewing::week_eight,
    reviewing::more_help,
    ending::proposing,
    ending::answering,
    ending::looking_in,
];

/// Lived from the beginning to the end.
fn lived(script: JavaScript) -> Life {
    let mut life = Life::begin(script);
    for chapter in CHAPTERS {
        chapter(&mut life);
    }
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
