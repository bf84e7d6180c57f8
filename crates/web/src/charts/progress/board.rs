//! Where things stand on the board of a progress chart: margins, and the place of each day and level.

use super::{Day, Holiday, ProgressChart, Size, names};
use crate::charts::drawing::times;

/// A smaller chart shows the days so far, and at least this many places, so that a few days do not fill it.
const FEWEST_PLACES: usize = 20;

/// Where things stand on the board: margins, and the place of each day and level.
pub(super) struct Board<'a> {
    pub(super) size: Size,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// The width of one day.
    pub(super) place: f64,
    /// How many days of the plan are drawn.
    pub(super) days: usize,
    before: usize,
    holidays: &'a [Holiday],
    most: f64,
}

/// The room between the days before the plan and those of it.
const BETWEEN_PHASES: f64 = 1.5;

impl<'a> Board<'a> {
    pub(super) fn of(chart: &'a ProgressChart, size: Size) -> Self {
        let mut board = Self::without_names(chart, size);
        board.top += names::extra_rows(chart, size);
        board
    }

    /// With one row of names only.
    pub(super) fn without_names(chart: &'a ProgressChart, size: Size) -> Self {
        let (width, height) = size.board();
        let (left, right, top, bottom) = if size.is_compact() {
            (30.0, 64.0, 34.0, 30.0)
        } else {
            (44.0, 96.0, 44.0, 46.0)
        };
        let so_far = chart.plan.len().max(FEWEST_PLACES).min(chart.days);
        let days = if size.is_compact() {
            so_far
        } else {
            chart.days
        };
        let off: f64 = chart
            .holidays
            .iter()
            .filter(|holiday| holiday.before < days)
            .map(|holiday| holiday.places)
            .sum();
        let places = times(chart.before.len()) + times(days) + off + BETWEEN_PHASES;
        Self {
            size,
            left,
            right: width - right,
            top,
            bottom: height - bottom,
            place: (width - left - right) / places,
            days,
            before: chart.before.len(),
            holidays: &chart.holidays,
            most: chart.scale.most(),
        }
    }

    pub(super) fn y(&self, level: f64) -> f64 {
        self.top + (self.bottom - self.top) * (1.0 - level / self.most)
    }

    pub(super) fn x(&self, day: Day) -> f64 {
        match day {
            Day::Before(day) => self.left + (times(day) + 0.5) * self.place,
            Day::Plan(day) => {
                let off: f64 = self
                    .holidays
                    .iter()
                    .filter(|holiday| day >= holiday.before)
                    .map(|holiday| holiday.places)
                    .sum();
                self.left
                    + (times(self.before) + BETWEEN_PHASES + off + times(day) + 0.5) * self.place
            }
        }
    }

    /// The left edge of a day of the plan.
    pub(super) fn edge(&self, day: usize) -> f64 {
        self.x(Day::Plan(day)) - self.place / 2.0
    }

    /// The right edge of the day of the plan before this one.
    pub(super) fn end(&self, until: usize) -> f64 {
        self.x(Day::Plan(until.saturating_sub(1))) + self.place / 2.0
    }

    /// The line between the phases.
    pub(super) fn plan_begins(&self) -> f64 {
        self.left + (times(self.before) + BETWEEN_PHASES / 2.0) * self.place
    }

    pub(super) fn is_compact(&self) -> bool {
        self.size.is_compact()
    }
}
