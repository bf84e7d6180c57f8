//! Every day of a chart again, as a table: a row a week, a column a weekday, and the middle of each week. Whoever does
//! not see the picture, or does not trust it, reads this.

use std::fmt::Display;

use askama::Template;

/// What stands in the table for one school day.
#[derive(Clone, Debug, PartialEq)]
pub enum DayCell {
    /// What was recorded.
    Value(f64),
    /// Nothing was, and why if that is known: "off sick", "too few".
    Missing(String),
    /// No school that day.
    NoSchool,
    /// Still to come.
    ToCome,
}

/// One week of it.
#[derive(Clone, Debug)]
pub struct WeekRow {
    label: String,
    days: [DayCell; 5],
}

impl WeekRow {
    /// A week and its five days, Monday first: "Week 2, 5 Oct".
    pub fn new(label: impl Display, days: [DayCell; 5]) -> Self {
        Self {
            label: label.to_string(),
            days,
        }
    }

    /// The middle of the recorded days; "2 or 3" when it lies between two of them, none for none.
    fn middle(&self) -> String {
        let value = |day: &DayCell| match day {
            DayCell::Value(value) => Some(*value),
            DayCell::Missing(_) | DayCell::NoSchool | DayCell::ToCome => None,
        };
        let mut values: Vec<f64> = self.days.iter().filter_map(value).collect();
        values.sort_unstable_by(f64::total_cmp);
        let Some(last) = values.len().checked_sub(1) else {
            return String::new();
        };
        let (low, high) = (values[last / 2], values[values.len() / 2]);
        if high - low > 1e-9 {
            format!("{} or {}", number(low), number(high))
        } else {
            number(low)
        }
    }
}

impl DayCell {
    fn words(&self) -> String {
        match self {
            Self::Value(value) => number(*value),
            Self::Missing(why) if why.is_empty() => "no report".to_owned(),
            Self::Missing(why) => why.clone(),
            Self::NoSchool => "no school".to_owned(),
            Self::ToCome => String::new(),
        }
    }
}

/// The table of one chart.
#[derive(Clone, Debug, Template)]
#[template(path = "charts/days_table.html")]
pub struct DaysTable {
    caption: String,
    weeks: Vec<WeekRow>,
}

impl askama::filters::HtmlSafe for DaysTable {}

impl DaysTable {
    /// A table with what it counts: "Lessons out of 5, by week and day".
    pub fn new(caption: impl Display, weeks: Vec<WeekRow>) -> Self {
        Self {
            caption: caption.to_string(),
            weeks,
        }
    }
}

/// A number without an empty decimal.
fn number(value: f64) -> String {
    super::drawing::tenth(value)
}
