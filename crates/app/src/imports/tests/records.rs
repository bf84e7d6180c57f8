//! What happened to pupils, and pupils from another school.

use domain::contact::Known;
use jiff::civil::{Date, date};
use store::register;
use testkit::on_both;

use super::{Kind, Missing, PUPILS, World};

const BEHAVIOUR: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/behaviour_incidents_autumn_2025.csv");
const SUSPENSIONS: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/suspensions_autumn_2025.csv");
const ATTENDANCE: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/attendance_marks_autumn_2025.csv");
const JOINING: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/ctf/9982001_CTF_9984001_001.xml");
const LEAVING: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/ctf/9984001_CTF_XXXXXXX_001.xml");

const ALWAYS: (Date, Date) = (date(2000, 1, 1), date(2100, 1, 1));

fn added(world: &World, kind: Kind, bytes: &[u8]) -> usize {
    let first = world.import(kind, bytes).counts;
    assert_eq!((first.changed, first.same), (0, 0), "{kind:?}");
    let again = world.import(kind, bytes).counts;
    assert!(again.unchanged(), "{kind:?}");
    assert_eq!(again.same, first.added, "{kind:?}");
    first.added
}

#[test]
fn an_autumn_comes_in_and_the_same_files_again_change_nothing() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, PUPILS);
        assert_eq!(added(&world, Kind::Behaviour, BEHAVIOUR), 930);
        assert_eq!(added(&world, Kind::Suspensions, SUSPENSIONS), 27);
        // The head of the register: the rest is more of the same.
        let lines = ATTENDANCE.split_inclusive(|byte| *byte == b'\n').take(601);
        let head: Vec<u8> = lines.flatten().copied().collect();
        assert_eq!(added(&world, Kind::Attendance, &head), 600);
        let marks = world.read(|tx| register::marks(tx, world.school, ALWAYS));
        assert_eq!(marks.len(), 600);
        let events = world.events();
        let records = events
            .iter()
            .filter(|event| event.starts_with("records_imported "));
        assert_eq!(records.count(), 3, "{events:?}");
    });
}

const ROWAN: &[u8] =
    b"UPN,Adno,Surname,Forename,DOB,Year\nY998200218001,004101,Tidewell,Rowan,28/02/2014,8\n";

#[test]
fn a_later_file_changes_what_is_different_and_blanks_nothing() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN);
        let head = "Incident ID,Adno,Date,Type,Points,Location,Comments\n";
        let first = format!("{head}7,4101,2/9/2026,Bullying,-3,Yard,Words\n");
        world.import(Kind::Behaviour, first.as_bytes());
        let second = format!("{head}7,4101,2/9/2026,Bullying,-5,,\n,4101,3/9/2026,Uniform,,,\n");
        let counts = world.import(Kind::Behaviour, second.as_bytes()).counts;
        assert_eq!((counts.added, counts.changed, counts.same), (1, 1, 0));
        let incidents = world.read(|tx| register::incidents(tx, world.school, ALWAYS));
        let bullying = incidents
            .iter()
            .find(|row| row.source_key == "id:7")
            .unwrap();
        assert_eq!(
            (bullying.points, bullying.location.as_deref()),
            (-5, Some("Yard"))
        );
        assert_eq!(bullying.words.as_deref(), Some("Words"));

        let head = "UPN,Date,Session,Mark,Minutes Late\n";
        let late = format!("{head}Y998200218001,2/9/2026,AM,L,7\n");
        world.import(Kind::Attendance, late.as_bytes());
        let ill = format!("{head}Y998200218001,2/9/2026,AM,I,\n");
        assert_eq!(
            world
                .import(Kind::Attendance, ill.as_bytes())
                .counts
                .changed,
            1
        );
        let marks = world.read(|tx| register::marks(tx, world.school, ALWAYS));
        // Nobody is ill seven minutes late.
        assert_eq!((marks[0].mark.as_str(), marks[0].minutes_late), ("I", None));
    });
}

#[test]
fn rows_about_strangers_are_refused_and_nothing_of_them_kept() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN);
        let counts = world.import(Kind::Suspensions, SUSPENSIONS).counts;
        assert!(counts.unchanged());
        let rows = world.read(|tx| register::suspensions(tx, world.school, ALWAYS));
        assert!(rows.is_empty());
    });
}

#[test]
fn pupils_of_a_transfer_file_join_and_nobody_leaves_for_it() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, PUPILS);
        let (import, changes) = world.preview(Kind::Ctf, JOINING);
        assert_eq!((changes.added.len(), changes.missing.len()), (40, 0));
        world.confirm(import, Missing::Stay).unwrap();
        assert_eq!(world.pupils().len(), 340);
        assert!(world.import(Kind::Ctf, JOINING).counts.unchanged());
        // One who is here already is known by UPN, not added again.
        let known = world.import(Kind::Ctf, LEAVING).counts;
        assert_eq!((known.added, world.pupils().len()), (0, 340));
    });
}

const CONTACTS: &[u8] =
    b"Adno,Contact Name,Relationship,Parental Responsibility,Priority,Telephone\n\
    004101,Dana Tidewell,Mother,Yes,1,01632 960001\n\
    004101,Kit Barlow,Father,,2,01632 960002\n\
    009999,Nobody Known,Mother,Yes,1,\n";

#[test]
fn a_list_of_contacts_adds_and_changes_and_takes_nobody_away() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN);
        assert_eq!(added(&world, Kind::Contacts, CONTACTS), 2);
        let stored = || world.read(|tx| store::contacts::of_school(tx, world.school));
        let order = |name: &str| {
            let all = stored();
            let found = all.iter().find(|one| one.name.full.as_str() == name);
            found.map(|one| (one.order, one.responsibility))
        };
        assert_eq!(order("Dana Tidewell"), Some((Some(1), Known::Yes)));
        assert_eq!(order("Kit Barlow"), Some((Some(2), Known::Unknown)));
        let later = b"Adno,Contact Name,Parental Responsibility\n4101,Kit Barlow,No\n";
        let counts = world.import(Kind::Contacts, later).counts;
        assert_eq!((counts.added, counts.changed, counts.same), (0, 1, 0));
        assert_eq!(order("Kit Barlow"), Some((Some(2), Known::No)));
        assert_eq!(stored().len(), 2, "whoever is not in the list stays");
    });
}
