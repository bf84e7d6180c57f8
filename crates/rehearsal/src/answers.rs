//! A form filled in by somebody: every question that is asked, most of them
//! answered, a few skipped or not known. Nothing that calls for an adult.

use domain::{account::CaseRole, document::DocumentKind};
use forms::{
    Answer, Answers, Catalogue, Cell, Cells, Choices, Code, Figure, Form, Kind, Measure, Must,
    Question, Reply, Takes, Value, YesNo,
};
use jiff::civil::Date;

use crate::{dice::Dice, words};

/// The document somebody is asked for, and its form's code.
pub(crate) const fn asked_of(role: CaseRole) -> (DocumentKind, &'static str) {
    match role {
        CaseRole::Pupil => (DocumentKind::PupilSecondary, "pupil-secondary"),
        CaseRole::Parent | CaseRole::Carer => (DocumentKind::ParentCarer, "parent-carer"),
        _ => (DocumentKind::Staff, "staff"),
    }
}

/// The newest form with this code.
pub(crate) fn form(code: &str) -> Option<&'static Form> {
    Catalogue::shipped().ok()?.newest(&code.parse().ok()?)
}

/// Fills it in.
pub(crate) fn filled(form: &Form, on: Date, dice: &mut Dice) -> Answers {
    let mut answers = Answers::none_yet(form);
    for question in form.questions() {
        if !form.asks(question, &answers) {
            continue;
        }
        let given = answer(question, on, dice);
        let calls = question.safety.iter().any(|rule| rule.when.holds(&given));
        let answer = if calls { Answer::Skipped } else { given };
        let shared = matches!(answer, Answer::Given(_)) && form.sharing_of(question).is_some();
        let share = shared.then(|| form.share_at_first(question));
        answers.put(question.id.clone(), Reply { answer, share });
    }
    answers
}

fn answer(question: &Question, on: Date, dice: &mut Dice) -> Answer {
    if question.must == Must::MaySkip && dice.once_in(9) {
        return Answer::Skipped;
    }
    value(&question.kind, on, dice).map_or(Answer::Skipped, Answer::Given)
}

fn value(kind: &Kind, on: Date, dice: &mut Dice) -> Option<Value> {
    Some(match kind {
        Kind::Line { most } => Value::Text(sentence(*most, dice)),
        Kind::Prose { most, .. } => {
            let text = format!("{} {}", sentence(200, dice), sentence(200, dice));
            Value::Text(text.chars().take(*most).collect())
        }
        Kind::Date(_) => Value::Date(on),
        Kind::Number(measure) => Value::Number(middle(measure)),
        Kind::YesNo => Value::YesNo(YesNo::Yes),
        Kind::One(choices) => Value::One {
            chosen: Some(one(choices, dice)?),
            more: None,
        },
        Kind::Many(choices) => Value::Many {
            chosen: vec![one(choices, dice)?],
            more: None,
        },
        Kind::Scale(marked) => {
            let points: Vec<u8> = marked.scale.points().collect();
            Value::Point(*points.get(dice.below(points.len()))?)
        }
        Kind::Grid { rows, cells, .. } => Value::Grid(
            rows.iter()
                .filter_map(|row| Some((row.code.clone(), cell(cells, dice)?)))
                .collect(),
        ),
        Kind::List { most, .. } => Value::List(vec![sentence(*most, dice)]),
        Kind::Rows { columns, .. } => {
            let row = columns.iter().filter_map(|column| {
                let text = match &column.takes {
                    Takes::Line(most) => sentence(*most, dice),
                    Takes::One(options) => options.first()?.code.to_string(),
                    Takes::YesNo => YesNo::Yes.code().into(),
                    Takes::Date(_) => on.to_string(),
                    Takes::Number(measure) => middle(measure).into(),
                };
                Some((column.id.clone(), text))
            });
            Value::Rows(vec![row.collect()])
        }
        Kind::Person => Value::Person {
            name: crate::accounts::name(dice),
            reference: None,
        },
    })
}

/// A number in the middle of what there may be.
fn middle(measure: &Measure) -> Figure {
    Figure::whole(measure.least.midpoint(measure.most))
}

fn sentence(most: usize, dice: &mut Dice) -> String {
    let text = dice.pick(&words::SENTENCES);
    text.chars()
        .take(most)
        .collect::<String>()
        .trim()
        .to_owned()
}

fn one(choices: &Choices, dice: &mut Dice) -> Option<Code> {
    let at = dice.below(choices.options.len());
    Some(choices.options.get(at)?.code.clone())
}

fn cell(cells: &Cells, dice: &mut Dice) -> Option<Cell> {
    Some(match cells {
        Cells::Scale(marked) => {
            let points: Vec<u8> = marked.scale.points().collect();
            Cell::Point(*points.get(dice.below(points.len()))?)
        }
        Cells::One(options) => Cell::One(options.get(dice.below(options.len()))?.code.clone()),
        Cells::Many(options) => {
            Cell::Many(vec![options.get(dice.below(options.len()))?.code.clone()])
        }
    })
}
