//! The school's days in order, as spans people can read: terms, and what is
//! closed inside them.

use domain::dates::DayKind;
use jiff::civil::Date;
use store::schools::DayRow;

use crate::{Query, Refusal, action::Action, gate::Viewing, subject::School};

/// Shows the school's days.
#[derive(Debug, Clone, Copy)]
pub struct ViewCalendar;

/// The school's days as spans.
#[derive(Debug, Clone, Default)]
pub struct CalendarView {
    /// From holiday to holiday, each with its school days.
    pub terms: Vec<Span>,
    /// Days and holidays without ordinary school, in order.
    pub others: Vec<Span>,
}

/// Days of one kind in a row; weekends between them do not part them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What kind of days.
    pub kind: DayKind,
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
    /// How many days are listed.
    pub days: usize,
    /// What they are called.
    pub note: Option<String>,
}

impl Query for ViewCalendar {
    const ACTION: Action = Action::ViewCalendar;
    type On = School;
    type Output = CalendarView;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<CalendarView, Refusal> {
        let days = store::schools::days(cx.tx(), school.0.id)?;
        Ok(CalendarView::of(&days))
    }
}

impl CalendarView {
    fn of(days: &[DayRow]) -> Self {
        let mut view = Self::default();
        for row in days {
            let Ok(kind) = row.kind.parse::<DayKind>() else {
                continue;
            };
            if kind.is_school_day() {
                term(&mut view.terms, &view.others, row.day);
            }
            if kind != DayKind::School {
                other(&mut view.others, row, kind);
            }
        }
        view
    }
}

/// A school day goes to the term it follows on from, unless a holiday came between.
fn term(terms: &mut Vec<Span>, others: &[Span], day: Date) {
    let holiday = others.iter().rev().find(|one| one.kind == DayKind::Holiday);
    match terms.last_mut() {
        Some(term) if holiday.is_none_or(|one| one.last < term.last) => {
            term.last = day;
            term.days += 1;
        }
        _ => terms.push(Span {
            kind: DayKind::School,
            first: day,
            last: day,
            days: 1,
            note: None,
        }),
    }
}

fn other(others: &mut Vec<Span>, row: &DayRow, kind: DayKind) {
    let next_to = |one: &Span| {
        let gap = one
            .last
            .until(row.day)
            .map_or(i32::MAX, |span| span.get_days());
        gap <= 3
    };
    match others.last_mut() {
        Some(one) if one.kind == kind && one.note == row.note && next_to(one) => {
            one.last = row.day;
            one.days += 1;
        }
        _ => others.push(Span {
            kind,
            first: row.day,
            last: row.day,
            days: 1,
            note: row.note.clone(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn row(day: Date, kind: &str) -> DayRow {
        DayRow {
            day,
            kind: kind.into(),
            note: None,
        }
    }

    #[test]
    fn a_training_day_does_not_part_a_term_and_a_holiday_does() {
        let days = [
            row(date(2026, 10, 22), "school"),
            row(date(2026, 10, 23), "training"),
            row(date(2026, 10, 26), "holiday"),
            row(date(2026, 10, 30), "holiday"),
            row(date(2026, 11, 2), "school"),
            row(date(2026, 11, 3), "bank_holiday"),
            row(date(2026, 11, 4), "school"),
        ];
        let view = CalendarView::of(&days);
        let terms: Vec<_> = view.terms.iter().map(|one| (one.first, one.days)).collect();
        assert_eq!(terms, [(date(2026, 10, 22), 1), (date(2026, 11, 2), 2)]);
        assert_eq!(view.others.len(), 4, "{:?}", view.others);
    }

    #[test]
    fn a_weekend_does_not_part_a_holiday() {
        let days = [
            row(date(2026, 12, 25), "holiday"),
            row(date(2026, 12, 28), "holiday"),
        ];
        let view = CalendarView::of(&days);
        assert_eq!(view.others.len(), 1);
        assert_eq!(view.others[0].days, 2);
    }
}
