//! Check-ins as key workers write them.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::{
    dates::{DayKind, SchoolCalendar},
    target::cast::petrie,
};

const TODAY: Date = date(2026, 11, 10);

fn promise(number: u128) -> CommitmentId {
    CommitmentId::new(Uuid::from_u128(number))
}

/// Two weeks of school, Monday 9 to Friday 20 November.
fn calendar() -> SchoolCalendar {
    let days = (9..=20).map(|day| date(2026, 11, day));
    let weekdays = days.filter(|day| day.weekday().to_monday_zero_offset() < 5);
    SchoolCalendar::new(weekdays.map(|day| (day, DayKind::School)))
}

fn met() -> CheckInDraft {
    let checked = |number: u128, happening: &str| PromiseDraft {
        promise: promise(number).to_string(),
        happening: happening.into(),
        note: String::new(),
    };
    CheckInDraft {
        came_of: "planned".into(),
        on: "2026-11-10".into(),
        minutes: "15".into(),
        mood: "4".into(),
        went_well: "Three lessons on time.".into(),
        promises: vec![checked(1, "yes"), checked(2, "not")],
        next: "Try the seat by the window".into(),
        next_by: "2026-11-13".into(),
        level: "on_track".into(),
        next_on: "2026-11-17".into(),
        ..CheckInDraft::default()
    }
}

fn read(draft: &CheckInDraft, asks_why: AsksWhy) -> Result<CheckIn, Vec<CheckInProblem>> {
    let promises = [(promise(1), "Joel".into()), (promise(2), "Dana".into())];
    draft.parse(&CheckInFrame {
        id: NoteId::new(Uuid::from_u128(1)),
        by: petrie(),
        today: TODAY,
        calendar: &calendar(),
        promises: &promises,
        asks_why,
    })
}

/// Where something is to be sorted out, and how it is said.
fn wrong(change: impl Fn(&mut CheckInDraft)) -> Vec<(String, String)> {
    let mut draft = met();
    change(&mut draft);
    let problems = read(&draft, AsksWhy::Yes).unwrap_err();
    let said = problems.iter().map(|it| (it.field(), it.words("Rowan")));
    said.collect()
}

#[test]
fn what_was_said_stands_in_the_record_with_every_promise_gone_through() {
    let check_in = read(&met(), AsksWhy::Yes).unwrap();
    let said = check_in.meeting.said().unwrap();
    assert_eq!(said.minutes, Minutes::USUAL);
    assert_eq!((said.mood, said.confidence), (Mood::Happy, None));
    let kept: Vec<_> = said.promises.iter().map(|one| one.happening).collect();
    assert_eq!(kept, [Happening::Yes, Happening::Not]);
    assert_eq!(check_in.next_on, date(2026, 11, 17));
    assert_eq!(check_in.raises_concern(), None);
}

#[test]
fn each_thing_left_out_is_asked_for_where_it_is() {
    let first = |change: fn(&mut CheckInDraft)| wrong(change).remove(0);
    let said = |field: &str, words: &str| (field.to_owned(), words.to_owned());
    assert_eq!(
        first(|it| it.came_of.clear()),
        said("came-of", "Say whether you met Rowan.")
    );
    assert_eq!(
        first(|it| it.mood.clear()).1,
        "Choose how Rowan felt, or that Rowan did not say."
    );
    assert_eq!(
        first(|it| it.went_well.clear()).1,
        "Write one thing that went well, however small."
    );
    assert_eq!(
        first(|it| it.promises[1].happening.clear()),
        said("promise-2", "Say whether what Dana promised is happening.")
    );
    assert_eq!(
        first(|it| it.confidence = "11".into()),
        said("confidence", "Choose a number from 0 to 10.")
    );
    assert_eq!(first(|it| it.minutes = "0".into()).0, "minutes");
    assert_eq!(first(|it| it.next.clear()).1, "Say what happens next.");
    assert_eq!(first(|it| it.next_by = "2026-11-09".into()).0, "next-by");
    assert_eq!(first(|it| it.level.clear()).1, "Say how the plan is going.");
    assert_eq!(
        first(|it| it.promises[0].note = "x".repeat(203)),
        said("promise-1-note", "Make it 3 characters shorter.")
    );
    let all = wrong(|it| {
        it.mood.clear();
        it.next.clear();
    });
    assert_eq!(all.len(), 2, "everything at once: {all:?}");
}

#[test]
fn the_day_has_come_and_the_next_one_is_a_school_day_soon() {
    let words = |change: fn(&mut CheckInDraft)| wrong(change).remove(0).1;
    assert_eq!(
        words(|it| it.on = "2026-11-11".into()),
        "Enter today or a day that has passed."
    );
    assert_eq!(
        words(|it| it.next_on = "2026-11-10".into()),
        "Enter a day after today for the next meeting."
    );
    assert_eq!(
        words(|it| it.next_on = "2026-11-14".into()),
        "There is no school on that day. Enter another."
    );
    assert_eq!(
        words(|it| it.next_on = "2062-11-17".into()),
        "Enter a day within the next three months."
    );
    let mut beyond = met();
    beyond.next_on = "2026-12-01".into();
    assert!(read(&beyond, AsksWhy::Yes).is_ok(), "days nobody knows yet");
}

#[test]
fn a_meeting_that_did_not_happen_asks_why_and_for_the_next_day_and_nothing_else() {
    let mut missed = CheckInDraft {
        came_of: "missed".into(),
        on: "2026-11-10".into(),
        next_on: "2026-11-12".into(),
        ..CheckInDraft::default()
    };
    let problems = read(&missed, AsksWhy::Yes).unwrap_err();
    assert_eq!(problems, [CheckInProblem::NoReason]);
    missed.missed = "adult_away".into();
    let check_in = read(&missed, AsksWhy::Yes).unwrap();
    assert_eq!(check_in.meeting, Meeting::Missed(Missed::AdultAway));
    assert_eq!(check_in.raises_concern(), None);
}

#[test]
fn only_a_plan_that_is_not_working_raises_a_concern_and_it_is_said_what_is_not() {
    let mut draft = met();
    draft.level = "watch".into();
    let watched = read(&draft, AsksWhy::Yes).unwrap();
    assert_eq!(watched.raises_concern(), None);
    draft.level = "not_working".into();
    let problems = read(&draft, AsksWhy::Yes).unwrap_err();
    assert_eq!(problems, [CheckInProblem::NotSaidWhy]);
    assert!(read(&draft, AsksWhy::No).is_ok(), "a concern is open");
    draft.level_why = "Nobody uses the signal.".into();
    let failing = read(&draft, AsksWhy::Yes).unwrap();
    let why = failing.raises_concern().map(Prose::as_str);
    assert_eq!(why, Some("Nobody uses the signal."));
}
