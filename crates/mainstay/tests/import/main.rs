//! `mainstay import` as a technician runs it: words, reports and exit codes.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on must stop, loudly"
)]

mod published;

use std::process::{Command, Output};

use serde_json::Value;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/data/");

fn import(kind: &str, files: &[&str], more: &[&str]) -> Output {
    let files = files.iter().map(|file| {
        if file.starts_with('/') {
            (*file).to_owned()
        } else {
            format!("{DATA}{file}")
        }
    });
    Command::new(env!("CARGO_BIN_EXE_mainstay"))
        .args(["import", kind])
        .args(files)
        .args(more)
        .env_remove("MAINSTAY_DATABASE")
        .output()
        .expect("the program runs")
}

fn look(kind: &str, files: &[&str]) -> (Option<i32>, Value) {
    let output = import(
        kind,
        files,
        &["--dry-run", "--report", "json", "--today", "2026-11-10"],
    );
    let report = serde_json::from_slice(&output.stdout).expect("a report");
    (output.status.code(), report)
}

const PUPILS: &str = "mis/pupils_mis_extract.csv";

#[test]
fn one_file_is_answered_with_one_object_and_several_with_a_list() {
    let (code, report) = look("pupils", &[PUPILS]);
    assert_eq!((code, &report["accepted"]), (Some(0), &Value::from(300)));
    assert!(report.get("guessed").is_none() && report.get("rows").is_none());
    let files = [
        PUPILS,
        "mis/staff_mis_extract.csv",
        "behaviour_incidents_autumn_2025.csv",
        "suspensions_autumn_2025.csv",
        "ctf/9982001_CTF_9984001_001.xml",
        "oneroster-1.1",
        "oneroster-1.1/manifest.csv",
        "oneroster-1.1-oakmere.zip",
        "gias/edubasealldata20250903_synthetic.csv",
        "term-dates/synthshire_term_dates.csv",
    ];
    let (code, report) = look("auto", &files);
    let reports = report.as_array().expect("a list");
    let told: Vec<(&str, u64)> = reports
        .iter()
        .map(|one| {
            let kind = one["kind"].as_str().expect("a kind");
            assert_eq!(
                (&one["guessed"], &one["rejected"]),
                (&Value::from(true), &Value::from(0))
            );
            (kind, one["accepted"].as_u64().expect("a count"))
        })
        .collect();
    assert_eq!(code, Some(0));
    assert_eq!(
        told,
        [
            ("pupils", 300),
            ("staff", 30),
            ("behaviour", 930),
            ("suspensions", 27),
            ("ctf", 40),
            ("oneroster", 5_307),
            ("oneroster", 5_307),
            ("oneroster", 5_307),
            ("gias", 20),
            ("calendar", 6),
        ]
    );
}

#[test]
fn once_a_list_of_pupils_was_read_rows_about_others_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("incidents.csv");
    let text = "UPN,Date,Type\nA123456789012,2/9/2026,Bullying\n";
    std::fs::write(&file, text).expect("a file");
    let file = file.to_str().expect("a path");
    let (_, report) = look("behaviour", &[file]);
    assert_eq!(report["accepted"], 1);
    let (code, report) = look("auto", &[PUPILS, file]);
    assert_eq!(report[1]["reasons"]["E_UNKNOWN_PUPIL"], 1);
    assert_eq!(
        (&report[1]["outcome"], code),
        (&Value::from("partial"), Some(0))
    );
}

#[test]
fn a_file_refused_whole_is_1_and_wrong_use_is_2() {
    let (code, report) = look("oneroster", &[PUPILS]);
    assert_eq!(
        (code, &report["reason"]),
        (Some(1), &Value::from("E_ZIP_CORRUPT"))
    );
    let (code, report) = look("auto", &[PUPILS, "README.md"]);
    assert_eq!(
        (code, &report[1]["outcome"]),
        (Some(1), &Value::from("file_rejected"))
    );
    for (kind, file, more) in [
        ("pupils", "nowhere.csv", &["--dry-run"][..]),
        ("pupils", PUPILS, &[]),
        ("shoes", PUPILS, &["--dry-run"]),
        ("pupils", PUPILS, &["--dry-run", "--today", "soon"]),
    ] {
        let output = import(kind, &[file], more);
        assert_eq!(output.status.code(), Some(2), "{kind} {file}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn rows_come_only_when_asked_for() {
    let output = import(
        "suspensions",
        &["suspensions_autumn_2025.csv"],
        &["--dry-run", "--report", "json", "--rows"],
    );
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["rows"].as_array().map(Vec::len), Some(27));
    assert_eq!(report["rows"][0]["category"], "SUSP");
}

#[test]
fn people_are_answered_in_words() {
    let output = import("auto", &[PUPILS], &["--dry-run"]);
    let words = String::from_utf8(output.stdout).expect("words");
    assert!(words.contains("looks like pupils."), "{words}");
    assert!(
        words.contains("300 of 300 rows can be imported. Nothing was stored."),
        "{words}"
    );
    assert!(words.contains("The UPN is a temporary one (1)."), "{words}");
}

fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("mainstay-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn one_table_of_a_roster_is_said_to_be_one() {
    let folder = folder("one-table");
    let file = folder.join("academicSessions.csv");
    let text = "sourcedId,title,type,startDate,endDate\nt1,Autumn,term,2026-09-01,2026-12-18\n";
    std::fs::write(&file, text).expect("written");
    let file = file.to_str().expect("a path");
    let (code, report) = look("auto", &[file]);
    assert_eq!(
        (code, &report["kind"]),
        (Some(1), &Value::from("oneroster"))
    );
    assert_eq!(report["reason"], "E_ROSTER_TABLE");
    let output = import("auto", &[file], &["--dry-run"]);
    let words = String::from_utf8(output.stdout).expect("words");
    assert!(words.contains("one table of a roster"), "{words}");
    assert!(words.contains("zip file or the folder"), "{words}");
    std::fs::remove_dir_all(folder).expect("gone");
}

#[test]
fn values_left_out_are_told_apart_from_the_warnings() {
    let folder = folder("left-out");
    let file = folder.join("pupils.csv");
    let text = "UPN,Surname,Forename,DOB,Sex\nA123456789012,Tidewell,Rowan,30/07/2014,U\n";
    std::fs::write(&file, text).expect("written");
    let file = file.to_str().expect("a path");
    let (_, report) = look("pupils", &[file]);
    assert_eq!(report["warnings"], serde_json::json!({}));
    assert_eq!(report["left_out"], serde_json::json!({"sex": 1}));
    let output = import("pupils", &[file], &["--dry-run"]);
    let words = String::from_utf8(output.stdout).expect("words");
    assert!(words.contains("left out (1): sex 1."), "{words}");
    std::fs::remove_dir_all(folder).expect("gone");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_not_followed() {
    let folder = folder("link");
    let elsewhere = folder.with_extension("csv");
    std::fs::write(&elsewhere, "sourcedId\n").expect("written");
    std::os::unix::fs::symlink(&elsewhere, folder.join("users.csv")).expect("a link");
    let path = folder.to_str().expect("a path");
    let output = import("auto", &[path], &["--dry-run"]);
    let words = String::from_utf8(output.stderr).expect("words");
    assert_eq!(output.status.code(), Some(2), "{words}");
    assert!(
        words.contains("'users.csv' is not a file but a link"),
        "{words}"
    );
    std::fs::remove_dir_all(folder).expect("gone");
    std::fs::remove_file(elsewhere).expect("gone");
}
