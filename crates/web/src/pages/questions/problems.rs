//! What is to be sorted out on a page, put beside its field and in the summary.

use app::Reason;
use forms::{Kind, Page, Question, Takes, field};

use crate::form_state::{DateBox, FormState};

/// Adds each problem to its field. A date's three boxes share one place.
pub(super) fn add(state: &mut FormState, page: &Page, reasons: Vec<Reason>) {
    for reason in reasons {
        match reason.field {
            None => state.problem_with_the_form(reason.words),
            Some(field) => match date_box(page, &field) {
                Some((date, part)) => state.date_problem(date, part, reason.words),
                None => state.problem(field, reason.words),
            },
        }
    }
}

fn date_box(page: &Page, wrong: &str) -> Option<(String, DateBox)> {
    page.questions.iter().flat_map(dates).find_map(|date| {
        let boxes = field::boxes(&date);
        let place = boxes.iter().position(|name| name == wrong)?;
        Some((date, *DateBox::ALL.get(place)?))
    })
}

/// The names under which a question asks for days: its own, or those of its records.
fn dates(question: &Question) -> Vec<String> {
    match &question.kind {
        Kind::Date(_) => vec![field::value(&question.id)],
        Kind::Rows { up_to, columns } => {
            let days = |number: u8| {
                let dated = columns
                    .iter()
                    .filter(|column| matches!(column.takes, Takes::Date(_)));
                dated.map(move |column| field::cell(&question.id, number, &column.id))
            };
            (1..=*up_to).flat_map(days).collect()
        }
        _ => Vec::new(),
    }
}
