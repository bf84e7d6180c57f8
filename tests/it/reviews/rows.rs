//! The rows a story begins with: two schools, their people, and Rowan's plan.

use std::ops::RangeInclusive;

use app::App;
use domain::{
    account::{AccountKind, CaseRole, SchoolRole as R},
    dates::{Pauses, Rhythm, Schedule},
    id::{PlanId, ProgrammeId, SchoolId, StaffId},
    plan::{PlanVersion, StoredPlan},
    programme::{Programme, ProgrammeRecord, Run, Stage, Team},
    rating::{Period, Tick},
};
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};
use store::{Broken, Tx, people::PersonRow, plans::NewPlan, ratings::RatingRow};

use super::world::*;
use crate::rows;

/// When the school is shut.
const HOLIDAYS: [RangeInclusive<Date>; 3] = [
    date(2026, 10, 26)..=date(2026, 10, 30),
    date(2026, 12, 21)..=date(2027, 1, 4),
    date(2027, 2, 15)..=date(2027, 2, 19),
];

pub(super) fn build(tx: &mut Tx<'_>, app: &App) -> Result<Run, Broken> {
    rows::schools(tx, HERE, THERE, app.clock().now())?;
    for school in [HERE, THERE] {
        rows::weekdays(tx, id(school), &HOLIDAYS)?;
    }
    let staff: [(u128, &str, &[R]); 9] = [
        (AMINA, "Amina Farrow", &[R::Coordinator]),
        (JOEL, "Joel Petrie", &[R::Teacher]),
        (NELL, "Nell Brook", &[R::Senco]),
        (RUTH, "Ruth Calloway", &[R::Head]),
        (SAM, "Sam Odell", &[R::Administrator]),
        (ABARA, "Miss Abara", &[R::Teacher]),
        (VANCE, "Mr Vance", &[R::Teacher]),
        (HELEN, "Helen Marsh", &[R::Dsl]),
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

fn account(
    tx: &mut Tx<'_>,
    app: &App,
    (who, name): (u128, &str),
    kind: AccountKind,
    roles: &[R],
) -> Result<(), Broken> {
    let school: SchoolId = id(if who == ELSEWHERE { THERE } else { HERE });
    let row = rows::account(school, (who, name), kind, roles);
    store::accounts::add(tx, &row, app.clock().now())
}

pub(super) fn programme(tx: &mut Tx<'_>, app: &App, stage: Stage) -> Result<(), Broken> {
    let at = app.clock().now();
    let pupil = rows::pupil(id(HERE), id(51), "Rowan", "8K");
    store::pupils::add(tx, &pupil, &rows::typed(at))?;
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
            account: signs_in.then(|| id(who)),
            pupil: (role == CaseRole::Pupil).then(|| id(51)),
            ..PersonRow::new(id(who), id(50), role, name, START)
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
