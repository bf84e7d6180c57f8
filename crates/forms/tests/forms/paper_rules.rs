//! What single documents promise: hours are not cut for behaviour, self-harm is told to
//! a person and not kept, one page is one page, and symbols ask the same in fewer words.

use forms::summary::{Audience, PupilSays, rows};
use forms::{Adult, Answer, Answers, Form, Journey, Kind, PageId, Role, Step, Within};

use crate::at_hand::{answered, id, names, newest, page_of, post, post_after};
use crate::syllables::{longest_sentence, words};

/// The timetable change of somebody who cuts hours, and says why.
fn fewer_hours(not_behaviour: &str) -> (&'static Form, Answers) {
    let form = newest("timetable-change");
    let lesson = ("lessons_changed-1-period", "Period 5");
    let first = [("kind", "reduced_hours"), ("reason", "other"), lesson];
    let why = [("reason_not_behaviour_confirmed", not_behaviour)];
    let answers = answered(
        form,
        &[("kind", &first), ("reason_not_behaviour_confirmed", &why)],
    );
    (form, answers)
}

fn here(form: &Form, answers: &Answers) -> PageId {
    match Journey::walk(form, answers).here() {
        Step::Page(page) => page,
        Step::Check => panic!("nothing is left to ask"),
    }
}

#[test]
fn hours_cut_for_behaviour_go_no_further_and_the_way_on_is_said() {
    let (form, answers) = fewer_hours("no");
    assert_eq!(here(form, &answers), page_of(form, "head_decided").id);
    for posted in [
        vec![("head_decided", "no")],
        vec![],
        vec![("skip-page", "yes")],
    ] {
        let returned = post_after(form, "head_decided", &posted, &answers).unwrap_err();
        let words = returned.problems[0].words.raw();
        assert!(
            words.contains("may not be cut to manage behaviour"),
            "{words}"
        );
        assert!(words.contains("choose a change in school"), "{words}");
    }
    assert!(!Journey::walk(form, &answers).is_complete());
}

#[test]
fn a_head_who_decides_otherwise_is_named_with_the_reason_and_the_day_the_council_was_told() {
    let (form, mut answers) = fewer_hours("no");
    let filled = post_after(form, "head_decided", &[("head_decided", "yes")], &answers);
    answers.put_all(filled.unwrap().replies);
    let returned = post_after(form, "head_name", &[], &answers).unwrap_err();
    let asked: Vec<&str> = returned
        .problems
        .iter()
        .map(|p| p.question.as_str())
        .collect();
    assert_eq!(asked, ["head_name", "head_reason", "la_told"]);
}

#[test]
fn hours_cut_for_another_reason_never_meet_the_heads_questions() {
    let (form, answers) = fewer_hours("yes");
    assert_eq!(here(form, &answers), page_of(form, "parent_agreed").id);
    let inside = [
        ("kind", "in_school_change"),
        ("reason", "mentoring"),
        ("lessons_changed-skip", "yes"),
    ];
    let answers = answered(form, &[("kind", &inside)]);
    assert!(
        Journey::walk(form, &answers).is_complete(),
        "the rest is about hours"
    );
}

#[test]
fn a_sign_of_self_harm_goes_to_the_safeguarding_lead_today_and_is_not_kept() {
    let form = newest("semh-review");
    for (question, said, raised) in [
        ("self_harm", "none", 0),
        ("self_harm", "some", 1),
        ("self_harm", "a_lot", 1),
        ("risk", "some", 0),
        ("risk", "a_lot", 1),
    ] {
        let other = if question == "risk" {
            "self_harm-skip"
        } else {
            "risk-skip"
        };
        let filled = post(form, "self_harm", &[(question, said), (other, "yes")]).unwrap();
        assert_eq!(filled.raised.len(), raised, "{question} {said}");
        for fired in &filled.raised {
            assert_eq!(fired.rule.to, Adult::Holding(Role::SafeguardingLead));
            assert_eq!(fired.rule.within, Within::Today);
        }
        let mut answers = Answers::none_yet(form);
        answers.put_all(filled.replies);
        let kept = answers.reply(&id(question)).unwrap();
        assert_eq!(
            kept.answer == Answer::PassedOn,
            raised == 1,
            "{question} {said}"
        );
        let stored = answers.to_json().unwrap();
        assert!(raised == 0 || !stored.contains(said), "{stored}");
    }
}

