//! Booking a meeting, and the notice it gives.

use jiff::civil::{Date, date};

use super::{notice::USUAL_NOTICE, *};
use crate::{
    dates::{SchoolDays, WeekNumber, worked_example::calendar},
    plan::cast::farrow,
    target::cast::petrie,
};

fn book(change: impl FnOnce(&mut BookingDraft)) -> Result<Booking, Vec<String>> {
    book_after_talking(Some(date(2026, 11, 9)), change)
}

fn book_after_talking(
    talked_to_home: Option<Date>,
    change: impl FnOnce(&mut BookingDraft),
) -> Result<Booking, Vec<String>> {
    let mut draft = BookingDraft {
        on: "2026-11-26".into(),
        from: "3:30pm".into(),
        to: "4:15pm".into(),
        room: "Room 4".into(),
        chair: farrow().person.to_string(),
        note_taker: petrie().person.to_string(),
        ..BookingDraft::default()
    };
    change(&mut draft);
    let (calendar, people) = (calendar(), [farrow(), petrie()]);
    let frame = BookingFrame {
        calendar: &calendar,
        hours: SchoolHours::default(),
        today: date(2026, 11, 10),
        talked_to_home,
        people: &people,
    };
    let week_8 = MeetingKind::Review(WeekNumber::new(8).unwrap());
    draft
        .parse(week_8, &frame)
        .map_err(|problems| problems.into_iter().map(BookingProblem::words).collect())
}

#[test]
fn a_review_is_booked_in_school_time_with_a_chair_and_a_note_taker() {
    let booking = book(|_| ()).unwrap();
    assert_eq!(booking.kind.label(), "8-week review");
    assert_eq!(booking.nudge(), None);
    let alone = book(|draft| draft.note_taker.clone_from(&draft.chair)).unwrap();
    assert_eq!(alone.nudge(), Some(BookingNudge::ChairTakesNotes));
}

#[test]
fn an_evening_or_a_holiday_needs_a_reason() {
    let refused = Err(vec![
        "That isn’t in school time. Choose another time, or say why this suits the family.".into(),
    ]);
    let evening = |draft: &mut BookingDraft| {
        draft.from = "6pm".into();
        draft.to = "7pm".into();
    };
    assert_eq!(book(evening), refused);
    assert_eq!(book(|draft| draft.on = "2026-12-22".into()), refused);
    let suits = book(|draft| {
        evening(draft);
        draft.out_of_hours = "Dana works until five.".into();
    });
    assert!(suits.is_ok());
}

#[test]
fn home_is_talked_to_before_anything_is_booked() {
    assert_eq!(
        book_after_talking(None, |_| ()),
        Err(vec!["Talk to home first, then book it.".into()])
    );
}

#[test]
fn a_blank_booking_says_everything_that_is_missing() {
    assert_eq!(
        book(|draft| *draft = BookingDraft::default())
            .unwrap_err()
            .len(),
        5
    );
    assert_eq!(
        book(|draft| draft.on = "2026-11-09".into()),
        Err(vec!["Choose today or a later day.".into()])
    );
    assert_eq!(
        book(|draft| draft.to = "3pm".into()),
        Err(vec!["The meeting must end after it starts.".into()])
    );
}

#[test]
fn a_family_has_five_school_days_unless_they_agree_to_fewer() {
    let calendar = calendar();
    let friday = date(2026, 9, 25);
    let week_before = notice(date(2026, 9, 18), friday, None, &calendar);
    assert_eq!(week_before, Notice::Enough(USUAL_NOTICE));
    let monday = date(2026, 9, 21);
    let short = notice(monday, friday, None, &calendar);
    assert_eq!(
        short.warning().as_deref(),
        Some(
            "That gives the family 4 school days. They should have 5 school days: ask if sooner suits them."
        )
    );
    let agreed = notice(monday, friday, Some(monday), &calendar);
    assert_eq!(
        agreed,
        Notice::ShorterAgreed {
            days: SchoolDays::new(4),
            on: monday
        }
    );
    assert_eq!(agreed.warning(), None);
}

#[test]
fn holidays_give_no_notice() {
    let calendar = calendar();
    let over_half_term = notice(date(2026, 10, 22), date(2026, 11, 4), None, &calendar);
    assert_eq!(over_half_term, Notice::TooShort(SchoolDays::new(3)));
}
