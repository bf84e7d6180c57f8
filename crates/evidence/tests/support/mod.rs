//! Reading the expected numbers.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::collections::HashMap;

use evidence::{Better, Phase, SchoolWeek, WeekDay};

/// One row of a file, by column name.
pub struct Row(HashMap<String, String>);

impl Row {
    pub fn text(&self, column: &str) -> &str {
        self.0
            .get(column)
            .unwrap_or_else(|| panic!("no column {column}"))
    }

    pub fn number(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    pub fn list(&self, column: &str) -> Vec<f64> {
        self.text(column)
            .split(';')
            .map(|value| value.parse().unwrap())
            .collect()
    }
}

pub fn rows(file: &str) -> Vec<Row> {
    csv::Reader::from_reader(file.as_bytes())
        .deserialize()
        .map(|row| Row(row.unwrap()))
        .collect()
}

/// One series of daily records.
pub struct Series {
    pub id: String,
    pub better: Better,
    days: Vec<(char, u32, f64)>,
}

impl Series {
    pub fn before(&self) -> Phase {
        self.phase('A')
    }

    pub fn plan(&self) -> Phase {
        self.phase('B')
    }

    pub fn weeks(&self, phase: char) -> Vec<WeekDay> {
        let days = self.days.iter().filter(|day| day.0 == phase);
        days.map(|(_, session, value)| WeekDay {
            week: SchoolWeek((session - 1) / 5 + 1),
            value: *value,
        })
        .collect()
    }

    fn phase(&self, phase: char) -> Phase {
        let days = self.days.iter().filter(|day| day.0 == phase);
        Phase::new(days.map(|day| day.2).collect()).unwrap()
    }
}

pub fn series() -> Vec<Series> {
    let days = rows(include_str!("../oracles/raw_synthetic.csv"));
    let listed = rows(include_str!("../oracles/series.csv"));
    listed
        .iter()
        .map(|row| Series {
            id: row.text("series_id").to_owned(),
            better: better(row.text("improvement")),
            days: days
                .iter()
                .filter(|day| day.text("series_id") == row.text("series_id"))
                .map(|day| {
                    (
                        day.text("phase").chars().next().unwrap(),
                        day.text("session").parse().unwrap(),
                        day.number("outcome").unwrap(),
                    )
                })
                .collect(),
        })
        .collect()
}

pub fn better(improvement: &str) -> Better {
    match improvement {
        "increase" => Better::More,
        "decrease" => Better::Fewer,
        other => panic!("which way is better: {other}"),
    }
}

pub fn assert_close(found: f64, expected: f64, within: f64, what: &str) {
    assert!(
        (found - expected).abs() <= within,
        "{what}: {found} is not {expected}"
    );
}
