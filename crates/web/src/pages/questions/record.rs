//! One small record of a question that takes several: its boxes, and where the second
//! one begins.

use forms::{Column, Measure, Names, Question, Takes, field};

use crate::{
    components::{Details, Markup, TextInput},
    form_state::FormState,
};

/// More options than this in one box stand in a list, so that a record stays short.
const LISTED: usize = 5;

/// Draws one record. The first stands open, and so does every one with something in it.
pub(super) fn draw(
    question: &Question,
    (number, columns): (u8, &[Column]),
    state: &FormState,
    names: &Names,
) -> Markup {
    let cell = |column: &Column| field::cell(&question.id, number, &column.id);
    let fields = columns.iter().fold(Markup::default(), |all, column| {
        all.and(one(&cell(column), column, state, names))
    });
    let filled = columns
        .iter()
        .any(|column| stands(&cell(column), column, state));
    if number == 1 || filled {
        fields
    } else {
        Markup::of(Details::new(format!("Add number {number}"), fields))
    }
}

/// Whether there is anything in a box, or anything to sort out at it.
fn stands(name: &str, column: &Column, state: &FormState) -> bool {
    let typed = match column.takes {
        Takes::Date(_) => field::boxes(name)
            .iter()
            .any(|part| !state.value(part).is_empty()),
        Takes::Line(_) | Takes::One(_) | Takes::YesNo | Takes::Number(_) => {
            !state.value(name).is_empty()
        }
    };
    typed || state.problem_of(name).is_some()
}

fn one(name: &str, column: &Column, state: &FormState, names: &Names) -> Markup {
    let label = column.label.with(names);
    match &column.takes {
        Takes::Line(_) => Markup::of(state.text_input(name, label.as_str())),
        Takes::Number(measure) => {
            let part = state.text_input(name, label.as_str());
            Markup::of(in_figures(part, measure, names))
        }
        Takes::Date(_) => Markup::of(state.date_input(name, label.as_str())),
        Takes::One(options) => {
            let options = options
                .iter()
                .map(|option| (option.code.to_string(), option.words.with(names)));
            if options.len() > LISTED {
                let list = state.select(name, label.as_str()).option("", "Choose");
                return Markup::of(list.options(options));
            }
            let part = state.radios(name, label.as_str()).compact();
            Markup::of(part.options(options))
        }
        Takes::YesNo => {
            let part = state.radios(name, label.as_str()).compact();
            Markup::of(part.options([("yes", "Yes"), ("no", "No")]))
        }
    }
}

/// A box for a number: as wide as the number may be long, with its unit after it.
pub(super) fn in_figures(part: TextInput, measure: &Measure, names: &Names) -> TextInput {
    let figures = measure.most.to_string().len() + usize::from(measure.decimals);
    let part = part.wide(u8::try_from(figures + 1).unwrap_or(30).max(4));
    let part = if measure.decimals == 0 && measure.least >= 0 {
        part.number()
    } else {
        part.decimal()
    };
    match measure.unit_words(names) {
        Some(unit) => part.after(unit),
        None => part,
    }
}
