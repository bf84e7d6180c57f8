//! Feeds on their pages: set up, looked at, pressed, and what each person is told.

mod pages;
mod told;

use app::{
    App,
    feeds::{
        Holds, Offered, SourceKind,
        claim::ClaimJob,
        look::{Arrived, NoteLook, hash_of},
        settle::{AtWork, FileOf},
    },
};
use domain::{account::SchoolRole, feed::Trouble, id::FeedId};
use testkit::{Browser, Engine, Page};

use crate::rooms::world::{HERE, World, id};

/// The technician: system administrator and office.
pub const SAM: u128 = 33;
/// The technician of the school next door.
pub const THEIRS: u128 = 34;

pub const LIST: &str = "UPN,Adno,Surname,Forename,DOB,Year\n,004102,Marrow,Elsie,1/3/2014,7\n";

/// Kestrel Bridge with a technician, an office, and two folders to choose from.
pub fn world(engine: Engine) -> World {
    let world = World::new(engine).with_office();
    let folder = |school: &str, name: &str| Offered {
        school: school.into(),
        name: name.into(),
        kind: SourceKind::Folder,
        place: format!("/srv/{name}"),
    };
    world.app().offer_sources(vec![
        folder("990001", "nightly"),
        folder("990001", "weekly"),
        folder("990002", "theirs"),
    ]);
    let roles = [SchoolRole::Administrator, SchoolRole::Office];
    world.signs_in(HERE, (SAM, "Sam Whitlock"), &roles);
    world.signs_in(200, (THEIRS, "Otto Lane"), &roles[..1]);
    world
}

/// What the form is filled in with.
pub fn filled(stores: &str) -> [(&str, &str); 5] {
    [
        ("name", "Nightly files"),
        ("source", "nightly"),
        ("holds", "auto"),
        ("rhythm", "school_days"),
        ("stores", stores),
    ]
}

/// Sets one up on the page; answers the page it leads to.
pub fn set_up(sam: &mut Browser, stores: &str) -> Page {
    let page = sam.get("/settings/feeds/new");
    let page = sam.press(&page, "Save", &filled(stores));
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

/// The feed whose page it is.
pub fn feed_of(page: &Page) -> FeedId {
    page.path.rsplit('/').next().unwrap().parse().unwrap()
}

/// A file comes and is worked on, as the worker would.
pub fn comes(world: &World, feed: FeedId, name: &str, text: &str) {
    aside(world.app(), |app| {
        let system = app.clockwork(id(HERE));
        let kind = Holds::Auto.of_file(name, text.as_bytes());
        let note = NoteLook {
            feed,
            trouble: None,
            arrived: vec![Arrived {
                file_name: name.into(),
                file_at: app.clock().now(),
                hash: hash_of(text.as_bytes()),
                holds: kind,
            }],
        };
        assert_eq!(app.execute(&system, note).unwrap(), 1);
        let by = "worker".to_owned();
        let claimed = app.execute(&system, ClaimJob { by }).unwrap().unwrap();
        let at = AtWork {
            school: id(HERE),
            job: claimed.job,
            by: "worker",
        };
        let file = FileOf {
            kind,
            name: name.into(),
            bytes: text.into(),
        };
        app.bring_in(at, file).unwrap();
    });
}

/// The worker could not look.
pub fn blocked(world: &World, feed: FeedId, trouble: Trouble) {
    aside(world.app(), |app| {
        let note = NoteLook {
            feed,
            trouble: Some(trouble),
            arrived: Vec::new(),
        };
        app.execute(&app.clockwork(id(HERE)), note).unwrap();
    });
}

/// Away from the browser's own thread.
fn aside(app: &App, work: impl FnOnce(&App) + Send) {
    std::thread::scope(|scope| scope.spawn(|| work(app)).join().unwrap());
}
