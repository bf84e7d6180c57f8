//! A form that cannot work is refused, with the file, the question and the remedy.

use forms::Catalogue;

/// The smallest form that checks: one part, two questions.
pub const GOOD: &str = r#"
code = "small"
document = "X01"
title = "Small"
offered = "work"
written_for = "staff"
minutes = 1
band = "contributor"
pages = "one_question"
skip = "Skip"
[finish]
heading = "Done"
lead = []
[rights]
fills = ["st"]
reads = ["coord"]
[[part]]
heading = "A part"
[[part.question]]
id = "first"
kind = "yes_no"
label = "First?"
[[part.question]]
id = "second"
kind = "line"
label = "Second?"
"#;

pub fn problems(text: &str) -> String {
    problems_at("small/v1.toml", text)
}

fn problems_at(path: &str, text: &str) -> String {
    match Catalogue::read([(path, text)]) {
        Ok(_) => String::new(),
        Err(problem) => problem.to_string(),
    }
}

/// The good form with one thing changed.
fn with(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from} is not in the good form");
    problems(&GOOD.replace(from, to))
}

/// The good form with its second question replaced by these keys.
pub fn second(keys: &str) -> String {
    with("kind = \"line\"\nlabel = \"Second?\"\n", keys)
}

#[test]
fn the_good_form_has_no_problems() {
    assert_eq!(problems(GOOD), "");
}

#[test]
fn each_problem_names_the_file_the_question_and_the_remedy() {
    let said = second("kind = \"one\"\nlabel = \"Second?\"\n");
    assert!(said.contains(
        "forms/small/v1.toml: question 'second': a 'one' question needs 'options'; add it"
    ));
}

#[test]
fn all_problems_are_reported_at_once() {
    let bad = GOOD
        .replace("\"Small\"", "\"\"")
        .replace("\"First?\"", "\"\"");
    let said = problems(&bad);
    assert!(said.contains("the words of title are missing"), "{said}");
    assert!(
        said.contains("question 'first': the words of label are missing"),
        "{said}"
    );
}

#[test]
fn a_bad_whole_is_refused() {
    for (from, to, said) in [
        ("minutes = 1", "minuets = 1", "unknown field `minuets`"),
        (
            "band = \"contributor\"",
            "band = \"secret\"",
            "unknown variant `secret`",
        ),
        ("[\"coord\"]", "[\"boss\"]", "unknown variant `boss`"),
        ("[\"coord\"]", "[]", "nobody reads it"),
        ("[\"st\"]", "[]", "nobody fills it in"),
        (
            "code = \"small\"",
            "code = \"tiny\"",
            "calls itself 'tiny' but its folder is 'small'",
        ),
        ("[\"st\"]", "[\"st\", \"pupil\"]", "has no safety sentence"),
        (
            "\"Small\"",
            "\"For {mum}\"",
            "the words of title ask for '{mum}'",
        ),
        (
            "reads = [\"coord\"]",
            "reads = [\"coord\"]\nreads_in_part = { coord = \"own\" }",
            "'coord' reads all of it and also reads in part",
        ),
        (
            "reads = [\"coord\"]",
            "reads = [\"coord\"]\nreads_in_part = { ct = \"card\" }",
            "a way to read a record",
        ),
        (
            "id = \"second\"",
            "id = \"first\"",
            "question 'first': its id is used twice",
        ),
        ("id = \"second\"", "id = \"Second One\"", "small letters"),
        ("id = \"second\"", "id = \"sec-ond\"", "small letters"),
        (
            "kind = \"yes_no\"",
            "kind = \"guess\"",
            "unknown variant `guess`",
        ),
        ("title = \"Small\"\n", "", "missing field `title`"),
        (
            "minutes = 1",
            "minutes = 1\nwritten = \"when_needed\"\nseveral = true",
            "it is written when needed and does not say 'group'",
        ),
        (
            "minutes = 1",
            "minutes = 1\ngroup = \"support\"",
            "it is written when asked for and has no use for 'group'",
        ),
        (
            "minutes = 1",
            "minutes = 1\nwritten = \"when_needed\"\ngroup = \"misc\"",
            "unknown variant `misc`",
        ),
    ] {
        let problems = with(from, to);
        assert!(problems.contains(said), "{to}: {problems}");
        assert!(problems.contains("forms/small/v1.toml"), "{problems}");
    }
}

#[test]
fn sharing_that_cannot_be_chosen_is_refused() {
    let sharing = "[sharing]\nlabel = \"Who?\"\nchoices = [[\"meeting\", \"All\"]]\ndefault = \"nobody\"\nadult = \"office\"\n[[part]]";
    let said = with("[[part]]", sharing);
    assert!(
        said.contains("'nobody' is not among the sharing choices"),
        "{said}"
    );
    assert!(said.contains("'office' is named in 'adult'"), "{said}");
}

#[test]
fn the_shared_four_may_not_drift_apart() {
    let keys = "label = \"Often?\"\nkind = \"grid\"\nscale = \"freq5\"\nrows = [[\"adults_listen\", \"Listen\"]]\n";
    let drifted = GOOD.replace(
        "id = \"second\"\nkind = \"line\"\nlabel = \"Second?\"\n",
        &format!("id = \"shared\"\n{keys}"),
    );
    assert!(problems(&drifted).contains("'shared' must be a freq5 grid"));
}

#[test]
fn a_file_in_the_wrong_place_is_refused() {
    for path in [
        "v1.toml",
        "small/one.toml",
        "small/v0.toml",
        "small/v01.toml",
        "Small/v1.toml",
    ] {
        let said = problems_at(path, GOOD);
        assert!(
            said.contains("the file is not where forms live"),
            "{path}: {said}"
        );
    }
    assert!(problems_at("records.toml", "[[record]]").contains("forms/records.toml"));
}
