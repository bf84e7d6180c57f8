//! The same days as a chart and as a table.

use super::{assert_has, assert_sound};
use crate::charts::{Caption, DatedDay, DatedName, DatedStep, DayCell, Scale, Size, TargetDays};
use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};

/// School days from a Monday on, half term left out.
fn school_days(from: Date, count: usize) -> Vec<Date> {
    let half_term = date(2026, 10, 26)..=date(2026, 10, 30);
    let all = (0..).map(|day: i64| from.saturating_add(day.days()));
    let weekday = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let open = all.filter(weekday).filter(|day| !half_term.contains(day));
    open.take(count).collect()
}

fn rowan() -> TargetDays {
    let before = [2.0, 1.0, 2.0, 1.0, 0.0, 3.0, 1.0, 2.0, 2.0, 1.0];
    let dated = |(date, cell)| DatedDay { date, cell };
    let today = date(2026, 11, 10);
    let plan = school_days(date(2026, 9, 28), 60).into_iter().map(|day| {
        let cell = match day {
            day if day >= today => DayCell::ToCome,
            day if day == date(2026, 10, 8) => DayCell::Missing("off sick".into()),
            day => DayCell::Value(f64::from(day.day() % 3 + 1)),
        };
        dated((day, cell))
    });
    TargetDays {
        before: school_days(date(2026, 9, 14), 10)
            .into_iter()
            .zip(before.map(DayCell::Value))
            .map(dated)
            .collect(),
        spell: Some(date(2026, 9, 21)),
        plan: plan.collect(),
        steps: vec![
            DatedStep {
                from: date(2026, 9, 28),
                level: 2.0,
                label: "Step 1".into(),
            },
            DatedStep {
                from: date(2026, 11, 2),
                level: 3.0,
                label: "Step 2".into(),
            },
            DatedStep {
                from: date(2026, 12, 1),
                level: 4.0,
                label: "Goal".into(),
            },
        ],
        changes: vec![DatedName {
            from: date(2026, 11, 2),
            label: "Step 2".into(),
        }],
        holidays: vec![DatedName {
            from: date(2026, 11, 2),
            label: "half term".into(),
        }],
        scale: Scale::out_of(5),
        middles: (Some(1.5), Some(2.0)),
        today,
    }
}

#[test]
fn chart_and_table_say_the_same_days() {
    let rowan = rowan();
    let picture = rowan
        .chart(Caption::new("t1", "Lessons out of 5"))
        .draw(Size::Wide);
    assert_sound(&picture);
    let table = rowan.table("Lessons out of 5, by week and day").to_string();
    let [before, plan] = rowan.recorded();
    assert_eq!([before, plan], [(10, 10), (25, 26)]);
    let drawn = picture.to_string();
    assert_eq!(drawn.matches(r#"class="b-dot""#).count(), 10);
    assert_eq!(drawn.matches(r#"class="p-dot""#).count(), 25);
    assert_eq!(drawn.matches(r#"class="miss""#).count(), 1);
    let cell = r#"<td class="govuk-table__cell govuk-table__cell--numeric">"#;
    let rows = table.split("<tr ").skip(2);
    let days = rows.flat_map(|row| row.split(cell).skip(1).take(5));
    let numbers = days.filter(|day| day.starts_with(|first: char| first.is_ascii_digit()));
    assert_eq!(numbers.count(), 35);
    assert_eq!(table.matches("off sick").count(), 1);
}

#[test]
fn weeks_are_counted_by_school_and_dated_by_their_monday() {
    let table = rowan().table("Lessons").to_string();
    for row in [
        "Before, 14 Sep",
        "Week 1, 28 Sep",
        "Week 4, 19 Oct",
        "Week 5, 2 Nov",
        "Week 12, 21 Dec",
    ] {
        assert!(table.contains(&format!(">{row}</th>")), "{row}");
    }
    assert!(!table.contains("26 Oct"), "half term is no week");
}

#[test]
fn steps_changes_and_holidays_stand_on_their_day() {
    let picture = rowan()
        .chart(Caption::new("t1", "Lessons"))
        .draw(Size::Wide);
    assert_has(
        &picture,
        &[
            ">half term</text>",
            ">Step 2</text>",
            ">Goal</text>",
            ">today</text>",
            ">week 1</text>",
            ">14 Sep to 25 Sep</text>",
            r#"class="spell""#,
        ],
    );
    let drawn = picture.to_string();
    assert!(
        !drawn.contains(">6</text>"),
        "this week is named by today alone"
    );
}

#[test]
fn nothing_recorded_yet_still_draws_the_weeks_to_come() {
    let mut empty = rowan();
    empty.before.clear();
    for day in &mut empty.plan {
        day.cell = DayCell::ToCome;
    }
    empty.middles = (None, None);
    assert_eq!(empty.recorded(), [(0, 0), (0, 0)]);
    for size in [Size::Wide, Size::Column, Size::Narrow] {
        assert_sound(&empty.chart(Caption::new("t1", "Lessons")).draw(size));
    }
    empty.plan.clear();
    assert_sound(&empty.chart(Caption::new("t1", "Lessons")).draw(Size::Wide));
}

#[test]
fn a_day_without_school_inside_a_week_is_said_and_one_outside_is_not() {
    let mut days = rowan();
    days.plan.retain(|day| day.date != date(2026, 9, 30));
    let table = days.table("Lessons").to_string();
    assert_eq!(table.matches("no school").count(), 1);
}

/// The pictures as they were looked at. After looking at a change, write them anew with `MAINSTAY_WRITE_BOOKS=1`.
#[test]
fn the_chart_and_its_table_are_as_they_were_looked_at() {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/charts/tests/snapshots");
    let (days, caption) = (rowan(), || {
        Caption::new("t1", "Lessons out of 5").description("Every day is in the table.")
    });
    let drawn = [
        (
            "target-wide.svg",
            days.chart(caption()).draw(Size::Wide).to_string(),
        ),
        (
            "target-column.svg",
            days.chart(caption()).draw(Size::Column).to_string(),
        ),
        (
            "target-narrow.svg",
            days.chart(caption()).draw(Size::Narrow).to_string(),
        ),
        (
            "target-table.txt",
            days.table("Lessons out of 5, by week and day").to_string(),
        ),
    ];
    for (name, drawn) in drawn {
        // One shape a line, so that a change can be read.
        let drawn = drawn.replace("><", ">\n<") + "\n";
        let path = folder.join(name);
        if std::env::var_os("MAINSTAY_WRITE_BOOKS").is_some() {
            std::fs::write(&path, &drawn).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), drawn, "{name}");
    }
}
