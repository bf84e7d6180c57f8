//! Kestrel Bridge on Tuesday 10 November 2026 with one programme being gathered
//! for, and another school next door.

use app::{Actor, App, Chance, accounts::token::Token, gathering::ask::Ask};
use domain::{
    account::{AccountKind, CaseRole, SchoolRole},
    clock::Clock,
    id::{AskId, ProgrammeId, StaffId},
    programme::{Programme, ProgrammeRecord, ProgrammeRef, Stage, Team},
};
use jiff::civil::date;
use store::{Db, Tx, people::PersonRow};
use testkit::{Engine, TestDb};

pub use crate::rows::id;
use crate::rows::{self, secret};

/// Everyone in the story, with the number their ids are made of.
pub const AMINA: u128 = 1;
pub const JOEL: u128 = 2;
pub const ABARA: u128 = 3;
pub const OKONJO: u128 = 4;
pub const DANA: u128 = 5;
pub const KIT: u128 = 6;
pub const ROWAN: u128 = 7;
pub const LEAD: u128 = 8;
pub const HEAD: u128 = 9;
pub const BYSTANDER: u128 = 10;
pub const ELSEWHERE: u128 = 11;

const HERE: u128 = 100;
const THERE: u128 = 200;

pub struct World {
    pub app: App,
    _db: TestDb,
}

pub fn reference() -> ProgrammeRef {
    "KB26-014".parse().unwrap()
}

impl World {
    pub fn on(engine: Engine) -> Self {
        let place = engine.ready();
        let db = Db::open(&place.address).unwrap();
        let app = App::new(db, Clock::fixed_on(date(2026, 11, 10)), Chance::seeded(3));
        app.db()
            .write(|tx| -> Result<(), store::Broken> {
                build(tx, &app);
                Ok(())
            })
            .unwrap();
        Self { app, _db: place }
    }

    /// One of them, signed in.
    pub fn actor(&self, who: u128) -> Actor {
        self.app
            .actor(Some(&Token::sent(&secret(who))), "test")
            .unwrap()
    }

    pub fn cookie(who: u128) -> String {
        format!("{}={}", web::session::SESSION_COOKIE, secret(who))
    }

    /// Asks somebody, as the coordinator.
    pub fn ask(&self, who: u128) -> AskId {
        let ask = Ask {
            programme: reference(),
            person: id::<domain::id::PersonKind>(who),
            document: None,
        };
        self.app.execute(&self.actor(AMINA), ask).unwrap()
    }

    /// How many events of a kind the programme's record holds.
    pub fn events(&self, kind: &str) -> usize {
        let programme: ProgrammeId = id(50);
        let all = self
            .app
            .db()
            .read(|tx| store::events::of_programme(tx, id(HERE), programme, 1000))
            .unwrap();
        all.iter()
            .filter_map(|one| one.event.as_ref())
            .filter(|event| event.kind() == kind)
            .count()
    }
}

fn build(tx: &mut Tx<'_>, app: &App) {
    rows::schools(tx, HERE, THERE, app.clock().now()).unwrap();
    let (teacher, coordinator) = ([SchoolRole::Teacher], [SchoolRole::Coordinator]);
    let staff: [(u128, &str, &[SchoolRole]); 8] = [
        (AMINA, "Amina Farrow", &coordinator),
        (JOEL, "Joel Petrie", &teacher),
        (ABARA, "Miss Abara", &teacher),
        (OKONJO, "Mr Okonjo", &teacher),
        (LEAD, "Nell Brook", &[SchoolRole::Dsl]),
        (HEAD, "Ruth Calloway", &[SchoolRole::Head]),
        (BYSTANDER, "Mr Vance", &teacher),
        (ELSEWHERE, "Olive Otter", &coordinator),
    ];
    for (who, name, roles) in staff {
        account(tx, app, (who, name), AccountKind::Staff, roles);
    }
    for (who, name) in [(DANA, "Dana Tidewell"), (KIT, "Kit Tidewell")] {
        account(tx, app, (who, name), AccountKind::Family, &[]);
    }
    account(tx, app, (ROWAN, "Rowan Tidewell"), AccountKind::Pupil, &[]);
    programme(tx, app);
    person(tx, AMINA, CaseRole::Coordinator, "Amina Farrow", None);
    person(tx, JOEL, CaseRole::KeyWorker, "Mr Petrie", None);
    person(
        tx,
        ABARA,
        CaseRole::SubjectTeacher,
        "Miss Abara",
        Some("Science"),
    );
    person(
        tx,
        OKONJO,
        CaseRole::SubjectTeacher,
        "Mr Okonjo",
        Some("Maths"),
    );
    person(tx, DANA, CaseRole::Parent, "Dana Tidewell", None);
    person(tx, KIT, CaseRole::Parent, "Kit Tidewell", None);
    person(tx, ROWAN, CaseRole::Pupil, "Rowan Tidewell", None);
}

fn account(tx: &mut Tx<'_>, app: &App, who: (u128, &str), kind: AccountKind, roles: &[SchoolRole]) {
    let at = id(if who.0 == ELSEWHERE { THERE } else { HERE });
    let (now, row) = (app.clock().now(), rows::account(at, who, kind, roles));
    store::accounts::add(tx, &row, now).unwrap();
    rows::signed_in(tx, &row, now).unwrap();
}

fn programme(tx: &mut Tx<'_>, app: &App) {
    let pupil = rows::pupil(id(HERE), id(51), "Rowan", "8K");
    store::pupils::add(tx, &pupil, &rows::typed(app.clock().now())).unwrap();
    let template = store::templates::newest(tx, id(HERE)).unwrap().unwrap();
    let record = ProgrammeRecord {
        id: id(50),
        school: id(HERE),
        pupil: id::<domain::id::PupilKind>(51),
        reference: reference(),
        template,
        author: StaffId::new(id::<domain::id::AccountKind>(BYSTANDER).uuid()),
        begun: date(2026, 11, 2),
        after: None,
        team: Some(Team {
            coordinator: id(AMINA),
            key_worker: Some(id(JOEL)),
        }),
        revision: 0,
        stage: Stage::Gathering {
            since: date(2026, 11, 3),
        },
    };
    store::programmes::add(tx, &Programme::restored(record)).unwrap();
}

fn person(tx: &mut Tx<'_>, who: u128, role: CaseRole, name: &str, subject: Option<&str>) {
    let row = PersonRow {
        account: Some(id::<domain::id::AccountKind>(who)),
        pupil: (role == CaseRole::Pupil).then(|| id(51)),
        subject: subject.map(str::to_owned),
        ..PersonRow::new(id(who), id(50), role, name, date(2026, 11, 3))
    };
    store::people::add(tx, id(HERE), &row).unwrap();
}
