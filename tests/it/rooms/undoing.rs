//! An import is taken back on its page.

use app::imports::{
    Kind,
    confirm::{ConfirmImport, Missing},
    preview::{PreviewImport, look_and_keep},
};
use domain::id::ImportId;
use testkit::Engine;

use super::world::{AMINA, HERE, OFFICE, World, id};

const LIST: &str = "UPN,Adno,Surname,Forename,DOB,Year\n,004102,Marrow,Elsie,1/3/2014,7\n";

fn imported(world: &World) -> ImportId {
    let app = world.app();
    let run = || {
        let office = app.operator(id(HERE));
        let preview = PreviewImport {
            kind: Kind::Pupils,
            file_name: "pupils.csv".into(),
            bytes: LIST.as_bytes().to_vec(),
        };
        let import = look_and_keep(app, &office, preview).unwrap().unwrap();
        let missing = Missing::Stay;
        app.execute(&office, ConfirmImport { import, missing })
            .unwrap();
        import
    };
    std::thread::scope(|scope| scope.spawn(run).join().unwrap())
}

#[test]
fn the_office_takes_an_import_back_and_nobody_else_can() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        let import = imported(&world);
        let path = format!("/settings/imports/{import}");
        let mut amina = world.browser(AMINA);
        let page = amina.get(&path);
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("Undo this import"));

        let mut office = world.browser(OFFICE);
        let open = office.get(&path);
        let page = &open;
        assert!(
            page.text().contains("until Thursday 10 December"),
            "{}",
            page.text()
        );
        let page = office.press(&open, "Undo this import", &[]);
        assert_eq!(page.status, 200);
        assert_eq!(page.path, path);
        assert!(
            page.text().contains("Everything is as it was before"),
            "{}",
            page.text()
        );
        assert!(!page.text().contains("Undo this import"));

        // Pressed again from a page that was still open.
        let page = office.press(&open, "Undo this import", &[]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("undone already"), "{}", page.text());
    }
}
