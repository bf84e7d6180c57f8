//! Pupils and their contacts.

use domain::{
    contact::{Known, Relationship},
    pupil::{CareStatus, PupilFlag, YearGroup},
};

use testkit::on_both;

use super::{Kind, Missing, PUPILS, World};
use crate::{Refusal, imports::changes::Clash};

const HEAD: &str = "UPN,Former UPN,Adno,Surname,Forename,Preferred Forename,DOB,Year,Reg,SEN Status,FSM,In Care,\
Contact 1 Name,Contact 1 Relationship,Contact 1 Parental Responsibility,Contact 1 Telephone\n";
const ROWAN: &str = "Y998200218001,,004101,Tidewell,Rowan,Ro,28/02/2014,8,8K,K,Y,N,Dana Tidewell,Mother,Y,07700 900001\n";

fn file(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}{}", rows.concat()).into_bytes()
}

#[test]
fn a_whole_school_comes_in_and_the_same_file_again_changes_nothing() {
    on_both(|engine| {
        let world = World::on(engine);
        let first = world.import(Kind::Pupils, PUPILS);
        assert_eq!((first.counts.added, first.counts.changed), (300, 0));
        assert_eq!((world.pupils().len(), world.contacts().len()), (300, 446));
        let again = world.import(Kind::Pupils, PUPILS);
        assert!(again.counts.unchanged());
        assert_eq!(again.counts.same, 300);
        let events = world.events();
        assert_eq!(events.len(), 1, "{events:?}");
        assert!(events[0].starts_with("pupils_imported account_"));
    });
}

#[test]
fn looking_at_a_file_stores_no_pupil() {
    on_both(|engine| {
        let world = World::on(engine);
        let (_, changes) = world.preview(Kind::Pupils, PUPILS);
        assert_eq!(changes.added.len(), 300);
        assert!(world.pupils().is_empty() && world.events().is_empty());
    });
}

#[test]
fn a_row_becomes_a_pupil_and_a_contact_as_the_school_words_them() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, &file(&[ROWAN]));
        let (pupil, contact) = (world.pupils().remove(0), world.contacts().remove(0));
        assert_eq!(pupil.name.full(), "Ro Tidewell");
        assert_eq!(pupil.name.legal(), "Rowan Tidewell");
        assert_eq!((pupil.year, pupil.class()), (YearGroup::Y8, "8K"));
        assert!(pupil.has_sen() && pupil.flags.has(PupilFlag::FreeMeals));
        assert_eq!(pupil.source_key.unwrap().as_str(), "004101");
        assert_eq!(contact.relationship, Relationship::Mother);
        assert_eq!(contact.responsibility, Known::Yes);
        assert_eq!(contact.parent_in_law, Known::Yes);
        assert_eq!(contact.lives_with, Known::Unknown);
    });
}

#[test]
fn an_empty_cell_never_blanks_what_is_stored() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, &file(&[ROWAN]));
        let (pupils, contacts) = (world.pupils(), world.contacts());
        let bare = "Y998200218001,,,Tidewell,Rowan,,28/02/2014,,,,,,Dana Tidewell,,,\n";
        let done = world.import(Kind::Pupils, &file(&[bare]));
        assert!(done.counts.unchanged());
        assert_eq!((world.pupils(), world.contacts()), (pupils, contacts));
    });
}

#[test]
fn what_changed_is_shown_beside_what_was_stored() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, &file(&[ROWAN]));
        let moved = ROWAN.replace("8K", "8T").replace("900001", "900009");
        let (import, changes) = world.preview(Kind::Pupils, &file(&[&moved]));
        let shown: Vec<String> = changes.changed[0]
            .details
            .iter()
            .map(|detail| format!("{}: {} to {}", detail.what, detail.was, detail.now))
            .collect();
        assert_eq!(
            shown,
            [
                "Class: 8K to 8T",
                "Dana Tidewell: telephone: 07700 900001 to 07700 900009"
            ]
        );
        world.confirm(import, Missing::Stay).unwrap();
        assert_eq!(world.contacts().len(), 1, "the same contact");
        assert_eq!(world.pupils()[0].class(), "8T");
    });
}

#[test]
fn a_new_upn_or_a_lost_zero_never_makes_a_second_pupil() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, &file(&[ROWAN]));
        for row in [
            // The admission number, without the zeros a spreadsheet took away.
            ROWAN.replace("Y998200218001,,004101", "Q998200418001,,4101"),
            // Only the UPN before this one.
            ROWAN.replace("Y998200218001,,004101", "P998200118001,Q998200418001,"),
        ] {
            let done = world.import(Kind::Pupils, &file(&[&row]));
            assert_eq!((done.counts.added, done.counts.changed), (0, 1));
        }
        let pupils = world.pupils();
        assert_eq!(pupils.len(), 1);
        assert_eq!(pupils[0].upn.as_ref().unwrap().as_str(), "P998200118001");
    });
}

#[test]
fn a_second_row_with_the_same_upn_is_refused_and_the_first_is_stored() {
    on_both(|engine| {
        let world = World::on(engine);
        let twin = ROWAN.replace("004101", "004102").replace("Rowan", "Robin");
        let (import, changes) = world.preview(Kind::Pupils, &file(&[ROWAN, &twin]));
        assert_eq!(changes.added.len(), 1);
        let view = world
            .app
            .fetch(&world.office(), crate::imports::view::ViewImport { import })
            .unwrap();
        let refused = &view.answer.refused;
        assert_eq!((refused.len(), refused[0].line), (1, 3));
        assert_eq!(refused[0].what, "An earlier row has the same UPN");
    });
}

