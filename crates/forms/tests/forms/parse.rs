//! Posted pages: what is read, what is skipped, what is raised, what is never kept.

use forms::parse::first_field;
use forms::{Adult, Answer, Cell, Keep, Role, Share, Typed, Value, Within};

use crate::at_hand::{answered, id, kitchen_sink, newest, page_of, post, post_after};

/// The one answer on a page that read.
fn answer(question: &str, fields: &[(&str, &str)]) -> Answer {
    let filled = post(kitchen_sink(), question, fields).unwrap();
    let mut replies = filled.replies.into_iter();
    let found = replies.find(|(id, _)| *id == question);
    found.unwrap().1.answer
}

fn text(words: &str) -> Answer {
    Answer::Given(Value::Text(words.into()))
}

#[test]
fn a_line_is_trimmed_to_one_line_and_prose_keeps_its_breaks() {
    assert_eq!(
        answer("a_line", &[("a_line", "  two \r\n words ")]),
        text("two words")
    );
    let typed = "First.\r\nSecond.\u{0}  ";
    assert_eq!(
        answer("some_prose", &[("some_prose", typed)]),
        text("First.\nSecond.")
    );
}

#[test]
fn words_in_any_language_are_counted_by_letter() {
    let forty = "ż".repeat(40);
    assert_eq!(answer("a_line", &[("a_line", &forty)]), text(&forty));
    let arabic = "يهدأ بعد عشر دقائق";
    assert_eq!(
        answer("some_prose", &[("some_prose", arabic)]),
        text(arabic)
    );
}

#[test]
fn skip_wins_over_what_was_typed_and_none_of_it_is_kept() {
    let fields = [("some_prose", "half a thought"), ("some_prose-skip", "yes")];
    assert_eq!(answer("some_prose", &fields), Answer::Skipped);
    let fields = [("some_prose", "half a thought"), ("skip-page", "yes")];
    assert_eq!(answer("some_prose", &fields), Answer::Skipped);
}

#[test]
fn not_sure_is_an_answer_of_its_own() {
    let fields = [("how_often-not-sure", "yes")];
    assert_eq!(answer("how_often", &fields), Answer::NotSure);
    // The parents' form has no such button, so the field means nothing there.
    let filled = post(newest("parent-carer"), "hq5", &[("hq5-not-sure", "yes")]).unwrap();
    assert_eq!(filled.replies[0].1.answer, Answer::Skipped);
}

#[test]
fn a_blank_is_skipped_unless_the_form_asks_again() {
    assert_eq!(
        answer("some_prose", &[("some_prose", "  ")]),
        Answer::Skipped
    );
    let returned = post(kitchen_sink(), "a_line", &[("a_line", "")]).unwrap_err();
    assert_eq!(
        returned.problems[0].words.raw(),
        "Write a line, or skip this"
    );
    assert_eq!(answer("a_line", &[("a_line-skip", "")]), Answer::Skipped);
}

#[test]
fn what_must_be_answered_cannot_be_skipped() {
    let fields = [("skip-page", "yes"), ("explained", "no")];
    let returned = post(kitchen_sink(), "helper", &fields).unwrap_err();
    let said: Vec<&str> = returned.problems.iter().map(|p| p.words.raw()).collect();
    assert_eq!(said, ["Enter a name", "Explain first"]);
}

#[test]
fn ticks_are_kept_in_the_order_of_the_options() {
    let fields = [
        ("any_of", "dog"),
        ("any_of", "cat"),
        ("any_of-more", " a fish "),
    ];
    let chosen = vec!["cat".parse().unwrap(), "dog".parse().unwrap()];
    let more = Some("a fish".into());
    let expected = Answer::Given(Value::Many { chosen, more });
    assert_eq!(answer("any_of", &fields), expected);
}

#[test]
fn a_grid_keeps_the_rows_that_were_answered() {
    let fields = [
        ("each_day-row-friday", "pm"),
        ("each_day-row-friday", "am"),
        ("each_day-row-monday", ""),
    ];
    let Answer::Given(Value::Grid(cells)) = answer("each_day", &fields) else {
        panic!("a grid was posted");
    };
    assert_eq!(cells.len(), 1);
    let both = Cell::Many(vec!["am".parse().unwrap(), "pm".parse().unwrap()]);
    assert_eq!(cells.get(&"friday".parse().unwrap()), Some(&both));
}

#[test]
fn empty_entries_and_records_close_up() {
    let list = answer("a_list", &[("a_list-1", ""), ("a_list-3", "third")]);
    assert_eq!(list, Answer::Given(Value::List(vec!["third".into()])));
    let Answer::Given(Value::Rows(records)) =
        answer("some_rows", &[("some_rows-2-who", "A nurse")])
    else {
        panic!("rows were posted");
    };
    assert_eq!(records.len(), 1);
}

#[test]
fn a_question_that_is_not_asked_is_not_read() {
    let fields = [("only_if_yes", "sneaked in")];
    let filled = post(kitchen_sink(), "only_if_yes", &fields).unwrap();
    assert!(filled.replies.is_empty());
    let said_yes = answered(kitchen_sink(), &[("yes_or_no", &[("yes_or_no", "yes")])]);
    let filled = post_after(kitchen_sink(), "only_if_yes", &fields, &said_yes).unwrap();
    assert_eq!(filled.replies.len(), 1);
}

