//! The school's days.

use domain::dates::DayKind;
use jiff::civil::{Date, date};
use store::schools::{self, DayRow};

use testkit::on_both;

use super::{Kind, World};

const CSV: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/term-dates/synthshire_term_dates.csv");
const JSON: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/term-dates/synthshire_term_dates.json");
const ICS: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/term-dates/synthshire_term_dates.ics");
const BANK: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/term-dates/bank_holidays_govuk_shape.json");

fn days(world: &World) -> Vec<(Date, DayKind)> {
    let all = world.app.db().read(|tx| schools::days(tx, world.school));
    let all = all.unwrap();
    all.iter()
        .map(|row| (row.day, row.kind.parse().unwrap()))
        .collect()
}

fn count(world: &World, kind: DayKind) -> usize {
    days(world).iter().filter(|(_, one)| *one == kind).count()
}

#[test]
fn two_years_of_term_dates_give_380_school_days_and_the_holidays_between() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Calendar, JSON);
        assert_eq!(count(&world, DayKind::School), 380);
        assert_eq!(count(&world, DayKind::Training), 10);
        let all = days(&world);
        assert!(all.contains(&(date(2026, 12, 21), DayKind::Holiday)));
        assert_eq!(all.last().unwrap().0, date(2027, 8, 31));
        assert!(world.import(Kind::Calendar, JSON).counts.unchanged());
        assert_eq!(world.events().len(), 1);
    });
}

#[test]
fn the_same_dates_in_other_forms_take_no_training_day_away() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Calendar, JSON);
        let before = days(&world);
        for form in [CSV, ICS, BANK] {
            assert!(world.import(Kind::Calendar, form).counts.unchanged());
        }
        assert_eq!(days(&world), before);
    });
}

#[test]
fn bank_holidays_do_not_stretch_a_calendar_past_its_terms() {
    on_both(|engine| {
        let world = World::on(engine);
        let (_, changes) = world.preview(Kind::Calendar, BANK);
        assert!(changes.added.is_empty());
        assert!(changes.notes[0].contains("Import the term dates first"));
    });
}

#[test]
fn an_early_finish_put_in_by_hand_stays_and_a_term_that_ends_sooner_becomes_holiday() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Calendar, CSV);
        let half = DayRow {
            day: date(2026, 12, 11),
            kind: DayKind::MorningOnly.code().into(),
            note: None,
        };
        let put = world
            .app
            .db()
            .write(|tx| schools::put_day(tx, world.school, &half));
        put.unwrap();
        let sooner = String::from_utf8_lossy(CSV).replace("18/12/2026", "16/12/2026");
        let done = world.import(Kind::Calendar, sooner.as_bytes());
        assert_eq!((done.counts.added, done.counts.changed), (0, 2));
        let all = days(&world);
        assert!(all.contains(&(date(2026, 12, 11), DayKind::MorningOnly)));
        assert!(all.contains(&(date(2026, 12, 17), DayKind::Holiday)));
    });
}
