//! One week of the register as cells: the codes for the eye, what they mean for
//! whoever hears the page.

use app::records::{DayCell, WeekRow};
use domain::{rating::HalfDay, school_record::Marked};

/// One day in a row.
pub(super) struct Cell {
    /// The two codes; a dot for no mark.
    pub(super) codes: String,
    /// What they mean.
    pub(super) words: String,
}

/// The days of a week; nothing for one without school.
pub(super) fn cells(week: &WeekRow) -> Vec<Option<Cell>> {
    week.days.iter().map(cell).collect()
}

fn cell(day: &DayCell) -> Option<Cell> {
    match day {
        DayCell::Nothing => None,
        DayCell::School { morning, afternoon } => Some(Cell {
            codes: format!("{} {}", code(morning.as_ref()), code(afternoon.as_ref())),
            words: format!(
                "Morning: {}. Afternoon: {}.",
                meaning(morning.as_ref(), HalfDay::Morning),
                meaning(afternoon.as_ref(), HalfDay::Afternoon)
            ),
        }),
    }
}

fn code(mark: Option<&Marked>) -> &str {
    match mark {
        None => "·",
        Some(Marked::As(mark)) => mark.code(),
        Some(Marked::Older(code)) => code,
    }
}

fn meaning(mark: Option<&Marked>, half: HalfDay) -> String {
    match mark {
        None => "no mark".to_owned(),
        Some(Marked::Older(_)) => "a code of an earlier year".to_owned(),
        Some(Marked::As(mark)) => {
            let label = mark.label().to_lowercase();
            let said = match half {
                HalfDay::Morning => " (morning)",
                HalfDay::Afternoon => " (afternoon)",
            };
            label.replace(said, "")
        }
    }
}
