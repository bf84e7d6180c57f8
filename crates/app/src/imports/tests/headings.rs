//! Saying what the columns of a file are.

use testkit::on_both;

use super::{Kind, Missing, World};
use crate::{
    Refusal,
    imports::{
        forget::ForgetImport,
        headings::{FileHeadings, LookAgain},
        preview::{KeepFile, Previewed},
        view::{RunStage, ViewImport},
    },
};

const ODD: &[u8] = b"Pupil No,Last,Given,Birthday,Shoe size\n004101,Tidewell,Rowan,28/02/2014,5\n";

impl World {
    /// The file is kept though nothing of it could be read.
    fn unread(&self) -> domain::id::ImportId {
        let Ok(Previewed::Refused {
            file: Some(file), ..
        }) = self.look(Kind::Pupils, ODD)
        else {
            panic!("its headings can be named");
        };
        self.app.execute(&self.office(), KeepFile { file }).unwrap()
    }

    fn again(
        &self,
        import: domain::id::ImportId,
        said: &[(&str, &str)],
    ) -> Result<Previewed, Refusal> {
        let named = said
            .iter()
            .map(|(heading, field)| ((*heading).to_owned(), (*field).to_owned()))
            .collect();
        let answer = self.app.fetch(&self.office(), LookAgain { import, named });
        answer.map(|fetched| fetched.answer)
    }
}

const SAID: [(&str, &str); 4] = [
    ("Pupil No", "adno"),
    ("Last", "surname"),
    ("Given", "forename"),
    ("Birthday", "dob"),
];

#[test]
fn a_file_is_read_by_headings_that_were_named_and_so_is_the_next_one() {
    on_both(|engine| {
        let world = World::on(engine);
        let import = world.unread();
        let view = world.app.fetch(&world.office(), ViewImport { import });
        let stage = view.unwrap().answer.line.stage;
        assert!(matches!(stage, RunStage::Unread { .. }), "{stage:?}");
        let view = world.app.fetch(&world.office(), FileHeadings { import });
        let view = view.unwrap().answer;
        let unknown: Vec<&str> = view
            .unknown
            .iter()
            .map(|(one, _)| one.written.as_str())
            .collect();
        assert_eq!(
            unknown,
            ["Pupil No", "Last", "Given", "Birthday", "Shoe size"]
        );
        assert_eq!(view.unknown[0].0.sample, "004101");

        // One column is still not named.
        let few = world.again(import, &SAID[..3]).unwrap();
        assert!(matches!(few, Previewed::Refused { .. }));
        let Previewed::Read { file, counts, .. } = world.again(import, &SAID).unwrap() else {
            panic!("every column is named");
        };
        assert_eq!(counts.added, 1);
        let again = world
            .app
            .execute(&world.office(), KeepFile { file })
            .unwrap();
        let forget = ForgetImport { import };
        world.app.execute(&world.office(), forget).unwrap();
        world.confirm(again, Missing::Stay).unwrap();
        assert_eq!(world.pupils()[0].name.family.as_str(), "Tidewell");

        // Remembered for the next file of the kind.
        assert_eq!(world.import(Kind::Pupils, ODD).counts.same, 1);
    });
}

#[test]
fn what_is_not_a_table_or_lacks_nothing_is_not_kept_for_naming() {
    on_both(|engine| {
        let world = World::on(engine);
        for (kind, bytes) in [
            (Kind::Pupils, &b"%PDF-1.7"[..]),
            (Kind::Pupils, b"UPN,UPN,Surname\n"),
            (Kind::Ctf, b"<x/>"),
        ] {
            let looked = world.look(kind, bytes).unwrap();
            assert!(
                matches!(looked, Previewed::Refused { file: None, .. }),
                "{kind:?}"
            );
        }
        let import = world.unread();
        let forget = ForgetImport { import };
        world.app.execute(&world.office(), forget).unwrap();
        let gone = world.app.fetch(&world.office(), FileHeadings { import });
        assert!(matches!(gone, Err(Refusal::NotFound)));
        assert!(matches!(world.again(import, &SAID), Err(Refusal::NotFound)));
    });
}
