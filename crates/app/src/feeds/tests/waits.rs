//! What waits for somebody although the feed stores by itself, and who may say
//! that it does.

use domain::{
    account::SchoolRole,
    feed::{Ended, Wait, Waits},
    id::FeedId,
};
use testkit::on_both;

use super::{ALONE, ROWAN, WAITS, World, ended, list_of};
use crate::{
    accounts::disable::DisableAccount,
    feeds::{left::MarkLeft, view::Stands},
    imports::{
        confirm::{ConfirmImport, Missing},
        undo::UndoImport,
        view::{RunStage, ViewImport},
    },
};

fn waits_for(world: &World, feed: FeedId) -> Waits {
    match world.line(feed).last.unwrap().stands {
        Stands::Done { waits, .. } => waits,
        other => panic!("{other:?}"),
    }
}

#[test]
fn without_a_standing_confirmation_every_file_waits_and_a_person_stores_it() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(WAITS);
        let settled = world.takes(feed, "pupils.csv", &list_of(0));
        assert_eq!(ended(&settled), Some(Ended::Waits));
        assert_eq!(waits_for(&world, feed), Waits::of(&[Wait::NotAlone]));
        assert_eq!(world.on_roll(), 0);
        let line = world.line(feed);
        let import = line.waiting[0].import.unwrap();
        let shown = world.town.app.fetch(&world.sam, ViewImport { import });
        assert_eq!(
            shown.unwrap().answer.line.made_by,
            "the feed ‘Nightly files’"
        );
        // It is kept over a weekend, when nobody stands by.
        world.later(60 * 24 * 4);
        let missing = Missing::Stay;
        let confirm = ConfirmImport { import, missing };
        world.town.app.execute(&world.sam, confirm).unwrap();
        assert_eq!(world.on_roll(), 1);
        assert!(world.line(feed).waiting.is_empty());
    });
}

#[test]
fn a_newer_list_takes_the_place_of_one_that_waits_and_marks_do_not() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(WAITS);
        world.takes(feed, "pupils.csv", &list_of(0));
        let first = world.line(feed).waiting[0].import.unwrap();
        world.takes(feed, "pupils.csv", &list_of(1));
        let line = world.line(feed);
        assert_eq!(line.waiting.len(), 1);
        let shown = world
            .town
            .app
            .fetch(&world.sam, ViewImport { import: first });
        assert_eq!(shown.unwrap().answer.line.stage, RunStage::Dropped);
        let marks = "Adno,Date,Session,Mark\n004101,9/11/2026,AM,/\n";
        world.takes(feed, "attendance-mon.csv", marks);
        world.takes(feed, "attendance-tue.csv", &marks.replace("9/11", "10/11"));
        assert_eq!(world.line(feed).waiting.len(), 3);
    });
}

#[test]
fn the_confirmation_ends_when_whoever_gave_it_may_import_no_more() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        let other = world
            .town
            .staff("Grace Oakley", &[SchoolRole::Administrator]);
        let account = world.sam.identity().unwrap().account;
        world
            .town
            .app
            .execute(&other, DisableAccount { account })
            .unwrap();
        world.takes(feed, "pupils.csv", &list_of(0));
        assert_eq!(world.on_roll(), 0);
        let all = world.town.app.fetch(&other, crate::feeds::view::Feeds);
        let line = all.unwrap().answer.feeds.remove(0);
        let Stands::Done { waits, .. } = line.last.unwrap().stands else {
            panic!("it waits");
        };
        assert_eq!(waits, Waits::of(&[Wait::NotConfirmed]));
    });
}

