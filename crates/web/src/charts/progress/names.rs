//! The names along the top: the phases, and what changed when. A name that would run into another goes a row higher, so
//! a plan with many changes is still read.

use super::{ProgressChart, Size, board::Board};
use crate::charts::drawing::{Drawing, times};

/// The height of a row of names.
const ROW: f64 = 17.0;
/// The width of a letter, a little more than most of them are.
const LETTER: f64 = 7.6;
/// Between a line and its name.
const APART: f64 = 7.0;
const PLAN_APART: f64 = 9.0;

/// How much room names need above the usual row.
pub(super) fn extra_rows(chart: &ProgressChart, size: Size) -> f64 {
    if size.is_compact() {
        return 0.0;
    }
    // Rows depend on places and places on margins at the sides only, so a chart without room above tells how many.
    let flat = Board::without_names(chart, size);
    let rows = rows(chart, &flat).into_iter().max().unwrap_or(0);
    times(rows) * ROW
}

/// The line where the plan begins, a dotted one at each change, and their names.
pub(super) fn draw(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    let (high, names) = (board.top - 22.0, board.top - 16.0);
    let begins = board.plan_begins();
    if !chart.before.is_empty() {
        let room = begins - board.left;
        let words = if room < 112.0 {
            "Before"
        } else {
            "Before the plan"
        };
        drawing.text("t-slate", (board.left, names), words);
    }
    let rows = if board.is_compact() {
        Vec::new()
    } else {
        rows(chart, board)
    };
    let up = |place: usize| rows.get(place).map_or(0.0, |row| times(*row) * ROW);
    drawing.line("phase", (begins, high - up(0)), (begins, board.y(0.0)));
    let words = plan_words(chart, board.size);
    drawing.text("t-spruce", (begins + PLAN_APART, names - up(0)), words);
    for (place, change) in (1..).zip(&chart.changes) {
        let x = board.edge(change.before);
        drawing.line("phase-2", (x, high - up(place)), (x, board.y(0.0)));
        if !board.is_compact() {
            drawing.text("t-ink", (x + APART, names - up(place)), &change.label);
        }
    }
}

fn plan_words(chart: &ProgressChart, size: Size) -> &str {
    match (&chart.plan_words, size) {
        (_, Size::Narrow) => "The plan",
        (Some(words), Size::Wide) => words,
        _ => "During the plan",
    }
}

/// The row of the plan's name and then of each change's, counted from the lowest. A name stands above every line that
/// it would run into on its right, so that no line goes through a name.
fn rows(chart: &ProgressChart, board: &Board<'_>) -> Vec<usize> {
    let plan = (
        board.plan_begins(),
        PLAN_APART,
        plan_words(chart, board.size),
    );
    let changes = chart.changes.iter();
    let changes = changes.map(|change| (board.edge(change.before), APART, change.label.as_str()));
    let mut lines: Vec<(f64, usize)> = Vec::new();
    let names: Vec<(f64, f64, &str)> = std::iter::once(plan).chain(changes).collect();
    for (x, apart, words) in names.into_iter().rev() {
        let end = x + apart + times(words.chars().count()) * LETTER;
        let in_the_way = lines.iter().filter(|(line, _)| *line < end);
        let row = in_the_way.map(|(_, row)| row + 1).max().unwrap_or(0);
        lines.push((x, row));
    }
    lines.into_iter().rev().map(|(_, row)| row).collect()
}
