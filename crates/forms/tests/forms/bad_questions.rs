//! A question that cannot work is refused: keys that do not fit its kind, conditions
//! that cannot be met, rules that cannot fire.

use crate::bad_forms::{GOOD, problems, second};

#[test]
fn a_bad_question_of_each_kind_is_refused() {
    let label = "label = \"Second?\"\n";
    for (keys, said) in [
        (
            "kind = \"line\"\nmax_characters = 0",
            "'max_characters' is 0, outside 1 to 500",
        ),
        (
            "kind = \"line\"\noptions = [[\"a\", \"A\"]]",
            "a 'line' question has no use for 'options'",
        ),
        (
            "kind = \"prose\"\nmax_characters = 10001",
            "outside 1 to 10000",
        ),
        (
            "kind = \"prose\"\nmin_characters = 9\nmax_characters = 5",
            "'min_characters' is 9",
        ),
        ("kind = \"date\"\nwhen = \"soon\"", "unknown variant `soon`"),
        ("kind = \"number\"", "a 'number' question needs 'max'"),
        (
            "kind = \"number\"\nmin = 5\nmax = 5",
            "'min' is 5 and 'max' is 5",
        ),
        (
            "kind = \"number\"\nmax = 5\ndecimals = 3",
            "'decimals' is 3, outside 0 to 2",
        ),
        (
            "kind = \"number\"\nmax = 5\nunit = [\"year\", \" \"]",
            "the words of unit are missing",
        ),
        (
            "kind = \"line\"\nunit = [\"year\", \"years\"]",
            "a 'line' question has no use for 'unit'",
        ),
        (
            "kind = \"rows\"\nup_to = 2\ncolumns = [{ id = \"c\", label = \"C\", kind = \"date\", max = 3 }]",
            "a 'date' question has no use for 'max'",
        ),
        (
            "kind = \"yes_no\"\nscale = \"freq5\"",
            "a 'yes_no' question has no use for 'scale'",
        ),
        (
            "kind = \"one\"\noptions = [[\"a\", \"A\"]]",
            "options leaves nothing to choose between",
        ),
        (
            "kind = \"one\"\noptions = [[\"a\", \"A\"], [\"a\", \"B\"]]",
            "the code 'a' is used twice in options",
        ),
        (
            "kind = \"one\"\noptions = [[\"a\", \"A\"], [\"b\", \" \"]]",
            "the words of option b are missing",
        ),
        (
            "kind = \"one\"\noptions = [[\"a\", \"A\"], [\"given\", \"B\"]]",
            "an option may not be called 'given'",
        ),
        (
            "kind = \"many\"\noptions = [[\"a\", \"A\"], [\"b\", \"B\"]]\nalone = [\"c\"]",
            "'alone' names 'c'",
        ),
        ("kind = \"scale\"", "a 'scale' question needs 'scale'"),
        (
            "kind = \"scale\"\nscale = \"freq9\"",
            "unknown variant `freq9`",
        ),
        (
            "kind = \"scale\"\nscale = \"conf4\"\npoints = [\"No\"]",
            "conf4 has 4 points and 1 words",
        ),
        (
            "kind = \"grid\"\nscale = \"freq5\"",
            "a 'grid' question needs 'rows'",
        ),
        (
            "kind = \"grid\"\nrows = [[\"r\", \"R\"]]",
            "a 'grid' question needs 'scale'",
        ),
        ("kind = \"list\"", "a 'list' question needs 'up_to'"),
        (
            "kind = \"list\"\nup_to = 50",
            "'up_to' is 50, outside 1 to 20",
        ),
        (
            "kind = \"rows\"\nup_to = 2",
            "a 'rows' question needs 'columns'",
        ),
        (
            "kind = \"rows\"\nup_to = 2\ncolumns = [{ id = \"c\", label = \"C\", kind = \"one\" }]",
            "a column leaves nothing to choose between",
        ),
        (
            "kind = \"rows\"\nup_to = 2\ncolumns = [{ id = \"c\", label = \"C\", kind = \"line\", options = [] }]",
            "no use for 'options'",
        ),
        (
            "kind = \"person\"\nup_to = 2",
            "a 'person' question has no use for 'up_to'",
        ),
    ] {
        let problems = second(&format!("{label}{keys}\n"));
        assert!(problems.contains(said), "{keys}: {problems}");
    }
}

