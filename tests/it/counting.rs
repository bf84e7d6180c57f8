//! No query per row: a page asks the database as often for many programmes as
//! for few, and for a long record as for a short one.

use std::collections::BTreeMap;

use app::{App, Chance};
use domain::clock::{Clock, london};
use jiff::civil::date;
use rehearsal::{PASSWORD, Size, Wanted, email, make};
use store::{Db, programmes, schools, watch::Asked};
use testkit::{Browser, Engine, TestDb};
use web::{Settings, Site};

/// A school with the programmes of so many years, late in the morning.
struct Watched {
    app: App,
    router: axum::Router,
    _db: TestDb,
}

impl Watched {
    fn with(years: usize) -> Self {
        let db = Engine::Sqlite.fresh();
        let noon = date(2026, 11, 10)
            .at(11, 48, 0, 0)
            .to_zoned_datetime(london());
        let clock = Clock::Fixed(noon.unwrap().timestamp());
        let app = App::new(Db::open(&db.address).unwrap(), clock, Chance::seeded(1));
        let size = Size {
            pupils: 30 * years,
            programmes: years,
            ..Size::SMALL
        };
        let wanted = Wanted {
            schools: 1,
            seed: 1,
            size,
        };
        make(&app, &wanted, |_| {}).unwrap();
        let router = web::router(Site::new(app.clone(), Settings::default()));
        Self {
            app,
            router,
            _db: db,
        }
    }

    fn person(&self, who: &str) -> Browser {
        let mut person = Browser::new(self.router.clone());
        person.sign_in(&email(who, 1), PASSWORD);
        person
    }

    /// What a page asked, once everything that is asked only the first time has been.
    fn asked(&self, person: &mut Browser, path: &str) -> Vec<Asked> {
        assert_eq!(person.get_only(path).status, 200, "{path}");
        self.app.db().watch();
        person.get_only(path);
        self.app.db().watched()
    }

    /// References of running programmes, those that began last first.
    fn running(&self) -> Vec<String> {
        let school = self.app.db().read(schools::ids).unwrap()[0];
        let lines = self.app.db().read(|tx| programmes::of_school(tx, school));
        let mut all: Vec<_> = lines
            .unwrap()
            .into_iter()
            .filter(|one| one.programme.stage.name().code() == "active")
            .collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.programme.begun));
        all.iter()
            .map(|one| one.programme.reference.to_string().to_lowercase())
            .collect()
    }
}

/// Statements that were asked more than once, with how often.
fn repeated(asked: &[Asked]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in asked {
        *counts.entry(one.sql).or_default() += 1;
    }
    let often = counts.iter().filter(|(_, times)| **times > 1);
    often
        .map(|(sql, times)| format!("{times} times: {sql}"))
        .collect()
}

#[test]
fn a_page_of_many_programmes_asks_no_more_often_than_a_page_of_few() {
    let (few, many) = (Watched::with(1), Watched::with(3));
    let pages = [
        ("coordinator", "/today"),
        ("head", "/today"),
        ("head", "/programmes"),
        ("teacher-1", "/programmes"),
        ("teacher-1", "/reports/now"),
        ("teacher-2", "/reports/now"),
        ("teacher-3", "/reports/now"),
        ("coordinator", "/settings/people"),
    ];
    for (who, path) in pages {
        let (mut one, mut other) = (few.person(who), many.person(who));
        let page = one.get(path);
        if page.status != 200 {
            continue;
        }
        let (less, more) = (few.asked(&mut one, path), many.asked(&mut other, path));
        assert!(!less.is_empty(), "{who} {path} was watched");
        assert_eq!(
            less.len(),
            more.len(),
            "{who} {path} asks more of a larger school:\n{}",
            repeated(&more).join("\n")
        );
    }
}

#[test]
fn a_long_record_is_asked_for_no_more_often_than_a_short_one() {
    let school = Watched::with(1);
    let mut head = school.person("head");
    let running = school.running();
    let (short, long) = (running.first().unwrap(), running.last().unwrap());
    assert_ne!(short, long);
    for page in [
        "",
        "/information",
        "/meetings",
        "/plan",
        "/people",
        "/record",
    ] {
        let path = |reference: &str| format!("/programmes/{reference}{page}");
        if head.get_only(&path(short)).status != 200 {
            continue;
        }
        let less = school.asked(&mut head, &path(short));
        let more = school.asked(&mut head, &path(long));
        assert_eq!(
            less.len(),
            more.len(),
            "{page} asks more of a longer record:\n{}",
            repeated(&more).join("\n")
        );
    }
}
