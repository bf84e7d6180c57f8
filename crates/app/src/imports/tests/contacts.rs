//! Lists that come in over a contact who is kept apart or has an account: they
//! move no restriction to anybody else, and leave none behind.

use domain::{
    account::{AccountKind, PersonName, SchoolRoles},
    contact::{Contact, Restriction, RestrictionKind},
    id::AccountId,
    text::Line,
};
use jiff::civil::date;
use testkit::on_both;
use uuid::Uuid;

use super::{Kind, World, accounts};
use crate::imports::changes::Clash;

const HEAD: &str = "UPN,Adno,Surname,Forename,DOB,Year,Reg,\
Contact 1 Name,Contact 1 Relationship,Contact 1 Parental Responsibility,Contact 1 Telephone,\
Contact 2 Name,Contact 2 Relationship,Contact 2 Parental Responsibility,Contact 2 Telephone\n";
const DANA: &str = "Dana Tidewell,Mother,Y,07700 900001";
const ZEB: &str = "Zebedee Otherdad,Father,Y,07700 900002";

fn file(first: &str, second: &str) -> Vec<u8> {
    let pupil = "Y998200218001,004101,Tidewell,Rowan,28/02/2014,8,8K";
    format!("{HEAD}{pupil},{first},{second}\n").into_bytes()
}

fn list(rows: &[&str]) -> Vec<u8> {
    let head = "Adno,Contact Name,Relationship,Parental Responsibility,Telephone,Email\n";
    let rows: Vec<String> = rows.iter().map(|row| format!("004101,{row}\n")).collect();
    format!("{head}{}", rows.concat()).into_bytes()
}

/// Rowan with both parents, and his father kept apart.
fn kept_apart(world: &World) -> Contact {
    world.import(Kind::Pupils, &file(DANA, ZEB));
    let father = named(world, "Zebedee Otherdad").unwrap();
    let restriction = Restriction {
        kind: RestrictionKind::Apart,
        from: date(2026, 10, 1),
        until: None,
        seen_by: AccountId::new(Uuid::from_u128(2)),
        words: None,
        ended: None,
    };
    let now = world.app.clock().now();
    let key = (world.school, father.id);
    let done = world
        .app
        .db()
        .write(|tx| store::contacts::restrict(tx, key, &restriction, now));
    done.unwrap();
    father
}

fn named(world: &World, name: &str) -> Option<Contact> {
    let mut all = world.contacts().into_iter();
    all.find(|one| one.name.full.as_str() == name)
}

/// Nobody but Rowan's mother and father stands there, each as they were.
fn unmoved(world: &World, father: &Contact, why: &str) {
    assert_eq!(world.contacts().len(), 2, "{why}");
    let still = named(world, "Zebedee Otherdad").unwrap_or_else(|| panic!("renamed by {why}"));
    assert_eq!(
        (still.id, still.relationship),
        (father.id, father.relationship),
        "{why}"
    );
    assert!(named(world, "Dana Tidewell").is_some(), "{why}");
}

#[test]
fn a_row_before_his_own_never_takes_a_restricted_fathers_place() {
    on_both(|engine| {
        let world = World::on(engine);
        let father = kept_apart(&world);
        // The stepfather is written first, with the telephone they all share.
        let step = "Sid Stepdad,Father,Y,07700 900002";
        for (kind, bytes) in [
            (Kind::Pupils, file(step, ZEB)),
            (
                Kind::Contacts,
                list(&[
                    "Sid Stepdad,Father,Yes,07700 900002,",
                    "Zebedee Otherdad,Father,Yes,07700 900002,",
                ]),
            ),
        ] {
            let (_, changes) = world.preview(kind, &bytes);
            assert_eq!(changes.clashes.len(), 1, "somebody has to look");
            assert_eq!(changes.clashes[0].clash, Clash::MayBeKnown);
            world.import(kind, &bytes);
            unmoved(&world, &father, "the stepfather");
        }
    });
}

#[test]
fn a_title_or_the_order_of_words_finds_the_restricted_father_himself() {
    on_both(|engine| {
        let world = World::on(engine);
        let father = kept_apart(&world);
        for name in [
            "Mr Zebedee Otherdad",
            "OTHERDAD Zebedee",
            "Dr. Otherdad  Zebedee",
        ] {
            let row = format!("{name},Father,Y,07700 900003");
            let (_, changes) = world.preview(Kind::Pupils, &file(DANA, &row));
            assert!(changes.clashes.is_empty(), "{name}");
            world.import(Kind::Pupils, &file(DANA, &row));
            unmoved(&world, &father, name);
        }
        let father = named(&world, "Zebedee Otherdad").unwrap();
        assert_eq!(father.reach.phone.unwrap().as_str(), "07700 900003");
    });
}

#[test]
fn whoever_may_be_a_restricted_contact_is_left_for_a_person() {
    on_both(|engine| {
        let world = World::on(engine);
        let father = kept_apart(&world);
        for row in [
            "Z Otherdad,,Yes,,",
            "Zebedee Newname,Carer,Yes,,",
            "Someone New,Father,Yes,,",
            "Someone New,Carer,Yes,+44 7700 900002,",
            "Zebedee Otherdad,Step Father,Yes,,",
        ] {
            let (_, changes) = world.preview(Kind::Contacts, &list(&[row]));
            assert_eq!(changes.clashes.len(), 1, "{row}");
            assert!(
                changes.added.is_empty() && changes.changed.is_empty(),
                "{row}"
            );
            world.import(Kind::Contacts, &list(&[row]));
            unmoved(&world, &father, row);
        }
        // Somebody who is like nobody here comes in as ever.
        let done = world.import(Kind::Contacts, &list(&["Gran Smith,Relative,No,,"]));
        assert_eq!((done.counts.added, world.contacts().len()), (1, 3));
    });
}

#[test]
fn a_contact_with_an_account_keeps_their_name_and_is_known_by_it_alone() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, &file(DANA, ZEB));
        let dana = named(&world, "Dana Tidewell").unwrap();
        let id = AccountId::new(Uuid::from_u128(77));
        let email: domain::account::Email = "dana@home.example".parse().unwrap();
        let name = PersonName::new(Line::new("Dana Tidewell").unwrap());
        let account = accounts::AccountRow {
            roles: SchoolRoles::NONE,
            ..accounts::AccountRow::new(world.school, id, email.clone(), &name, AccountKind::Family)
        };
        let now = world.app.clock().now();
        let done = world.app.db().write(|tx| {
            accounts::add(tx, &account, now)?;
            store::people::link_account(tx, world.school, id, &email, Some(dana.id), None)
        });
        done.unwrap();
        let other = "Dina Other,Mother,Yes,07700 900001,";
        let (_, changes) = world.preview(Kind::Contacts, &list(&[other]));
        assert_eq!((changes.clashes.len(), changes.changed.len()), (1, 0));
        for row in [other, "Mrs Dana Tidewell,Mother,Yes,07700 900001,"] {
            world.import(Kind::Contacts, &list(&[row]));
            assert_eq!(named(&world, "Dana Tidewell").unwrap().id, dana.id, "{row}");
            assert_eq!(world.contacts().len(), 2, "{row}");
        }
    });
}