#[test]
fn a_question_that_can_never_be_asked_is_refused() {
    let line = "kind = \"line\"\nlabel = \"Second?\"\n";
    for (condition, said) in [
        (
            "{ question = \"third\", is = \"yes\" }",
            "it waits for 'third', which is not in this form",
        ),
        (
            "{ question = \"second\", is = \"given\" }",
            "it waits for itself, by way of second > second",
        ),
        (
            "{ question = \"first\", is = \"maybe\" }",
            "no kept answer to 'first' is 'maybe'",
        ),
        (
            "{ question = \"first\", at_least = 3 }",
            "no kept answer to 'first' is 3 or more",
        ),
        ("{ question = \"first\" }", "a condition has 0 tests"),
        (
            "{ question = \"first\", is = \"yes\", at_most = 2 }",
            "a condition has 2 tests",
        ),
    ] {
        let problems = second(&format!("{line}show_if = {condition}\n"));
        assert!(problems.contains(said), "{condition}: {problems}");
    }
}

#[test]
fn questions_that_wait_for_each_other_are_refused() {
    let waiting = GOOD
        .replace(
            "\"First?\"\n",
            "\"First?\"\nshow_if = { question = \"second\", is = \"given\" }\n",
        )
        .replace(
            "\"Second?\"\n",
            "\"Second?\"\nshow_if = { question = \"first\", is = \"yes\" }\n",
        );
    let said = problems(&waiting);
    assert!(
        said.contains("'first': it waits for 'second', which comes later"),
        "{said}"
    );
    assert!(said.contains("by way of first > second > first"), "{said}");
}

#[test]
fn a_condition_on_an_answer_that_is_never_kept_is_refused() {
    let safety = "[[part.question.safety]]\nis = \"yes\"\ntask = \"t\"\nto = \"dsl\"\nwithin = \"today\"\nkeep = \"nothing\"\nask = \"Ask\"\n";
    let waiting = GOOD
        .replace("\"First?\"\n", &format!("\"First?\"\n{safety}"))
        .replace(
            "\"Second?\"\n",
            "\"Second?\"\nshow_if = { question = \"first\", is = \"yes\" }\n",
        );
    assert!(problems(&waiting).contains("it can never be asked"));
}

#[test]
fn a_safety_rule_that_can_never_fire_is_refused() {
    let rule = "[[part.question.safety]]\nis = \"maybe\"\ntask = \"t\"\nto = \"nurse\"\nwithin = \"today\"\nkeep = \"answer\"\nask = \"Ask\"\n";
    let ruled = GOOD.replace("\"First?\"\n", &format!("\"First?\"\n{rule}"));
    let said = problems(&ruled);
    assert!(
        said.contains("expected a role, such as \"keyw\", or \"helper\""),
        "{said}"
    );
    let known = ruled.replace("\"nurse\"", "\"dsl\"");
    let said = problems(&known);
    assert!(
        said.contains("safety rule 't' can never fire: no answer is 'maybe'"),
        "{said}"
    );
}

#[test]
fn a_must_without_words_and_readers_without_rights_are_refused() {
    let line = "kind = \"line\"\nlabel = \"Second?\"\n";
    for (keys, said) in [
        (
            "must = \"answer\"",
            "it must be answered but nothing says so",
        ),
        (
            "must = \"yes\"\nmissing = \"Say yes\"",
            "only a 'yes_no' question can need a yes",
        ),
        (
            "only = [\"office\"]",
            "'office' is named in 'only' but has no right to read the form",
        ),
        (
            "share = \"meeting\"",
            "'meeting' is not among the sharing choices",
        ),
        (
            "beside = \"third\"",
            "it stands beside 'third', which is not the question before it",
        ),
    ] {
        let problems = second(&format!("{line}{keys}\n"));
        assert!(problems.contains(said), "{keys}: {problems}");
    }
}
