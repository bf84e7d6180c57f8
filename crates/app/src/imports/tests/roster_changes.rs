//! Rosters that change what is here: who is found, who is left for a person,
//! and who is gone.

use domain::{
    contact::{Known, Relationship, Restriction, RestrictionKind},
    id::{AccountId, ContactId},
};
use jiff::civil::date;
use store::{contacts, groups, imports};
use testkit::on_both;
use uuid::Uuid;

use super::{
    Kind, Missing, World,
    bundles::{
        ABARA, BORN, CLASSES, COURSES, DANA, ELSIE, ENROLLED, ORGS, ROWAN, SESSIONS, USERS, bundle,
        everybody, whole,
    },
    roster::counts,
};
use crate::{
    Refusal,
    imports::changes::{Absence, Clash, Section},
};

#[test]
fn a_pupil_is_found_by_what_the_roster_calls_them_whatever_else_has_changed() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::OneRoster, &everybody());
        let renamed = ROWAN
            .replace("Rowan,Tidewell", "Rowena,Vane")
            .replace("Y998200218001", "");
        let renamed = renamed.replace("{ADNO:004101}", "");
        let users = format!("{renamed}{ELSIE}{DANA}{ABARA}");
        let (import, changes) = world.preview(Kind::OneRoster, &whole(&users, ENROLLED, BORN));
        assert_eq!(counts(&changes, Section::Pupils).changed, 1);
        assert!(changes.clashes.is_empty());
        world.confirm(import, Missing::Stay).unwrap();
        let pupils = world.pupils();
        let rowena = pupils
            .iter()
            .find(|one| one.name.full() == "Rowena Vane")
            .unwrap();
        // An empty cell blanks nothing.
        assert_eq!(rowena.upn.as_ref().unwrap().to_string(), "Y998200218001");
        assert_eq!(
            (pupils.len(), rowena.group.as_ref().unwrap().as_str()),
            (2, "8K")
        );
        let dana = &world.contacts()[0];
        assert_eq!(
            (dana.responsibility, world.contacts().len()),
            (Known::Unknown, 1)
        );
    });
}

#[test]
fn nobody_without_a_date_of_birth_or_with_a_name_alone_is_taken_for_a_new_pupil() {
    on_both(|engine| {
        let world = World::on(engine);
        let nobody = whole(
            &format!("{ROWAN}{ELSIE}"),
            ENROLLED,
            "sourcedId,status,dateLastModified,birthDate,sex\n",
        );
        let (_, changes) = world.preview(Kind::OneRoster, &nobody);
        let clashes: Vec<Clash> = changes.clashes.iter().map(|one| one.clash).collect();
        assert_eq!(clashes, [Clash::NoBirthDate, Clash::NoBirthDate]);

        // A list knows them; the roster has no number for Elsie.
        let list = "UPN,Adno,Surname,Forename,DOB,Year\nY998200218001,004101,Tidewell,Rowan,28/02/2014,8\n,004102,Marrow,Elsie,1/3/2014,7\n";
        world.import(Kind::Pupils, list.as_bytes());
        let elsie = ELSIE.replace("{ADNO:004102}", "");
        let roster = whole(&format!("{ROWAN}{elsie}"), ENROLLED, BORN);
        let (import, changes) = world.preview(Kind::OneRoster, &roster);
        assert_eq!(changes.clashes[0].clash, Clash::MayBePupil);
        // She is in the roster, so she is not missing from it.
        assert!(changes.missing.is_empty());
        world.confirm(import, Missing::Stay).unwrap();
        assert_eq!(world.pupils().len(), 2);
        // Whoever is known needs no date of birth.
        let without = whole(
            &format!("{ROWAN}{ELSIE}"),
            ENROLLED,
            "sourcedId,status,dateLastModified,birthDate,sex\n",
        );
        let (_, changes) = world.preview(Kind::OneRoster, &without);
        assert!(changes.clashes.is_empty());
    });
}

#[test]
fn whoever_is_no_longer_in_the_roster_may_have_left_and_their_places_end() {
    on_both(|engine| {
        let world = World::on(engine);
        let (school, today) = (world.school, date(2026, 11, 10));
        world.import(Kind::OneRoster, &everybody());
        let elsie = world
            .pupils()
            .iter()
            .find(|one| one.name.full() == "Elsie Marrow")
            .unwrap()
            .id;
        let rowan = world
            .pupils()
            .iter()
            .find(|one| one.name.full() == "Rowan Tidewell")
            .unwrap()
            .id;
        let taught = |pupil| {
            world
                .read(|tx| groups::of_pupil(tx, school, pupil, today))
                .len()
        };
        assert_eq!((taught(rowan), taught(elsie)), (2, 1));

        // Elsie is still here and no longer in science; 8K has no registration.
        let fewer = ENROLLED
            .replace("e2,,,c1,o1,u2,student,,,\n", "")
            .replace("e4,,,c2,o1,u1,student,,,\n", "");
        let users = format!("{ROWAN}{ELSIE}{DANA}{ABARA}");
        let tables = [
            ("orgs", ORGS.to_owned()),
            ("academicSessions", SESSIONS.to_owned()),
            ("courses", COURSES.to_owned()),
            (
                "classes",
                CLASSES.lines().take(2).collect::<Vec<_>>().join("\n"),
            ),
            ("users", format!("{USERS}{users}")),
            ("enrollments", fewer),
        ];
        let (later, changes) = world.preview(Kind::OneRoster, &bundle("bulk", &tables));
        let in_groups = counts(&changes, Section::Groups);
        assert_eq!((in_groups.changed, in_groups.missing), (1, 1));
        world.confirm(later, Missing::Stay).unwrap();
        assert_eq!((taught(rowan), taught(elsie)), (1, 0));
        world.undo(later).unwrap();
        assert_eq!((taught(rowan), taught(elsie)), (2, 1));

        // Without Elsie more than five in a hundred are missing.
        let (import, changes) = world.preview(
            Kind::OneRoster,
            &whole(&format!("{ROWAN}{DANA}{ABARA}"), ENROLLED, BORN),
        );
        assert_eq!(
            (changes.missing.len(), changes.absence),
            (1, Absence::NotInFile)
        );
        assert!(matches!(
            world.confirm(import, Missing::Left),
            Err(Refusal::Rejected(_))
        ));
        world.confirm(import, Missing::ManyLeft).unwrap();
        let left = |world: &World| {
            world
                .pupils()
                .iter()
                .filter(|one| one.left_on.is_some())
                .count()
        };
        assert_eq!(left(&world), 1);
    });
}

