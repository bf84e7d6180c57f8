//! A file is brought in, a telephone put right, the next file says a third
//! number, and the office chooses: in the browser, with JavaScript and without.

use std::{fs, path::PathBuf};

use testkit::{Engine, JavaScript, Visitor};

use crate::rooms::{OFFICE, World};

const LIST: &str = "Adno,Surname,Forename,DOB,Year,Reg,Contact 1 Name,Contact 1 Relationship,Contact 1 Telephone\n\
    004102,Marrow,Elsie,1/3/2014,7,7T,Nora Marrow,Mother,01632 960001\n";

/// A file to attach.
fn kept(name: &str, words: &str) -> PathBuf {
    let place = std::env::temp_dir().join(format!("mainstay-roll-{}", std::process::id()));
    fs::create_dir_all(&place).unwrap();
    let file = place.join(name);
    fs::write(&file, words).unwrap();
    file
}

fn brings(visitor: &Visitor, name: &str, words: &str) {
    visitor.go("/settings/imports");
    visitor.choose("Pupils and their contacts");
    visitor.attach("The file", &kept(name, words));
    visitor.press("Look at the file");
    visitor.is_at("Check before you import");
}

#[test]
fn a_telephone_that_was_put_right_outlives_the_next_file_until_somebody_chooses() {
    for script in [JavaScript::On, JavaScript::Off] {
        let world = World::new(Engine::Sqlite).with_office();
        let served = world.town.served();
        let visitor = Visitor::at(&served);
        visitor.carries(&World::cookie(OFFICE));
        visitor.javascript(script);
        brings(&visitor, "pupils.csv", LIST);
        visitor.press("Import 1 pupil");
        visitor.go("/pupils");
        visitor.fill("Name or class", "marrow");
        visitor.press("Find");
        visitor.press("Elsie Marrow");
        visitor.is_at("Elsie Marrow");
        visitor.sees("From pupils.csv, brought in by Grace Oakley");
        visitor.press("Put right telephone of Nora Marrow");
        visitor.fill("What is right?", "01632 960009");
        visitor.fill("How do you know?", "She rang with a new number");
        visitor.press("Save");
        visitor.is_at("Elsie Marrow");
        visitor.sees("The school’s system says 01632 960001");

        brings(
            &visitor,
            "pupils-two.csv",
            &LIST.replace("960001", "960333"),
        );
        visitor.sees("01632 960009, put right here, stays for now");
        visitor.press("Import 1 pupil");
        visitor.go("/pupils");
        visitor.sees("To choose");
        visitor.press("Elsie Marrow");
        visitor.sees("Nora Marrow, telephone: which is right?");
        visitor.press("Take the school system’s");
        visitor.sees("The school system’s value is taken");
        assert!(visitor.shows("01632 960333"), "{}", visitor.text());
        visitor.go("/pupils");
        assert!(!visitor.shows("To choose"));
    }
}
