//! One target's weeks in a line, small enough for a table. Never one line for a pupil.

use super::drawing::{Caption, Drawing, Picture, broken_line, times};

/// A share of a hundred for each week, and the share before the plan.
#[derive(Clone, Debug)]
pub struct Sparkline {
    caption: Caption,
    before: Option<f64>,
    weeks: Vec<Option<f64>>,
    /// Weeks a programme lasts, so that lines can be compared down a column.
    length: usize,
    size: (f64, f64),
}

impl Sparkline {
    /// A line for a table's cell: percentages, with none for a week of too few reports.
    pub fn new(caption: Caption, before: Option<f64>, weeks: Vec<Option<f64>>) -> Self {
        Self {
            caption,
            before,
            weeks,
            length: 12,
            size: (78.0, 36.0),
        }
    }

    /// A programme of another length than 12 weeks.
    #[must_use]
    pub fn lasting(mut self, weeks: usize) -> Self {
        self.length = weeks;
        self
    }

    /// A wider line, for beside a sentence.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.size = (132.0, 40.0);
        self
    }

    /// Draws it.
    pub fn draw(&self) -> Picture {
        let (width, height) = self.size;
        let left = if width < 100.0 { 16.0 } else { 26.0 };
        let y = |share: f64| 3.0 + (height - 6.0) * (1.0 - share.clamp(0.0, 100.0) / 100.0);
        let gap = (width - left - 12.0) / times(self.length.saturating_sub(1).max(1));
        let x = |week: usize| left + 7.0 + gap * times(week);
        let mut drawing = Drawing::fixed(width, height, &self.caption);
        if let Some(before) = self.before {
            drawing.line("lvl-2", (left, y(before)), (width, y(before)));
            drawing.rect("lvl-mark", (0.0, y(before) - 2.5), (left - 4.0, 5.0), 2.5);
        }
        drawing.line("post", (left, 2.0), (left, height - 2.0));
        let points: Vec<Option<(f64, f64)>> = self
            .weeks
            .iter()
            .take(self.length)
            .enumerate()
            .map(|(week, share)| share.map(|share| (x(week), y(share))))
            .collect();
        if points.iter().any(Option::is_some) {
            drawing.path("p-line-2", &broken_line(&points, &[]));
        }
        let last = points.iter().rposition(Option::is_some);
        for (week, point) in points.iter().enumerate() {
            let Some(point) = point else { continue };
            if last == Some(week) {
                drawing.circle("p-last-2", *point, 5.0);
            } else if is_alone(&points, week) {
                // A week between two breaks has no line to show it.
                drawing.circle("p-dot", *point, 3.0);
            }
        }
        drawing.done()
    }
}

fn is_alone(points: &[Option<(f64, f64)>], week: usize) -> bool {
    let missing = |at: Option<usize>| at.and_then(|at| points.get(at)).is_none_or(Option::is_none);
    missing(week.checked_sub(1)) && missing(week.checked_add(1))
}
