//! The stored form of every event is locked: one file each in `golden/event`.
//!
//! A test that fails here means old records would no longer read the same.
//! Add a new kind or a new optional field; never edit a file to make it pass.

use std::{collections::BTreeSet, fs, path::PathBuf};

use domain::event::Event;

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "golden", "event"]
        .iter()
        .collect()
}

#[test]
fn every_kind_of_event_reads_and_writes_as_it_always_has() {
    for kind in Event::KINDS {
        let file = folder().join(format!("{}.json", kind.kind));
        let stored = fs::read_to_string(&file)
            .unwrap_or_else(|e| panic!("add a golden file {}: {e}", file.display()));
        let event: Event = serde_json::from_str(&stored).expect(kind.kind);
        assert_eq!(event.kind(), kind.kind);
        let written = serde_json::to_string_pretty(&event).expect(kind.kind);
        assert_eq!(written, stored.trim_end(), "{}", kind.kind);
    }
}

#[test]
fn no_golden_file_is_left_over_from_a_kind_that_is_gone() {
    let files = fs::read_dir(folder()).expect("golden folder");
    let found: BTreeSet<String> = files
        .map(|file| file.expect("file").path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    let known = Event::KINDS
        .iter()
        .map(|kind| kind.kind.to_owned())
        .collect();
    assert_eq!(found, known);
}

#[test]
fn events_hold_ids_codes_dates_and_numbers_and_no_words() {
    for kind in Event::KINDS {
        let file = folder().join(format!("{}.json", kind.kind));
        let stored = fs::read_to_string(file).expect(kind.kind);
        let fields: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&stored).expect(kind.kind);
        for (field, value) in fields {
            let plain = |s: &str| {
                s.chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' '))
            };
            let fine = value.is_u64() || value.as_str().is_some_and(plain);
            assert!(fine, "{}: {field}", kind.kind);
        }
    }
}
