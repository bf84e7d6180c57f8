//! What is stored, shown in the boxes and posted again comes back as it was; and no
//! posting whatever makes the reader fall over.

use std::collections::BTreeMap;

use forms::{Answer, Answers, Cell, Form, Question, Reply, Share, Typed, Value, YesNo};
use forms::{Cells, Figure, Kind, Measure, Takes};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{self, Index, subsequence};

use crate::at_hand::{kitchen_sink, today};

/// The endings of field names, known and unknown.
const ENDINGS: &[&str] = &[
    "",
    "-more",
    "-share",
    "-skip",
    "-day",
    "-month",
    "-year",
    "-1",
    "-1-who",
    "-1-effect",
    "-1-since-day",
    "-1-minutes",
    "-row-monday",
    "-row-maths",
    "-nonsense",
];

/// Text that a person might type and the reader leaves alone.
fn text() -> impl Strategy<Value = String> {
    "[a-zA-Zéżع][a-zA-Z0-9 ,.'éżع-]{4,30}[a-z]".prop_map(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    })
}

fn codes(options: &[forms::Choice]) -> Vec<forms::Code> {
    options.iter().map(|option| option.code.clone()).collect()
}

fn one_code(options: &[forms::Choice]) -> impl Strategy<Value = forms::Code> + use<> {
    let codes = codes(options);
    any::<Index>().prop_map(move |index| index.get(&codes).clone())
}

fn some_codes(options: &[forms::Choice]) -> impl Strategy<Value = Vec<forms::Code>> + use<> {
    let codes = codes(options);
    let most = codes.len();
    subsequence(codes, 1..=most)
}

/// Any value a question could be given.
fn value(question: &Question) -> BoxedStrategy<Value> {
    match &question.kind {
        Kind::Line { .. } | Kind::Prose { .. } => text().prop_map(Value::Text).boxed(),
        Kind::Date(_) => (0i32..4000)
            .prop_map(|days| Value::Date(today() - jiff::Span::new().days(days)))
            .boxed(),
        Kind::Number(measure) => number(measure).prop_map(Value::Number).boxed(),
        Kind::YesNo => Just(Value::YesNo(YesNo::Yes)).boxed(),
        Kind::One(choices) => (one_code(&choices.options), option::of(text()))
            .prop_map(|(chosen, more)| Value::One {
                chosen: Some(chosen),
                more,
            })
            .boxed(),
        Kind::Many(choices) => {
            let free: Vec<_> = choices
                .options
                .iter()
                .filter(|o| !choices.alone.contains(&o.code))
                .cloned()
                .collect();
            (some_codes(&free), option::of(text()))
                .prop_map(|(chosen, more)| Value::Many { chosen, more })
                .boxed()
        }
        Kind::Scale(marked) => marked.scale.points().prop_map(Value::Point).boxed(),
        Kind::Grid { rows, cells, .. } => {
            let rows = codes(rows);
            let most = rows.len();
            (subsequence(rows, 1..=most), cell(cells))
                .prop_map(|(rows, cell)| {
                    Value::Grid(rows.into_iter().map(|row| (row, cell.clone())).collect())
                })
                .boxed()
        }
        Kind::List { up_to, .. } => vec(text(), 1..=usize::from(*up_to))
            .prop_map(Value::List)
            .boxed(),
        Kind::Rows { up_to, columns } => {
            let columns = columns.clone();
            vec(
                (any::<Index>(), text(), 0i32..9000),
                1..=usize::from(*up_to),
            )
            .prop_map(move |records| {
                let record = |(index, text, days): (Index, String, i32)| {
                    let column = index.get(&columns);
                    let said = match &column.takes {
                        Takes::Line(_) => text,
                        Takes::One(options) => options[0].code.to_string(),
                        Takes::YesNo => "no".to_owned(),
                        Takes::Date(_) => (today() - jiff::Span::new().days(days)).to_string(),
                        Takes::Number(measure) => measure.most.to_string(),
                    };
                    BTreeMap::from([(column.id.clone(), said)])
                };
                Value::Rows(records.into_iter().map(record).collect())
            })
            .boxed()
        }
        Kind::Person => text()
            .prop_map(|name| Value::Person {
                name,
                reference: Some("acc-1".into()),
            })
            .boxed(),
    }
}

/// A number within what the question takes, as fine as it may be.
fn number(measure: &Measure) -> impl Strategy<Value = Figure> + use<> {
    let (least, most) = (measure.least * 100, measure.most * 100);
    let step = 10_i64.pow(2 - u32::from(measure.decimals));
    (least / step..=most / step).prop_map(move |steps| {
        let hundredths = steps * step;
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        text.parse().unwrap()
    })
}

fn cell(cells: &Cells) -> BoxedStrategy<Cell> {
    match cells {
        Cells::Scale(marked) => marked.scale.points().prop_map(Cell::Point).boxed(),
        Cells::One(options) => one_code(options).prop_map(Cell::One).boxed(),
        Cells::Many(options) => some_codes(options).prop_map(Cell::Many).boxed(),
    }
}

/// Answers to every question of the kitchen sink whose answer is kept.
fn full(form: &'static Form) -> impl Strategy<Value = Answers> {
    let kept = form
        .questions()
        .filter(|question| question.id != "not_safe");
    let values: Vec<_> = kept
        .map(|question| {
            let shared = form.sharing_of(question).is_some();
            value(question).prop_map(move |value| {
                let share = shared.then_some(Share::Nobody);
                (
                    question.id.clone(),
                    Reply {
                        answer: Answer::Given(value),
                        share,
                    },
                )
            })
        })
        .collect();
    values.prop_map(move |replies| {
        let mut answers = Answers::none_yet(form);
        answers.put_all(replies);
        answers
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn stored_answers_typed_back_and_posted_again_are_the_same(answers in full(kitchen_sink())) {
        let form = kitchen_sink();
        let mut again = answers.clone();
        for page in form.pages() {
            let typed = Typed::stored(page, &answers);
            let read = forms::parse::page(form, page, &typed.pairs(), &answers, today());
            prop_assert!(read.is_ok(), "{:?}", read.map_err(|returned| returned.problems));
            for (question, reply) in read.unwrap().replies {
                if question != "not_safe" {
                    again.put(question, reply);
                }
            }
        }
        prop_assert!(again == answers);
    }

    #[test]
    fn stored_json_reads_back_as_it_was(answers in full(kitchen_sink())) {
        let stored = answers.to_json().unwrap();
        prop_assert!(Answers::from_json(&stored).unwrap() == answers);
    }

    #[test]
    fn no_posting_makes_the_reader_fall_over(
        posted in vec((sample::select(ENDINGS), "(\\PC|[a-z0-9]){0,40}"), 0..12),
        page in any::<Index>(),
    ) {
        let form = kitchen_sink();
        let pages: Vec<_> = form.pages().collect();
        let page = page.get(&pages);
        let question = &page.questions[0].id;
        let posted: Vec<(String, String)> = posted
            .into_iter()
            .map(|(ending, text)| (format!("{question}{ending}"), text))
            .collect();
        let none = Answers::none_yet(form);
        if let Err(returned) = forms::parse::page(form, page, &posted, &none, today()) {
            prop_assert!(!returned.problems.is_empty());
            prop_assert_eq!(returned.typed.pairs().len(), posted.len());
        }
    }
}
