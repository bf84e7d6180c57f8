//! A full town to walk through: the demonstration school, and the programme
//! that is being gathered for, whose family and pupil have accounts.

use app::App;
use testkit::{Browser, Served, Visitor};
use web::{Settings, Site};

use crate::gathering::world::World;

/// A running school, and how its people come in.
pub struct FullTown {
    pub served: Served,
    router: axum::Router,
    doors: Vec<Door>,
    _folder: Option<tempfile::TempDir>,
    _world: Option<World>,
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
    /// The demonstration school on its day.
    pub fn demonstration() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("demo.db");
        let (app, people) = mainstay::demo::build(&file, testkit::town::TODAY).unwrap();
        let mut doors: Vec<Door> = people
            .into_iter()
            .map(|person| Door::Password {
                name: person.name,
                email: person.email,
                password: person.password,
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
