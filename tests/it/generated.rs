//! Generated schools: the same each time on either engine, sound, with people
//! who can sign in and pages that answer.

use app::{App, Chance};
use domain::{clock::Clock, programme::StageName};
use jiff::civil::date;
use rehearsal::{PASSWORD, Problem, Size, Wanted, email, make};
use store::{Db, check, programmes, schools};
use testkit::{Browser, Engine, TestDb};
use web::{Settings, Site};

/// Small schools, on the day of every story.
fn made(engine: Engine, schools: u32, seed: u64) -> (App, TestDb) {
    let db = engine.fresh();
    let clock = Clock::fixed_on(date(2026, 11, 10));
    let app = App::new(Db::open(&db.address).unwrap(), clock, Chance::seeded(seed));
    let wanted = Wanted {
        schools,
        seed,
        size: Size::SMALL,
    };
    make(&app, &wanted, |_| {}).unwrap();
    (app, db)
}

/// Everything that was written, in a few words: the ends of the chains, which
/// hold every event before them, and a good many rows.
fn written(app: &App) -> Vec<String> {
    let all = [
        "select hash from chain_head order by chain",
        "select id || family || born from pupil order by school_id, id",
        "select hash from plan order by school_id, id",
        "select body from answers order by school_id, ask_id",
        "select target_id || on_day || period || tick from rating order by 1",
        "select password from account order by school_id, id",
    ];
    let read = |sql| app.db().read(|tx| tx.list(sql, &[], |row| row.text(0)));
    all.into_iter().flat_map(|sql| read(sql).unwrap()).collect()
}

#[test]
fn the_same_seed_makes_the_same_schools_on_either_engine_and_another_seed_others() {
    let (first, _one) = made(Engine::Sqlite, 2, 1);
    let rows = written(&first);
    assert!(rows.len() > 10_000, "{} rows", rows.len());
    for engine in Engine::BOTH {
        let (again, _two) = made(engine, 2, 1);
        assert!(written(&again) == rows, "{engine:?} made other rows");
    }
    let (other, _three) = made(Engine::Sqlite, 2, 2);
    assert!(written(&other) != rows);
}

#[test]
fn a_generated_school_is_sound_and_its_pages_answer_at_every_stage() {
    for engine in Engine::BOTH {
        let (app, _db) = made(engine, 1, 3);
        let findings = check::check(app.db()).unwrap();
        let faulty = |one: &&check::Finding| one.sound == check::Soundness::Faulty;
        assert_eq!(findings.iter().find(faulty), None, "{engine:?}");
        let school = app.db().read(schools::ids).unwrap()[0];
        let lines = app.db().read(|tx| programmes::of_school(tx, school));
        let lines = lines.unwrap();
        let open = lines
            .iter()
            .filter(|one| one.programme.stage.name().is_open());
        assert_eq!(open.count(), 12, "{engine:?}");
        let router = web::router(Site::new(app.clone(), Settings::default()));
        let mut stages: Vec<StageName> = Vec::new();
        let mut head = Browser::new(router.clone());
        head.sign_in(&email("head", 1), PASSWORD);
        for line in &lines {
            let stage = line.programme.stage.name();
            stages.push(stage);
            // While it is being written, only whoever writes it can see it.
            if stage == StageName::Draft {
                continue;
            }
            let reference = line.programme.reference.to_string().to_lowercase();
            let mut paths = vec!["", "/information", "/meetings"];
            if line.programme.stage.run().is_some() {
                paths.push("/plan");
            }
            for path in paths {
                let page = head.get_only(&format!("/programmes/{reference}{path}"));
                assert_eq!(page.status, 200, "{engine:?} {stage:?} {}", page.path);
            }
        }
        stages.sort_unstable();
        stages.dedup();
        assert!(stages.len() >= 13, "{stages:?}");
        for who in ["coordinator", "mentor-2", "teacher-1"] {
            let mut person = Browser::new(router.clone());
            person.sign_in(&email(who, 1), PASSWORD);
            for path in ["/today", "/programmes", "/reports/now", "/account"] {
                let page = person.get(path);
                assert!(page.status == 200 || page.status == 403, "{who} {path}");
            }
        }
    }
}

#[test]
fn nothing_is_made_where_there_is_a_school_already() {
    let (app, _db) = made(Engine::Sqlite, 1, 1);
    let wanted = Wanted {
        schools: 1,
        seed: 1,
        size: Size::SMALL,
    };
    let refused = make(&app, &wanted, |_| {});
    assert!(matches!(refused, Err(Problem::NotEmpty)));
    assert_eq!(app.db().read(schools::count).unwrap(), 1);
}