#[test]
fn a_file_that_looks_wrong_waits_whatever_was_confirmed() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        world.takes(feed, "pupils.csv", &list_of(40));
        let before = world.on_roll();
        // Most of the school is missing.
        world.takes(feed, "pupils.csv", &list_of(30));
        assert_eq!(waits_for(&world, feed), Waits::of(&[Wait::ManyMissing]));
        // A column that is needed means nothing.
        let odd = list_of(41).replace("Forename", "Rufname");
        world.takes(feed, "pupils.csv", &odd);
        assert_eq!(waits_for(&world, feed), Waits::of(&[Wait::Headings]));
        // Too many rows are refused.
        let odd = format!("{}{}", list_of(40), ",,Nobody,Nil,1/3/2014,7\n".repeat(4));
        world.takes(feed, "pupils.csv", &odd);
        assert_eq!(waits_for(&world, feed), Waits::of(&[Wait::ManyRefused]));
        // One row might mix two people up.
        let elsie = ",005000,Marrow,Elsie0,1/3/2014,7\n";
        let mixed = ROWAN.replace("004101", "005000");
        let mixed = list_of(40).replace(ROWAN, "").replace(elsie, &mixed);
        world.takes(feed, "pupils.csv", &mixed);
        assert!(waits_for(&world, feed).has(Wait::Clashes));
        assert_eq!(world.on_roll(), before, "nothing of them is stored");
        // And one that cannot be read at all is refused, with words.
        let settled = world.takes(feed, "pupils.csv", "%PDF-1.7");
        assert_eq!(ended(&settled), Some(Ended::Refused));
        assert!(settled.said.unwrap().contains('.'));
        assert_eq!(world.events("feed_failed"), 1);
    });
}

#[test]
fn after_an_import_of_it_was_undone_the_next_waits() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        world.takes(feed, "pupils.csv", &list_of(0));
        let import = world.line(feed).last.unwrap().import.unwrap();
        world
            .town
            .app
            .execute(&world.sam, UndoImport { import })
            .unwrap();
        world.takes(feed, "pupils.csv", &list_of(0));
        assert_eq!(waits_for(&world, feed), Waits::of(&[Wait::Undone]));
        assert_eq!(world.on_roll(), 0);
    });
}

#[test]
fn a_feed_marks_nobody_as_having_left_and_lists_who_may_have_for_a_person() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        world.takes(feed, "pupils.csv", &list_of(40));
        world.takes(feed, "pupils.csv", &list_of(39));
        let view = world.view(feed);
        assert_eq!((world.on_roll(), view.missing.len()), (41, 1));
        let (gone, since) = (view.missing[0].id, view.missing[0].since);
        // The next night the day it was first seen stays.
        world.later(60 * 24);
        world.takes(feed, "pupils.csv", &list_of(39));
        assert_eq!(world.view(feed).missing[0].since, since);
        let rowan = world.town.read(|tx| {
            let all = store::pupils::of_school(tx, world.town.school)?;
            Ok(all
                .iter()
                .find(|one| one.name.given.as_str() == "Rowan")
                .unwrap()
                .id)
        });
        // Only who is missing can be said to have left here.
        let pupils = vec![gone, rowan];
        let left = world
            .town
            .app
            .execute(&world.sam, MarkLeft { feed, pupils });
        assert_eq!((left.unwrap(), world.on_roll()), (1, 40));
        assert_eq!(world.events("pupils_left"), 1);
        assert!(world.view(feed).missing.is_empty());
    });
}

#[test]
fn staff_whose_last_day_a_feed_brings_can_sign_in_no_more_from_that_day() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        let joel = world.town.staff("Joel Petrie", &[SchoolRole::Teacher]);
        let account = joel.identity().unwrap().account;
        let email = world.town.read(|tx| {
            let found = store::accounts::find(tx, world.town.school, account)?;
            Ok(found.unwrap().email.to_string())
        });
        let staff = format!(
            "Staff ID,Surname,Forename,Work Email,End Date\n77,Petrie,Joel,{email},9/11/2026\n"
        );
        world.takes(feed, "staff.csv", &staff);
        let closed = world.town.read(|tx| {
            let found = store::accounts::find(tx, world.town.school, account)?;
            Ok(found.unwrap().disabled_at)
        });
        assert!(closed.is_some(), "{:?}", world.line(feed).last);
    });
}
