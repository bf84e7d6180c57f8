//! axe on every route in every state: as the people of a full town, at the
//! width of a laptop and of a phone, with a walk by Tab through each page.

use std::sync::OnceLock;

use testkit::{Engine, Town, Visitor, town::TODAY};

use super::{
    crawl::{Met, Stop, addresses, crawl, route_of},
    inspect,
    life::{self, gathering::sits_through},
    town::FullTown,
};
use crate::{
    feeds,
    gathering::world::{ABARA, DANA, ROWAN, World},
    rooms,
};

/// Who walks through the demonstration school; the one with the most first.
const STAFF: [&str; 4] = [
    "Amina Farrow",
    "Sam Whitlock",
    "Ruth Calloway",
    "Helen Marsh",
];
const OTHERS: [&str; 7] = [
    "Rowan Tidewell",
    "Dana Tidewell",
    "Carol Westray",
    "Milo Westray",
    "Miss Abara",
    "Joel Petrie",
    "a stranger",
];

/// Their own copies of the plan.
const OWN_PLANS: [(&str, &str); 2] = [
    ("Dana Tidewell", "/family/plan/kb26-014"),
    ("Rowan Tidewell", "/me/plan/kb26-014"),
];

/// Looks at each stop; gives each fault with where it was found.
fn look(visitor: &Visitor, who: &str, stops: &[Stop]) -> Vec<String> {
    let mut found = Vec::new();
    for stop in stops {
        visitor.go(&stop.path);
        visitor.picture(&picture_name(who, stop.route));
        let faults = inspect::faults_and_tabs(visitor);
        found.extend(
            faults
                .into_iter()
                .map(|fault| format!("{} as {who}: {fault}", stop.path)),
        );
    }
    found
}

fn picture_name(who: &str, route: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    format!("walk-{who}{route}").chars().map(plain).collect()
}

fn walked(town: &FullTown, who: &[&str], met: &mut Met) -> Vec<String> {
    let visitor = Visitor::at(&town.served);
    let mut found = Vec::new();
    for name in who {
        let door = town.door(name);
        let stops = crawl(&mut town.browser(&door), met);
        door.opens(&visitor);
        found.extend(look(&visitor, name, &stops));
    }
    found
}

/// What a walk met, and what was wrong.
type Walk = (Met, Vec<String>);

/// The walk of those who run programmes, and the very first page.
fn staff() -> &'static Walk {
    static WALK: OnceLock<Walk> = OnceLock::new();
    WALK.get_or_init(|| {
        let mut met = Met::default();
        let mut faults = walked(&FullTown::demonstration(), &STAFF, &mut met);
        faults.extend(beginning(&mut met));
        faults.extend(naming(&mut met));
        faults.extend(feeding(&mut met));
        (met, faults)
    })
}

/// The very first page, before there is a school.
fn beginning(met: &mut Met) -> Vec<String> {
    let town = Town::bare(Engine::Sqlite, TODAY);
    let token = town.app.offer_setup().unwrap().unwrap();
    let served = town.served();
    let visitor = Visitor::at(&served);
    visitor.go(&format!("/setup/{}", token.secret()));
    met.note("/setup/{token}");
    inspect::faults_and_tabs(&visitor)
}

/// A file whose headings mean nothing, before somebody has said what they are.
fn naming(met: &mut Met) -> Vec<String> {
    let world = rooms::World::new(Engine::Sqlite).with_office();
    let path = format!("/settings/imports/{}/headings", rooms::unread(&world));
    let served = world.town.served();
    let visitor = Visitor::at(&served);
    visitor.carries(&rooms::World::cookie(rooms::OFFICE));
    let stop = Stop {
        route: route_of(&path).unwrap(),
        path,
        has_form: true,
    };
    met.note(stop.route);
    look(&visitor, "Grace Oakley", &[stop])
}

/// A feed's own pages, on a server that offers folders.
fn feeding(met: &mut Met) -> Vec<String> {
    let world = feeds::world(Engine::Sqlite);
    let feed = feeds::feed_of(&feeds::set_up(&mut world.browser(feeds::SAM), "alone"));
    let served = world.town.served();
    let visitor = Visitor::at(&served);
    visitor.carries(&rooms::World::cookie(feeds::SAM));
    let one = format!("/settings/feeds/{feed}");
    let paths = [
        "/settings/feeds/new".to_owned(),
        format!("{one}/change"),
        one,
    ];
    let stops = paths.map(|path| Stop {
        route: route_of(&path).unwrap(),
        path,
        has_form: true,
    });
    for stop in &stops {
        met.note(stop.route);
    }
    look(&visitor, "Sam Whitlock", &stops)
}

/// The walk of those who teach, live with or are the pupil, and of strangers.
fn others() -> &'static Walk {
    static WALK: OnceLock<Walk> = OnceLock::new();
    WALK.get_or_init(|| {
        let mut met = Met::default();
        let mut faults = asked(&mut met);
        let town = FullTown::demonstration();
        faults.extend(walked(&town, &OTHERS, &mut met));
        for (name, path) in OWN_PLANS {
            let visitor = Visitor::at(&town.served);
            town.door(name).opens(&visitor);
            let stop = Stop {
                route: route_of(path).unwrap(),
                path: path.to_owned(),
                has_form: false,
            };
            met.note(stop.route);
            faults.extend(look(&visitor, name, &[stop]));
        }
        (met, faults)
    })
}

/// Those who are asked, and two of them answer on screens of their own.
fn asked(met: &mut Met) -> Vec<String> {
    let world = World::on(Engine::Sqlite);
    let asks = [ROWAN, DANA, ABARA].map(|who| world.ask(who));
    let who = [
        ("Rowan, asked", ROWAN),
        ("Dana, asked", DANA),
        ("Miss Abara, asked", ABARA),
    ];
    let names = who.map(|(name, _)| name);
    let town = FullTown::gathering(world, &who);
    let mut faults = walked(&town, &names, met);
    for (name, start) in [
        (names[0], format!("/me/questions/{}/0-1", asks[0])),
        (names[1], format!("/family/questions/{}/1-1", asks[1])),
    ] {
        let visitor = Visitor::at(&town.served);
        town.door(name).opens(&visitor);
        visitor.width(390);
        visitor.go(&start);
        sits_through(&visitor, || {
            let path = visitor.path();
            let Some(route) = route_of(&path) else { return };
            let html = visitor.run("return document.documentElement.outerHTML", &[]);
            if met.is_new(route, html.as_str().unwrap_or_default()) {
                visitor.picture(&picture_name(name, route));
                let wrong = inspect::faults(&visitor).into_iter();
                faults.extend(wrong.map(|fault| format!("{path} as {name}: {fault}")));
            }
        });
    }
    faults
}

fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n  {}",
        faults.len(),
        faults.join("\n  ")
    );
}

#[test]
fn every_page_of_those_who_run_programmes_is_open_to_everyone() {
    none(&staff().1);
}

#[test]
fn every_page_of_teachers_families_and_pupils_is_open_to_everyone() {
    none(&others().1);
}

#[test]
fn there_is_no_address_that_nobody_looked_at() {
    let walks = [&staff().0, &others().0, &life::seen().0];
    let missed = addresses()
        .into_iter()
        .filter(|route| !walks.iter().any(|met| met.has(route)))
        .map(str::to_owned);
    none(&missed.collect::<Vec<_>>());
}
