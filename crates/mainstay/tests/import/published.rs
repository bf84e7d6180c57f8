//! Samples that others publish are not ours to keep here. Where a folder of
//! them is named in `MAINSTAY_SAMPLES`, every one is read in place.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{import, look};

/// Each set: its folder or zip, what it is taken for, its rows, and how many
/// are accepted.
const SETS: [(&str, &str, u64, u64); 8] = [
    ("microsoft-sds/SDS_v2", "sds", 67, 67),
    ("microsoft-sds/SDS_v2.1", "sds", 41, 41),
    ("microsoft-sds/UK_Format/25_Users", "sds", 212, 212),
    (
        "oneroster-moodle-enrol/Test_full_data_set.zip",
        "oneroster",
        20,
        20,
    ),
    (
        "oneroster-moodle-enrol/Test_minimal_data_set.zip",
        "oneroster",
        20,
        20,
    ),
    (
        "oneroster-moodle-enrol/oneroster_test_data.zip",
        "oneroster",
        8,
        8,
    ),
    (
        "oneroster-moodle-enrol/v1p2_full_dataset.zip",
        "oneroster",
        27,
        27,
    ),
    // An early draft's columns: its classes have no term, so nobody is in them.
    ("oneroster-oat-sa", "oneroster", 10, 4),
];

fn samples() -> Option<PathBuf> {
    let named = std::env::var_os("MAINSTAY_SAMPLES").map(PathBuf::from)?;
    let top = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(&named);
    let found = [named.clone(), top]
        .into_iter()
        .find(|place| place.is_dir());
    Some(found.unwrap_or_else(|| panic!("there is no folder '{}'", named.display())))
}

#[test]
fn every_published_sample_is_read_as_what_it_is_and_no_password_is_told() {
    let Some(samples) = samples() else {
        return;
    };
    for (set, kind, total, accepted) in SETS {
        let place = samples.join(set);
        let path = place.to_str().expect("a path");
        let (code, report) = look("auto", &[path]);
        let said = |what: &str| report[what].as_u64();
        assert_eq!(report["kind"], Value::from(kind), "{set}");
        assert_eq!(
            (said("total"), said("accepted")),
            (Some(total), Some(accepted)),
            "{set}"
        );
        assert_eq!(code, Some(0), "{set}");
        let rows = import(
            "auto",
            &[path],
            &["--dry-run", "--report", "json", "--rows"],
        );
        let rows: Value = serde_json::from_slice(&rows.stdout).expect("a report");
        let said = rows["rows"].to_string().to_lowercase();
        assert!(said.len() > 500 && !said.contains("password"), "{set}");
    }
}
