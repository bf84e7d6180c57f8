//! The rows a story begins with: two schools, their people, and Rowan's plan.

use app::App;
use domain::{
    account::{AccountKind, CaseRole, SchoolRole as R, SchoolRoles},
    dates::{Pauses, Rhythm, Schedule},
    id::{PlanId, ProgrammeId, SchoolId, StaffId},
    plan::{PlanVersion, StoredPlan},
    programme::{Programme, ProgrammeRecord, Run, Stage, Team},
    pupil::{CareStatus, Pupil, PupilFlags, PupilName, YearGroup},
    rating::{Period, Tick},
    school::Template,
    text::Line,
};
use jiff::{
    ToSpan as _,
    civil::{Weekday, date},
};
use store::{
    Broken, Tx, accounts::AccountRow, people::PersonRow, plans::NewPlan, pupils::Source,
    ratings::RatingRow, schools::DayRow, schools::SchoolRow,
};

use super::world::*;

pub(super) fn build(tx: &mut Tx<'_>, app: &App) -> Result<Run, Broken> {
    school(tx, app, (HERE, "Kestrel Bridge School", "KB", "123456"))?;
    school(tx, app, (THERE, "Otter Lane School", "OL", "654321"))?;
    let staff: [(u128, &str, &[R]); 8] = [
        (AMINA, "Amina Farrow", &[R::Coordinator]),
        (JOEL, "Joel Petrie", &[R::Teacher]),
        (NELL, "Nell Brook", &[R::Senco]),
        (RUTH, "Ruth Calloway", &[R::Head]),
        (SAM, "Sam Odell", &[R::Administrator]),
        (ABARA, "Miss Abara", &[R::Teacher]),
        (VANCE, "Mr Vance", &[R::Teacher]),
        (ELSEWHERE, "Olive Otter", &[R::Coordinator, R::Head]),
    ];
    for (who, name, roles) in staff {
        account(tx, app, (who, name), AccountKind::Staff, roles)?;
    }
    account(tx, app, (DANA, "Dana Tidewell"), AccountKind::Family, &[])?;
    let calendar = store::schools::calendar(tx, id(HERE))?;
    let schedule = Schedule::compute(&Rhythm::standard(), START, &Pauses::NONE, &calendar);
    Ok(Run {
        plan: PlanId::new(id::<domain::id::PlanKind>(1).uuid()),
        version: 1,
        dates: (&schedule.unwrap()).into(),
        reviewed: None,
        extended: None,
        pauses: Pauses::NONE,
    })
}

fn school(
    tx: &mut Tx<'_>,
    app: &App,
    (number, name, prefix, urn): (u128, &str, &str, &str),
) -> Result<(), Broken> {
    let row = SchoolRow {
        id: id(number),
        urn: urn.into(),
        name: name.into(),
        prefix: prefix.into(),
        phone: None,
        version: 1,
    };
    let now = app.clock().now();
    store::schools::add(tx, &row, now)?;
    let template = Template::standard(Line::new("Twelve weeks").unwrap());
    store::templates::add(tx, id(number), &template, now)?;
    let breaks = [
        (date(2026, 10, 26), date(2026, 10, 30)),
        (date(2026, 12, 21), date(2027, 1, 4)),
        (date(2027, 2, 15), date(2027, 2, 19)),
    ];
    for day in date(2026, 9, 1)
        .series(1.day())
        .take_while(|day| *day <= date(2027, 7, 21))
    {
        if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            continue;
        }
        let off = breaks.iter().any(|(from, to)| (*from..=*to).contains(&day));
        let kind = if off { "holiday" } else { "school" };
        let row = DayRow {
            day,
            kind: kind.into(),
            note: None,
        };
        store::schools::put_day(tx, id(number), &row)?;
    }
    Ok(())
}

