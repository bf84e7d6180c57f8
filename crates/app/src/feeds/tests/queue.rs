//! The queue: one job a file, one worker a job, in order, again after a crash.

use domain::feed::{Ended, MOST_TRIES, Trouble};
use testkit::on_both;

use super::{ALONE, HEAD, MARKS, ROWAN, WAITS, World, ended, list_of};
use crate::{
    Refusal,
    feeds::{
        claim::LetGo,
        press::{PauseFeed, TryNow},
        settle::How,
        view::{JobLine, Stands},
    },
    imports::Kind,
};

#[test]
fn a_file_is_stored_once_and_the_same_again_changes_nothing() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        let list = format!("{HEAD}{ROWAN}");
        let settled = world.takes(feed, "pupils.csv", &list);
        assert_eq!(ended(&settled), Some(Ended::Stored));
        assert_eq!(world.on_roll(), 1);
        assert_eq!(world.events("pupils_imported"), 1);

        // Noticed again as it was: nothing is put in line.
        let at = world.view(feed).jobs[0].made_at;
        let known = world.town.read(|tx| {
            let jobs = store::jobs::newest_of_each_file(tx, world.town.school)?;
            Ok(jobs[0].file_at)
        });
        assert!(at > known);
        assert_eq!(world.is_there(feed, "pupils.csv", (&list, known)), 0);

        // Written anew with the same in it: it is heard, and nothing changes.
        let settled = world.takes(feed, "pupils.csv", &list);
        assert_eq!(ended(&settled), Some(Ended::Same));
        assert_eq!(world.events("pupils_imported"), 1);
        let older = format!("{HEAD}{}", ROWAN.replace(",8\n", ",9\n"));
        world.takes(feed, "pupils.csv", &older);
        // And what was so before is new once more.
        assert_eq!(
            ended(&world.takes(feed, "pupils.csv", &list)),
            Some(Ended::Stored)
        );
    });
}

#[test]
fn pupils_come_before_what_happened_to_them_and_nobody_works_beside_another() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        world.comes(feed, "attendance.csv", MARKS);
        world.comes(feed, "pupils.csv", &format!("{HEAD}{ROWAN}"));
        let first = world.claims("one").unwrap();
        assert_eq!(first.holds, Some(Kind::Pupils));
        assert!(
            world.claims("two").is_none(),
            "one job of a school at a time"
        );
        // While it is tried again later, the marks wait for it.
        let failed = world
            .town
            .app
            .settle(world.at("one", &first), How::Failed(Trouble::Disk));
        assert_eq!(ended(&failed.unwrap()), None);
        assert!(world.claims("two").is_none());
        world.later(1);
        let first = world.claims("two").unwrap();
        assert_eq!((first.holds, first.tries), (Some(Kind::Pupils), 2));
        world
            .brings(("two", &first), &format!("{HEAD}{ROWAN}"))
            .unwrap();
        let second = world.claims("two").unwrap();
        assert_eq!(second.holds, Some(Kind::Attendance));
        let settled = world.brings(("two", &second), MARKS).unwrap();
        assert_eq!(ended(&settled), Some(Ended::Stored));
    });
}

#[test]
fn a_job_of_a_worker_that_died_is_taken_again_and_what_it_says_later_does_not_count() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        let list = format!("{HEAD}{ROWAN}");
        world.comes(feed, "pupils.csv", &list);
        let died = world.claims("died").unwrap();
        assert!(matches!(
            world.line(feed).open[0].stands,
            Stands::AtWork { .. }
        ));
        world.later(4);
        assert!(world.claims("two").is_none(), "it may only be slow");
        world.later(2);
        let again = world.claims("two").unwrap();
        assert_eq!((again.job, again.tries), (died.job, 2));
        let late = world.brings(("died", &died), &list);
        assert!(matches!(late, Err(Refusal::Conflict)));
        assert_eq!(world.on_roll(), 0, "nothing half done");
        world.brings(("two", &again), &list).unwrap();
        assert_eq!(world.on_roll(), 1);

        // A program that knows it is alone need not wait.
        world.comes(feed, "pupils.csv", &list_of(1));
        world.claims("died").unwrap();
        assert_eq!(world.town.app.execute(&world.system(), LetGo).unwrap(), 1);
        assert!(world.claims("three").is_some());
    });
}

#[test]
fn what_goes_wrong_is_tried_five_times_ever_later_and_then_said() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        world.comes(feed, "pupils.csv", HEAD);
        for (tries, minutes) in [(1, 1), (2, 5), (3, 30), (4, 120), (5, 0)] {
            let claimed = world.claims("one").unwrap();
            assert_eq!(claimed.tries, tries);
            let how = How::Failed(Trouble::NotAllowed);
            let at = world.at("one", &claimed);
            let settled = world.town.app.settle(at, how).unwrap();
            assert_eq!(settled.ended.is_some(), tries == MOST_TRIES);
            assert!(world.claims("one").is_none(), "not before its time");
            world.later(minutes);
        }
        assert_eq!(world.events("feed_failed"), 1);
        world.later(10_000);
        assert!(world.claims("one").is_none());
        // Somebody has let us in, and presses.
        let tried = world.town.app.execute(&world.sam, TryNow { feed });
        assert_eq!(tried.unwrap(), 1);
        assert_eq!(world.claims("one").unwrap().tries, 1);
    });
}

#[test]
fn a_job_that_kills_the_program_every_time_is_given_up() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        world.comes(feed, "pupils.csv", HEAD);
        for _ in 0..MOST_TRIES {
            assert!(world.claims("dies").is_some());
            world.later(6);
        }
        assert!(world.claims("lives").is_none());
        let line = world.line(feed);
        let Stands::Done { ended, trouble, .. } = line.last.unwrap().stands else {
            panic!("it is done");
        };
        assert_eq!((ended, trouble), (Ended::Failed, Some(Trouble::Stopped)));
    });
}

#[test]
fn a_newer_file_takes_the_place_of_one_that_nobody_has_read() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        world.comes(feed, "pupils.csv", HEAD);
        assert_eq!(world.comes(feed, "pupils.csv", &list_of(0)), 1);
        assert_eq!(world.comes(feed, "pupils.csv", &list_of(0)), 0, "in line");
        let claimed = world.claims("one").unwrap();
        world.brings(("one", &claimed), &list_of(0)).unwrap();
        assert!(world.claims("one").is_none());
        let how: Vec<_> = world.view(feed).jobs.iter().map(JobLine::ended).collect();
        assert!(how.contains(&Some(Ended::Replaced)) && how.contains(&Some(Ended::Stored)));
    });
}

#[test]
fn nothing_is_taken_from_a_feed_that_is_paused() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(WAITS);
        world.comes(feed, "pupils.csv", &list_of(0));
        world
            .town
            .app
            .execute(&world.sam, PauseFeed { feed })
            .unwrap();
        assert!(world.claims("one").is_none());
        let tried = world.town.app.execute(&world.sam, TryNow { feed });
        assert!(matches!(tried, Err(Refusal::Rejected(_))));
    });
}
