//! The way through a form: forwards and back agree, nothing opens too early, and a
//! change of answer changes the way.

use forms::{Answer, Answers, Form, Journey, PageId, Reply, Step, Value, YesNo};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::at_hand::{answered, id, kitchen_sink, newest, page_of};

/// Any mixture of answered, skipped and untouched questions.
fn any_answers(form: &'static Form) -> impl Strategy<Value = Answers> {
    let count = form.questions().count();
    vec(0u8..5, count).prop_map(move |marks| {
        let mut answers = Answers::none_yet(form);
        for (question, mark) in form.questions().zip(marks) {
            let answer = match mark {
                0 => continue,
                1 => Answer::Skipped,
                2 => Answer::Given(Value::YesNo(YesNo::Yes)),
                3 => Answer::Given(Value::Point(4)),
                _ => Answer::NotSure,
            };
            answers.put(
                question.id.clone(),
                Reply {
                    answer,
                    share: None,
                },
            );
        }
        answers
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn next_and_previous_undo_each_other(answers in any_answers(kitchen_sink())) {
        let journey = Journey::walk(kitchen_sink(), &answers);
        for page in journey.pages() {
            let next = journey.next(page.id).unwrap();
            prop_assert_eq!(journey.previous(next), Some(page.id));
            if let Some(before) = journey.previous(Step::Page(page.id)) {
                prop_assert_eq!(journey.next(before), Some(Step::Page(page.id)));
            }
        }
    }

    #[test]
    fn a_step_is_open_exactly_when_all_before_it_is_done(answers in any_answers(kitchen_sink())) {
        let form = kitchen_sink();
        let journey = Journey::walk(form, &answers);
        let mut done_so_far = true;
        for page in journey.pages() {
            prop_assert_eq!(journey.may_visit(Step::Page(page.id)), done_so_far);
            done_so_far &= page.questions.iter().all(|question| {
                !form.asks(question, &answers) || answers.reply(&question.id).is_some()
            });
        }
        prop_assert_eq!(journey.may_visit(Step::Check), done_so_far);
        prop_assert!(journey.may_visit(journey.here()));
    }

    #[test]
    fn progress_only_goes_up_and_ends_at_the_last_question(answers in any_answers(kitchen_sink())) {
        let journey = Journey::walk(kitchen_sink(), &answers);
        let mut last = 0;
        for page in journey.pages().filter(|page| page.id.part > 0) {
            let progress = journey.progress(page.id).unwrap();
            prop_assert!(progress.question > last);
            prop_assert!(progress.question <= progress.questions);
            prop_assert!(progress.part <= progress.parts && progress.percent() < 100);
            last = progress.question;
        }
    }

    #[test]
    fn pages_that_are_hidden_are_never_on_the_way(answers in any_answers(kitchen_sink())) {
        let form = kitchen_sink();
        let journey = Journey::walk(form, &answers);
        for page in form.pages().filter(|page| page.questions.iter().all(|q| !form.asks(q, &answers))) {
            prop_assert!(!journey.may_visit(Step::Page(page.id)));
            prop_assert_eq!(journey.next(page.id), None);
            prop_assert_eq!(journey.progress(page.id), None);
        }
    }
}

#[test]
fn a_pupil_starts_after_the_adults_page_at_question_1_of_45() {
    let form = newest("pupil-secondary");
    let journey = Journey::walk(form, &Answers::none_yet(form));
    assert_eq!(journey.here(), Step::Page(PageId { part: 0, page: 1 }));
    let first = journey.progress(PageId { part: 1, page: 1 }).unwrap();
    assert_eq!((first.question, first.questions), (1, 45));
    assert_eq!((first.part, first.parts), (1, 8));
    assert!(!journey.may_visit(Step::Page(PageId { part: 1, page: 1 })));
}

#[test]
fn skipping_counts_as_done_and_can_be_offered_again() {
    let form = newest("staff");
    let mut answers = Answers::none_yet(form);
    for page in form.pages() {
        let posted = [("skip-page".to_owned(), "yes".to_owned())];
        let today = crate::at_hand::today();
        let filled = forms::parse::page(form, page, &posted, &answers, today).unwrap();
        answers.put_all(filled.replies);
    }
    let journey = Journey::walk(form, &answers);
    assert!(journey.is_complete());
    assert_eq!(journey.skipped(&answers).len(), form.questions().count());
}

#[test]
fn an_answer_opens_and_closes_the_question_that_waits_for_it() {
    let form = kitchen_sink();
    let waiting = page_of(form, "only_if_yes").id;
    let shown = |said: &str| {
        let answers = answered(form, &[("yes_or_no", &[("yes_or_no", said)])]);
        let journey = Journey::walk(form, &answers);
        journey.pages().any(|page| page.id == waiting)
    };
    assert!(shown("yes"));
    assert!(!shown("no"));
}

#[test]
fn a_question_cannot_be_opened_by_one_that_is_hidden_itself() {
    let form = kitchen_sink();
    let mut answers = answered(form, &[("how_often", &[("how_often", "5")])]);
    let question = form.question(&id("if_often")).unwrap();
    assert!(form.asks(question, &answers));
    answers.put(
        id("how_often"),
        Reply {
            answer: Answer::Skipped,
            share: None,
        },
    );
    assert!(!form.asks(question, &answers));
}
