//! `mainstay import`: the school's own files, looked at, brought in, and
//! brought in again.

use std::process::{Command, Output};

use crate::program::{Program, URN, command, run, text};

pub const PUPILS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixtures/data/mis/pupils_mis_extract.csv"
);
pub const STAFF: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixtures/data/mis/staff_mis_extract.csv"
);
pub const TERMS: [&str; 3] = [
    concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/data/term-dates/synthshire_term_dates.csv"
    ),
    concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/data/term-dates/synthshire_term_dates.json"
    ),
    concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/data/term-dates/synthshire_term_dates.ics"
    ),
];

/// A school with nobody in it but its administrator.
pub struct Place {
    _folder: tempfile::TempDir,
    pub database: String,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = format!("sqlite:{}", folder.path().join("school.db").display());
        Self::at(database, folder)
    }

    /// A school in a database of its own.
    pub fn at(database: String, folder: tempfile::TempDir) -> Self {
        let mut program = Program::start(&database);
        program.moved_in();
        program.ask_to_stop();
        program.ended();
        Self {
            _folder: folder,
            database,
        }
    }

    /// The command that brings a file in.
    pub fn command(&self, kind: &str, file: &str, more: &[&str]) -> Command {
        let mut import = command();
        import.args(["import", kind, file, "--school", URN]);
        import.args(["--database", &self.database]).args(more);
        import
    }

    /// Brings a file in.
    pub fn import(&self, kind: &str, file: &str, more: &[&str]) -> Output {
        let mut import = self.command(kind, file, more);
        import.output().expect("the program runs")
    }

    fn report(&self, kind: &str, file: &str, more: &[&str]) -> serde_json::Value {
        let mut args = vec!["--report", "json"];
        args.extend(more);
        let answer = self.import(kind, file, &args);
        serde_json::from_slice(&answer.stdout)
            .unwrap_or_else(|e| panic!("{e}: {} {}", text(&answer.stdout), text(&answer.stderr)))
    }
}

#[test]
fn a_dry_run_says_what_would_change_and_stores_nothing() {
    let place = Place::new();
    for _ in 0..2 {
        let answer = place.import("pupils", PUPILS, &["--dry-run"]);
        let said = text(&answer.stdout);
        assert!(said.contains("would be added"), "{said}");
    }
    let answer = place.import("pupils", PUPILS, &[]);
    let said = text(&answer.stdout);
    assert!(said.contains("added") && !said.contains("would"), "{said}");
    let again = text(&place.import("pupils", PUPILS, &[]).stdout);
    assert!(again.contains("unchanged"), "{again}");
}

#[test]
fn every_file_of_the_school_comes_in_and_its_report_counts_each_row_once() {
    let place = Place::new();
    let files = [("pupils", PUPILS), ("staff", STAFF)];
    let calendars = TERMS.map(|file| ("calendar", file));
    for (kind, file) in files.into_iter().chain(calendars) {
        let dry = place.report(kind, file, &["--dry-run"]);
        let done = place.report(kind, file, &[]);
        let count = |report: &serde_json::Value, what: &str| {
            report[what]
                .as_u64()
                .unwrap_or_else(|| panic!("no '{what}' in {report}"))
        };
        assert_eq!(count(&dry, "total"), count(&done, "total"), "{file}");
        assert!(count(&done, "total") > 0, "{file}");
        let sum = count(&done, "accepted") + count(&done, "rejected");
        assert_eq!(
            sum,
            count(&done, "total"),
            "{file}: each row is taken or refused"
        );
        let code = place.import(kind, file, &["--dry-run"]).status.code();
        let wanted = i32::from(count(&done, "rejected") != 0);
        assert_eq!(code, Some(wanted), "{file}");
    }
}

#[test]
fn a_report_for_programs_names_nobody() {
    let place = Place::new();
    let answer = place.import("pupils", PUPILS, &["--report", "json", "--dry-run"]);
    let said = text(&answer.stdout);
    let table = std::fs::read_to_string(PUPILS).expect("the file");
    for row in table.lines().skip(1).take(40) {
        for cell in row.split(',').take(4).filter(|cell| cell.len() > 3) {
            assert!(
                !said.contains(&format!("\"{cell}\"")),
                "'{cell}' is in the report"
            );
        }
    }
}

#[test]
fn an_unknown_school_or_a_missing_file_is_wrong_use() {
    let place = Place::new();
    let unknown = run(&[
        "import",
        "pupils",
        PUPILS,
        "--school",
        "111111",
        "--database",
        &place.database,
    ]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("111111"));
    let missing = place.import("pupils", "/nowhere.csv", &[]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("/nowhere.csv"));
}
