//! What is to be sorted out on a page, put beside its field and in the summary.

use app::Reason;
use forms::{Kind, Page};

use crate::form_state::{DateBox, FormState};

/// Adds each problem to its field. A date's three boxes share one place.
pub(super) fn add(state: &mut FormState, page: &Page, reasons: Vec<Reason>) {
    for reason in reasons {
        match reason.field {
            None => state.problem_with_the_form(reason.words),
            Some(field) => match date_box(page, &field) {
                Some((question, part)) => state.date_problem(question, part, reason.words),
                None => state.problem(field, reason.words),
            },
        }
    }
}

fn date_box(page: &Page, field: &str) -> Option<(String, DateBox)> {
    let dates = page
        .questions
        .iter()
        .filter(|question| matches!(question.kind, Kind::Date(_)));
    for question in dates {
        let boxes = forms::field::date(&question.id);
        let place = boxes.iter().position(|name| name == field);
        if let Some(part) = place.and_then(|place| DateBox::ALL.get(place)) {
            return Some((question.id.to_string(), *part));
        }
    }
    None
}
