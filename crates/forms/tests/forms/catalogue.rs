//! The catalogue: versions, and old answers that stay readable when a form changes.

use forms::summary::{Audience, rows};
use forms::{Answer, Answers, Catalogue, Choice, Lists, Reply, Said, Value, Version};

use crate::at_hand::{answered, id, kitchen_sink, names, shipped};

const FIRST: &str = r#"
code = "mood"
document = "X02"
title = "Mood"
offered = "work"
written_for = "staff"
minutes = 1
band = "case"
pages = "whole_part"
skip = "Skip"
[finish]
heading = "Done"
lead = []
[rights]
fills = ["st"]
reads = ["coord"]
[[part]]
heading = "Mood"
[[part.question]]
id = "mood"
kind = "one"
label = "How was it?"
options = [["good", "Good"], ["bad", "Bad"]]
"#;

/// Version 2 drops an option and renames the question's words.
fn second() -> String {
    FIRST
        .replace("How was it?", "How did it go?")
        .replace("[\"bad\", \"Bad\"]", "[\"hard\", \"Hard\"]")
}

fn both() -> Catalogue {
    Catalogue::read([("mood/v1.toml", FIRST), ("mood/v2.toml", &second())]).unwrap()
}

#[test]
fn the_newest_version_is_for_new_work_and_the_old_one_stays() {
    let (catalogue, code) = (both(), "mood".parse().unwrap());
    assert_eq!(catalogue.newest(&code).unwrap().version, Version(2));
    assert_eq!(catalogue.for_work().len(), 1);
    assert!(catalogue.find(&code, Version(1)).is_some());
    assert!(catalogue.find(&code, Version(3)).is_none());
}

#[test]
fn a_version_2_leaves_old_answers_as_they_were_read() {
    let code = "mood".parse().unwrap();
    let before = Catalogue::read([("mood/v1.toml", FIRST)]).unwrap();
    let mut answers = Answers::none_yet(before.newest(&code).unwrap());
    let chosen = Some("bad".parse().unwrap());
    let answer = Answer::Given(Value::One { chosen, more: None });
    answers.put(
        id("mood"),
        Reply {
            answer,
            share: None,
        },
    );
    let stored = answers.to_json().unwrap();

    let now = both();
    let read = Answers::from_json(&stored).unwrap();
    let form = now.asked_of(&read).unwrap();
    let rows = rows(&form, &read, Audience::Author, &names());
    assert_eq!(rows[0].asked, "How was it?");
    assert_eq!(rows[0].said, Said::Lines(vec!["Bad".into()]));
}

#[test]
fn the_tenth_version_is_newer_than_the_ninth() {
    let files = [("mood/v10.toml", FIRST), ("mood/v9.toml", FIRST)];
    let catalogue = Catalogue::read(files).unwrap();
    let newest = catalogue.newest(&"mood".parse().unwrap()).unwrap();
    assert_eq!(newest.version, Version(10));
}

#[test]
fn answers_about_this_pupils_lessons_keep_the_lessons_names() {
    let sink = kitchen_sink();
    let lesson = Choice {
        code: "8k-sc".parse().unwrap(),
        words: "Science".into(),
    };
    let lists = Lists::from([("lessons".parse().unwrap(), vec![lesson])]);
    let form = sink.asked_with(&lists);
    let answers = answered(
        &form,
        &[("each_lesson", &[("each_lesson-row-8k-sc", "good")])],
    );
    let stored = Answers::from_json(&answers.to_json().unwrap()).unwrap();
    let form = shipped().asked_of(&stored).unwrap();
    let rows = rows(&form, &stored, Audience::Author, &names());
    let lines: Vec<String> = rows.iter().flat_map(|row| row.said.lines()).collect();
    assert_eq!(lines, ["Science: Good"]);
}
