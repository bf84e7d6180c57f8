//! What stands beside a chart: its key, its table, and bars of how often.

use super::{BAD, assert_has, assert_sound};
use crate::charts::{Caption, DayCell, DaysTable, Key, Mark, ShareBar, WeekRow};

fn week(label: &str, days: [DayCell; 5]) -> String {
    DaysTable::new(
        "Lessons out of 5, by week and day",
        vec![WeekRow::new(label, days)],
    )
    .to_string()
}

fn cells(table: &str) -> Vec<&str> {
    let rest = table
        .split(r#"<td class="govuk-table__cell govuk-table__cell--numeric">"#)
        .skip(1);
    rest.map(|cell| &cell[..cell.find('<').unwrap()]).collect()
}

#[test]
fn the_table_says_every_day_and_the_middle_of_the_week() {
    use DayCell::{Missing, NoSchool, Value};
    let table = week(
        "Week 2, 5 Oct",
        [
            Value(2.0),
            Value(3.0),
            Missing("off sick".into()),
            NoSchool,
            Missing(String::new()),
        ],
    );
    assert_eq!(
        cells(&table),
        ["2", "3", "off sick", "no school", "no report", "2 or 3"]
    );
    assert!(table.contains(r#"<th scope="row" class="govuk-table__header">Week 2, 5 Oct</th>"#));
    assert!(table.contains("<caption"));
}

#[test]
fn a_week_to_come_has_no_numbers_and_no_middle() {
    let table = week("Week 7", [const { DayCell::ToCome }; 5]);
    assert_eq!(cells(&table), [""; 6]);
    let odd = week("Week 1", [3.0, 1.0, 2.5, 4.0, 5.0].map(DayCell::Value));
    assert_eq!(cells(&odd), ["3", "1", "2.5", "4", "5", "3"]);
}

#[test]
fn words_in_the_table_are_escaped() {
    let mut days = [const { DayCell::ToCome }; 5];
    days[0] = DayCell::Missing(BAD.into());
    assert!(!week(BAD, days).contains("<script"));
}

#[test]
fn the_key_shows_each_mark_once_beside_its_word() {
    let marks = vec![
        Mark::Before,
        Mark::Spell,
        Mark::Plan,
        Mark::Goal,
        Mark::Missing,
        Mark::Holiday,
    ];
    let key = Key::of(marks).to_string();
    assert_eq!(key.matches("<li>").count(), 6);
    assert_eq!(key.matches(r#"aria-hidden="true""#).count(), 6);
    assert!(key.contains("</svg>no report</li>"));
    assert!(!key.contains("style="));
}

#[test]
fn a_bar_has_two_parts_with_room_between_and_none_of_nothing() {
    let bar = |some, all| ShareBar::of(Caption::new("b1", "Period 1, 9 of 25"), some, all).draw();
    assert_sound(&bar(9, 25));
    assert_has(
        &bar(9, 25),
        &[
            r#"<rect class="bar" x="0" y="0" width="98.8""#,
            r#"<rect class="bar-2" x="100.8""#,
        ],
    );
    assert!(!bar(0, 25).to_string().contains(r#"class="bar""#));
    assert!(!bar(25, 25).to_string().contains("bar-2"));
    assert!(!bar(0, 0).to_string().contains("<rect"));
    assert_has(&bar(30, 25), &[r#"width="280""#]);
}
