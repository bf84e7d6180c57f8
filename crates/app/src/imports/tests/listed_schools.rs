//! The list of schools, and what it is used for.

use store::known_schools;
use testkit::on_both;

use super::{Kind, Missing, World};

const GIAS: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/gias/edubasealldata20250903_synthetic.csv");
const CTF: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/ctf/9982001_CTF_9984001_001.xml");

#[test]
fn the_list_of_schools_is_stored_found_and_taken_back() {
    on_both(|engine| {
        let world = World::on(engine);
        let school = world.school;
        let (import, changes) = world.preview(Kind::Gias, GIAS);
        assert!(changes.notes[0].contains("123456, is not in the list"));
        assert_eq!(
            world.confirm(import, Missing::Stay).unwrap().counts.added,
            20
        );
        let found = |words: &str| world.read(|tx| known_schools::search(tx, school, words, 10));
        assert_eq!(found("brookside synthetic").len(), 1);
        assert_eq!(found("ST THÉRÈSE")[0].laestab.as_deref(), Some("9982003"));
        assert_eq!(found("990017")[0].status.label(), "Closed");
        // An academy has the number of the school it was.
        let both = world.read(|tx| known_schools::by_laestab(tx, school, "9982006"));
        let urns: Vec<&str> = both.iter().map(|one| one.urn.as_str()).collect();
        assert_eq!(urns, ["990018", "990017"]);

        assert!(world.import(Kind::Gias, GIAS).counts.unchanged());
        let text = String::from_utf8_lossy(GIAS).replace("Hilltop", "Hillside");
        let later = world.stored(Kind::Gias, text.as_bytes());
        assert_eq!(found("hillside").len(), 1);
        assert_eq!(world.undo(later).unwrap().stay, 0);
        assert_eq!((found("hillside").len(), found("hilltop").len()), (0, 1));
        assert_eq!(world.undo(import).unwrap().stay, 0);
        assert!(found("").is_empty());
    });
}

#[test]
fn a_transfer_file_for_another_school_says_whose_it_is() {
    on_both(|engine| {
        let world = World::on(engine);
        let (_, changes) = world.preview(Kind::Ctf, CTF);
        let warns = |notes: &[String]| notes.iter().any(|note| note.contains("was made for"));
        assert!(changes.notes[0].contains("the number 998/4001"));
        // With the list its name is known; and without a URN in the file, which
        // most senders leave out, our own number is.
        world.import(Kind::Gias, GIAS);
        world.is_known_as("990002");
        let text = String::from_utf8_lossy(CTF);
        let without = text.replacen("<URN>990001</URN>", "", 1);
        let (_, changes) = world.preview(Kind::Ctf, without.as_bytes());
        assert!(warns(&changes.notes));
        let (_, changes) = world.preview(Kind::Ctf, CTF);
        let note = &changes.notes[0];
        assert!(
            note.contains("Oakmere Synthetic Academy (998/4001)"),
            "{note}"
        );
        world.is_known_as("990001");
        for ours in [CTF, without.as_bytes()] {
            let (_, changes) = world.preview(Kind::Ctf, ours);
            assert!(!warns(&changes.notes));
        }
    });
}

impl World {
    /// Gives the school another number, as no action does.
    fn is_known_as(&self, urn: &'static str) {
        let done = self.app.db().write(|tx| {
            let sql = "update school set urn = ?2 where id = ?1";
            tx.run(sql, &store::params![self.school, urn])
        });
        assert_eq!(done.unwrap(), 1);
    }
}