fn account(
    tx: &mut Tx<'_>,
    app: &App,
    (who, name): (u128, &str),
    kind: AccountKind,
    roles: &[R],
) -> Result<(), Broken> {
    let school: SchoolId = id(if who == ELSEWHERE { THERE } else { HERE });
    let row = AccountRow {
        school,
        id: id(who),
        email: format!("p{who}@school.example").parse().unwrap(),
        name: name.into(),
        known_as: name.into(),
        job: None,
        kind,
        roles: SchoolRoles::of(roles),
        password: None,
        disabled_at: None,
        version: 1,
    };
    store::accounts::add(tx, &row, app.clock().now())
}

pub(super) fn programme(tx: &mut Tx<'_>, app: &App, stage: Stage) -> Result<(), Broken> {
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
    let at = app.clock().now();
    let source = Source {
        from: "typed in",
        at,
    };
    store::pupils::add(tx, &pupil, &source)?;
    let record = ProgrammeRecord {
        id: id(50),
        school: id(HERE),
        pupil: id::<domain::id::PupilKind>(51),
        reference: reference(),
        template: store::templates::newest(tx, id(HERE))?.unwrap(),
        author: StaffId::new(id::<domain::id::AccountKind>(AMINA).uuid()),
        begun: date(2026, 9, 1),
        after: None,
        team: Some(Team {
            coordinator: id(AMINA),
            key_worker: Some(id(JOEL)),
        }),
        revision: 0,
        stage,
    };
    store::programmes::add(tx, &Programme::restored(record))?;
    people(tx)?;
    plan(tx)?;
    ticks(tx, at)
}

fn people(tx: &mut Tx<'_>) -> Result<(), Broken> {
    let all = [
        (JOEL, CaseRole::KeyWorker, "Joel Petrie", true),
        (NELL, CaseRole::Senco, "Nell Brook", true),
        (TOMASZ, CaseRole::Outreach, "Tomasz Wren", false),
        (DANA, CaseRole::Parent, "Dana Tidewell", true),
        (AMINA, CaseRole::Coordinator, "Amina Farrow", true),
        (ROWAN, CaseRole::Pupil, "Rowan Tidewell", false),
        (ABARA, CaseRole::SubjectTeacher, "Miss Abara", true),
    ];
    for (who, role, name, signs_in) in all {
        let row = PersonRow {
            id: id(who),
            programme: id(50),
            role,
            account: signs_in.then(|| id(who)),
            contact: None,
            pupil: (role == CaseRole::Pupil).then(|| id(51)),
            name: name.into(),
            known_as: name.into(),
            note: None,
            subject: None,
            added: START,
            left: None,
        };
        store::people::add(tx, id(HERE), &row)?;
    }
    Ok(())
}

fn plan(tx: &mut Tx<'_>) -> Result<(), Broken> {
    let golden = include_str!("../../../crates/domain/tests/golden/plan/rowan.json");
    let stored: StoredPlan = serde_json::from_str(golden).unwrap();
    let plan = stored.plan(id(1), PlanVersion::FIRST).unwrap();
    let agreed = plan.agree(START).unwrap();
    let new = NewPlan {
        plan: &agreed,
        stored: &stored,
        by: id(AMINA),
        told: None,
    };
    store::plans::add(tx, id(HERE), id::<domain::id::ProgrammeKind>(50), &new)
}

/// Three lessons of five with a Yes on each of the first days of the plan.
fn ticks(tx: &mut Tx<'_>, at: jiff::Timestamp) -> Result<(), Broken> {
    let programme: ProgrammeId = id(50);
    let lessons = [Period::P1, Period::P2, Period::P3, Period::P4, Period::P5];
    for day in START.series(1.day()).take(12) {
        if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            continue;
        }
        for (place, period) in lessons.into_iter().enumerate() {
            let row = RatingRow {
                target: id(1),
                on: day,
                period,
                person: id(ABARA),
                name: "Miss Abara".into(),
                tick: if place < 3 { Tick::Yes } else { Tick::NotYet },
                at,
            };
            store::ratings::put(tx, id(HERE), programme, &row)?;
        }
    }
    Ok(())
}
