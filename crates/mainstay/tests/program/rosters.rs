//! `mainstay import oneroster`, `sds` and `gias`: rosters and the list of
//! schools stored from the command line.

use crate::{bring_in::Place, program::text};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/data/");

#[test]
fn a_roster_comes_in_as_a_folder_and_the_same_as_a_zip_changes_nothing() {
    let place = Place::new();
    let (folder, zip) = ("oneroster-1.1", "oneroster-1.1-oakmere.zip");
    let said = |kind: &str, file: &str, more: &[&str]| {
        let answer = place.import(kind, &format!("{DATA}{file}"), more);
        assert_eq!(answer.status.code(), Some(0), "{}", text(&answer.stderr));
        text(&answer.stdout)
    };
    let dry = said("oneroster", folder, &["--dry-run"]);
    assert!(dry.contains("Pupils: 300 would be added"), "{dry}");
    let done = said("oneroster", folder, &[]);
    assert!(done.contains("records: 906 added"), "{done}");
    for part in [
        "Pupils: 300 added",
        "Staff: 30 added",
        "Contacts: 446 added",
    ] {
        assert!(done.contains(part), "{done}");
    }
    let again = said("auto", zip, &[]);
    assert!(again.contains("unchanged, 906 records"), "{again}");

    let list = "gias/edubasealldata20250903_synthetic.csv";
    let done = said("gias", list, &[]);
    assert!(done.contains("schools: 20 added"), "{done}");
    let again = said("auto", list, &[]);
    assert!(again.contains("unchanged, 20 schools"), "{again}");
}