#[test]
fn two_pupils_who_answer_to_one_row_are_left_for_a_person() {
    on_both(|engine| {
        let world = World::on(engine);
        let sami = "Q998200418001,,004102,Haddad,Sami,,01/02/2018,4,4B,,,,,,,\n";
        world.import(Kind::Pupils, &file(&[ROWAN, sami]));
        let mixed = ROWAN.replace("004101", "004102");
        let reused = "P998200118001,,004102,Marrow,Elsie,,09/09/2014,7,7T,,,,,,,\n";
        let (import, changes) = world.preview(Kind::Pupils, &file(&[&mixed]));
        assert_eq!(changes.clashes[0].clash, Clash::TwoPupils);
        let (_, changes) = world.preview(Kind::Pupils, &file(&[reused]));
        assert_eq!(changes.clashes[0].clash, Clash::NumberReused);
        let before = world.pupils();
        let done = world.confirm(import, Missing::Stay).unwrap();
        assert!(done.counts.unchanged());
        assert_eq!(world.pupils(), before);
    });
}

#[test]
fn more_than_five_in_a_hundred_only_leave_when_somebody_checked() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, PUPILS);
        let most: Vec<u8> = PUPILS
            .split_inclusive(|byte| *byte == b'\n')
            .take(281)
            .flatten()
            .copied()
            .collect();
        let (import, changes) = world.preview(Kind::Pupils, &most);
        assert_eq!((changes.missing.len(), changes.listed), (20, 300));
        assert!(changes.many_missing());
        let refused = world.confirm(import, Missing::Left);
        assert!(matches!(refused, Err(Refusal::Rejected(_))), "{refused:?}");
        assert!(world.pupils().iter().all(|pupil| pupil.left_on.is_none()));
        let done = world.confirm(import, Missing::ManyLeft).unwrap();
        assert_eq!(done.counts.left, 20);
        assert_eq!(world.pupils().len(), 300, "nobody is deleted");
        let gone = world
            .pupils()
            .iter()
            .filter(|pupil| pupil.left_on.is_some())
            .count();
        assert_eq!(gone, 20);
    });
}

#[test]
fn a_few_missing_pupils_stay_unless_somebody_says_they_left() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, PUPILS);
        let most: Vec<u8> = PUPILS
            .split_inclusive(|byte| *byte == b'\n')
            .take(296)
            .flatten()
            .copied()
            .collect();
        let done = world.import(Kind::Pupils, &most);
        assert!(done.counts.unchanged());
        assert_eq!(done.counts.missing, 5);
        let (import, _) = world.preview(Kind::Pupils, &most);
        assert_eq!(world.confirm(import, Missing::Left).unwrap().counts.left, 5);
    });
}

#[test]
fn a_pupil_whose_row_was_refused_is_not_missing() {
    on_both(|engine| {
        let world = World::on(engine);
        let sami = "Q998200418001,,004102,Haddad,Sami,,01/02/2018,4,4B,,,,,,,\n";
        world.import(Kind::Pupils, &file(&[ROWAN, sami]));
        for slip in [
            sami.replace("01/02/2018", "31/02/2018"),
            sami.replace("Q998200418001", "Q123"),
            sami.replace("004102", "004101"),
        ] {
            let (_, changes) = world.preview(Kind::Pupils, &file(&[ROWAN, &slip]));
            assert!(changes.missing.is_empty(), "{slip}");
        }
        let (_, changes) = world.preview(Kind::Pupils, &file(&[ROWAN]));
        assert_eq!(changes.missing.len(), 1);
    });
}

#[test]
fn a_pupil_marked_as_left_by_mistake_comes_back_with_the_next_file() {
    on_both(|engine| {
        let world = World::on(engine);
        let sami = "Q998200418001,,004102,Haddad,Sami,,01/02/2018,4,4B,,,,,,,\n";
        world.import(Kind::Pupils, &file(&[ROWAN, sami]));
        let (import, _) = world.preview(Kind::Pupils, &file(&[ROWAN]));
        let gone = world.confirm(import, Missing::ManyLeft).unwrap();
        assert_eq!(gone.counts.left, 1);
        let back = world.import(Kind::Pupils, &file(&[ROWAN, sami]));
        assert_eq!(back.counts.changed, 1);
        assert!(world.pupils().iter().all(|pupil| pupil.left_on.is_none()));
    });
}

#[test]
fn a_child_no_longer_in_care_was_once_in_care() {
    on_both(|engine| {
        let world = World::on(engine);
        let in_care = ROWAN.replace("Y,N,Dana", "Y,Y,Dana");
        world.import(Kind::Pupils, &file(&[&in_care]));
        assert!(world.pupils()[0].looked_after());
        world.import(Kind::Pupils, &file(&[ROWAN]));
        assert_eq!(world.pupils()[0].care, CareStatus::PreviouslyLookedAfter);
    });
}

#[test]
fn a_pupil_never_becomes_another_because_a_number_was_given_again() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, &file(&[ROWAN]));
        let other = ",,004101,Patel,Max,,01/05/2015,7,7T,,,,,,,\n";
        let (_, changes) = world.preview(Kind::Pupils, &file(&[other]));
        assert_eq!(changes.clashes[0].clash, Clash::NumberReused);
        assert!(changes.changed.is_empty() && changes.added.is_empty());
        // A mended birthday, or a new family name, is still the same child.
        let mended = ",,004101,Tidewell,Rowan,,01/03/2014,8,8K,,,,,,,\n";
        let (_, changes) = world.preview(Kind::Pupils, &file(&[mended]));
        assert_eq!((changes.changed.len(), changes.clashes.len()), (1, 0));
    });
}
