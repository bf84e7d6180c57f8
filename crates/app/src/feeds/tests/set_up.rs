//! Setting a feed up: only what the server offers, only by those who may.

use domain::account::SchoolRole;
use testkit::on_both;

use super::{ALONE, WAITS, World, draft};
use crate::{
    Refusal,
    feeds::{
        press::{PauseFeed, RemoveFeed, ResumeFeed},
        set_up::{AddFeed, ChangeFeed, FeedDraft},
        view::{Feeds, ViewFeed},
    },
};

fn fields(refusal: Refusal) -> Vec<String> {
    match refusal {
        Refusal::Rejected(reasons) => reasons.into_iter().filter_map(|one| one.field).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_gap_is_said_at_once_and_no_page_can_name_a_source_of_its_own() {
    on_both(|engine| {
        let world = World::on(engine);
        let add = |typed| world.town.app.execute(&world.sam, AddFeed { typed });
        let wrong = add(FeedDraft::default()).unwrap_err();
        assert_eq!(
            fields(wrong),
            ["name", "source", "holds", "rhythm", "stores"]
        );
        // A path, another school's source, and nothing at all.
        for source in ["/etc/passwd", "../nightly", "theirs", ""] {
            let typed = FeedDraft {
                source: source.into(),
                ..draft(WAITS)
            };
            assert_eq!(fields(add(typed).unwrap_err()), ["source"], "{source}");
        }
        add(draft(WAITS)).unwrap();
        assert_eq!(fields(add(draft(WAITS)).unwrap_err()), ["source"], "taken");
    });
}

#[test]
fn the_confirmation_is_whose_press_it_was_and_new_when_the_feed_is_another() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        assert_eq!(world.line(feed).alone.unwrap().by, "Sam Whitlock");
        assert_eq!(world.events("feed_stores_alone"), 1);
        let grace = world
            .town
            .staff("Grace Oakley", &[SchoolRole::Administrator]);
        world.later(5);
        let change = |who, typed| {
            let seen = world.line(feed).version;
            let change = ChangeFeed { feed, seen, typed };
            world.town.app.execute(who, change).unwrap();
        };
        // Sam changes its name: what was confirmed still stands as it was.
        let before = world.line(feed).alone.unwrap().at;
        let named = |name: &str| FeedDraft {
            name: name.into(),
            ..draft(ALONE)
        };
        change(&world.sam, named("Every night"));
        assert_eq!(world.line(feed).alone.unwrap().at, before);
        // Grace saves it: from now on it is hers.
        change(&grace, named("Each night"));
        assert_eq!(world.line(feed).alone.unwrap().by, "Grace Oakley");
        change(&grace, draft(WAITS));
        assert!(world.line(feed).alone.is_none());
        assert_eq!(
            (
                world.events("feed_stores_alone"),
                world.events("feed_waits")
            ),
            (2, 1)
        );
    });
}

#[test]
fn the_second_to_change_it_is_told() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(WAITS);
        let seen = world.line(feed).version;
        let change = || ChangeFeed {
            feed,
            seen,
            typed: draft(WAITS),
        };
        world.town.app.execute(&world.sam, change()).unwrap();
        let second = world.town.app.execute(&world.sam, change());
        assert!(matches!(second, Err(Refusal::Conflict)));
    });
}

#[test]
fn the_office_sees_feeds_and_an_administrator_sets_them_up() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(WAITS);
        let office = world.town.staff("Priya Nair", &[SchoolRole::Office]);
        assert!(world.town.app.fetch(&office, Feeds).is_ok());
        let paused = world.town.app.execute(&office, PauseFeed { feed });
        assert!(matches!(paused, Err(Refusal::NotAllowed { .. })));
        let teacher = world.town.staff("Miss Abara", &[SchoolRole::Teacher]);
        let seen = world.town.app.fetch(&teacher, Feeds);
        assert!(matches!(seen, Err(Refusal::NotAllowed { .. })));
        // Another school's technician finds nothing.
        let there = world.town.other_school();
        let roles = [SchoolRole::Administrator];
        let theirs = world.town.person(
            there,
            "Otto Lane",
            domain::account::AccountKind::Staff,
            &roles,
        );
        let view = world.town.app.fetch(&theirs, ViewFeed { feed });
        assert!(matches!(view, Err(Refusal::NotFound)));
    });
}

#[test]
fn a_feed_that_is_removed_leaves_its_source_to_another() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(WAITS);
        for _ in 0..2 {
            let app = &world.town.app;
            app.execute(&world.sam, PauseFeed { feed }).unwrap();
        }
        let app = &world.town.app;
        app.execute(&world.sam, ResumeFeed { feed }).unwrap();
        app.execute(&world.sam, RemoveFeed { feed }).unwrap();
        let gone = app.fetch(&world.sam, ViewFeed { feed });
        assert!(matches!(gone, Err(Refusal::NotFound)));
        world.feed(WAITS);
        for (kind, times) in [
            ("feed_paused", 1),
            ("feed_resumed", 1),
            ("feed_removed", 1),
            ("feed_added", 2),
        ] {
            assert_eq!(world.events(kind), times, "{kind}");
        }
    });
}
