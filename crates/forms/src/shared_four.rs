//! The four questions asked of pupil, home and staff alike, so that three views
//! stand side by side. They are the only answers the house compares by itself.

use crate::answer::Answers;
use crate::ids::{Code, QuestionId};
use crate::value::{Cell, Value};

/// The question that holds them, in every form that asks them.
pub const QUESTION: &str = "shared";

/// Its rows, in order: knows what to do, adults listen, calms down, someone to go to.
pub const ROWS: [&str; 4] = [
    "knows_what_to_do",
    "adults_listen",
    "calms_down",
    "someone_to_go_to",
];

/// The four points, 1 never to 5 always, as far as they were answered.
///
/// Says nothing about who may read them: that is the reader's `rows` in `summary`.
pub fn points(answers: &Answers) -> [Option<u8>; 4] {
    let cells = QUESTION
        .parse::<QuestionId>()
        .ok()
        .and_then(|id| match answers.value(&id)? {
            Value::Grid(cells) => Some(cells),
            _ => None,
        });
    ROWS.map(|row| {
        let row: Code = row.parse().ok()?;
        match cells?.get(&row)? {
            Cell::Point(point) => Some(*point),
            Cell::One(_) | Cell::Many(_) => None,
        }
    })
}
