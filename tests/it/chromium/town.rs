//! A full town to walk through: the demonstration school, and the programme
//! that is being gathered for, whose family and pupil have accounts.

use std::sync::OnceLock;

use app::{App, Chance};
use domain::clock::Clock;
use store::Db;
use testkit::{Browser, Served, Visitor};
use web::{DemoPerson, Settings, Site};

use crate::gathering::world::World;

/// A running school, and how its people come in.
pub struct FullTown {
    pub served: Served,
    router: axum::Router,
    doors: Vec<Door>,
    _folder: Option<tempfile::TempDir>,
    _world: Option<World>,
}

/// The demonstration's story as it stands on its day.
struct Told {
    file: Vec<u8>,
    now: jiff::Timestamp,
    people: Vec<DemoPerson>,
}

impl Told {
    fn once() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("demo.db");
        let (app, people) = mainstay::demo::build(&file, testkit::town::TODAY).unwrap();
        app.db().settle().unwrap();
        Self {
            file: std::fs::read(&file).unwrap(),
            now: app.clock().now(),
            people,
        }
    }
}

/// How somebody comes in.
#[derive(Clone)]
pub enum Door {
    Stranger,
    Password {
        name: String,
        email: String,
        password: String,
    },
    Cookie {
        name: &'static str,
        cookie: String,
    },
}

impl Door {
    pub fn name(&self) -> &str {
        match self {
            Self::Stranger => "a stranger",
            Self::Password { name, .. } => name,
            Self::Cookie { name, .. } => name,
        }
    }

    /// This person comes to the visitor's browser.
    pub fn opens(&self, visitor: &Visitor) {
        visitor.becomes_somebody_else();
        match self {
            Self::Stranger => {}
            Self::Password {
                email, password, ..
            } => {
                visitor.go("/sign-in");
                visitor.fill("Email address", email);
                visitor.fill("Password", password);
                visitor.press("Sign in");
                assert_ne!(visitor.path(), "/sign-in", "{}", visitor.text());
            }
            Self::Cookie { cookie, .. } => visitor.carries(cookie),
        }
    }
}

impl FullTown {
    /// The demonstration school on its day; its story is told once, and each
    /// town is a copy.
    pub fn demonstration() -> Self {
        static TOLD: OnceLock<Told> = OnceLock::new();
        let told = TOLD.get_or_init(Told::once);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("demo.db");
        std::fs::write(&file, &told.file).unwrap();
        let clock = Clock::Fixed(told.now);
        let db = Db::open_throwaway(&file).unwrap();
        let app = App::new(db, clock, Chance::seeded(4));
        let mut doors: Vec<Door> = told
            .people
            .iter()
            .map(|person| Door::Password {
                name: person.name.clone(),
                email: person.email.clone(),
                password: person.password.clone(),
            })
            .collect();
        doors.push(Door::Stranger);
        Self::of(app, doors, Some(folder), None)
    }

    /// The programme that is being gathered for; `who` are its people.
    pub fn gathering(world: World, who: &[(&'static str, u128)]) -> Self {
        let doors = who.iter().map(|(name, who)| Door::Cookie {
            name,
            cookie: World::cookie(*who),
        });
        let (app, doors) = (world.app.clone(), doors.collect());
        Self::of(app, doors, None, Some(world))
    }

    fn of(
        app: App,
        doors: Vec<Door>,
        folder: Option<tempfile::TempDir>,
        world: Option<World>,
    ) -> Self {
        let router = web::router(Site::new(app, Settings::default()));
        Self {
            served: Served::start(router.clone()),
            router,
            doors,
            _folder: folder,
            _world: world,
        }
    }

    /// How this person comes in.
    pub fn door(&self, name: &str) -> Door {
        let found = self.doors.iter().find(|door| door.name() == name);
        found
            .unwrap_or_else(|| panic!("{name} lives in the town"))
            .clone()
    }

    /// Everybody's password in the demonstration.
    pub fn password(&self) -> String {
        let word = self.doors.iter().find_map(|door| match door {
            Door::Password { password, .. } => Some(password.clone()),
            _ => None,
        });
        word.unwrap_or_default()
    }

    /// This person without a window, for finding the way.
    pub fn browser(&self, door: &Door) -> Browser {
        let mut browser = Browser::new(self.router.clone());
        match door {
            Door::Stranger => {}
            Door::Password {
                email, password, ..
            } => {
                browser.sign_in(email, password);
            }
            Door::Cookie { cookie, .. } => browser.carries(cookie),
        }
        browser
    }
}
