//! A watched folder: files that are put there come in by themselves, one that
//! cannot be read is put aside with a note, and a plug pulled in the middle of
//! it leaves nothing half done.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::{
    client::{Answer, Client},
    program::{Program, URN, command, is_sound, run, text, wait},
};

/// A school with a folder that its server offers.
struct Place {
    home: tempfile::TempDir,
    database: String,
}

impl Place {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let database = format!("sqlite:{}", home.path().join("school.db").display());
        fs::create_dir(home.path().join("nightly")).expect("a folder");
        let place = Self { home, database };
        let settings = format!(
            "[[folders]]\nschool = \"{URN}\"\npath = \"{}\"\nsettle_seconds = 1\n",
            place.folder().display()
        );
        fs::write(place.settings(), settings).expect("settings");
        place
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("nightly")
    }

    fn settings(&self) -> PathBuf {
        self.home.path().join("mainstay.toml")
    }

    fn start(&self) -> Program {
        let mut serve = command();
        serve
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(&self.database)
            .arg("--config")
            .arg(self.settings());
        Program::from(serve)
    }
}

fn set_up(amina: &mut Client) {
    let made = amina.fill_in(
        "/settings/feeds/new",
        &[
            ("name", "Nightly files"),
            ("source", "nightly"),
            ("holds", "auto"),
            ("rhythm", "school_days"),
            ("stores", "alone"),
        ],
    );
    assert_eq!(made.expect("an answer").status, 303);
}

/// Waits until a page says something.
fn until(amina: &mut Client, path: &str, words: &str) -> Answer {
    let deadline = Instant::now() + Duration::from_mins(1);
    loop {
        let page = amina.get(path).expect("an answer");
        if page.text.contains(words) {
            return page;
        }
        assert!(Instant::now() < deadline, "never said '{words}'");
        wait(Duration::from_millis(200));
    }
}

/// Waits until a file is there.
fn there(path: &Path) {
    let deadline = Instant::now() + Duration::from_mins(1);
    while !path.exists() {
        assert!(Instant::now() < deadline, "never there: {}", path.display());
        wait(Duration::from_millis(100));
    }
}

fn list(pupils: usize) -> String {
    let mut list = "Adno,Surname,Forename,DOB,Year,Reg\n".to_owned();
    for n in 0..pupils {
        let _ = writeln!(list, "{:06},Marrow,Elsie {n},1/3/2014,7,7T", 1000 + n);
    }
    list
}

#[test]
fn a_file_put_into_the_folder_at_night_is_on_the_pages_in_the_morning() {
    let place = Place::new();
    let program = place.start();
    let mut amina = program.moved_in();
    set_up(&mut amina);
    // The marks are there first; they are about pupils who come after them.
    let marks = "Adno,Date,Session,Mark\n001000,3/11/2025,AM,/\n001001,3/11/2025,AM,I\n";
    fs::write(place.folder().join("attendance.csv"), marks).expect("a file");
    fs::write(place.folder().join("pupils.csv"), list(30)).expect("a file");
    fs::write(place.folder().join("half.csv.part"), "Adno").expect("a file");
    until(&mut amina, "/settings/feeds", "2 marks were added");
    let settings = amina.get("/settings").expect("an answer");
    assert!(settings.text.contains("30 pupils"), "{}", settings.text);
    for name in ["pupils.csv", "attendance.csv"] {
        there(&place.folder().join("done").join(name));
    }
    assert!(place.folder().join("half.csv.part").exists());

    // What cannot be read is put aside, with a note in plain words.
    fs::write(place.folder().join("pupils.csv"), "%PDF-1.7 no list").expect("a file");
    let note = place.folder().join("refused").join("pupils.csv.txt");
    there(&note);
    let note = fs::read_to_string(note).expect("a note");
    assert!(
        note.starts_with("Mainstay did not import this file on"),
        "{note}"
    );
    until(&mut amina, "/settings", "could not be read");

    // A folder that is gone is said, and nothing else stops.
    fs::rename(place.folder(), place.home.path().join("elsewhere")).expect("moved");
    until(&mut amina, "/settings/feeds", "The folder is not there");
}

#[test]
fn the_plug_pulled_in_the_middle_of_an_import_leaves_nothing_and_it_is_taken_again() {
    let place = Place::new();
    let mut program = place.start();
    let mut amina = program.moved_in();
    set_up(&mut amina);
    let all = 4000;
    fs::write(place.folder().join("pupils.csv"), list(all)).expect("a file");
    for round in 0..6_u64 {
        // Spread over the time it takes to notice, read and store it.
        wait(Duration::from_millis(1200 + round * 350));
        program.cut();
        assert!(is_sound(&place.database), "round {round}");
        program = place.start();
        amina.moves_to(program.address());
        let page = amina.get("/settings").expect("an answer").text;
        let whole = page.contains(&format!("{all} pupils"));
        assert!(
            whole || page.contains("0 pupils"),
            "round {round}: half of it"
        );
    }
    until(&mut amina, "/settings", &format!("{all} pupils"));
    there(&place.folder().join("done").join("pupils.csv"));
}

#[test]
fn a_folder_that_is_named_wrongly_is_one_sentence() {
    for wrong in ["990001=nightly", "/srv/nightly", "kb=/srv/nightly"] {
        let answer = run(&["serve", "--listen", "127.0.0.1:0", "--folder", wrong]);
        assert_eq!(answer.status.code(), Some(2), "{wrong}");
        let said = text(&answer.stderr);
        assert_eq!(said.trim().lines().count(), 1, "{said}");
    }
}
