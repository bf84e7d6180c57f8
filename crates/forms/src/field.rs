//! The names of posted fields. Pages write them, `parse` reads them; nobody else
//! spells them out.
//!
//! A question's id holds no hyphen, so `sq1-more` can only be the words beside `sq1`.

use crate::ids::{Code, QuestionId};

/// Skips every question on the page that may be skipped.
pub const SKIP_PAGE: &str = "skip-page";

/// The answer itself: text, option, yes or no, point, name.
pub fn value(question: &QuestionId) -> String {
    question.to_string()
}

/// The words beside a choice.
pub fn more(question: &QuestionId) -> String {
    format!("{question}-more")
}

/// Who the answer is for.
pub fn share(question: &QuestionId) -> String {
    format!("{question}-share")
}

/// The button that skips the question.
pub fn skip(question: &QuestionId) -> String {
    format!("{question}-skip")
}

/// The button for "I'm not sure".
pub fn not_sure(question: &QuestionId) -> String {
    format!("{question}-not-sure")
}

/// The three boxes of a date: day, month, year.
pub fn date(question: &QuestionId) -> [String; 3] {
    boxes(question.as_str())
}

/// The three boxes of a date that stands under this name: day, month, year.
pub fn boxes(name: &str) -> [String; 3] {
    ["day", "month", "year"].map(|box_name| format!("{name}-{box_name}"))
}

/// One row of a grid.
pub fn row(question: &QuestionId, row: &Code) -> String {
    format!("{question}-row-{row}")
}

/// One entry of a list, counted from 1.
pub fn entry(question: &QuestionId, number: u8) -> String {
    format!("{question}-{number}")
}

/// One box of a small record, counted from 1.
pub fn cell(question: &QuestionId, number: u8, column: &Code) -> String {
    format!("{question}-{number}-{column}")
}

/// What the house knows a chosen person by.
pub fn reference(question: &QuestionId) -> String {
    format!("{question}-ref")
}

/// Whether a posted field belongs to a question.
pub(crate) fn belongs(name: &str, question: &QuestionId) -> bool {
    name.strip_prefix(question.as_str())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
