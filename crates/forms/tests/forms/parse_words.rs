//! The words people meet when something could not be read: what to do, never blame,
//! and plain enough for a pupil.

use forms::parse::Problem;

use crate::at_hand::{kitchen_sink, newest, post};
use crate::syllables::{grade, words};

fn problems(question: &str, fields: &[(&str, &str)]) -> Vec<Problem> {
    post(kitchen_sink(), question, fields).unwrap_err().problems
}

/// Every problem of the engine's own wording, with where it points.
fn all() -> Vec<(String, String)> {
    let long = "x".repeat(10_240);
    let day = |d, m, y| vec![("a_day-day", d), ("a_day-month", m), ("a_day-year", y)];
    let posts: Vec<(&str, Vec<(&str, &str)>)> = vec![
        ("a_line", vec![("a_line", &long[..52])]),
        ("some_prose", vec![("some_prose", "hm")]),
        ("some_prose", vec![("some_prose", &long)]),
        ("a_list", vec![("a_list-2", &long[..100])]),
        ("somebody", vec![("somebody", &long[..200])]),
        ("a_day", day("", "11", "2026")),
        ("a_day", day("10", "", "2026")),
        ("a_day", day("10", "11", "")),
        ("a_day", day("40", "11", "2026")),
        ("a_day", day("10", "Febtober", "2026")),
        ("a_day", day("10", "11", "26")),
        ("a_day", day("31", "4", "2026")),
        ("a_day", day("11", "11", "2026")),
        ("yes_or_no", vec![("yes_or_no", "maybe")]),
        ("one_of", vec![("one_of", "purple")]),
        ("any_of", vec![("any_of", "unicorn")]),
        ("any_of", vec![("any_of", "none"), ("any_of", "cat")]),
        ("how_often", vec![("how_often", "6")]),
        ("how_often", vec![("how_often", "03")]),
        ("each_day", vec![("each_day-row-friday", "midnight")]),
        ("shared", vec![("shared-row-calms_down", "9")]),
        ("some_rows", vec![("some_rows-1-effect", "lots")]),
        ("some_rows", vec![("some_rows-2-may_contact", "perhaps")]),
    ];
    posts
        .into_iter()
        .flat_map(|(question, fields)| problems(question, &fields))
        .map(|problem| (problem.field, problem.words.raw().to_owned()))
        .collect()
}

#[test]
fn each_problem_says_what_to_do_at_its_own_box() {
    let said: Vec<String> = all()
        .iter()
        .map(|(field, words)| format!("{field}: {words}"))
        .collect();
    let expected = [
        "a_line: Make this shorter by 12 letters. There is room for 40, spaces too.",
        "some_prose: Write a little more. Use at least 5 letters.",
        "some_prose: Make this shorter by 240 letters. There is room for 10,000, spaces too.",
        "a_list-2: Make this shorter by 40 letters. There is room for 60, spaces too.",
        "somebody: Make this shorter by 80 letters. There is room for 120, spaces too.",
        "a_day-day: Add the day",
        "a_day-month: Add the month",
        "a_day-year: Add the year",
        "a_day-day: Write the day as a number from 1 to 31",
        "a_day-month: Write the month as a number from 1 to 12, or its name",
        "a_day-year: Write the year in full, like 2026",
        "a_day-day: That month does not have that day. Check the date.",
        "a_day-day: Use today or a day before today",
        "yes_or_no: Choose from the answers on this page",
        "one_of: Choose from the answers on this page",
        "any_of: Choose from the answers on this page",
        "any_of: Choose “None of these” by itself, or choose from the others",
        "how_often: Choose from the answers on this page",
        "how_often: Choose from the answers on this page",
        "each_day-row-friday: Choose from the answers in this row",
        "shared-row-calms_down: Choose from the answers in this row",
        "some_rows-1-effect: Choose from the answers in this row",
        "some_rows-2-may_contact: Choose from the answers in this row",
    ];
    assert_eq!(said, expected);
}

#[test]
fn the_words_are_plain_and_polite_without_please() {
    for (_, said) in all() {
        let lower = said.to_lowercase();
        for unkind in ["please", "invalid", "error", "must not", "wrong", "failed"] {
            assert!(!lower.contains(unkind), "{said}");
        }
        if words(&said).len() >= 5 && !said.chars().any(|c| c.is_ascii_digit()) {
            assert!(grade(&said) <= 4.5, "{:.1} {said}", grade(&said));
        }
    }
}

#[test]
fn a_parent_who_writes_ten_thousand_characters_is_heard() {
    let form = newest("parent-carer");
    let fits = "a".repeat(10_000);
    assert!(post(form, "hq2", &[("hq2", &fits), ("hq2-share", "meeting")]).is_ok());
    let over = "a".repeat(10_001);
    let returned = post(form, "hq2", &[("hq2", &over), ("hq2-share", "meeting")]).unwrap_err();
    assert_eq!(
        returned.typed.first("hq2").len(),
        10_001,
        "nothing typed is lost"
    );
}
