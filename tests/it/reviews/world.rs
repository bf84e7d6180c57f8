//! Rowan's programme at whatever stage a story begins, with everyone signed in.

use std::sync::atomic::{AtomicU32, Ordering};

use app::{App, Chance, accounts::token::Token};
use domain::{
    clock::{Clock, MovableClock},
    dates::WeekNumber,
    id::MeetingId,
    meeting::{MeetingKind, MinutesDraft},
    programme::{FinalCause, ProgrammeRef, Run, Stage, Task},
};
use jiff::civil::{Date, date, time};
use store::{Db, meetings::MeetingRow};
use testkit::{Browser, Engine, Page, TestDb};

use super::rows;
pub use crate::rows::id;
use crate::rows::secret;

/// People by the number their ids are made of, as the plan knows them.
pub const JOEL: u128 = 1;
pub const NELL: u128 = 2;
pub const TOMASZ: u128 = 3;
pub const DANA: u128 = 4;
pub const AMINA: u128 = 5;
pub const ROWAN: u128 = 6;
pub const RUTH: u128 = 7;
pub const SAM: u128 = 8;
pub const ABARA: u128 = 9;
pub const VANCE: u128 = 10;
pub const ELSEWHERE: u128 = 11;
pub const HELEN: u128 = 12;

pub(super) const HERE: u128 = 100;
pub(super) const THERE: u128 = 200;
pub(super) const START: Date = date(2026, 9, 28);
/// The programme's pages.
pub const ROOT: &str = "/programmes/kb26-014";

pub struct World {
    pub app: App,
    pub clock: MovableClock,
    router: axum::Router,
    run: Run,
    sessions: AtomicU32,
    _db: TestDb,
}

pub(super) fn reference() -> ProgrammeRef {
    "KB26-014".parse().unwrap()
}

impl World {
    /// The plan runs, and it is the 22nd of October, in week 4.
    pub fn in_week_four(engine: Engine) -> Self {
        Self::at(engine, date(2026, 10, 22), |run| Stage::Active {
            run,
            review: None,
            concern: None,
        })
    }

    /// The first review is held, and the second is not due for a while.
    pub fn after_the_first_review(engine: Engine) -> Self {
        Self::at(engine, date(2026, 11, 9), |run| Stage::Active {
            run: Run {
                reviewed: WeekNumber::new(4),
                ..run
            },
            review: None,
            concern: None,
        })
    }

    /// What is open for the programme, with its day.
    pub fn open_tasks(&self) -> Vec<(Task, Date)> {
        let (school, programme) = (id(HERE), id(50));
        let read = |tx: &mut store::Tx<'_>| store::programmes::tasks(tx, school, programme);
        let tasks = self.app.db().read(read).unwrap();
        let open = tasks.into_iter().filter(|task| task.done.is_none());
        open.map(|task| (task.task, task.due)).collect()
    }

    /// Whether the window of a review is open.
    pub fn review_is_open(&self) -> bool {
        let found = self.app.db().read(|tx| {
            store::programmes::by_reference(tx, id::<domain::id::SchoolKind>(HERE), &reference())
        });
        let stage = found.unwrap().unwrap().stage.clone();
        matches!(
            stage,
            Stage::Active {
                review: Some(_),
                ..
            }
        )
    }

    /// The planned end is reached, and it is the day after.
    pub fn at_the_end(engine: Engine) -> Self {
        Self::at(engine, date(2027, 1, 11), |run| Stage::FinalDue {
            since: date(2027, 1, 11),
            cause: FinalCause::TimeUp,
            run,
            proposed: None,
        })
    }

    fn at(engine: Engine, today: Date, stage: impl FnOnce(Run) -> Stage) -> Self {
        let db = engine.ready();
        let clock = MovableClock::on(today);
        let opened = Db::open(&db.address).unwrap();
        let app = App::new(opened, Clock::from(clock.clone()), Chance::seeded(5));
        let router = web::router(web::Site::new(app.clone(), web::Settings::default()));
        let run = app.db().write(|tx| rows::build(tx, &app)).unwrap();
        let world = Self {
            run,
            app,
            clock,
            router,
            sessions: AtomicU32::new(1),
            _db: db,
        };
        let stage = stage(world.run.clone());
        let built = world
            .app
            .db()
            .write(|tx| rows::programme(tx, &world.app, stage));
        built.unwrap();
        world
    }

    /// Someone's browser, signed in for as long as the story lasts.
    pub fn browser(&self, who: u128) -> Browser {
        let now = self.app.clock().now();
        let school = id(if who == ELSEWHERE { THERE } else { HERE });
        let session = crate::rows::session(school, id(who), now);
        let nth = self.sessions.fetch_add(1, Ordering::Relaxed);
        let secret = secret(who + u128::from(nth) * 1000);
        let begun = self
            .app
            .db()
            .write(|tx| store::sessions::begin(tx, &Token::sent(&secret).hash(), &session));
        begun.unwrap();
        let mut browser = Browser::new(self.router.clone());
        browser.carries(&format!("{}={secret}", web::session::SESSION_COOKIE));
        browser
    }

    /// Every address of the program.
    pub fn site(&self) -> axum::Router {
        self.router.clone()
    }

    /// It is another day, and the night's work is done.
    pub fn on(&self, day: Date) {
        self.clock.move_to_day(day);
        self.app.turn_the_day().unwrap();
    }

    pub fn stage(&self) -> &'static str {
        let found = self.app.db().read(|tx| {
            store::programmes::by_reference(tx, id::<domain::id::SchoolKind>(HERE), &reference())
        });
        found.unwrap().unwrap().stage.name().code()
    }

    /// A meeting that was booked for a day.
    pub fn booked(&self, kind: MeetingKind, on: Date) -> MeetingId {
        let days = on
            .since(date(2026, 1, 1))
            .unwrap()
            .get_days()
            .unsigned_abs();
        let meeting: MeetingId = id(1000 + u128::from(days));
        let row = MeetingRow {
            id: meeting,
            programme: id(50),
            kind,
            on,
            from: time(15, 30, 0, 0),
            to: time(16, 15, 0, 0),
            room: Some("The Quiet Room".into()),
            video: None,
            chair: id(AMINA),
            note_taker: id(JOEL),
            out_of_hours: None,
            home_told: on,
            booked: on,
            cancelled: None,
            recorded: None,
            minutes: MinutesDraft::default(),
            revision: 1,
        };
        let added = self
            .app
            .db()
            .write(|tx| store::meetings::add(tx, id(HERE), &row));
        added.unwrap();
        meeting
    }
}

/// The words a page shows where something is to be sorted out.
pub fn problems(page: &Page) -> Vec<String> {
    page.all(".govuk-error-summary li")
}

pub fn week(number: u8) -> MeetingKind {
    MeetingKind::Review(WeekNumber::new(number).unwrap())
}
