//! Who may import, and how long a file is kept.

use domain::{account::SchoolRole, clock::Clock};
use jiff::civil::date;

use testkit::on_both;

use super::{Kind, Missing, PUPILS, PreviewImport, Previewed, World};
use crate::{
    Refusal,
    action::Action,
    imports::{
        confirm::ConfirmImport,
        forget::ForgetImport,
        preview::look_and_keep,
        refused::RefusedRows,
        view::{Imports, RunStage, ViewImport},
    },
    policy::{Decision, Facts, decide},
};

#[test]
fn a_file_that_is_not_a_table_is_refused_and_not_kept() {
    on_both(|engine| {
        let world = World::on(engine);
        let Ok(Previewed::Refused { report, fault, .. }) =
            world.look(Kind::Pupils, b"%PDF-1.7 ...")
        else {
            panic!("a PDF is no list of pupils");
        };
        assert_eq!((fault.code(), report.exit_code()), ("E_BINARY", 1));
        let runs = world.app.fetch(&world.office(), Imports).unwrap().answer;
        assert!(runs.is_empty());
    });
}

#[test]
fn a_file_is_erased_once_it_is_confirmed_forgotten_or_a_day_old() {
    on_both(|engine| {
        let world = World::on(engine);
        let (stored, _) = world.preview(Kind::Pupils, PUPILS);
        let (forgotten, _) = world.preview(Kind::Pupils, PUPILS);
        let (old, _) = world.preview(Kind::Pupils, PUPILS);
        world.confirm(stored, Missing::Stay).unwrap();
        world
            .app
            .execute(&world.office(), ForgetImport { import: forgotten })
            .unwrap();
        let world = world.later(Clock::fixed_on(date(2026, 11, 11)));
        for import in [stored, forgotten, old] {
            let again = world.confirm(import, Missing::Stay);
            assert!(matches!(again, Err(Refusal::Rejected(_))), "{again:?}");
            let view = world.app.fetch(&world.office(), ViewImport { import });
            let view = view.unwrap().answer;
            assert!(view.changes.is_none());
            assert_eq!(view.line.stage == RunStage::Dropped, import != stored);
            let rows = world.app.fetch(&world.office(), RefusedRows { import });
            assert!(matches!(rows, Err(Refusal::NotFound)));
        }
    });
}

#[test]
fn only_the_office_and_the_administrator_bring_files_in() {
    on_both(|engine| {
        let world = World::on(engine);
        let facts = |role| Facts {
            school: domain::account::SchoolRoles::of(&[role]),
            ..Facts::default()
        };
        for role in SchoolRole::ALL {
            let actor = world.someone(&[*role]);
            let may = decide(&actor, Action::ImportFile, &facts(*role)) == Decision::Allowed;
            let expected = matches!(role, SchoolRole::Office | SchoolRole::Administrator);
            assert_eq!(may, expected, "{role:?}");
        }
    });
}

#[test]
fn the_person_at_the_server_may_import_and_nothing_else() {
    on_both(|engine| {
        let world = World::on(engine);
        let operator = world.app.operator(world.school);
        for action in Action::ALL {
            let decision = decide(&operator, *action, &Facts::default());
            let expected = matches!(action, Action::PreviewImport | Action::ImportFile);
            assert_eq!(decision == Decision::Allowed, expected, "{action:?}");
        }
        let preview = PreviewImport {
            kind: Kind::Pupils,
            file_name: "export.csv".into(),
            bytes: PUPILS.to_vec(),
        };
        let import = look_and_keep(&world.app, &operator, preview);
        let import = import.unwrap().unwrap();
        let confirm = ConfirmImport {
            import,
            missing: Missing::Stay,
        };
        world.app.execute(&operator, confirm).unwrap();
        assert_eq!(world.events(), ["pupils_imported operator"]);
        let runs = world.app.fetch(&world.office(), Imports).unwrap().answer;
        assert_eq!(runs[0].made_by, "Someone at the server");
    });
}
