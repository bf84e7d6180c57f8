//! What people put right, and files that come after.

mod people;

use domain::{
    clock::Clock,
    correction::{About, ContactField, PupilField, Settled},
    id::ImportId,
};
use jiff::civil::date;
use testkit::on_both;

use super::{Kind, Missing, World};
use crate::{
    Refusal,
    imports::changes::{Changes, Told},
    roll::{
        Came,
        choose::{Choice, ChooseValue},
        correct::CorrectValue,
        pupil::{Asks, PupilView, Put, ViewPupil},
    },
};

const ROWAN: &str = "UPN,Adno,Surname,Forename,DOB,Year,Reg,Contact 1 Name,Contact 1 Relationship,Contact 1 Telephone\n\
    Y998200218001,004101,Tidewell,Rowan,28/02/2014,8,8K,Dana Tidewell,Mother,01632 960001\n";
const OURS: &str = "01632 960009";

impl World {
    /// Rowan and mum from a file, and the telephone put right the day after.
    pub(super) fn put_right(engine: testkit::Engine) -> Self {
        let world = Self::on(engine);
        world.import(Kind::Pupils, ROWAN.as_bytes());
        let world = world.later(Clock::fixed_on(date(2026, 11, 11)));
        world.correct(world.phone(), OURS, "01632 960001").unwrap();
        world
    }

    pub(super) fn phone(&self) -> About {
        About::Contact(self.contacts()[0].id, ContactField::Phone)
    }

    pub(super) fn correct(&self, about: About, value: &str, was: &str) -> Result<(), Refusal> {
        let verb = CorrectValue {
            pupil: self.pupils()[0].id,
            about,
            value: value.into(),
            was: was.into(),
            why: "She rang".into(),
        };
        self.app.execute(&self.office(), verb)
    }

    pub(super) fn view(&self) -> PupilView {
        let pupil = self.pupils()[0].id;
        let found = self.app.fetch(&self.office(), ViewPupil { pupil });
        found.unwrap().answer
    }

    /// The telephone on the page, and the correction of it that stands.
    fn shown(&self) -> (String, Option<Put>) {
        let view = self.view();
        let mut facts = view.contacts[0].facts.iter();
        let phone = facts.find(|fact| fact.label == "Telephone").unwrap();
        (phone.words.clone(), phone.put.clone())
    }

    fn choose(&self, choice: Choice, says: &str) -> Result<(), Refusal> {
        let (_, put) = self.shown();
        let verb = ChooseValue {
            pupil: self.pupils()[0].id,
            correction: put.unwrap().id,
            says: says.into(),
            choice,
        };
        self.app.execute(&self.office(), verb)
    }

    fn with_phone(&self, phone: &str) -> (ImportId, Changes) {
        let file = ROWAN.replace("01632 960001", phone);
        let (import, changes) = self.preview(Kind::Pupils, file.as_bytes());
        self.confirm(import, Missing::Stay).unwrap();
        (import, changes)
    }
}

fn told(changes: &Changes) -> Vec<Told> {
    let all = changes.changed.iter().flat_map(|item| &item.details);
    all.map(|detail| detail.told).collect()
}

#[test]
fn a_file_that_says_what_it_said_leaves_ours_standing_and_changes_nothing() {
    on_both(|engine| {
        let world = World::put_right(engine);
        let (_, changes) = world.with_phone("01632 960001");
        assert_eq!((changes.same, changes.changed.len()), (1, 0));
        let kept = "1 correction made here is kept: the file says what it said before.";
        assert!(
            changes.notes.iter().any(|note| note == kept),
            "{:?}",
            changes.notes
        );
        let (phone, put) = world.shown();
        assert_eq!((phone.as_str(), put.unwrap().asks), (OURS, Asks::No));
        // Something else that is new comes in, and says beside it what is kept.
        let file = ROWAN.replace(",8K,", ",8L,");
        let (_, changes) = world.preview(Kind::Pupils, file.as_bytes());
        assert_eq!(told(&changes), [Told::Becomes]);
    });
}

#[test]
fn a_file_that_comes_to_say_the_same_settles_the_correction() {
    on_both(|engine| {
        let world = World::put_right(engine);
        let (import, changes) = world.with_phone("01632960009");
        assert_eq!(told(&changes), [Told::Agrees]);
        let (phone, put) = world.shown();
        assert_eq!(phone, OURS);
        assert!(put.is_none(), "it no longer stands");
        let past = world.view().past;
        assert_eq!((past.len(), past[0].how), (1, Settled::Agrees));
        // Taken back, it stands again.
        assert_eq!(world.undo(import).unwrap().stay, 0);
        assert!(world.shown().1.is_some());
    });
}