#[test]
fn an_answer_starts_at_the_safe_share_and_takes_the_one_chosen() {
    let share = |fields: &[(&str, &str)], question: &str| {
        let filled = post(kitchen_sink(), question, fields).unwrap();
        filled.replies[0].1.share
    };
    assert_eq!(share(&[("a_line", "x")], "a_line"), Some(Share::KeyWorker));
    assert_eq!(share(&[("one_of", "red")], "one_of"), Some(Share::Meeting));
    let chosen = [("a_line", "x"), ("a_line-share", "nobody")];
    assert_eq!(share(&chosen, "a_line"), Some(Share::Nobody));
    let made_up = [("a_line", "x"), ("a_line-share", "everyone")];
    assert_eq!(share(&made_up, "a_line"), Some(Share::KeyWorker));
    assert_eq!(
        share(&[("held_close", "x")], "held_close"),
        None,
        "its reader is fixed"
    );
}

#[test]
fn a_parent_is_asked_who_an_answer_is_for() {
    let form = newest("parent-carer");
    let returned = post(form, "hq2", &[("hq2", "She is kind")]).unwrap_err();
    assert_eq!(returned.problems[0].field, "hq2-share");
    assert_eq!(
        returned.problems[0].words.raw(),
        "Choose who this answer is for"
    );
    assert!(
        post(form, "hq2", &[("hq2-skip", "yes")]).is_ok(),
        "a skip is for nobody"
    );
}

#[test]
fn an_unsafe_answer_raises_a_task_and_is_not_kept() {
    let form = newest("pupil-secondary");
    let filled = post(form, "sq44", &[("sq44", "yes_helper")]).unwrap();
    assert_eq!(filled.replies[0].1.answer, Answer::PassedOn);
    let [raised] = filled.raised.as_slice() else {
        panic!("one task was expected");
    };
    assert_eq!(raised.rule.to, Adult::Helper);
    assert_eq!(raised.rule.tell, [Role::SafeguardingLead]);
    assert_eq!(raised.rule.within, Within::Today);
    let mut answers = answered(form, &[]);
    answers.put_all(filled.replies);
    assert!(!answers.to_json().unwrap().contains("yes_helper"));
}

#[test]
fn nothing_unsafe_raises_nothing() {
    let filled = post(newest("pupil-secondary"), "sq44", &[("sq44", "no")]).unwrap();
    assert!(filled.raised.is_empty());
    assert!(matches!(filled.replies[0].1.answer, Answer::Given(_)));
}

#[test]
fn a_low_point_raises_a_task_and_stays_an_answer() {
    let form = newest("pupil-secondary");
    for (point, raised) in [("1", 1), ("2", 1), ("3", 0)] {
        let filled = post(form, "sq15", &[("sq15", point)]).unwrap();
        assert_eq!(filled.raised.len(), raised, "{point}");
        assert!(
            filled
                .raised
                .iter()
                .all(|raised| raised.rule.keep == Keep::Answer)
        );
        assert!(matches!(filled.replies[0].1.answer, Answer::Given(_)));
    }
}

#[test]
fn what_was_typed_is_always_given_back() {
    let fields = [
        ("a_day-day", "31"),
        ("a_day-month", "Febtober"),
        ("a_day-year", "2026"),
        ("csrf", "x"),
    ];
    let returned = post(kitchen_sink(), "a_day", &fields).unwrap_err();
    assert_eq!(returned.typed.first("a_day-month"), "Febtober");
    assert_eq!(returned.typed.first("a_day-day"), "31");
    assert!(!returned.typed.pressed("csrf"), "not a field of the page");
}

#[test]
fn nothing_is_raised_while_the_page_has_problems() {
    let form = newest("parent-carer");
    assert!(
        post(form, "hq16", &[("hq16", "bullying")]).is_err(),
        "no share was chosen"
    );
}

#[test]
fn an_error_links_to_the_first_box_of_its_question() {
    for (question, field) in [
        ("a_line", "a_line"),
        ("a_day", "a_day-day"),
        ("a_list", "a_list-1"),
        ("each_day", "each_day-row-monday"),
        ("some_rows", "some_rows-1-who"),
    ] {
        let found = kitchen_sink().question(&id(question)).unwrap();
        assert_eq!(first_field(found), field);
    }
}

#[test]
fn a_list_handed_over_stands_in_the_grid_and_before_the_options() {
    let named = |code: &str, words: &str| forms::Choice {
        code: code.parse().unwrap(),
        words: words.into(),
    };
    let lists = forms::Lists::from([
        ("lessons".parse().unwrap(), vec![named("8k-sc", "Science")]),
        ("family".parse().unwrap(), vec![named("dana", "Dana")]),
    ]);
    let form = kitchen_sink().asked_with(&lists);
    assert!(post(&form, "each_lesson", &[("each_lesson-row-8k-sc", "good")]).is_ok());
    let filled = post(&form, "any_of", &[("any_of", "dana"), ("any_of", "cat")]).unwrap();
    assert!(matches!(filled.replies[0].1.answer, Answer::Given(_)));
    let stored = Typed::stored(page_of(&form, "any_of"), &answered(&form, &[]));
    assert!(!stored.has("any_of", "dana"));
}