#[test]
fn changes_alone_take_nobody_away_but_whom_they_name() {
    on_both(|engine| {
        let world = World::on(engine);
        let (school, today) = (world.school, date(2026, 11, 10));
        world.import(Kind::OneRoster, &everybody());
        let at = "2026-11-09T08:00:00.000Z";
        let gone = format!(
            "{USERS}u2,tobedeleted,{at},,,,,,,,,,,,,,,\ng1,active,{at},true,o1,parent,dana,,Dana,Tidewell,,,dana@home.example,,01632 960009,u1,,\n"
        );
        let ended = format!(
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\ne1,tobedeleted,{at},,,,,,,\n"
        );
        let delta = bundle("delta", &[("users", gone), ("enrollments", ended)]);
        let (import, changes) = world.preview(Kind::OneRoster, &delta);
        assert_eq!(changes.absence, Absence::SaidToBeGone);
        assert_eq!(changes.missing.len(), 1);
        assert_eq!(changes.missing[0].name, "Elsie Marrow");
        assert_eq!(counts(&changes, Section::Contacts).changed, 1);
        world.confirm(import, Missing::ManyLeft).unwrap();
        let pupils = world.pupils();
        let rowan = pupils.iter().find(|one| one.left_on.is_none()).unwrap();
        assert_eq!(rowan.name.full(), "Rowan Tidewell");
        let taught = world.read(|tx| groups::of_pupil(tx, school, rowan.id, today));
        assert_eq!(taught.len(), 1);
        assert_eq!(
            world.contacts()[0].reach.phone.as_ref().unwrap().as_str(),
            "01632 960009"
        );
        // Said once more it changes nothing.
        let (again, _) = world.preview(Kind::OneRoster, &delta);
        assert!(
            world
                .confirm(again, Missing::Stay)
                .unwrap()
                .counts
                .unchanged()
        );
    });
}

#[test]
fn a_restricted_contact_never_becomes_somebody_else_because_of_an_id() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::OneRoster, &everybody());
        let dana: ContactId = world.contacts()[0].id;
        let order = Restriction {
            kind: RestrictionKind::NoContact,
            from: date(2026, 11, 1),
            until: None,
            seen_by: AccountId::new(Uuid::from_u128(2)),
            words: None,
            ended: None,
        };
        let now = world.app.clock().now();
        let done = world
            .app
            .db()
            .write(|tx| contacts::restrict(tx, (world.school, dana), &order, now));
        done.unwrap();
        let kit = DANA.replace("Dana,Tidewell", "Kit,Barlow");
        let users = format!("{ROWAN}{ELSIE}{kit}{ABARA}");
        let (import, changes) = world.preview(Kind::OneRoster, &whole(&users, ENROLLED, BORN));
        assert_eq!(changes.clashes[0].clash, Clash::MayBeKnown);
        world.confirm(import, Missing::Stay).unwrap();
        let all = world.contacts();
        assert_eq!((all.len(), all[0].name.full.as_str()), (1, "Dana Tidewell"));
        assert_eq!(all[0].relationship, Relationship::Family);
    });
}

#[test]
fn a_roster_of_other_schools_is_refused_and_no_password_is_kept() {
    on_both(|engine| {
        let world = World::on(engine);
        let orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n\
            o1,,,Hilltop,school,9982002,\no2,,,Riverbend,school,9982004,\n";
        let two = bundle(
            "bulk",
            &[
                ("orgs", orgs.to_owned()),
                ("users", format!("{USERS}{ROWAN}")),
            ],
        );
        let Err(Refusal::Rejected(reasons)) = world.look(Kind::OneRoster, &two) else {
            panic!("neither school is ours");
        };
        let words = &reasons[0].words;
        assert!(
            words.contains("Hilltop (9982002), Riverbend (9982004)"),
            "{words}"
        );
        assert!(words.contains("URN 123456"), "{words}");

        let (import, _) = world.preview(Kind::OneRoster, &everybody());
        let kept = world
            .read(|tx| imports::file(tx, world.school, import))
            .unwrap();
        let limits = intake::limits::Limits::default();
        let kept = intake::roster::Bundle::of_zip(&kept, &limits).unwrap();
        let users = String::from_utf8_lossy(kept.file("users").unwrap()).into_owned();
        assert!(users.contains("Rowan") && !users.contains("s3cret"));
    });
}