#[test]
fn teachers_read_what_helps_and_neither_the_scores_nor_the_worries() {
    let form = newest("semh-review");
    let answers = answered(
        form,
        &[
            ("tool", &[("tool", "sdq"), ("respondents", "teacher")]),
            (
                "areas",
                &[
                    ("protective_factors-1", "Her gran"),
                    ("areas-row-mood", "a_lot"),
                    ("areas_held_close-row-substance", "some"),
                ],
            ),
            (
                "programme_chosen",
                &[
                    ("programme_chosen-1-name", "Circle of friends"),
                    ("repeat_date-skip", "yes"),
                ],
            ),
        ],
    );
    let seen = |role| {
        let reader = Audience::Reader {
            role,
            pupil: PupilSays::NotYet,
        };
        let rows = rows(form, &answers, reader, &names());
        let ids: Vec<&str> = rows.iter().map(|row| row.question.as_str()).collect();
        ids.join(" ")
    };
    assert_eq!(seen(Role::Staff), "programme_chosen");
    assert_eq!(seen(Role::Pupil), "protective_factors programme_chosen");
    assert_eq!(
        seen(Role::Parent),
        "tool respondents scores protective_factors areas programme_chosen repeat_date"
    );
    assert!(seen(Role::Coordinator).contains("areas_held_close"));
    assert_eq!(seen(Role::Office), "");
}

#[test]
fn a_one_page_profile_filled_to_the_brim_fits_one_sheet() {
    // A4 at 11 points with margins of two centimetres.
    let (letters_a_line, lines_a_sheet) = (95, 58);
    let lines = |letters: usize| letters.div_ceil(letters_a_line);
    let room: usize = newest("one-page-profile")
        .questions()
        .map(|question| match &question.kind {
            Kind::List { up_to, most } => 1 + usize::from(*up_to) * lines(*most),
            Kind::Prose { most, .. } | Kind::Line { most } => 1 + lines(*most),
            Kind::Many(_) | Kind::Date(_) => 1,
            other => panic!("how tall is a {}?", other.code()),
        })
        .sum();
    assert!(room <= lines_a_sheet, "{room} lines");
}

#[test]
fn symbols_ask_the_listed_questions_by_the_same_ids_and_codes() {
    let (few, all) = (newest("pupil-symbols"), newest("pupil-primary"));
    let asked: Vec<&str> = few
        .questions()
        .filter(|question| !few.is_before_start(question))
        .map(|question| question.id.as_str())
        .collect();
    let listed = "pq1 pq2 pq3 pq4 pq5 shared pq8 pq9 pq14 pq16 pq17 pq19 pq20 pq25 pq29 pq31 pq32";
    assert_eq!(asked.join(" "), listed);
    for question in few.questions() {
        let same = all.question(&question.id).unwrap();
        assert_eq!(question.kind.code(), same.kind.code(), "{}", question.id);
        assert_eq!(codes(&question.kind), codes(&same.kind), "{}", question.id);
        assert_eq!(question.theme, same.theme, "{}", question.id);
        assert_eq!(question.feeds, same.feeds, "{}", question.id);
        assert_eq!(question.only, same.only, "{}", question.id);
    }
}

/// The codes an answer is stored by, sorted: the order is the form's own.
fn codes(kind: &Kind) -> Vec<String> {
    let choices = match kind {
        Kind::One(choices) | Kind::Many(choices) => &choices.options,
        Kind::Grid { rows, .. } => rows,
        Kind::Scale(marked) => return vec![marked.scale.code().to_owned()],
        _ => return Vec::new(),
    };
    let mut codes: Vec<String> = choices
        .iter()
        .map(|choice| choice.code.to_string())
        .collect();
    codes.sort_unstable();
    codes
}

#[test]
fn symbols_hold_one_idea_of_six_words_at_most() {
    let form = newest("pupil-symbols");
    for text in form.wording() {
        let asks = ["label", "hint"].contains(&text.place.as_str())
            || text.place.starts_with("option")
            || text.place.starts_with("row");
        let before = text.question.is_some_and(|question| {
            let question = form.question(question).unwrap();
            form.is_before_start(question)
        });
        let said = text.words.with(&names());
        if asks && !before {
            assert!(longest_sentence(&said) <= 6, "{said}");
            assert!(words(&said).len() <= 9, "{said}");
        }
    }
}
