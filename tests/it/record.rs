//! The record of what happened: it only grows, and tampering is found.
//! Both engines; whoever tampers here has the keys to the database.

use app::{App, Chance};
use domain::clock::{Clock, MovableClock};
use store::{
    Broken, Db,
    check::{self, Finding, Soundness},
};
use testkit::{Engine, TestDb, Town, town::TODAY};

/// A database in which a school was made and someone signed in.
fn written(engine: Engine) -> (Town, Db) {
    let (town, _) = Town::with_school(engine, TODAY);
    let db = Db::open(town.address()).unwrap();
    (town, db)
}

fn faults(db: &Db) -> Vec<Finding> {
    let mut found = check::check(db).unwrap();
    found.retain(|finding| finding.sound == Soundness::Faulty);
    found
}

fn run(db: &Db, sql: &'static str) -> Result<u64, Broken> {
    db.write(|tx| tx.run(sql, &[]))
}

/// Takes the triggers off, as somebody who owns the database can.
fn unlock(db: &Db) {
    match db.engine() {
        "SQLite" => {
            run(db, "drop trigger event_stays_as_written").unwrap();
            run(db, "drop trigger event_is_never_removed").unwrap();
        }
        _ => {
            run(db, "alter table event disable trigger all").unwrap();
        }
    }
}

#[test]
fn events_can_be_neither_changed_nor_removed_on_either_engine() {
    for engine in Engine::BOTH {
        let (_town, db) = written(engine);
        for sql in [
            "update event set actor = 'somebody else'",
            "update event set hash = hash",
            "delete from event",
            "delete from event where seq = 1",
        ] {
            let refused = run(&db, sql).unwrap_err().to_string();
            assert!(!refused.is_empty(), "{engine:?}: {sql}");
        }
        assert_eq!(faults(&db), [], "{engine:?}");
    }
}

#[test]
fn a_database_opened_from_empty_is_sound_on_either_engine_and_opening_again_changes_nothing() {
    for engine in Engine::BOTH {
        let db: TestDb = engine.fresh();
        for _ in 0..2 {
            let opened = Db::open(&db.address).unwrap();
            assert_eq!(faults(&opened), [], "{engine:?}");
        }
        let clock = Clock::from(MovableClock::on(TODAY));
        let app = App::new(Db::open(&db.address).unwrap(), clock, Chance::seeded(7));
        assert!(app.offer_setup().unwrap().is_some(), "{engine:?} is empty");
    }
}

/// What somebody did, and what the check says then.
const TAMPERINGS: [(&str, &str); 9] = [
    (
        "update event set actor = 'somebody else' where seq = 1",
        "was changed",
    ),
    (
        "update event set at = '2026-01-01T00:00:00.000000Z' where seq = 1",
        "was changed",
    ),
    (
        "update event set class = 'restricted' where seq = 1",
        "was changed",
    ),
    (
        "update event set programme_id = 'another' where seq = 1",
        "was changed",
    ),
    (
        "update event set payload_commit = 'other' where seq = 1",
        "was changed",
    ),
    (
        "update event_payload set payload = '{}' where seq = 1",
        "payload of event 1 was changed",
    ),
    ("delete from event where seq = 1", "event 1 is missing"),
    ("delete from event where seq >= 2", "the head says"),
    ("delete from chain_head", "no head"),
];

#[test]
fn every_tampering_with_the_record_is_found_on_either_engine() {
    for engine in Engine::BOTH {
        for (sql, says) in TAMPERINGS {
            let (_town, db) = written(engine);
            assert_eq!(faults(&db), [], "{engine:?} before");
            unlock(&db);
            let touched = run(&db, sql).unwrap();
            assert!(touched > 0, "{engine:?}: '{sql}' touched nothing");
            let found = faults(&db);
            assert!(
                found.iter().any(|fault| fault.found.contains(says)),
                "{engine:?}: '{sql}' gave {found:?}"
            );
        }
    }
}

#[test]
fn erasing_a_payload_leaves_the_chain_whole() {
    for engine in Engine::BOTH {
        let (_town, db) = written(engine);
        let touched = run(&db, "delete from event_payload where seq = 1").unwrap();
        assert!(touched > 0);
        assert_eq!(faults(&db), [], "{engine:?}");
    }
}
