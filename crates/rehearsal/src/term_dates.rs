//! Four plausible years of terms around a day: 39 weeks, half terms, Christmas
//! and Easter, training days and the May bank holiday.

use domain::dates::DayKind;
use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use store::schools::DayRow;

/// From two school years before the one a day is in, to the one after it.
pub(crate) fn around(today: Date) -> Vec<DayRow> {
    let autumn = if today.month() >= 9 {
        today.year()
    } else {
        today.year() - 1
    };
    (autumn - 2..=autumn + 1).flat_map(year).collect()
}

/// One school year, from its September.
fn year(autumn: i16) -> Vec<DayRow> {
    let first = monday_from(date(autumn, 9, 1));
    let new_year = monday_from(date(autumn + 1, 1, 4));
    let blocks = [
        (first, 7),
        (weeks_on(first, 8), 7),
        (new_year, 6),
        (weeks_on(new_year, 7), 6),
        (weeks_on(new_year, 15), 5),
        (weeks_on(new_year, 21), 7),
    ];
    let training = [first, weeks_on(first, 8), new_year];
    let may = monday_from(date(autumn + 1, 5, 1));
    let mut days = Vec::new();
    for (monday, weeks) in blocks {
        let all = monday.series(1.day()).take(weeks * 7);
        let open = all.filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
        days.extend(open.map(|day| {
            if day == may {
                said(day, DayKind::BankHoliday, "Early May bank holiday")
            } else if training.contains(&day) {
                said(day, DayKind::Training, "Staff training")
            } else {
                DayRow {
                    day,
                    kind: DayKind::School.code().into(),
                    note: None,
                }
            }
        }));
    }
    days
}

fn said(day: Date, kind: DayKind, note: &str) -> DayRow {
    DayRow {
        day,
        kind: kind.code().into(),
        note: Some(note.into()),
    }
}

fn monday_from(day: Date) -> Date {
    let mut days = day.series(1.day());
    days.find(|day| day.weekday() == Weekday::Monday)
        .unwrap_or(day)
}

fn weeks_on(day: Date, weeks: i64) -> Date {
    day.saturating_add(weeks.weeks())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_has_190_days_less_what_is_training_or_holiday_and_no_day_twice() {
        let days = around(date(2026, 11, 10));
        assert_eq!(days.len(), 4 * 190);
        assert!(days.is_sorted_by(|a, b| a.day < b.day));
        let open = days.iter().filter(|day| day.kind == "school").count();
        assert_eq!(open, 4 * 186);
        assert!(days.iter().any(|one| one.day == date(2026, 11, 10)));
    }
}
