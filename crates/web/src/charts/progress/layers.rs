//! The layers of a progress chart, from the ground up.

use super::{Day, Goal, ProgressChart, board::Board};
use crate::charts::drawing::{Drawing, broken_line, tenth, times};

/// Grid, days to come, holidays and axis.
pub(super) fn ground(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    for (level, words) in chart.scale.lines() {
        let y = board.y(level);
        drawing.line("grid", (board.left, y), (board.right, y));
        drawing.text("t-end", (board.left - 9.0, y + 5.0), &words);
    }
    spell(drawing, chart, board);
    if chart.plan.len() < chart.days {
        let x = board.edge(chart.plan.len());
        drawing.rect(
            "future",
            (x, board.top),
            (board.right - x, board.bottom - board.top),
            0.0,
        );
        for (level, _) in chart.scale.lines() {
            let y = board.y(level);
            drawing.line("grid", (x, y), (board.right, y));
        }
    }
    for holiday in &chart.holidays {
        let (from, to) = (board.end(holiday.before), board.edge(holiday.before));
        drawing.rect(
            "hol",
            (from + 1.0, board.top),
            (to - from - 2.0, board.bottom - board.top),
            0.0,
        );
        if !board.is_compact() {
            drawing.text(
                "t-mid t-sm",
                (f64::midpoint(from, to), board.bottom + 36.0),
                &holiday.label,
            );
        }
    }
    drawing.line(
        "axis",
        (board.left, board.y(0.0)),
        (board.right, board.y(0.0)),
    );
}

/// The steps and the goal, dashed, with their names.
pub(super) fn goals(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    for goal in &chart.goals {
        let (from, to) = (board.edge(goal.from), board.end(goal.until));
        drawing.path(
            "goal",
            &format!(
                "M{} {}H{}",
                tenth(from),
                tenth(board.y(goal.level)),
                tenth(to)
            ),
        );
    }
    let Some((last, earlier)) = chart.goals.split_last() else {
        return;
    };
    drawing.text(
        "t-heather",
        (board.right + 8.0, board.y(last.level) + 5.0),
        &last.label,
    );
    // An earlier step is named only where its line runs on past the days drawn, so that its name covers none of them.
    let runs_on = |goal: &&Goal| {
        !board.is_compact() && !goal.label.is_empty() && goal.until > chart.plan.len() + 3
    };
    for goal in earlier.iter().filter(runs_on) {
        drawing.text(
            "t-heather t-sm t-end",
            (board.end(goal.until), board.y(goal.level) - 8.0),
            &goal.label,
        );
    }
}

/// The difficult spell just before the plan, shaded and named under its days.
fn spell(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    let Some(from) = chart.spell.filter(|from| *from < chart.before.len()) else {
        return;
    };
    let x = board.x(Day::Before(from)) - board.place / 2.0;
    let width = times(chart.before.len() - from) * board.place;
    let height = board.bottom - board.top;
    drawing.rect("spell", (x, board.top), (width, height), 0.0);
    if !board.is_compact() {
        let middle = (x + width / 2.0, board.bottom + 36.0);
        drawing.text("t-mid t-sm", middle, "difficult spell");
    }
}

/// The thin line through the days before.
pub(super) fn drift(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    let last = chart.spell.unwrap_or(chart.before.len()).saturating_sub(1);
    if let Some((first_level, last_level)) = chart.drift {
        let from = (board.x(Day::Before(0)), board.y(first_level));
        let to = (board.x(Day::Before(last)), board.y(last_level));
        drawing.line("drift", from, to);
    }
}

/// The middle day before the plan, carried across, and the plan's own, broad and pale.
pub(super) fn middles(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    if let Some(middle) = chart.before_middle {
        let y = board.y(middle);
        drawing.line("lvl", (board.left + 1.0, y), (board.right, y));
        let class = if board.is_compact() {
            "t-slate t-sm"
        } else {
            "t-slate"
        };
        drawing.text(
            class,
            (board.right + 8.0, clear_of_goal(chart, board, y) + 5.0),
            "Before",
        );
    }
    if let Some(middle) = chart.plan_middle.filter(|_| !chart.plan.is_empty()) {
        let y = board.y(middle);
        drawing.line(
            "med-band",
            (board.edge(0), y),
            (board.end(chart.plan.len()), y),
        );
    }
}

/// The word "Before" moves under the goal's name when both would stand at the same height.
fn clear_of_goal(chart: &ProgressChart, board: &Board<'_>, y: f64) -> f64 {
    let close = |goal: &Goal| (board.y(goal.level) - y).abs() < 14.0;
    if chart.goals.last().is_some_and(close) {
        y + 15.0
    } else {
        y
    }
}

/// The days themselves.
pub(super) fn days(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    let before = Series {
        points: places(&chart.before, board, Day::Before),
        dot: "b-dot",
        phase: Day::Before,
    };
    let spell: Vec<usize> = chart.spell.into_iter().collect();
    drawing.path("b-line", &broken_line(&before.points, &spell));
    before.draw(drawing, board);
    let plan = Series {
        points: places(&chart.plan, board, Day::Plan),
        dot: "p-dot",
        phase: Day::Plan,
    };
    let holidays = chart.holidays.iter().map(|holiday| holiday.before);
    let breaks: Vec<usize> = holidays
        .chain(chart.changes.iter().map(|change| change.before))
        .collect();
    drawing.path("p-line", &broken_line(&plan.points, &breaks));
    plan.draw(drawing, board);
}

/// Dates under days, and today.
pub(super) fn dates(drawing: &mut Drawing, chart: &ProgressChart, board: &Board<'_>) {
    let y = board.bottom + 19.0;
    for label in &chart.labels {
        drawing.text("t-mid t-sm", (board.x(label.day), y), &label.text);
    }
    if let Some(today) = chart.today.filter(|_| !board.is_compact()) {
        drawing.text("t-mid t-b t-sm", (board.x(Day::Plan(today)), y), "today");
    }
}

fn places(
    days: &[Option<f64>],
    board: &Board<'_>,
    phase: fn(usize) -> Day,
) -> Vec<Option<(f64, f64)>> {
    let place = |(day, level): (usize, &Option<f64>)| {
        level.map(|level| (board.x(phase(day)), board.y(level)))
    };
    days.iter().enumerate().map(place).collect()
}

/// The days of one phase.
struct Series {
    points: Vec<Option<(f64, f64)>>,
    dot: &'static str,
    phase: fn(usize) -> Day,
}

impl Series {
    fn draw(&self, drawing: &mut Drawing, board: &Board<'_>) {
        // Only the plan's own last day is larger: it is where things stand.
        let last = self
            .points
            .iter()
            .rposition(Option::is_some)
            .filter(|_| self.dot == "p-dot");
        let (usual, larger) = if board.is_compact() {
            (3.4, 5.0)
        } else {
            (4.6, 6.0)
        };
        for (day, point) in self.points.iter().enumerate() {
            if let Some(at) = point {
                drawing.circle(
                    self.dot,
                    *at,
                    if last == Some(day) { larger } else { usual },
                );
            } else {
                let (x, y) = (board.x((self.phase)(day)) - 4.0, board.y(0.0) - 11.0);
                drawing.path("miss", &format!("M{} {}l8 8m0-8l-8 8", tenth(x), tenth(y)));
            }
        }
    }
}
