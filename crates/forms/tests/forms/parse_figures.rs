//! Numbers and days, by themselves and in small records: read, refused, typed back.

use std::collections::BTreeMap;

use forms::parse::first_field;
use forms::summary::{Audience, rows};
use forms::{Answer, Answers, Room, Typed, Value, blank};

use crate::at_hand::{answered, id, kitchen_sink, names, page_of, post};

#[test]
fn a_number_is_kept_as_it_was_written_and_said_with_its_unit() {
    let answers = answered(
        kitchen_sink(),
        &[("a_number", &[("a_number", "9.5 years")])],
    );
    let kept = answers.value(&id("a_number"));
    assert!(kept == Some(&Value::Number("9.5".parse().unwrap())));
    assert_eq!(said(&answers, "a_number"), ["9.5 years"]);
}

#[test]
fn a_number_that_does_not_do_comes_back_with_what_to_do() {
    for (typed, words) in [
        ("about nine", "Write a number in figures, like 9.5"),
        ("2", "Write a number from 3 to 20"),
        ("9.55", "Use one figure after the point at most, like 9.5"),
    ] {
        let returned = post(kitchen_sink(), "a_number", &[("a_number", typed)]).unwrap_err();
        assert_eq!(returned.problems[0].words.raw(), words);
        assert_eq!(returned.typed.first("a_number"), typed);
    }
    let blank = post(kitchen_sink(), "a_number", &[("a_number", " ")]).unwrap();
    assert_eq!(blank.replies[0].1.answer, Answer::Skipped);
}

#[test]
fn days_and_numbers_of_a_record_are_stored_plainly_and_said_in_words() {
    let answers = answered(
        kitchen_sink(),
        &[(
            "some_rows",
            &[
                ("some_rows-1-who", "A nurse"),
                ("some_rows-1-since-day", "1"),
                ("some_rows-1-since-month", "sept"),
                ("some_rows-1-since-year", "2026"),
                ("some_rows-1-minutes", "30 minutes"),
            ],
        )],
    );
    let cell = |column: &str, text: &str| (column.parse().unwrap(), text.to_owned());
    let record = BTreeMap::from([
        cell("who", "A nurse"),
        cell("since", "2026-09-01"),
        cell("minutes", "30"),
    ]);
    assert!(answers.value(&id("some_rows")) == Some(&Value::Rows(vec![record])));
    assert_eq!(
        said(&answers, "some_rows"),
        [
            "Who?: A nurse",
            "Since when?: 1 September 2026",
            "How long each time?: 30 minutes",
        ]
    );
}

#[test]
fn a_record_is_typed_back_into_the_boxes_it_came_from() {
    let form = kitchen_sink();
    let fields = [
        ("some_rows-1-since-day", "1"),
        ("some_rows-1-since-month", "9"),
        ("some_rows-1-since-year", "2026"),
    ];
    let typed = Typed::stored(
        page_of(form, "some_rows"),
        &answered(form, &[("some_rows", &fields)]),
    );
    for (name, text) in fields {
        assert_eq!(typed.first(name), text, "{name}");
    }
}

#[test]
fn a_day_of_a_record_that_does_not_do_points_at_its_own_box() {
    let fields = [
        ("some_rows-2-since-day", "1"),
        ("some_rows-2-since-month", "13"),
        ("some_rows-2-since-year", "2026"),
        ("some_rows-2-minutes", "long"),
    ];
    let returned = post(kitchen_sink(), "some_rows", &fields).unwrap_err();
    let at: Vec<&str> = returned.problems.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(at, ["some_rows-2-since-month", "some_rows-2-minutes"]);
    let first = kitchen_sink().question(&id("some_rows")).unwrap();
    assert_eq!(first_field(first), "some_rows-1-who");
}

#[test]
fn on_paper_a_number_has_a_short_line_and_its_unit() {
    let paper = blank(kitchen_sink(), &names());
    let rooms: Vec<&Room> = paper.iter().map(|row| &row.room).collect();
    assert!(rooms.contains(&&Room::Number(Some("years".into()))));
    let table = rooms.iter().find_map(|room| match room {
        Room::Table { columns, .. } => Some(columns),
        _ => None,
    });
    let columns = table.unwrap();
    assert!(columns.contains(&"Since when? (day, month, year)".to_owned()));
    assert!(columns.contains(&"How long each time? (minutes)".to_owned()));
}

fn said(answers: &Answers, question: &str) -> Vec<String> {
    let rows = rows(kitchen_sink(), answers, Audience::Author, &names());
    let row = rows.iter().find(|row| *row.question == question);
    row.unwrap().said.lines()
}
