//! Files brought in while something goes wrong, or something else goes on: an
//! import is stored whole or not at all, and two of them take turns.

use std::{
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use store::{Broken, Db};
use tempfile::TempDir;
use testkit::cluster::{Care, Cluster};

use crate::{
    bring_in::{PUPILS, Place, STAFF, TERMS},
    program::{is_sound, text, wait},
};

const INCIDENTS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixtures/data/behaviour_incidents_autumn_2025.csv"
);
/// Into how many stretches the time of one import is cut.
const CUTS: u32 = 8;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn on_sqlite() -> Place {
    let folder = folder();
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    Place::at(database, folder)
}

fn begun(place: &Place, kind: &str, file: &str) -> Child {
    let mut import = place.command(kind, file, &[]);
    let import = import.stdout(Stdio::piped()).stderr(Stdio::piped());
    import.spawn().expect("the program starts")
}

/// What an import of the file would still do, in words.
fn left_to_do(place: &Place, kind: &str, file: &str) -> String {
    let looked = place.import(kind, file, &["--dry-run"]);
    assert!(looked.status.success(), "{}", text(&looked.stderr));
    text(&looked.stdout)
}

/// Pulls the plug of one import after another, later each time, until one has
/// been quicker; answers how many were cut off before anything was stored.
fn cut_off(place: &Place) -> u32 {
    let pupils = place.import("pupils", PUPILS, &[]);
    assert!(pupils.status.success(), "{}", text(&pupils.stderr));
    let clock = Instant::now();
    left_to_do(place, "behaviour", INCIDENTS);
    let step = clock.elapsed() / CUTS;
    for round in 0..12 * CUTS {
        let mut import = begun(place, "behaviour", INCIDENTS);
        wait(step * round);
        import.kill().expect("it can be killed");
        import.wait().expect("it ends");
        assert!(is_sound(&place.database), "round {round}: mainstay check");
        let left = left_to_do(place, "behaviour", INCIDENTS);
        if left.contains("unchanged, 930 incidents") {
            return round;
        }
        let nothing = "incidents: 930 would be added, 0 would be changed, 0 as they were";
        assert!(left.contains(nothing), "round {round}: {left}");
    }
    panic!("no import came to its end");
}

#[test]
fn an_import_that_is_cut_off_leaves_all_of_the_file_or_nothing() {
    let place = on_sqlite();
    let cut = cut_off(&place);
    assert!(cut > CUTS / 2, "only {cut} were cut off in time");
}

#[test]
fn an_import_that_is_cut_off_on_postgresql_leaves_all_of_the_file_or_nothing() {
    let cluster = Cluster::start(Care::Full);
    let place = Place::at(cluster.address(&cluster.database(None)), folder());
    let cut = cut_off(&place);
    assert!(cut > CUTS / 2, "only {cut} were cut off in time");
}

#[test]
fn imports_at_the_same_time_take_turns_and_all_come_in() {
    let place = on_sqlite();
    let [terms, ..] = TERMS;
    let files = [
        ("pupils", PUPILS),
        ("pupils", PUPILS),
        ("staff", STAFF),
        ("calendar", terms),
    ];
    let running: Vec<Child> = files
        .iter()
        .map(|(kind, file)| begun(&place, kind, file))
        .collect();
    let mut added = 0;
    for (import, (kind, _)) in running.into_iter().zip(files) {
        let answer = import.wait_with_output().expect("it ends");
        let said = text(&answer.stdout);
        assert!(answer.status.success(), "{kind}: {}", text(&answer.stderr));
        added += u32::from(said.contains("pupils: 300 added"));
    }
    assert_eq!(added, 1, "the second finds them there");
    for (kind, file) in files {
        let again = left_to_do(&place, kind, file);
        assert!(again.contains("unchanged"), "{kind}: {again}");
    }
    assert!(is_sound(&place.database));
}

#[test]
fn an_import_waits_for_a_long_writer_and_comes_in_after_it() {
    let place = on_sqlite();
    let db = Db::open(&place.database).expect("the database");
    // Longer than a page waits before it says that somebody else is writing.
    let import = db.write(|_| {
        let import = begun(&place, "staff", STAFF);
        wait(Duration::from_secs(7));
        Ok::<_, Broken>(import)
    });
    let answer = import.expect("a transaction").wait_with_output();
    let answer = answer.expect("it ends");
    let said = (text(&answer.stdout), text(&answer.stderr));
    assert!(said.0.contains("staff: 30 added"), "{said:?}");
}
