//! The rows the world begins with: two schools, their staff, and Rowan's
//! programme with the people around him.

use app::App;
use domain::{
    account::{AccountKind, CaseRole, PersonName, SchoolRole},
    contact::{Contact, Known, Relationship},
    id::StaffId,
    programme::{Programme, ProgrammeRecord, Stage, Team},
};
use jiff::civil::date;
use store::{Tx, accounts::AccountRow, people::PersonRow};

use super::world::{
    ABARA, AMINA, BYSTANDER, DANA, ELSEWHERE, HEAD, HERE, JOEL, KIT, LEAD, PUPIL, ROWAN, THERE,
    TOMASZ, id, person, reference,
};
use crate::rows;

pub fn written(app: &App) {
    app.db()
        .write(|tx| -> Result<(), store::Broken> {
            let now = app.clock().now();
            rows::schools(tx, HERE, THERE, now)?;
            let holidays = [date(2026, 12, 21)..=date(2027, 1, 1)];
            rows::weekdays(tx, id(HERE), &holidays)?;
            let staff: [(u128, &str, &[SchoolRole]); 7] = [
                (AMINA, "Amina Farrow", &[SchoolRole::Coordinator]),
                (JOEL, "Joel Petrie", &[SchoolRole::Teacher]),
                (ABARA, "Miss Abara", &[SchoolRole::Teacher]),
                (HEAD, "Ruth Calloway", &[SchoolRole::Head]),
                (LEAD, "Helen Marsh", &[SchoolRole::Dsl]),
                (BYSTANDER, "Mr Vance", &[SchoolRole::Teacher]),
                (ELSEWHERE, "Olive Otter", &[SchoolRole::Coordinator]),
            ];
            for (who, name, roles) in staff {
                let at = id(if who == ELSEWHERE { THERE } else { HERE });
                let row = AccountRow {
                    password: Some("not a password at all".into()),
                    ..rows::account(at, (who, name), AccountKind::Staff, roles)
                };
                store::accounts::add(tx, &row, now)?;
                rows::signed_in(tx, &row, now)?;
            }
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

fn programme(tx: &mut Tx<'_>, app: &App) {
    let pupil = rows::pupil(id(HERE), id(PUPIL), "Rowan", "8K");
    store::pupils::add(tx, &pupil, &rows::typed(app.clock().now())).unwrap();
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
    let name = PersonName::new(rows::line(name));
    let contact = Contact {
        responsibility: Known::Yes,
        parent_in_law: Known::Yes,
        order: Some(1),
        ..Contact::new(id(who), id(HERE), id(PUPIL), name, relationship)
    };
    store::contacts::add(tx, &contact, &rows::typed(app.clock().now())).unwrap();
}

fn part(tx: &mut Tx<'_>, who: u128, role: CaseRole, name: &str) {
    let family = role == CaseRole::Parent;
    let pupil = role == CaseRole::Pupil;
    let outside = role == CaseRole::Outreach;
    let known_as = name.split(' ').next().unwrap_or(name);
    let row = PersonRow {
        account: (!family && !pupil && !outside).then(|| id(who)),
        contact: family.then(|| id(who)),
        pupil: pupil.then(|| id(PUPIL)),
        known_as: known_as.into(),
        ..PersonRow::new(id(who), id(50), role, name, date(2026, 11, 3))
    };
    store::people::add(tx, id(HERE), &row).unwrap();
}
