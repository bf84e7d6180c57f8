//! Taking an import back.

use domain::clock::Clock;
use jiff::civil::{Date, date};
use store::register;
use testkit::on_both;

use super::{Kind, Missing, PUPILS, STAFF, World};
use crate::{
    Refusal,
    imports::{
        undo::{UndoImport, Undone},
        view::{Imports, RunStage, ViewImport},
    },
};

const ALWAYS: (Date, Date) = (date(2000, 1, 1), date(2100, 1, 1));
const ROWAN: &str = "UPN,Adno,Surname,Forename,DOB,Year,Contact 1 Name,Contact 1 Telephone\n\
    Y998200218001,004101,Tidewell,Rowan,28/02/2014,8,Dana Tidewell,01632 960001\n";

impl World {
    pub(super) fn stored(&self, kind: Kind, bytes: &[u8]) -> domain::id::ImportId {
        let (import, _) = self.preview(kind, bytes);
        self.confirm(import, Missing::Stay).unwrap();
        import
    }

    pub(super) fn undo(&self, import: domain::id::ImportId) -> Result<Undone, Refusal> {
        self.app.execute(&self.office(), UndoImport { import })
    }
}

#[test]
fn everyone_an_import_brought_goes_again_and_can_be_brought_anew() {
    on_both(|engine| {
        let world = World::on(engine);
        for (kind, bytes) in [(Kind::Pupils, PUPILS), (Kind::Staff, STAFF)] {
            let import = world.stored(kind, bytes);
            let undone = world.undo(import).unwrap();
            assert_eq!(undone.stay, 0, "{kind:?}");
            assert!(undone.back >= 30, "{kind:?}");
            assert_eq!(world.pupils().len() + world.contacts().len(), 0);
            let counts = world.import(kind, bytes).counts;
            assert_eq!(counts.same + counts.changed, 0, "{kind:?}");
            world.undo(world.newest()).unwrap();
        }
    });
}

impl World {
    fn newest(&self) -> domain::id::ImportId {
        let runs = self.app.fetch(&self.office(), Imports).unwrap().answer;
        let done =
            |run: &&crate::imports::view::RunLine| matches!(run.stage, RunStage::Done { .. });
        runs.iter().find(done).unwrap().id
    }
}

#[test]
fn what_was_changed_gets_its_values_back_and_who_left_is_on_roll_again() {
    on_both(|engine| {
        let world = World::on(engine);
        let other = "\n,004102,Marrow,Elsie,1/3/2014,7,,\n";
        world.import(Kind::Pupils, format!("{ROWAN}{other}").as_bytes());
        let later = ROWAN
            .replace("Rowan,", "Rowen,")
            .replace("960001", "960009")
            .replace(",8,", ",9,");
        let (import, _) = world.preview(Kind::Pupils, later.as_bytes());
        world.confirm(import, Missing::ManyLeft).unwrap();
        let gone = world
            .pupils()
            .iter()
            .filter(|one| one.left_on.is_some())
            .count();
        let undone = world.undo(import).unwrap();
        let pupils = world.pupils();
        let rowan = pupils
            .iter()
            .find(|one| one.name.family.as_str() == "Tidewell");
        let rowan = rowan.unwrap();
        assert_eq!(rowan.name.given.as_str(), "Rowan");
        assert_eq!(rowan.year.code(), "8");
        let phone = world.contacts()[0].reach.phone.clone();
        assert_eq!(phone.unwrap().as_str(), "01632 960001");
        assert!(pupils.iter().all(|one| one.left_on.is_none()));
        assert_eq!((gone, undone), (1, Undone { back: 3, stay: 0 }));
    });
}

#[test]
fn what_a_later_import_changed_stays_and_is_counted() {
    on_both(|engine| {
        let world = World::on(engine);
        let first = world.stored(Kind::Pupils, ROWAN.as_bytes());
        let world = world.later(Clock::fixed_on(date(2026, 11, 11)));
        let renamed = ROWAN.replace("Rowan,", "Rowen,");
        let second = world.stored(Kind::Pupils, renamed.as_bytes());
        // The contact goes; the pupil is no longer as the first file left them.
        assert_eq!(world.undo(first).unwrap(), Undone { back: 1, stay: 1 });
        assert_eq!(world.pupils()[0].name.given.as_str(), "Rowen");
        assert_eq!(world.undo(second).unwrap(), Undone { back: 1, stay: 0 });
        assert_eq!(world.pupils()[0].name.given.as_str(), "Rowan");
    });
}

#[test]
fn incidents_marks_and_suspensions_go_or_are_as_before() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN.as_bytes());
        let head = "UPN,Date,Session,Mark\n";
        let ill = format!("{head}Y998200218001,2/9/2026,AM,I\n");
        let first = world.stored(Kind::Attendance, ill.as_bytes());
        let more = format!("{head}Y998200218001,2/9/2026,AM,L\nY998200218001,2/9/2026,PM,\\\n");
        let second = world.stored(Kind::Attendance, more.as_bytes());
        let marks = || -> Vec<String> {
            let all = world.read(|tx| register::marks(tx, world.school, ALWAYS));
            all.into_iter().map(|row| row.mark).collect()
        };
        assert_eq!(marks().len(), 2);
        assert_eq!(world.undo(second).unwrap(), Undone { back: 2, stay: 0 });
        assert_eq!(marks(), ["I"]);
        world.undo(first).unwrap();
        assert!(marks().is_empty());
    });
}

#[test]
fn days_of_the_calendar_are_as_before() {
    on_both(|engine| {
        let world = World::on(engine);
        let bytes: &[u8] = include_bytes!(
            "../../../../../tests/fixtures/data/term-dates/synthshire_term_dates.csv"
        );
        let import = world.stored(Kind::Calendar, bytes);
        let days = || {
            world
                .read(|tx| store::schools::days(tx, world.school))
                .len()
        };
        assert!(days() > 300);
        assert_eq!(world.undo(import).unwrap().stay, 0);
        assert_eq!(days(), 0);
    });
}

#[test]
fn an_import_is_undone_once_within_thirty_days_and_only_after_it_was_confirmed() {
    on_both(|engine| {
        let world = World::on(engine);
        let (waiting, _) = world.preview(Kind::Staff, STAFF);
        let old = world.stored(Kind::Pupils, ROWAN.as_bytes());
        let refused = |again: Result<Undone, Refusal>| {
            assert!(matches!(again, Err(Refusal::Rejected(_))), "{again:?}");
        };
        refused(world.undo(waiting));
        let world = world.later(Clock::fixed_on(date(2026, 12, 9)));
        let import = world.stored(Kind::Staff, STAFF);
        let view = |import| {
            let view = world.app.fetch(&world.office(), ViewImport { import });
            view.unwrap().answer
        };
        assert!(view(old).undo_until.is_some());
        world.undo(import).unwrap();
        refused(world.undo(import));
        assert!(matches!(view(import).line.stage, RunStage::Undone { .. }));
        assert_eq!(view(import).undo_until, None);
        let world = world.later(Clock::fixed_on(date(2026, 12, 11)));
        refused(world.undo(old));
        // The next file that is looked at forgets how things were before.
        world.preview(Kind::Staff, STAFF);
        assert!(
            world
                .events()
                .iter()
                .any(|said| said.starts_with("import_undone"))
        );
    });
}
