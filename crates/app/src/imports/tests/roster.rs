//! A whole roster, from bundle to record and back.

use domain::{clock::Clock, group::GroupPurpose};
use intake::roster::bundled;
use jiff::civil::date;
use store::{groups, source_ids};
use testkit::{Engine, on_both};

use super::{Kind, Missing, PUPILS, STAFF, World};
use crate::imports::changes::{Changes, Counts, Section};

const OAKMERE: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/oneroster-1.1-oakmere.zip");

/// The school in the autumn that the roster is of.
pub(super) fn autumn(engine: Engine) -> World {
    World::on(engine).later(Clock::fixed_on(date(2025, 11, 10)))
}

pub(super) fn counts(changes: &Changes, of: Section) -> Counts {
    let found = changes.parts.iter().find(|part| part.of == of);
    found.unwrap().counts
}

fn all(changes: &Changes) -> [Counts; 4] {
    [
        Section::Pupils,
        Section::Staff,
        Section::Contacts,
        Section::Groups,
    ]
    .map(|of| counts(changes, of))
}

fn new(added: usize) -> Counts {
    Counts {
        added,
        ..Counts::default()
    }
}

fn same(same: usize) -> Counts {
    Counts {
        same,
        ..Counts::default()
    }
}

#[test]
fn a_roster_brings_everybody_once_and_can_be_taken_back_whole() {
    on_both(|engine| {
        let world = autumn(engine);
        let (import, changes) = world.preview(Kind::OneRoster, OAKMERE);
        assert!(changes.clashes.is_empty() && changes.missing.is_empty());
        assert_eq!(all(&changes), [new(300), new(30), new(446), new(130)]);
        world.confirm(import, Missing::Stay).unwrap();
        assert_eq!((world.pupils().len(), world.contacts().len()), (300, 446));
        let pupils = world.pupils();
        let max = pupils
            .iter()
            .find(|one| one.name.full() == "Max Patel")
            .unwrap();
        assert_eq!(max.upn.as_ref().unwrap().to_string(), "Y998200218001");
        assert_eq!(max.source_key.as_ref().unwrap().as_str(), "004101");
        assert_eq!(max.group.as_ref().unwrap().as_str(), "7A");
        assert_eq!(max.born, date(2014, 7, 30));
        let (today, school) = (date(2025, 11, 10), world.school);
        let taught = world.read(|tx| groups::of_pupil(tx, school, max.id, today));
        assert_eq!(taught[0].group.purpose, GroupPurpose::Registration);
        assert_eq!(taught[0].group.described(), "7A Registration");
        assert!(taught.iter().all(|one| one.staff.is_some()));
        assert!(
            taught
                .iter()
                .any(|one| one.group.described() == "7x/En1, English")
        );
        // Nobody is in a class before it begins or after it ends.
        let august = world.read(|tx| groups::of_pupil(tx, school, max.id, date(2025, 8, 1)));
        assert!(august.is_empty());

        let (again, changes) = world.preview(Kind::OneRoster, OAKMERE);
        assert_eq!(all(&changes), [same(300), same(30), same(446), same(130)]);
        assert!(
            world
                .confirm(again, Missing::Stay)
                .unwrap()
                .counts
                .unchanged()
        );

        let undone = world.undo(import).unwrap();
        assert_eq!(undone.stay, 0);
        assert_eq!((world.pupils().len(), world.contacts().len()), (0, 0));
        let left = world.read(|tx| source_ids::of_source(tx, school, "oneroster"));
        assert!(left.is_empty());
        assert!(world.read(|tx| groups::of_school(tx, school)).is_empty());
        // And it can be brought anew.
        assert_eq!(world.import(Kind::OneRoster, OAKMERE).counts.added, 906);
    });
}

#[test]
fn a_roster_finds_whom_the_lists_brought_and_says_what_was_done() {
    on_both(|engine| {
        let world = autumn(engine);
        world.import(Kind::Pupils, PUPILS);
        world.import(Kind::Staff, STAFF);
        let (import, changes) = world.preview(Kind::OneRoster, OAKMERE);
        assert!(changes.clashes.is_empty());
        let [pupils, staff, contacts, groups] = all(&changes);
        assert_eq!((pupils, staff, groups), (same(300), same(30), new(130)));
        assert_eq!((contacts.added, contacts.same), (0, 446), "{contacts:?}");
        world.confirm(import, Missing::Stay).unwrap();
        let events = world.events();
        assert_eq!(
            events.last().unwrap().split(' ').next(),
            Some("records_imported")
        );
        // What a list says, such as who has responsibility, a roster leaves.
        let sure = |one: &domain::contact::Contact| one.responsibility.yes();
        assert!(world.contacts().iter().any(sure));
    });
}

#[test]
fn the_files_of_school_data_sync_bring_the_same() {
    on_both(|engine| {
        let world = World::on(engine);
        let table = |name: &str, text: &str| (format!("{name}.csv"), text.as_bytes().to_vec());
        let sync = bundled(vec![
            table(
                "orgs",
                "sourcedId,name,type,parentSourcedId\no1,Kestrel Bridge,school,\n",
            ),
            table(
                "users",
                "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\nu1,rowan@kestrel.example,Rowan,Tidewell,s3cret,,,,\ng1,dana,Dana,Tidewell,,,dana@home.example,,\nt1,abara@kestrel.example,Ada,Abara,,,,,\n",
            ),
            table(
                "roles",
                "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate\nu1,o1,student,,8,,,\ng1,o1,guardian,,,,,\nt1,o1,teacher,,,,,\n",
            ),
            table(
                "classes",
                "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\nc1,o1,8K science,,\n",
            ),
            table(
                "enrollments",
                "classSourcedId,userSourcedId,role\nc1,u1,student\nc1,t1,teacher\n",
            ),
            table(
                "demographics",
                "userSourcedId,sex,birthDate\nu1,male,2014-02-28\n",
            ),
            table(
                "relationships",
                "userSourcedId,relationshipUserSourcedId,relationshipRole\nu1,g1,guardian\n",
            ),
        ]);
        let done = world.import(Kind::Sds, &sync);
        assert_eq!(done.counts.added, 4);
        let (school, pupil) = (world.school, world.pupils()[0].id);
        let taught = world.read(|tx| groups::of_pupil(tx, school, pupil, date(2026, 11, 10)));
        assert!(taught[0].staff.is_some() && taught[0].group.described() == "8K science");
        assert!(world.import(Kind::Sds, &sync).counts.unchanged());
    });
}
