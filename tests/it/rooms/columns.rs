//! Saying what the columns of a file are, on its page.

use app::imports::{
    Kind,
    preview::{KeepFile, PreviewImport, Previewed},
};
use domain::id::ImportId;
use testkit::Engine;

use super::world::{AMINA, HERE, OFFICE, World, id};

const ODD: &str = "Pupil No,Last,Given,Birthday\n004101,Marrow,Elsie,1/3/2014\n";

/// A file that waits for its headings to be named.
pub fn unread(world: &World) -> ImportId {
    let app = world.app();
    let run = || {
        let office = app.operator(id(HERE));
        let preview = PreviewImport {
            kind: Kind::Pupils,
            file_name: "pupils.csv".into(),
            bytes: ODD.as_bytes().to_vec(),
        };
        let Previewed::Refused {
            file: Some(file), ..
        } = app.fetch(&office, preview).unwrap().answer
        else {
            panic!("its headings can be named");
        };
        app.execute(&office, KeepFile { file }).unwrap()
    };
    std::thread::scope(|scope| scope.spawn(run).join().unwrap())
}

#[test]
fn the_office_says_what_each_column_is_and_sees_what_would_change() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        let import = unread(&world);
        let path = format!("/settings/imports/{import}/headings");
        let mut amina = world.browser(AMINA);
        assert_eq!(amina.get(&path).status, 403);

        let mut office = world.browser(OFFICE);
        let page = office.get(&format!("/settings/imports/{import}"));
        assert_eq!(page.path, path);
        assert!(
            page.text().contains("For example: 1/3/2014"),
            "{}",
            page.text()
        );

        // Nothing is chosen, then one field twice.
        let page = office.press(&page, "Read the file again", &[]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("no column for"), "{}", page.text());
        let twice = [("heading-0", "adno"), ("heading-1", "adno")];
        let page = office.press(&page, "Read the file again", &twice);
        assert_eq!(page.status, 422);
        assert!(
            page.text().contains("for one column only"),
            "{}",
            page.text()
        );

        let said = [
            ("heading-0", "adno"),
            ("heading-1", "surname"),
            ("heading-2", "forename"),
            ("heading-3", "dob"),
        ];
        let page = office.press(&page, "Read the file again", &said);
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(
            page.text().contains("This would add 1 pupil"),
            "{}",
            page.text()
        );
        let page = office.press(&page, "Import 1 pupil", &[]);
        assert!(page.text().contains("1 pupil was added"), "{}", page.text());
        // The file as it came first is not kept beside it.
        assert_eq!(office.get(&path).status, 404);
    }
}
