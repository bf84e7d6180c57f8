//! The named town: Kestrel Bridge School and the people of the mock-ups, made
//! by the verbs and pages that any school uses.

use app::{App, Chance};
use axum::Router;
use domain::clock::{Clock, MovableClock};
use jiff::civil::{Date, date};
use store::Db;
use web::{Settings, Site};

use crate::{Browser, Engine, Served, TestDb, engines::aside};

/// Everybody's password in tests.
pub const PASSWORD: &str = "marmalade tractor otter";
/// The day the story stands at.
pub const TODAY: Date = date(2026, 11, 10);

/// A running school on a clock of its own.
#[derive(Debug)]
pub struct Town {
    /// The app behind the door.
    pub app: App,
    /// Moves the clock.
    pub clock: MovableClock,
    /// The pages.
    pub router: Router,
    db: TestDb,
}

impl Town {
    /// An installation with no school yet, on a given day.
    ///
    /// # Panics
    /// When the engine cannot be had.
    pub fn bare(engine: Engine, today: Date) -> Self {
        let db = engine.ready();
        let clock = MovableClock::on(today);
        let opened = aside(|| Db::open(&db.address)).expect("the database opens");
        let app = App::new(opened, Clock::from(clock.clone()), Chance::seeded(7));
        let router = web::router(Site::new(app.clone(), Settings::default()));
        Self {
            app,
            clock,
            router,
            db,
        }
    }

    /// A school with its first administrator, Amina Farrow, who also coordinates.
    ///
    /// # Panics
    /// When setting up does not work.
    pub fn with_school(engine: Engine, today: Date) -> (Self, Browser) {
        let town = Self::bare(engine, today);
        let token = aside(|| town.app.offer_setup())
            .expect("setup is offered")
            .expect("there is no school yet");
        let mut amina = town.browser();
        let page = amina.get(&format!("/setup/{}", token.secret()));
        let page = amina.press(
            &page,
            "Set up the school",
            &[
                ("school", "Kestrel Bridge School"),
                ("urn", "990001"),
                ("name", "Amina Farrow"),
                ("email", "amina.farrow@kestrelbridge.example"),
                ("also", "coordinator"),
                ("password", PASSWORD),
                ("password_again", PASSWORD),
            ],
        );
        assert_eq!(page.path, "/sign-in", "{}", page.text());
        amina.sign_in("amina.farrow@kestrelbridge.example", PASSWORD);
        (town, amina)
    }

    /// Invites someone as the administrator, and takes the invitation up.
    ///
    /// # Panics
    /// When that does not work.
    pub fn joins(&self, admin: &mut Browser, name: &str, email: &str, roles: &[&str]) -> Browser {
        let page = admin.get("/settings/people/invite");
        let mut fill = vec![("name", name), ("email", email)];
        fill.extend(roles.iter().map(|role| ("roles", *role)));
        let page = admin.press(&page, "Make the address", &fill);
        let address = page.all("code").concat();
        let path = address
            .split("school.test")
            .nth(1)
            .unwrap_or_else(|| panic!("{}", page.text()));
        let mut person = self.browser();
        let page = person.get(path);
        let page = person.press(
            &page,
            "Make my account",
            &[("password", PASSWORD), ("password_again", PASSWORD)],
        );
        assert_eq!(page.path, "/sign-in", "{}", page.text());
        person.sign_in(email, PASSWORD);
        person
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// The same pages, listening on this machine for a browser of its own.
    pub fn served(&self) -> Served {
        Served::start(self.router.clone())
    }

    /// The address of the database, for opening it a second time.
    pub fn address(&self) -> &str {
        &self.db.address
    }
}
