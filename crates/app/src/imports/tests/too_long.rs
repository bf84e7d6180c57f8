//! Rows that read well and hold more than can be kept: a person looks at them.

use testkit::{Engine, on_both};

use super::{Kind, Missing, World};
use crate::imports::{changes::Clash, view::ViewImport};

const ROWAN: &str =
    "UPN,Adno,Surname,Forename,DOB\nY998200218001,004101,Tidewell,Rowan,28/02/2014\n";

#[test]
fn a_name_far_too_long_is_left_for_a_person_and_nobody_is_missing_for_it() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN.as_bytes());
        let long = ROWAN.replace("Tidewell", &"Tidewell ".repeat(20));
        let (import, changes) = world.preview(Kind::Pupils, long.as_bytes());
        let [clashed] = changes.clashes.as_slice() else {
            panic!("one row to look at")
        };
        assert_eq!((clashed.line, clashed.clash), (2, Clash::TooLong));
        assert!(changes.missing.is_empty() && changes.changed.is_empty());
        assert!(
            world
                .confirm(import, Missing::Stay)
                .unwrap()
                .counts
                .unchanged()
        );
        assert_eq!(world.pupils()[0].name.family.as_str(), "Tidewell");
        let view = world.app.fetch(&world.office(), ViewImport { import });
        let view = view.unwrap().answer;
        assert_eq!((view.refused.len(), view.clashes.len()), (0, 1));
        assert_eq!(view.total, 1);
    });
}

#[test]
fn types_numbers_and_codes_far_too_long_are_left_for_a_person() {
    let world = World::on(Engine::Sqlite);
    world.import(Kind::Pupils, ROWAN.as_bytes());
    let long = "x".repeat(600);
    for (kind, text) in [
        (
            Kind::Behaviour,
            format!("Adno,Date,Type\n4101,2/9/2026,{long}\n"),
        ),
        (
            Kind::Behaviour,
            format!("Adno,Date,Type,ID\n4101,2/9/2026,Late,{long}\n"),
        ),
        (Kind::Contacts, format!("Adno,Contact Name\n4101,{long}\n")),
        (
            Kind::Staff,
            format!("Staff ID,Forename,Surname\n{long},Joel,Petrie\n"),
        ),
        (
            Kind::Staff,
            format!("Staff Code,Forename,Surname\nJP,{long},Petrie\n"),
        ),
        (
            Kind::Pupils,
            format!("UPN,Adno,Surname,Forename,DOB\n,{long},Marrow,Elsie,1/2/2014\n"),
        ),
    ] {
        let (_, changes) = world.preview(kind, text.as_bytes());
        let clashes: Vec<Clash> = changes.clashes.iter().map(|one| one.clash).collect();
        assert_eq!(clashes, [Clash::TooLong], "{kind:?}");
        assert!(changes.added.is_empty(), "{kind:?}");
    }
}

#[test]
fn words_are_made_fit_for_one_line_when_they_are_kept() {
    let world = World::on(Engine::Sqlite);
    let text = ROWAN.replace("Tidewell", "\"Tide\n  \u{202e}well\"");
    world.import(Kind::Pupils, text.as_bytes());
    assert_eq!(world.pupils()[0].name.family.as_str(), "Tide well");
    let text = "Adno,Date,Type,Location\n4101,2/9/2026,\"Late\n again\",B  12\n";
    world.import(Kind::Behaviour, text.as_bytes());
    let always = (jiff::civil::date(2000, 1, 1), jiff::civil::date(2100, 1, 1));
    let stored = world.read(|tx| store::register::incidents(tx, world.school, always));
    assert_eq!(stored[0].kind, "Late again");
    assert_eq!(stored[0].location.as_deref(), Some("B 12"));
}
