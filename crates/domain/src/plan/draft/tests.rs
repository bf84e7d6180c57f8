//! What is typed comes back as it was, and two people never overwrite each other.

use jiff::civil::date;

use super::*;
use crate::{
    commitment::{Owner, Party},
    plan::{
        DayPart, DayToDaySheet, PlanVersion, StoredPlan,
        cast::{dana, farrow, plan_id, rowans_plan, target_id},
    },
    target::{
        ReviewPoint,
        cast::{brook, elsies_draft, petrie, week, wren},
    },
};

fn people() -> Vec<(Owner, Party)> {
    vec![
        (petrie(), Party::School),
        (brook(), Party::School),
        (farrow(), Party::School),
        (wren(), Party::Agency),
        (dana(), Party::Family),
    ]
}

fn with_frame<T>(look: impl FnOnce(&PlanFrame<'_>) -> T) -> T {
    let people = people();
    let reviews = [
        (4, date(2026, 10, 22)),
        (8, date(2026, 11, 26)),
        (12, date(2027, 1, 7)),
    ]
    .map(|(number, on)| ReviewPoint {
        week: week(number),
        on,
    });
    look(&PlanFrame {
        pupil: "Rowan",
        people: &people,
        reviews: &reviews,
        starts_on: date(2026, 9, 28),
        ends_on: date(2027, 1, 8),
    })
}

fn write(draft: PlanDraft, seen: Option<u32>, statement: &str) -> Result<PlanDraft, Clash> {
    draft.edit(PlanEdit::Target {
        id: target_id(9),
        seen,
        draft: Box::new(TargetDraft {
            statement: statement.into(),
            ..elsies_draft()
        }),
        reward: Box::default(),
        consequence: Box::default(),
    })
}

#[test]
fn a_plan_comes_back_the_same_from_what_was_typed() {
    let plan = rowans_plan();
    let again = with_frame(|frame| PlanDraft::from(&plan).parse(plan.id, plan.version, frame));
    assert_eq!(again, Ok(plan));
}

#[test]
fn a_stored_plan_reads_the_same_and_its_form_never_changes() {
    let plan = rowans_plan();
    let stored = with_frame(|frame| StoredPlan::new(&plan, frame));
    let text = serde_json::to_string_pretty(&stored).unwrap();
    let golden = include_str!("../../../tests/golden/plan/rowan.json");
    assert_eq!(text.trim(), golden.trim());
    let read: StoredPlan = serde_json::from_str(golden).unwrap();
    assert_eq!(read.plan(plan.id, plan.version), Ok(plan));
}

#[test]
fn the_second_to_save_the_same_target_is_told_and_the_first_words_stay() {
    let first = write(PlanDraft::default(), None, "stay in the lesson").unwrap();
    let (one, two) = (first.clone(), first);
    let saved = write(one, Some(1), "stay for ten minutes").unwrap();
    assert_eq!(saved.targets[0].saved, 2);
    assert_eq!(write(saved.clone(), Some(1), "sit by the door"), Err(Clash));
    assert!(write(saved.clone(), Some(2), "sit by the door").is_ok());
    assert_eq!(write(saved, None, "sit by the door"), Err(Clash));
    assert!(write(two, Some(1), "stay for ten minutes").is_ok());
}

#[test]
fn two_people_may_write_different_sheets_at_once() {
    let draft = write(PlanDraft::default(), None, "stay in the lesson").unwrap();
    let good_at = Arrangements {
        good_at: "Fixing things.".into(),
        ..Arrangements::default()
    };
    let draft = draft
        .edit(PlanEdit::Arrangements(Box::new(good_at)))
        .unwrap();
    assert!(write(draft, Some(1), "stay for ten minutes").is_ok());
}

#[test]
fn taking_a_target_out_takes_its_reward_and_leaves_promises_to_the_others() {
    let draft = PlanDraft::from(&rowans_plan());
    let id = target_id(1);
    let after = draft.edit(PlanEdit::DropTarget { id, seen: 1 }).unwrap();
    assert_eq!(after.targets.len(), 2);
    assert!(after.rewards.is_empty() && after.consequences.is_empty());
    let parsed = with_frame(|frame| after.parse(plan_id(1), PlanVersion::FIRST, frame)).unwrap();
    assert_eq!(parsed.commitments.len(), 4);
    assert!(parsed.commitments.iter().all(|promise| !promise.helps(id)));
}

#[test]
fn every_sheet_that_cannot_be_read_is_named_with_what_to_do() {
    let mut draft = PlanDraft::from(&rowans_plan());
    draft.targets[1].draft.place = String::new();
    draft.promises[2].draft.how_often = String::new();
    draft.consequences[0].text = "He will be excluded".into();
    let problems = with_frame(|frame| draft.parse(plan_id(1), PlanVersion::FIRST, frame));
    let places: Vec<_> = problems.unwrap_err().iter().map(|one| one.place).collect();
    assert_eq!(
        places,
        [
            SheetPlace::Target(2),
            SheetPlace::Promise(3),
            SheetPlace::Consequence(1)
        ]
    );
}

#[test]
fn what_every_adult_does_is_kept_with_the_plan_and_read_again() {
    let mut plan = rowans_plan();
    let typed = DayToDaySheet::default()
        .with(DayPart::Do, "Greet him by name\nWait ten seconds")
        .with(DayPart::ExitCard, "He shows it and goes. Nobody asks why.");
    plan.day_to_day = typed.parse().unwrap();
    let stored = with_frame(|frame| StoredPlan::new(&plan, frame));
    let text = serde_json::to_string_pretty(&stored).unwrap();
    let golden = include_str!("../../../tests/golden/plan/rowan-day-to-day.json");
    assert_eq!(text.trim(), golden.trim());
    let read: StoredPlan = serde_json::from_str(golden).unwrap();
    assert_eq!(read.plan(plan.id, plan.version), Ok(plan));
}

#[test]
fn a_part_with_too_much_in_it_is_named_among_the_arrangements() {
    let mut draft = PlanDraft::from(&rowans_plan());
    draft.arrangements.day_to_day = DayToDaySheet::default().with(DayPart::Avoid, "a\nb\nc\nd");
    let problems = with_frame(|frame| draft.parse(plan_id(1), PlanVersion::FIRST, frame));
    let problems = problems.unwrap_err();
    assert_eq!(problems[0].place, SheetPlace::Arrangements);
    assert_eq!(
        problems[0].words,
        "Avoid: there are four. Keep the three that help most."
    );
}
