//! A target's scale: the measure, the unit and the most there can be, and how
//! an amount on it is said.

use super::{Better, Level, Measure, Per, Unit};

/// What a target counts, whole: "lessons, out of 5, a day, more is better".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale {
    /// What is recorded.
    pub measure: Measure,
    /// Which way is better.
    pub better: Better,
    /// The thing counted.
    pub unit: Unit,
    /// The most there can be, where there is a most.
    pub out_of: Option<Level>,
    /// The stretch one figure covers.
    pub per: Per,
}

impl Scale {
    /// How a measure is counted unless someone says otherwise.
    pub const fn usual(measure: Measure) -> Self {
        let (better, unit, out_of, per) = match measure {
            Measure::PointsPct | Measure::ShareTime => {
                (Better::More, Unit::Percent, Some(100), Per::Day)
            }
            Measure::AttendancePct => (Better::More, Unit::Percent, Some(100), Per::Week),
            Measure::Rating0To10 => (Better::More, Unit::Point, Some(10), Per::Day),
            Measure::Goal0To10 => (Better::More, Unit::Point, Some(10), Per::Week),
            Measure::OpportunityPct => (Better::More, Unit::Lesson, Some(5), Per::Day),
            Measure::YesNoDay => (Better::More, Unit::Day, Some(5), Per::Week),
            Measure::Count => (Better::Fewer, Unit::Time, None, Per::Day),
            Measure::Duration => (Better::More, Unit::Minute, None, Per::Day),
            Measure::Latency => (Better::Fewer, Unit::Minute, None, Per::Day),
        };
        let out_of = match out_of {
            Some(most) => Some(Level::whole(most)),
            None => None,
        };
        Self {
            measure,
            better,
            unit,
            out_of,
            per,
        }
    }

    /// The smallest step worth making: 5 for percentages, 10 for shares of time, else 1.
    pub const fn grid(self) -> Level {
        match (self.unit, self.measure) {
            (_, Measure::ShareTime) => Level::whole(10),
            (Unit::Percent, _) => Level::whole(5),
            _ => Level::whole(1),
        }
    }

    /// "4 of 5", "60%" or "3": for labels and lists of changes.
    pub fn of(self, level: Level) -> String {
        self.joined(level, "of")
    }

    /// "4 out of 5", "60%" or "3": for sentences.
    pub fn out_of(self, level: Level) -> String {
        self.joined(level, "out of")
    }

    /// "1 lesson in 5", "2 times a day" or "60%": said with the unit.
    pub fn in_unit(self, level: Level) -> String {
        let unit = self.unit.counted(level);
        match (self.unit, self.out_of) {
            (Unit::Percent, _) => format!("{level}%"),
            (_, Some(most)) => format!("{level} {unit} in {most}"),
            (_, None) => format!("{level} {unit} {}", self.per.label()),
        }
    }

    /// The number alone, a middle between two whole numbers as "1 or 2".
    pub fn label(self, level: Level) -> String {
        let whole = level.in_tenths() / 10;
        match (self.unit, level.in_tenths() % 10) {
            (Unit::Percent, _) => format!("{level}%"),
            (_, 5) => format!("{whole} or {}", whole + 1),
            _ => level.to_string(),
        }
    }

    fn joined(self, level: Level, between: &str) -> String {
        match (self.unit, self.out_of) {
            (Unit::Percent, _) => format!("{level}%"),
            (_, Some(most)) => format!("{level} {between} {most}"),
            (_, None) => level.to_string(),
        }
    }
}
