//! One small record of a question that takes several: its boxes, and where the second
//! one begins.

use forms::{Column, Measure, Names, Question, Takes, field};

use crate::{
    components::{Details, Markup, TextInput},
    form_state::FormState,
};

/// More options than this in one box stand in a list, so that a record stays short.
const LISTED: usize = 5;

/// Draws the records. The first stands open, and so does every one up to the last with
/// something in it; each of the others waits inside the one before, so that a page holds
/// one "Add another" and not twenty.
pub(super) fn draw_all(
    question: &Question,
    (up_to, columns): (u8, &[Column]),
    state: &FormState,
    names: &Names,
) -> Markup {
    let cell = |number: u8, column: &Column| field::cell(&question.id, number, &column.id);
    let filled = |number: &u8| {
        let mut columns = columns.iter();
        columns.any(|column| stands(&cell(*number, column), column, state))
    };
    let open = (1..=up_to).rev().find(filled).unwrap_or(1);
    (1..=up_to).rev().fold(Markup::default(), |after, number| {
        let fields = columns.iter().fold(Markup::default(), |all, column| {
            all.and(one(&cell(number, column), column, state, names))
        });
        if number > open {
            return Markup::of(Details::new("Add another", fields.and(after)));
        }
        let head = if open > 1 {
            Markup::of(Counted { number })
        } else {
            Markup::default()
        };
        head.and(fields).and(after)
    })
}

/// Where one of several open records begins.
#[derive(askama::Template)]
#[template(
    source = r#"<p class="govuk-body ms-strong ms-mb2">Number {{ number }}</p>"#,
    ext = "html"
)]
struct Counted {
    number: u8,
}

impl askama::filters::HtmlSafe for Counted {}

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

#[cfg(test)]
mod tests {
    use super::*;
    use forms::{Catalogue, Kind, Version};

    /// The kitchen sink's records, drawn with this in their boxes.
    fn drawn(typed: &[(&str, &str)]) -> String {
        let catalogue = Catalogue::shipped().unwrap();
        let code = "kitchen-sink".parse().unwrap();
        let form = catalogue.find(&code, Version(1)).unwrap();
        let question = form.question(&"some_rows".parse().unwrap()).unwrap();
        let Kind::Rows { columns, .. } = &question.kind else {
            panic!("some_rows takes records");
        };
        let state = FormState::posted(typed.iter().copied(), &[]);
        draw_all(question, (3, columns), &state, &Names::unnamed()).to_string()
    }

    #[test]
    fn each_further_record_waits_inside_the_one_before() {
        let page = drawn(&[]);
        assert_eq!(page.matches("<details").count(), 2);
        assert!(page.ends_with("</div></details></div></details>"));
        assert!(!page.contains("Number 1"), "one alone needs no number");
        for number in 1..=3 {
            assert!(page.contains(&format!("name=\"some_rows-{number}-who\"")));
        }
    }

    #[test]
    fn every_record_up_to_the_last_with_something_in_it_stands_open() {
        let page = drawn(&[("some_rows-2-since-day", "3")]);
        assert_eq!(page.matches("<details").count(), 1);
        assert!(page.contains("Number 1") && page.contains("Number 2"));
        let (open, closed) = page.split_once("<details").unwrap();
        assert!(open.contains("some_rows-2-who") && closed.contains("some_rows-3-who"));
    }

    #[test]
    fn a_number_has_its_unit_after_it_and_a_day_its_three_boxes() {
        let page = drawn(&[]);
        assert!(page.contains("inputmode=\"numeric\"") && page.contains("minutes</div>"));
        for part in ["day", "month", "year"] {
            assert!(page.contains(&format!("name=\"some_rows-1-since-{part}\"")));
        }
    }
}