#[test]
fn a_third_value_is_shown_beside_ours_until_a_person_chooses() {
    on_both(|engine| {
        let world = World::put_right(engine);
        let (_, changes) = world.with_phone("01632 960333");
        assert_eq!(told(&changes), [Told::Stays]);
        let (phone, put) = world.shown();
        let put = put.unwrap();
        assert_eq!((phone.as_str(), put.asks), (OURS, Asks::Choice));
        assert_eq!(put.source, "01632 960333");
        // The same file again asks no more than before.
        let (_, again) = world.with_phone("01632 960333");
        assert_eq!(again.changed.len(), 0);
        assert!(matches!(
            world.choose(Choice::Ours, "01632 960001"),
            Err(Refusal::Conflict)
        ));
        world.choose(Choice::Ours, "01632 960333").unwrap();
        assert_eq!(world.shown().1.unwrap().asks, Asks::No);
        let (_, changes) = world.with_phone("01632 960333");
        assert_eq!((changes.changed.len(), world.shown().0.as_str()), (0, OURS));
        world.choose(Choice::Theirs, "01632 960333").unwrap();
        let (phone, put) = world.shown();
        assert_eq!((phone.as_str(), put.is_none()), ("01632 960333", true));
        let said = world.events();
        for kind in ["value_corrected", "correction_kept", "correction_settled"] {
            assert!(said.iter().any(|one| one.starts_with(kind)), "{kind}");
        }
    });
}

#[test]
fn a_list_of_contacts_and_a_transfer_file_obey_it_too() {
    on_both(|engine| {
        let world = World::put_right(engine);
        let list = "UPN,Contact Name,Relationship,Telephone\nY998200218001,Dana Tidewell,Mother,01632 960444\n";
        let (import, changes) = world.preview(Kind::Contacts, list.as_bytes());
        assert_eq!(told(&changes), [Told::Stays]);
        world.confirm(import, Missing::Stay).unwrap();
        let (phone, put) = world.shown();
        assert_eq!((phone.as_str(), put.unwrap().asks), (OURS, Asks::Choice));
    });
}

#[test]
fn a_pupil_who_is_marked_as_left_keeps_what_was_put_right() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN.as_bytes());
        let class = About::Pupil(PupilField::Class);
        world.correct(class, "8M", "8K").unwrap();
        let other = "Adno,Surname,Forename,DOB\n4102,Marrow,Elsie,1/3/2014\n";
        let (import, _) = world.preview(Kind::Pupils, other.as_bytes());
        world.confirm(import, Missing::ManyLeft).unwrap();
        let pupils = world.pupils();
        let rowan = pupils.iter().find(|one| one.left_on.is_some()).unwrap();
        assert_eq!(rowan.class(), "8M");
    });
}

#[test]
fn an_import_is_undone_under_what_was_put_right_since() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN.as_bytes());
        let world = world.later(Clock::fixed_on(date(2026, 11, 11)));
        let wrong = ROWAN.replace("960001", "960777").replace(",8K,", ",9Z,");
        let (import, _) = world.preview(Kind::Pupils, wrong.as_bytes());
        world.confirm(import, Missing::Stay).unwrap();
        let world = world.later(Clock::fixed_on(date(2026, 11, 12)));
        world.correct(world.phone(), OURS, "01632 960777").unwrap();
        let undone = world.undo(import).unwrap();
        assert_eq!((undone.back, undone.stay), (2, 0), "the class went back");
        assert_eq!(world.pupils()[0].class(), "8K");
        let (phone, put) = world.shown();
        let put = put.unwrap();
        assert_eq!(
            (phone.as_str(), put.source.as_str()),
            (OURS, "01632 960001")
        );
        assert_eq!(put.asks, Asks::No);
    });
}

#[test]
fn each_row_says_which_import_wrote_it_last_and_undoing_sets_that_back() {
    on_both(|engine| {
        let world = World::on(engine);
        let first = world.stored(Kind::Pupils, ROWAN.as_bytes());
        let world = world.later(Clock::fixed_on(date(2026, 11, 11)));
        let wrote = |world: &World| match world.view().came.unwrap() {
            Came::Import {
                import, from, by, ..
            } => (import, from, by),
            other => panic!("{other:?}"),
        };
        let said = (first, "export.csv".to_owned(), "Amina Farrow".to_owned());
        assert_eq!(wrote(&world), said);
        // Putting a value right leaves where the row came from as it was.
        world
            .correct(About::Pupil(PupilField::Year), "9", "8")
            .unwrap();
        assert_eq!(wrote(&world), said);
        let later = ROWAN.replace(",8K,", ",8L,");
        let second = world.stored(Kind::Pupils, later.as_bytes());
        assert_eq!(wrote(&world).0, second);
        world.undo(second).unwrap();
        assert_eq!(wrote(&world), said);
        assert!(matches!(
            world.view().contacts[0].came,
            Some(Came::Import { import, .. }) if import == first
        ));
    });
}
