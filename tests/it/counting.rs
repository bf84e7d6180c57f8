//! No query per row: a page asks the database as often for many programmes as
//! for few, and for a long record as for a short one.

use std::collections::BTreeMap;

use app::{App, Chance};
use domain::{
    account::CaseRole,
    clock::{Clock, london},
    id::SchoolId,
    programme::{Programme, StageName},
};
use jiff::civil::date;
use rehearsal::{PASSWORD, Size, Wanted, email, make};
use store::{Broken, Db, accounts, people, programmes, schools, watch::Asked};
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

    /// Running programmes, those that began last first.
    fn running(&self) -> Vec<Programme> {
        let school = self.school();
        let lines = self.app.db().read(|tx| programmes::of_school(tx, school));
        let mut all: Vec<_> = lines
            .unwrap()
            .into_iter()
            .map(|line| line.programme)
            .filter(|one| one.stage.name() == StageName::Active)
            .collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.begun));
        all
    }

    fn school(&self) -> SchoolId {
        self.app.db().read(schools::ids).unwrap()[0]
    }

    /// A teacher of a pupil whose plan runs.
    fn teacher(&self) -> Browser {
        let (school, running) = (self.school(), self.running());
        let address = self.app.db().read(|tx| -> Result<String, Broken> {
            let everyone = people::of_programme(tx, school, running[0].id)?;
            let mut all = everyone.iter();
            let teacher = all.find(|one| one.role == CaseRole::SubjectTeacher);
            let account = teacher.and_then(|one| one.account).unwrap();
            Ok(accounts::find(tx, school, account)?
                .unwrap()
                .email
                .to_string())
        });
        let mut teacher = Browser::new(self.router.clone());
        teacher.sign_in(&address.unwrap(), PASSWORD);
        teacher
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
        ("office", "/settings/people"),
    ];
    let asking = pages.map(|(who, path)| (who, path, few.person(who), many.person(who)));
    let teachers = ("a teacher", "/reports/now", few.teacher(), many.teacher());
    for (who, path, mut one, mut other) in asking.into_iter().chain([teachers]) {
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
    let path_of = |one: &Programme| one.reference.to_string().to_lowercase();
    let (short, long) = (path_of(&running[0]), path_of(running.last().unwrap()));
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
        if head.get_only(&path(&short)).status != 200 {
            continue;
        }
        let less = school.asked(&mut head, &path(&short));
        let more = school.asked(&mut head, &path(&long));
        assert_eq!(
            less.len(),
            more.len(),
            "{page} asks more of a longer record:\n{}",
            repeated(&more).join("\n")
        );
    }
}
