//! Kestrel Bridge on Tuesday 10 November 2026 with one programme being gathered
//! for, and another school next door.

use app::{Actor, App, Chance, accounts::token::Token, gathering::ask::Ask};
use domain::{
    account::{AccountKind, CaseRole, SchoolRole, SchoolRoles},
    clock::Clock,
    id::{AskId, Id, Kind, ProgrammeId, SchoolId, StaffId},
    programme::{Programme, ProgrammeRecord, ProgrammeRef, Stage, Team},
    pupil::{CareStatus, Pupil, PupilFlags, PupilName, YearGroup},
    school::Template,
    text::Line,
};
use jiff::{SignedDuration, civil::date};
use store::{
    Db, Tx, accounts::AccountRow, people::PersonRow, pupils::Source, schools::SchoolRow,
    sessions::Session,
};
use testkit::{Engine, TestDb};

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

pub fn id<K: Kind>(number: u128) -> Id<K> {
    format!("{}_{number:032x}", K::PREFIX).parse().unwrap()
}

pub fn reference() -> ProgrammeRef {
    "KB26-014".parse().unwrap()
}

fn secret(who: u128) -> String {
    format!("{:064x}", who + 0xabc)
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
    school(tx, app, HERE, "Kestrel Bridge School", "KB", "123456");
    school(tx, app, THERE, "Otter Lane School", "OL", "654321");
    let teacher = [SchoolRole::Teacher];
    account(
        tx,
        app,
        HERE,
        AMINA,
        "Amina Farrow",
        &[SchoolRole::Coordinator],
    );
    account(tx, app, HERE, JOEL, "Joel Petrie", &teacher);
    account(tx, app, HERE, ABARA, "Miss Abara", &teacher);
    account(tx, app, HERE, OKONJO, "Mr Okonjo", &teacher);
    account(tx, app, HERE, DANA, "Dana Tidewell", &[]);
    account(tx, app, HERE, KIT, "Kit Tidewell", &[]);
    account(tx, app, HERE, ROWAN, "Rowan Tidewell", &[]);
    account(tx, app, HERE, LEAD, "Nell Brook", &[SchoolRole::Dsl]);
    account(tx, app, HERE, HEAD, "Ruth Calloway", &[SchoolRole::Head]);
    account(tx, app, HERE, BYSTANDER, "Mr Vance", &teacher);
    account(
        tx,
        app,
        THERE,
        ELSEWHERE,
        "Olive Otter",
        &[SchoolRole::Coordinator],
    );
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

fn school(tx: &mut Tx<'_>, app: &App, number: u128, name: &str, prefix: &str, urn: &str) {
    let row = SchoolRow {
        id: id(number),
        urn: urn.into(),
        name: name.into(),
        prefix: prefix.into(),
        phone: None,
        version: 1,
    };
    let now = app.clock().now();
    store::schools::add(tx, &row, now).unwrap();
    let template = Template::standard(Line::new("Twelve weeks").unwrap());
    store::templates::add(tx, id(number), &template, now).unwrap();
}

fn account(tx: &mut Tx<'_>, app: &App, at: u128, who: u128, name: &str, roles: &[SchoolRole]) {
    let (now, school): (_, SchoolId) = (app.clock().now(), id(at));
    let row = AccountRow {
        school,
        id: id(who),
        email: format!("p{who}@school.example").parse().unwrap(),
        name: name.into(),
        known_as: name.into(),
        job: None,
        kind: match who {
            DANA | KIT => AccountKind::Family,
            ROWAN => AccountKind::Pupil,
            _ => AccountKind::Staff,
        },
        roles: SchoolRoles::of(roles),
        password: None,
        disabled_at: None,
        version: 1,
    };
    store::accounts::add(tx, &row, now).unwrap();
    let session = Session {
        school,
        account: id(who),
        made_at: now,
        seen_at: now,
        ends_at: now.checked_add(SignedDuration::from_hours(8)).unwrap(),
    };
    store::sessions::begin(tx, &Token::sent(&secret(who)).hash(), &session).unwrap();
}

fn programme(tx: &mut Tx<'_>, app: &App) {
    let pupil = Pupil {
        id: id(51),
        school: id(HERE),
        source_key: None,
        upn: None,
        name: PupilName::new(Line::new("Rowan").unwrap(), Line::new("Tidewell").unwrap()),
        born: date(2014, 2, 28),
        sex: None,
        year: YearGroup::Y8,
        group: Some(Line::new("8K").unwrap()),
        sen: None,
        needs: Vec::new(),
        care: CareStatus::None,
        flags: PupilFlags::NONE,
        language: None,
        left_on: None,
    };
    let source = Source {
        from: "typed in",
        at: app.clock().now(),
    };
    store::pupils::add(tx, &pupil, &source).unwrap();
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
        id: id::<domain::id::PersonKind>(who),
        programme: id(50),
        role,
        account: Some(id::<domain::id::AccountKind>(who)),
        contact: None,
        pupil: (role == CaseRole::Pupil).then(|| id(51)),
        name: name.into(),
        known_as: name.into(),
        note: None,
        subject: subject.map(str::to_owned),
        added: date(2026, 11, 3),
        left: None,
    };
    store::people::add(tx, id(HERE), &row).unwrap();
}
