//! axe on every route in every state: as the people of a full town, at the
//! width of a laptop and of a phone, with a walk by Tab through each page.

use testkit::{Engine, Town, Visitor, town::TODAY};

use super::{
    crawl::{Met, Stop, crawl},
    inspect,
    town::FullTown,
};
use crate::gathering::world::{ABARA, DANA, ROWAN, World};

/// Who walks through the demonstration school; the one with the most first.
const STAFF: [&str; 3] = ["Amina Farrow", "Sam Whitlock", "Ruth Calloway"];
const OTHERS: [&str; 5] = [
    "Rowan Tidewell",
    "Dana Tidewell",
    "Miss Abara",
    "Joel Petrie",
    "a stranger",
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

/// Those who teach, live with or are the pupil, and strangers.
fn others(met: &mut Met) -> Vec<String> {
    let world = World::on(Engine::Sqlite);
    for who in [ROWAN, DANA, ABARA] {
        world.ask(who);
    }
    let asked = [
        ("Rowan, asked", ROWAN),
        ("Dana, asked", DANA),
        ("Miss Abara, asked", ABARA),
    ];
    let names = asked.map(|(name, _)| name);
    let mut faults = walked(&FullTown::gathering(world, &asked), &names, met);
    faults.extend(walked(&FullTown::demonstration(), &OTHERS, met));
    faults
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
    let mut met = Met::default();
    let mut faults = walked(&FullTown::demonstration(), &STAFF, &mut met);
    faults.extend(beginning(&mut met));
    none(&faults);
}

#[test]
fn every_page_of_teachers_families_and_pupils_is_open_to_everyone() {
    none(&others(&mut Met::default()));
}
