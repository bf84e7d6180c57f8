//! One target's days with their dates, and from them both the chart and the table: the same facts twice, so that neither
//! can say what the other does not. Middles and lines are worked out elsewhere and handed in.

use super::{Caption, Day, DayCell, DaysTable, ProgressChart, Scale, WeekRow};
use crate::words::month_day;
use jiff::{ToSpan, civil::Date};
use std::fmt::Display;

/// A school day and what it left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedDay {
    pub date: Date,
    pub cell: DayCell,
}

/// A step of the target, asked for from a day on. The last one is the goal.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedStep {
    pub from: Date,
    pub level: f64,
    pub label: String,
}

/// Something with a name and the first school day on which it holds: a change, or the day back after a holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedName {
    pub from: Date,
    pub label: String,
}

/// The days of one target, oldest first; school days only.
#[derive(Clone, Debug)]
pub struct TargetDays {
    pub before: Vec<DatedDay>,
    /// The first day of the difficult spell, if it is among the days before.
    pub spell: Option<Date>,
    /// Every school day of the programme, those to come too.
    pub plan: Vec<DatedDay>,
    pub steps: Vec<DatedStep>,
    pub changes: Vec<DatedName>,
    pub holidays: Vec<DatedName>,
    pub scale: Scale,
    /// The middle day before and in the plan.
    pub middles: (Option<f64>, Option<f64>),
    pub today: Date,
}

/// Places that a holiday takes on the chart, however long it is.
const HOLIDAY: f64 = 2.5;

impl TargetDays {
    /// How many days are recorded, of how many there were: before, and in the plan so far.
    pub fn recorded(&self) -> [(usize, usize); 2] {
        let of = |days: &[DatedDay]| {
            let given = days
                .iter()
                .filter(|day| matches!(day.cell, DayCell::Value(_)));
            (given.count(), days.len())
        };
        [of(&self.before), of(self.so_far())]
    }

    /// The chart.
    pub fn chart(&self, caption: Caption) -> ProgressChart {
        let levels = |days: &[DatedDay]| days.iter().map(|day| day.cell.level()).collect();
        let chart = ProgressChart::new(caption, levels(&self.before), levels(self.so_far()));
        let mut chart = chart
            .lasting(self.plan.len())
            .scale(self.scale)
            .middles(self.middles.0, self.middles.1);
        if let Some(spell) = self.spell {
            chart = chart.spell(place(&self.before, spell));
        }
        let ends = self
            .steps
            .iter()
            .skip(1)
            .map(|step| place(&self.plan, step.from));
        for (step, end) in self.steps.iter().zip(ends.chain([self.plan.len()])) {
            let from = place(&self.plan, step.from);
            if from < end {
                chart = chart.goal(step.level, from, end, &step.label);
            }
        }
        for change in &self.changes {
            chart = chart.change(place(&self.plan, change.from), &change.label);
        }
        for holiday in &self.holidays {
            chart = chart.holiday(place(&self.plan, holiday.from), HOLIDAY, &holiday.label);
        }
        self.dated(chart)
    }

    /// Every day again as a table.
    pub fn table(&self, caption: impl Display) -> DaysTable {
        let before = weeks(&self.before)
            .into_iter()
            .map(|(monday, days)| WeekRow::new(format!("Before, {}", month_day(monday)), days));
        let plan = weeks(&self.plan)
            .into_iter()
            .zip(1..)
            .map(|((monday, days), number)| {
                WeekRow::new(format!("Week {number}, {}", month_day(monday)), days)
            });
        DaysTable::new(caption, before.chain(plan).collect())
    }

    /// The dates under the days: the stretch before, the number of each week, and today.
    fn dated(&self, mut chart: ProgressChart) -> ProgressChart {
        if let (Some(first), Some(last)) = (self.before.first(), self.before.last()) {
            let words = format!("{} to {}", month_day(first.date), month_day(last.date));
            chart = chart.label(Day::Before(self.before.len() / 2), words);
        }
        let today = self.plan.iter().position(|day| day.date == self.today);
        for ((monday, _), number) in weeks(&self.plan).into_iter().zip(1_u32..) {
            let first = place(&self.plan, monday);
            let days = place(&self.plan, next_monday(monday)) - first;
            let is_now = today.is_some_and(|today| (first..first + days).contains(&today));
            let words = if number == 1 {
                "week 1".to_owned()
            } else {
                number.to_string()
            };
            if !is_now && days > 0 {
                chart = chart.label(Day::Plan(first + days / 2), words);
            }
        }
        match today {
            Some(today) => chart.today(today),
            None => chart,
        }
    }

    /// The plan without the days to come.
    fn so_far(&self) -> &[DatedDay] {
        let come = self
            .plan
            .iter()
            .rposition(|day| day.cell != DayCell::ToCome);
        &self.plan[..come.map_or(0, |last| last + 1)]
    }
}

impl DayCell {
    /// What is drawn: a level, or nothing.
    const fn level(&self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(*value),
            Self::Missing(_) | Self::NoSchool | Self::ToCome => None,
        }
    }
}

/// The place of the first day on or after a date.
fn place(days: &[DatedDay], date: Date) -> usize {
    days.iter()
        .position(|day| day.date >= date)
        .unwrap_or(days.len())
}

fn monday_of(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
}

fn next_monday(monday: Date) -> Date {
    monday.saturating_add(7.days())
}

/// The weeks with school days in them, and their five days. A weekday without a school day between the first and the
/// last is a day without school.
fn weeks(days: &[DatedDay]) -> Vec<(Date, [DayCell; 5])> {
    let mut weeks: Vec<(Date, [DayCell; 5])> = Vec::new();
    let ends = days.first().zip(days.last());
    for day in days {
        let monday = monday_of(day.date);
        if weeks.last().is_none_or(|(last, _)| *last != monday) {
            let inside = |weekday: i8| {
                let date = monday.saturating_add(i64::from(weekday).days());
                ends.is_some_and(|(first, last)| first.date < date && date < last.date)
            };
            let empty = |weekday| {
                if inside(weekday) {
                    DayCell::NoSchool
                } else {
                    DayCell::ToCome
                }
            };
            weeks.push((monday, [0, 1, 2, 3, 4].map(empty)));
        }
        let weekday = usize::try_from(day.date.weekday().to_monday_zero_offset()).unwrap_or(0);
        if let Some(cell) = weeks
            .last_mut()
            .and_then(|(_, cells)| cells.get_mut(weekday))
        {
            *cell = day.cell.clone();
        }
    }
    weeks
}
