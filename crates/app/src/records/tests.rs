//! The register added up, without a database.

use domain::{
    dates::{DayKind, SchoolCalendar},
    id::Id,
    indicators::Mark,
    rating::HalfDay,
    school_record::{CameWith, Marked, RegisterOf, SessionMark, Shows},
};
use jiff::{
    Timestamp,
    civil::{Date, date},
};

use super::attendance::{AttendanceView, DayCell};

fn calendar() -> SchoolCalendar {
    let days = date(2026, 11, 2).series(jiff::Span::new().days(1)).take(14);
    SchoolCalendar::new(
        days.filter(|day| day.weekday().to_monday_zero_offset() < 5)
            .map(|day| (day, DayKind::School)),
    )
}

fn mark(on: Date, half: HalfDay, code: &str) -> SessionMark {
    SessionMark {
        on,
        half,
        mark: code
            .parse::<Mark>()
            .map_or_else(|_| Marked::Older(code.into()), Marked::As),
        minutes_late: None,
        words: None,
        came: CameWith {
            at: Timestamp::UNIX_EPOCH,
            from: "attendance.csv".into(),
            import: Id::new(uuid::Uuid::from_u128(1)),
        },
    }
}

fn view(sessions: Vec<SessionMark>) -> AttendanceView {
    let shows = Shows::Each;
    AttendanceView::of(RegisterOf { sessions, shows }, &calendar())
}

#[test]
fn a_session_without_a_mark_is_counted_apart_and_is_in_no_percentage() {
    use HalfDay::{Afternoon, Morning};
    let view = view(vec![
        mark(date(2026, 11, 3), Morning, "/"),
        mark(date(2026, 11, 3), Afternoon, "I"),
        mark(date(2026, 11, 5), Morning, "/"),
        mark(date(2026, 11, 6), Afternoon, "#"),
        mark(date(2026, 11, 6), Morning, "J"),
    ]);
    assert_eq!(view.all.share().to_string(), "2 of 3");
    assert_eq!(view.mornings.share().to_string(), "2 of 2");
    assert_eq!(view.afternoons.share().to_string(), "0 of 1");
    // Wednesday's two and Thursday's afternoon; nothing before or after.
    assert_eq!((view.unmarked, view.older), (3, 1));
    let week = &view.weeks[0];
    assert_eq!((view.weeks.len(), week.monday), (1, date(2026, 11, 2)));
    assert_eq!(week.days[0], DayCell::Nothing, "the register begins later");
    assert!(matches!(
        &week.days[2],
        DayCell::School { morning: None, .. }
    ));
}

#[test]
fn a_register_without_a_mark_has_no_percentage_at_all() {
    let view = view(Vec::new());
    assert_eq!((view.days, view.unmarked), (None, 0));
    assert_eq!(view.all.share().percent(), None);
    assert!(view.weeks.is_empty());
}
