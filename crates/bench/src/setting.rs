//! What is measured: generated schools on a Tuesday late in the morning, and
//! the people of the one in the middle.

use std::{
    cell::OnceCell,
    time::{Duration, Instant},
};

use app::{App, Chance};
use axum::Router;
use domain::{
    account::CaseRole,
    clock::{Clock, london},
    id::AccountId,
    programme::StageName,
};
use jiff::{Timestamp, civil::date};
use rehearsal::{PASSWORD, Size, Wanted, make};
use store::{Broken, Db, Tx, accounts, people, programmes, schools};
use tempfile::TempDir;
use testkit::{
    Browser, Engine,
    cluster::{Care, Cluster},
};
use tokio::runtime::Runtime;
use web::{Settings, Site};

/// Where databases are while they are measured: files on this disk, and a
/// PostgreSQL of our own that waits for it.
#[derive(Debug)]
pub(crate) struct Home {
    folder: TempDir,
    cluster: OnceCell<Cluster>,
}

impl Home {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            folder: must(tempfile::tempdir()),
            cluster: OnceCell::new(),
        }
    }

    /// The address of a new database. The one before is gone then.
    pub fn address(&self, engine: Engine) -> String {
        match engine {
            Engine::Sqlite => {
                let folder = self.folder.path().join("measured");
                let _ = std::fs::remove_dir_all(&folder);
                format!("sqlite:{}", folder.join("schools.db").display())
            }
            Engine::Postgres => {
                let cluster = self.cluster.get_or_init(|| Cluster::start(Care::Full));
                cluster.address(&cluster.database(None))
            }
        }
    }
}

/// The schools, the program that serves them, and who is signed in.
pub(crate) struct Town {
    pub engine: Engine,
    pub schools: u32,
    pub took: Duration,
    pub db: Db,
    pub router: Router,
    pub runtime: Runtime,
    /// The reference of a programme in its tenth week.
    pub reference: String,
    pub coordinator: Browser,
    pub teacher: Browser,
}

impl Town {
    /// Makes them.
    pub fn made(home: &Home, engine: Engine, schools: u32) -> Self {
        let db = must(Db::open(&home.address(engine)));
        let clock = Clock::Fixed(late_morning());
        let app = App::new(db.clone(), clock, Chance::System);
        let wanted = Wanted {
            schools,
            seed: 1,
            size: Size::WHOLE,
        };
        let begun = Instant::now();
        must(make(&app, &wanted, |_| {}));
        let took = begun.elapsed();
        let found = must(db.read(|tx| find(tx, schools / 2 + 1)));
        let router = web::router(Site::new(app, Settings::default()));
        let signed_in = |address: &str| {
            let mut browser = Browser::new(router.clone());
            browser.sign_in(address, PASSWORD);
            browser
        };
        Self {
            coordinator: signed_in(&found.coordinator),
            teacher: signed_in(&found.teacher),
            reference: found.reference,
            runtime: must(Runtime::new()),
            engine,
            schools,
            took,
            db,
            router,
        }
    }

    /// Ends it, outside the runtime: closing connections waits.
    pub fn close(self) {
        self.runtime.shutdown_timeout(Duration::from_secs(5));
        drop(self.router);
        drop(self.db);
    }
}

/// A benchmark that cannot be set up must stop, loudly.
#[expect(clippy::panic, reason = "there is nothing to measure then")]
pub(crate) fn must<T, E: std::fmt::Display>(answer: Result<T, E>) -> T {
    answer.unwrap_or_else(|problem| panic!("the benchmark cannot go on: {problem}"))
}

fn late_morning() -> Timestamp {
    let noon = date(2026, 11, 10).at(11, 48, 0, 0);
    must(noon.to_zoned_datetime(london())).timestamp()
}

struct Found {
    reference: String,
    coordinator: String,
    teacher: String,
}

/// A programme in its tenth week, who runs it, and who teaches the pupil.
fn find(tx: &mut Tx<'_>, number: u32) -> Result<Found, Broken> {
    let missing = |what: &str| Broken::Inconsistent(what.into());
    let school = schools::by_urn(tx, &format!("{:06}", 900_000 + number))?;
    let school = school.ok_or_else(|| missing("no such school"))?.id;
    let lines = programmes::of_school(tx, school)?;
    let active = lines
        .into_iter()
        .filter(|line| line.programme.stage.name() == StageName::Active);
    let programme = active
        .map(|line| line.programme)
        .min_by_key(|programme| programme.begun)
        .ok_or_else(|| missing("no running programme"))?;
    let everyone = people::of_programme(tx, school, programme.id)?;
    let mut email_of = |role: CaseRole| -> Result<String, Broken> {
        let mut all = everyone.iter();
        let account: Option<AccountId> =
            all.find(|row| row.role == role).and_then(|row| row.account);
        let account = account.ok_or_else(|| missing("nobody with that part"))?;
        let row = accounts::find(tx, school, account)?;
        Ok(row.ok_or_else(|| missing("no account"))?.email.to_string())
    };
    Ok(Found {
        coordinator: email_of(CaseRole::Coordinator)?,
        teacher: email_of(CaseRole::SubjectTeacher)?,
        reference: programme.reference.to_string().to_lowercase(),
    })
}
