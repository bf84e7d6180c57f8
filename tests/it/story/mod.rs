//! One programme from the first worry to aftercare, told through the verbs on
//! a clock that moves: the town, its people, and what each of them does.

mod again;
mod cast;
mod closures;
pub mod days;
mod edges;
mod ends;
mod lives;
mod plan;
mod rewards;
mod said;
pub mod scenario;
mod seen;
mod starts;
mod term;
mod waits;

use std::cell::Cell;

use app::{Actor, App, Chance, Command, Query, Refusal, accounts::token::Token};
use domain::{
    clock::{Clock, MovableClock},
    dates::{DayKind, Term, TermDates},
    id::{PersonId, SchoolId},
    programme::{Programme, ProgrammeRef},
};
use jiff::civil::{Date, date};
use store::{Broken, Db, Tx, people::PersonRow, schools::DayRow};
use testkit::{Engine, TestDb};

pub use crate::rows::id;
use crate::rows::session;
pub use cast::*;
pub use lives::{At, CAME, week};

/// Kestrel Bridge School in the year of the story, and Otter Lane next door.
pub struct Story {
    pub app: App,
    pub clock: MovableClock,
    pub db: TestDb,
    /// The programme, once it is begun.
    pub reference: Option<ProgrammeRef>,
    visits: Cell<u128>,
}

/// The year of the worked example: 190 school days.
pub fn year() -> TermDates {
    let term = |first: Date, last: Date| Term::new(first, last).unwrap();
    TermDates {
        terms: vec![
            term(date(2026, 9, 2), date(2026, 10, 23)),
            term(date(2026, 11, 2), date(2026, 12, 18)),
            term(date(2027, 1, 5), date(2027, 2, 12)),
            term(date(2027, 2, 22), date(2027, 3, 25)),
            term(date(2027, 4, 12), date(2027, 5, 28)),
            term(date(2027, 6, 7), date(2027, 7, 21)),
        ],
        exceptions: vec![
            (date(2026, 9, 2), DayKind::Training),
            (date(2026, 11, 2), DayKind::Training),
            (date(2027, 1, 5), DayKind::Training),
            (date(2027, 5, 3), DayKind::BankHoliday),
        ],
        year: date(2026, 9, 1)..=date(2027, 8, 31),
    }
}

impl Story {
    /// Everybody is there; nothing has happened. It is Thursday 3 September 2026.
    pub fn on(engine: Engine) -> Self {
        let db = engine.ready();
        let clock = MovableClock::on(date(2026, 9, 3));
        let opened = Db::open(&db.address).unwrap();
        let app = App::new(opened, Clock::from(clock.clone()), Chance::seeded(11));
        let story = Self {
            app,
            clock,
            db,
            reference: None,
            visits: Cell::new(0),
        };
        story.write(|tx| build(tx, story.app.clock().now()));
        for day in year().days() {
            story.put_day(day.0, day.1.code());
        }
        story
    }

    /// The story goes on in a copy of its database.
    pub fn over(db: TestDb, day: Date, reference: &str) -> Self {
        let clock = MovableClock::on(day);
        let opened = Db::open(&db.address).unwrap();
        Self {
            app: App::new(opened, Clock::from(clock.clone()), Chance::seeded(12)),
            clock,
            db,
            reference: Some(reference.parse().unwrap()),
            visits: Cell::new(1_000_000),
        }
    }

    /// Nobody is connected any more; what was written stays.
    pub fn leave(self) -> TestDb {
        let Self { app, db, .. } = self;
        app.db().settle().unwrap();
        drop(app);
        db
    }

    /// A day of the calendar, straight from the office.
    pub fn put_day(&self, day: Date, kind: &str) {
        let row = DayRow {
            day,
            kind: kind.into(),
            note: None,
        };
        self.write(|tx| {
            store::schools::put_day(tx, id(HERE), &row)?;
            store::schools::put_day(tx, id(THERE), &row)
        });
    }

    /// A new day: the clock moves on, and does what the date makes due.
    pub fn day(&self, day: Date) -> &Self {
        self.clock.move_to_day(day);
        self.app.turn_the_day().unwrap();
        self
    }

    /// Somebody, signed in just now.
    pub fn actor(&self, who: u128) -> Actor {
        self.app
            .actor(Some(&Token::sent(&self.secret(who))), "test")
            .unwrap()
    }

