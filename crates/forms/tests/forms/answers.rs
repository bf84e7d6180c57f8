//! How answers are stored: the golden file, and nothing of them in a log.

use std::collections::BTreeMap;

use forms::{Answer, Answers, Cell, Choice, Lists, Reply, Share, Value, YesNo};
use jiff::civil::date;

use crate::at_hand::{id, kitchen_sink};

const GOLDEN: &str = include_str!("golden/answers.json");

/// One of each kind of answer.
fn one_of_each() -> Answers {
    let code = |text: &str| text.parse().unwrap();
    let lessons = vec![Choice {
        code: code("maths"),
        words: "Maths".into(),
    }];
    let lists = Lists::from([(code("lessons"), lessons)]);
    let mut answers = Answers::none_yet(&kitchen_sink().asked_with(&lists));
    let given = [
        ("a_line", Value::Text("One line".into())),
        ("a_list", Value::List(vec!["first".into(), "second".into()])),
        ("a_day", Value::Date(date(2026, 11, 10))),
        ("a_number", Value::Number("9.5".parse().unwrap())),
        ("yes_or_no", Value::YesNo(YesNo::Yes)),
        (
            "one_of",
            Value::One {
                chosen: Some(code("red")),
                more: Some("dark".into()),
            },
        ),
        (
            "any_of",
            Value::Many {
                chosen: vec![code("cat"), code("dog")],
                more: None,
            },
        ),
        ("how_often", Value::Point(4)),
        (
            "shared",
            Value::Grid(BTreeMap::from([(code("adults_listen"), Cell::Point(2))])),
        ),
        (
            "each_lesson",
            Value::Grid(BTreeMap::from([(code("maths"), Cell::One(code("good")))])),
        ),
        (
            "each_day",
            Value::Grid(BTreeMap::from([(
                code("friday"),
                Cell::Many(vec![code("am")]),
            )])),
        ),
        (
            "some_rows",
            Value::Rows(vec![BTreeMap::from([
                (code("who"), "A nurse".to_owned()),
                (code("since"), "2026-09-01".to_owned()),
                (code("minutes"), "30".to_owned()),
            ])]),
        ),
        (
            "somebody",
            Value::Person {
                name: "Mr Petrie".into(),
                reference: None,
            },
        ),
    ];
    for (question, value) in given {
        let share = (question == "a_line").then_some(Share::Meeting);
        let answer = Answer::Given(value);
        answers.put(id(question), Reply { answer, share });
    }
    for (question, answer) in [
        ("some_prose", Answer::Skipped),
        ("a_face", Answer::NotSure),
        ("not_safe", Answer::PassedOn),
    ] {
        answers.put(
            id(question),
            Reply {
                answer,
                share: None,
            },
        );
    }
    answers
}

#[test]
fn stored_answers_keep_the_shape_of_the_golden_file() {
    // Answers are kept for years. If this fails, old answers must still read: add a
    // shape beside the old one, never in its place.
    assert_eq!(one_of_each().to_json().unwrap(), GOLDEN.trim_end());
}

#[test]
fn the_golden_answers_read_back_as_they_were() {
    assert_eq!(Answers::from_json(GOLDEN).unwrap(), one_of_each());
}

#[test]
fn stored_answers_with_an_unknown_key_are_refused() {
    let stored = GOLDEN.replace("\"version\":1", "\"version\":1,\"mood\":2");
    assert!(Answers::from_json(&stored).is_err());
}

#[test]
fn nothing_a_person_wrote_shows_in_debug_output() {
    let answers = one_of_each();
    let debug = format!("{answers:?} {:?}", answers.reply(&id("a_line")));
    assert!(!debug.contains("One line"), "{debug}");
}

#[test]
fn answers_to_questions_that_are_no_longer_asked_are_not_kept() {
    let form = kitchen_sink();
    let mut answers = one_of_each();
    let answer = Answer::Given(Value::Text("More".into()));
    answers.put(
        id("only_if_yes"),
        Reply {
            answer,
            share: None,
        },
    );
    assert!(
        answers
            .clone()
            .only_asked(form)
            .reply(&id("only_if_yes"))
            .is_some()
    );

    let answer = Answer::Given(Value::YesNo(YesNo::No));
    answers.put(
        id("yes_or_no"),
        Reply {
            answer,
            share: None,
        },
    );
    assert!(answers.only_asked(form).reply(&id("only_if_yes")).is_none());
}

#[test]
fn the_shared_four_are_found_in_any_form() {
    let found = forms::shared_four::points(&one_of_each());
    assert_eq!(found, [None, Some(2), None, None]);
}
