//! Contacts home, good news and check-ins as people write them.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::target::cast::{owner, petrie};

const TODAY: Date = date(2026, 11, 10);

fn note() -> NoteId {
    NoteId::new(Uuid::from_u128(1))
}

fn contact_home(summary: &str, on: &str) -> Result<ContactHome, ContactHomeProblem> {
    let draft = ContactHomeDraft {
        channel: "phone".into(),
        on: on.into(),
        summary: summary.into(),
    };
    let dana = (
        ContactId::new(Uuid::from_u128(2)),
        Line::new("Dana").unwrap(),
    );
    draft.parse(note(), dana, petrie(), TODAY)
}

fn good_news(raw: &str) -> Result<GoodNews, GoodNewsProblem> {
    GoodNews::read(raw, note(), owner(7, "Miss Abara"), TODAY, None)
}

#[test]
fn a_call_nobody_answered_is_an_attempt_and_not_a_contact() {
    let reached = contact_home("She is pleased about science.", "2026-11-10").unwrap();
    assert!(matches!(reached.reached, Reached::Yes { .. }));
    let silent = contact_home("  ", "2026-11-09").unwrap();
    assert_eq!(silent.reached, Reached::NotThisTime);
    assert_eq!(
        contact_home("", "2026-11-11").map_err(ContactHomeProblem::words),
        Err("Enter today or a day that has passed.".into())
    );
}

#[test]
fn good_news_is_one_good_thing_without_a_but() {
    assert_eq!(
        good_news(" ").map_err(GoodNewsProblem::words),
        Err("Write one good thing.".into())
    );
    let sent = good_news("He helped Theo set up the microscope.").unwrap();
    assert_eq!(sent.nudge(), None);
    let mixed = good_news("He stayed in his seat, but he talked").unwrap();
    assert_eq!(mixed.nudge(), Some(GoodNewsNudge::HasABut));
    assert_eq!(
        good_news("Good.").unwrap().nudge(),
        Some(GoodNewsNudge::SaysLittle)
    );
}
