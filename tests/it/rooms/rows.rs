//! The rows the world begins with: two schools, their staff, and Rowan's
//! programme with the people around him.

use app::{App, accounts::token::Token};
use domain::{
    account::{AccountKind, CaseRole, PersonName, SchoolRole, SchoolRoles},
    contact::{Contact, Known, Reach, Relationship},
    id::{SchoolId, StaffId},
    programme::{Programme, ProgrammeRecord, Stage, Team},
    pupil::{CareStatus, Pupil, PupilFlags, PupilName, YearGroup},
    school::Template,
    text::Line,
};
use jiff::{
    SignedDuration, Span,
    civil::{Weekday, date},
};
use store::{
    Tx, accounts::AccountRow, people::PersonRow, pupils::Source, schools::SchoolRow,
    sessions::Session,
};

use super::world::{
    ABARA, AMINA, BYSTANDER, DANA, ELSEWHERE, HEAD, HERE, JOEL, KIT, LEAD, PUPIL, ROWAN, THERE,
    TOMASZ, id, person, reference, secret,
};

pub fn written(app: &App) {
    app.db()
        .write(|tx| -> Result<(), store::Broken> {
            school(tx, app, HERE, "Kestrel Bridge School", "KB", "123456");
            school(tx, app, THERE, "Otter Lane School", "OL", "654321");
            let teacher = [SchoolRole::Teacher];
            let coordinator = [SchoolRole::Coordinator];
            account(tx, app, HERE, (AMINA, "Amina Farrow"), &coordinator);
            account(tx, app, HERE, (JOEL, "Joel Petrie"), &teacher);
            account(tx, app, HERE, (ABARA, "Miss Abara"), &teacher);
            account(tx, app, HERE, (HEAD, "Ruth Calloway"), &[SchoolRole::Head]);
            account(tx, app, HERE, (LEAD, "Helen Marsh"), &[SchoolRole::Dsl]);
            account(tx, app, HERE, (BYSTANDER, "Mr Vance"), &teacher);
            account(tx, app, THERE, (ELSEWHERE, "Olive Otter"), &coordinator);
            programme(tx, app);
            contact(tx, app, DANA, "Dana Tidewell", Relationship::Mother);
            contact(tx, app, KIT, "Kit Barlow", Relationship::Father);
            part(tx, AMINA, CaseRole::Coordinator, "Amina Farrow");
            part(tx, JOEL, CaseRole::KeyWorker, "Joel Petrie");
            part(tx, ABARA, CaseRole::SubjectTeacher, "Miss Abara");
            part(tx, DANA, CaseRole::Parent, "Dana Tidewell");
            part(tx, KIT, CaseRole::Parent, "Kit Barlow");
            part(tx, ROWAN, CaseRole::Pupil, "Rowan Tidewell");
            part(tx, TOMASZ, CaseRole::Outreach, "Tomasz Wren");
            Ok(())
        })
        .unwrap();
}

fn source(app: &App) -> Source<'static> {
    Source {
        from: "typed in",
        at: app.clock().now(),
    }
}

fn school(tx: &mut Tx<'_>, app: &App, number: u128, name: &str, prefix: &str, urn: &str) {
    let (now, school): (_, SchoolId) = (app.clock().now(), id(number));
    let row = SchoolRow {
        id: school,
        urn: urn.into(),
        name: name.into(),
        prefix: prefix.into(),
        phone: Some("01632 960142".into()),
        version: 1,
    };
    store::schools::add(tx, &row, now).unwrap();
    let template = Template::standard(Line::new("Twelve weeks").unwrap());
    store::templates::add(tx, school, &template, now).unwrap();
    let days = date(2026, 9, 1).series(Span::new().days(1));
    for day in days.take_while(|day| *day <= date(2027, 7, 21)) {
        let off = date(2026, 12, 21)..=date(2027, 1, 1);
        let kind = if off.contains(&day) {
            "holiday"
        } else {
            "school"
        };
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            let day = store::schools::DayRow {
                day,
                kind: kind.into(),
                note: None,
            };
            store::schools::put_day(tx, school, &day).unwrap();
        }
    }
}

fn account(tx: &mut Tx<'_>, app: &App, at: u128, (who, name): (u128, &str), roles: &[SchoolRole]) {
    let (now, school): (_, SchoolId) = (app.clock().now(), id(at));
    let row = AccountRow {
        school,
        id: id(who),
        email: format!("p{who}@school.example").parse().unwrap(),
        name: name.into(),
        known_as: name.into(),
        job: None,
        kind: AccountKind::Staff,
        roles: SchoolRoles::of(roles),
        password: Some("not a password at all".into()),
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
        id: id(PUPIL),
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
    store::pupils::add(tx, &pupil, &source(app)).unwrap();
    let template = store::templates::newest(tx, id(HERE)).unwrap().unwrap();
    let record = ProgrammeRecord {
        id: id(50),
        school: id(HERE),
        pupil: id(PUPIL),
        reference: reference(),
        template,
        author: StaffId::new(person(BYSTANDER).uuid()),
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

fn contact(tx: &mut Tx<'_>, app: &App, who: u128, name: &str, relationship: Relationship) {
    let contact = Contact {
        id: id(who),
        school: id(HERE),
        pupil: id(PUPIL),
        name: PersonName::new(Line::new(name).unwrap()),
        relationship,
        responsibility: Known::Yes,
        parent_in_law: Known::Yes,
        lives_with: Known::Unknown,
        order: Some(1),
        reach: Reach::default(),
        restrictions: Vec::new(),
        ended_on: None,
    };
    store::contacts::add(tx, &contact, &source(app)).unwrap();
}

fn part(tx: &mut Tx<'_>, who: u128, role: CaseRole, name: &str) {
    let family = role == CaseRole::Parent;
    let pupil = role == CaseRole::Pupil;
    let outside = role == CaseRole::Outreach;
    let row = PersonRow {
        id: id(who),
        programme: id(50),
        role,
        account: (!family && !pupil && !outside).then(|| id(who)),
        contact: family.then(|| id(who)),
        pupil: pupil.then(|| id(PUPIL)),
        name: name.into(),
        known_as: name.split(' ').next().unwrap_or(name).into(),
        note: None,
        subject: None,
        added: date(2026, 11, 3),
        left: None,
    };
    store::people::add(tx, id(HERE), &row).unwrap();
}
