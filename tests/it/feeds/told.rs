//! Who is told that a feed needs somebody, and where.

use domain::feed::Trouble;
use jiff::civil::date;
use testkit::{Engine, on_both};

use super::{LIST, SAM, blocked, comes, feed_of, set_up, world};
use crate::rooms::world::{AMINA, OFFICE, World};

fn says(world: &World, who: u128, path: &str, words: &str) -> bool {
    let page = world.browser(who).get(path);
    assert_eq!(page.status, 200, "{path}");
    page.text().contains(words)
}

#[test]
fn the_office_and_the_administrator_are_told_where_their_day_begins() {
    on_both(|engine| {
        let world = world(engine);
        let mut sam = world.browser(SAM);
        let page = set_up(&mut sam, "waits");
        let feed = feed_of(&page);
        comes(&world, feed, "pupils.csv", LIST);
        let words = "Check what ‘Nightly files’ sent";
        for path in ["/settings", "/settings/imports", "/settings/feeds"] {
            assert!(says(&world, SAM, path, words), "{path}");
            assert!(says(&world, OFFICE, path, words), "{path}");
        }
        // It leads to the file, which somebody then stores.
        let page = sam.get("/settings/feeds");
        let page = sam.get(&page.links(words)[0]);
        assert!(page.text().contains("This would add 1 pupil"));
        sam.press(&page, "Import 1 pupil", &[]);
        assert!(!says(&world, SAM, "/settings", words));
        // The coordinator's Today is not about files.
        assert!(!says(&world, AMINA, "/today", "Nightly files"));
    });
}

#[test]
fn a_coordinator_who_is_also_the_administrator_is_told_on_today() {
    let world = world(Engine::Sqlite);
    let mut sam = world.browser(SAM);
    let feed = feed_of(&set_up(&mut sam, "alone"));
    blocked(&world, feed, Trouble::NoFolder);
    let roles = [
        domain::account::SchoolRole::Administrator,
        domain::account::SchoolRole::Coordinator,
    ];
    world.signs_in(crate::rooms::world::HERE, (35, "Iris Vale"), &roles);
    let words = "‘Nightly files’ cannot be looked at";
    assert!(says(&world, 35, "/today", words));
    assert!(says(
        &world,
        SAM,
        "/settings/feeds",
        "The folder is not there"
    ));
}

#[test]
fn a_feed_that_goes_quiet_is_told_by_school_days() {
    on_both(|engine| {
        let world = world(engine);
        let mut sam = world.browser(SAM);
        let feed = feed_of(&set_up(&mut sam, "alone"));
        comes(&world, feed, "pupils.csv", LIST);
        let words = "Nothing has come from ‘Nightly files’ since Tuesday 10 November";
        world.town.clock.move_to_day(date(2026, 11, 11));
        assert!(!world.quiet_at_settings(words));
        world.town.clock.move_to_day(date(2026, 11, 12));
        assert!(world.quiet_at_settings(words));
    });
}

impl World {
    /// Whether the technician, signed in anew, is told on the settings page.
    fn quiet_at_settings(&self, words: &str) -> bool {
        self.stays_signed_in(SAM);
        says(self, SAM, "/settings", words)
    }
}
