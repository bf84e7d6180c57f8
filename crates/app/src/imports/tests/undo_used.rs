//! Taking an import back when what it brought is relied on since.

use domain::contact::{Restriction, RestrictionKind};
use domain::id::AccountId;
use jiff::civil::date;
use store::register;
use testkit::on_both;
use uuid::Uuid;

use super::{Kind, World};
use crate::imports::undo::Undone;

const HEAD: &str =
    "Adno,Surname,Forename,DOB,Contact 1 Name,Contact 1 Relationship,Contact 1 Telephone\n";
const KIT: &str = "4101,Marrow,Elsie,1/3/2014,Kit Marrow,Father,01632 960203\n";

fn list(row: &str) -> Vec<u8> {
    format!("{HEAD}{row}").into_bytes()
}

#[test]
fn a_restriction_never_passes_to_another_name() {
    on_both(|engine| {
        let world = World::on(engine);
        world.stored(Kind::Pupils, &list(KIT));
        let renamed = list(&KIT.replace("Kit Marrow", "Rob Sorrel"));
        let import = world.stored(Kind::Pupils, &renamed);
        let rob = world.contacts().remove(0);
        assert_eq!(rob.name.full.as_str(), "Rob Sorrel");
        let restriction = Restriction {
            kind: RestrictionKind::NoContact,
            from: date(2026, 11, 1),
            until: None,
            seen_by: AccountId::new(Uuid::from_u128(2)),
            words: None,
            ended: None,
        };
        let now = world.app.clock().now();
        world
            .app
            .db()
            .write(|tx| store::contacts::restrict(tx, (world.school, rob.id), &restriction, now))
            .unwrap();
        assert_eq!(world.undo(import).unwrap(), Undone { back: 0, stay: 1 });
        let of_pupil =
            |tx: &mut store::Tx<'_>| store::contacts::of_pupil(tx, world.school, rob.pupil);
        let contact = world.read(of_pupil).remove(0);
        assert_eq!(contact.name.full.as_str(), "Rob Sorrel");
        assert_eq!(contact.restrictions.len(), 1);
    });
}

#[test]
fn a_number_that_was_given_on_stays_with_whoever_has_it() {
    on_both(|engine| {
        let world = World::on(engine);
        let row = |adno: &str, name: &str| {
            format!("UPN,Adno,Surname,Forename,DOB\nY998200218001,{adno},Marrow,{name},1/3/2014\n")
        };
        world.stored(Kind::Pupils, row("9001", "Ann").as_bytes());
        let import = world.stored(Kind::Pupils, row("9104", "Ann").as_bytes());
        let other = "Adno,Surname,Forename,DOB\n9001,Quill,Ben,1/4/2014\n";
        world.stored(Kind::Pupils, other.as_bytes());
        assert_eq!(world.undo(import).unwrap(), Undone { back: 0, stay: 1 });
        assert_eq!(world.pupils().len(), 2);
    });
}

#[test]
fn what_an_undone_file_brought_does_not_come_back_with_a_later_one() {
    on_both(|engine| {
        let world = World::on(engine);
        world.stored(Kind::Pupils, &list(KIT));
        let mark = |mark: &str| format!("Adno,Date,Session,Mark\n4101,03/11/2026,AM,{mark}\n");
        let first = world.stored(Kind::Attendance, mark("U").as_bytes());
        let second = world.stored(Kind::Attendance, mark("O").as_bytes());
        assert_eq!(world.undo(first).unwrap(), Undone { back: 0, stay: 1 });
        assert_eq!(world.undo(second).unwrap(), Undone { back: 1, stay: 0 });
        let always = (date(2000, 1, 1), date(2100, 1, 1));
        let marks = world.read(|tx| register::marks(tx, world.school, always));
        assert!(marks.is_empty());
    });
}