    /// The cookie of somebody signed in just now.
    pub fn secret(&self, who: u128) -> String {
        self.visits.set(self.visits.get() + 1);
        let secret = format!("{:032x}{:032x}", who, self.visits.get());
        let now = self.app.clock().now();
        let session = session(school_of(who), id(who), now);
        let hash = Token::sent(&secret).hash();
        self.write(|tx| store::sessions::begin(tx, &hash, &session));
        secret
    }

    pub fn execute<C: Command>(&self, who: u128, command: C) -> Result<C::Output, Refusal> {
        self.app.execute(&self.actor(who), command)
    }

    pub fn fetch<Q: Query>(&self, who: u128, query: Q) -> Result<Q::Output, Refusal> {
        let found = self.app.fetch(&self.actor(who), query);
        found.map(|found| found.answer)
    }

    pub fn write(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<(), Broken>) {
        self.app.db().write(work).unwrap();
    }

    pub fn read<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, Broken>) -> T {
        self.app.db().read(work).unwrap()
    }

    pub fn reference(&self) -> ProgrammeRef {
        self.reference.clone().unwrap()
    }

    pub fn programme(&self) -> Programme {
        let reference = self.reference();
        self.read(|tx| {
            store::programmes::by_reference(tx, id::<domain::id::SchoolKind>(HERE), &reference)
        })
        .unwrap()
    }

    /// The code of the stage it is at.
    pub fn stage(&self) -> &'static str {
        self.programme().stage.name().code()
    }

    /// Everyone who takes part now.
    pub fn people(&self) -> Vec<PersonRow> {
        let (school, programme): (SchoolId, _) = (id(HERE), self.programme().id);
        let all = self.read(|tx| store::people::of_programme(tx, school, programme));
        all.into_iter().filter(|one| one.left.is_none()).collect()
    }

    /// Somebody's id in the programme.
    pub fn person(&self, who: u128) -> PersonId {
        let account = Some(id(who));
        let found = self.people().into_iter().find(|one| one.account == account);
        found
            .unwrap_or_else(|| panic!("{} has no part", name_of(who)))
            .id
    }

    pub fn written(&self, who: u128) -> String {
        self.person(who).to_string()
    }

    /// How many events there are that changed something: looking is noted too.
    pub fn changes(&self) -> usize {
        let all = self.events().into_iter();
        all.filter(|kind| !kind.ends_with("_opened")).count()
    }

    /// Whether somebody takes part.
    pub fn has(&self, who: u128) -> bool {
        self.people().iter().any(|one| one.account == Some(id(who)))
    }

    /// How many events another programme of the school has.
    pub fn others_events(&self, reference: &str) -> usize {
        let (school, reference): (SchoolId, ProgrammeRef) = (id(HERE), reference.parse().unwrap());
        self.read(|tx| {
            let other = store::programmes::by_reference(tx, school, &reference)?.unwrap();
            Ok(store::events::of_programme(tx, school, other.id, 10_000)?.len())
        })
    }

    /// Open tasks: what, and by when.
    pub fn tasks(&self) -> Vec<(String, String)> {
        let (school, programme): (SchoolId, _) = (id(HERE), self.programme().id);
        let all = self.read(|tx| store::programmes::tasks(tx, school, programme));
        let open = all.into_iter().filter(|one| one.done.is_none());
        open.map(|one| (one.task.code().to_owned(), one.due.to_string()))
            .collect()
    }

    /// The numbers of the moves made, newest last.
    pub fn moves(&self) -> Vec<String> {
        let (school, programme): (SchoolId, _) = (id(HERE), self.programme().id);
        let all = self.read(|tx| store::programmes::moves(tx, school, programme));
        all.iter().map(|one| one.number.to_string()).collect()
    }

    /// The kinds of the events of the programme, oldest first.
    pub fn events(&self) -> Vec<String> {
        let (school, programme): (SchoolId, _) = (id(HERE), self.programme().id);
        let all = self.read(|tx| store::events::of_programme(tx, school, programme, 10_000));
        let kinds = all.into_iter().filter_map(|one| one.event);
        let mut kinds: Vec<_> = kinds.map(|event| event.kind().to_owned()).collect();
        kinds.reverse();
        kinds
    }
}

/// What a rule said.
pub fn words<T>(answer: Result<T, Refusal>) -> Vec<String> {
    match answer {
        Err(Refusal::Rejected(reasons)) => reasons.into_iter().map(|one| one.words).collect(),
        Err(other) => panic!("a rule should have said no: {other:?}"),
        Ok(_) => panic!("a rule should have said no"),
    }
}
