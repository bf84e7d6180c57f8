//! `mainstay check`: nought when all is well, one when it is not.

use std::{
    io::{Seek, SeekFrom, Write},
    path::Path,
};

use store::Db;

use crate::program::{Program, run, text};

fn lived_in(file: &Path) -> String {
    let database = format!("sqlite:{}", file.display());
    let mut program = Program::start(&database);
    program.moved_in();
    program.ask_to_stop();
    program.ended();
    database
}

#[test]
fn a_sound_database_gives_nought_and_says_what_was_looked_at() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = lived_in(&folder.path().join("school.db"));
    let answer = run(&["check", "--database", &database]);
    let said = text(&answer.stdout);
    assert_eq!(answer.status.code(), Some(0), "{said}");
    for looked_at in ["database file", "foreign keys", "migrations", "event chain"] {
        assert!(said.contains(looked_at), "'{looked_at}' is not in: {said}");
    }
}

#[test]
fn a_row_changed_behind_the_programs_back_gives_one_and_says_which() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = lived_in(&folder.path().join("school.db"));
    let db = Db::open(&database).expect("the database");
    for sql in [
        "drop trigger event_stays_as_written",
        "update event set actor = 'somebody else' where seq = 1",
    ] {
        db.write(|tx| tx.run(sql, &[]))
            .expect("somebody with the keys can");
    }
    drop(db);
    let answer = run(&["check", "--database", &database]);
    let said = text(&answer.stdout);
    assert_eq!(answer.status.code(), Some(1), "{said}");
    assert!(
        said.contains("FAULTY") && said.contains("was changed"),
        "{said}"
    );
}

#[test]
fn a_page_overwritten_on_the_disk_gives_one_and_no_panic() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("school.db");
    let database = lived_in(&file);
    let mut bytes = std::fs::OpenOptions::new()
        .write(true)
        .open(&file)
        .expect("the file");
    bytes.seek(SeekFrom::Start(4096 * 5)).expect("a page");
    bytes.write_all(&[0xA5; 4096 * 3]).expect("noise");
    drop(bytes);
    let answer = run(&["check", "--database", &database]);
    let said = text(&answer.stdout) + &text(&answer.stderr);
    assert_eq!(answer.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn a_file_that_is_no_database_or_is_not_there_gives_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let letter = folder.path().join("letter.db");
    std::fs::write(&letter, "Dear all, ".repeat(1000)).expect("a letter");
    for file in [letter, folder.path().join("missing.db")] {
        let answer = run(&["check", "--database", &format!("sqlite:{}", file.display())]);
        assert_eq!(answer.status.code(), Some(1));
        let said = text(&answer.stderr);
        assert_eq!(said.trim().lines().count(), 1, "{said}");
    }
}
