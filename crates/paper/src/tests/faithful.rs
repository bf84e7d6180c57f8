//! The paper says what the plan says: no more, no less, and always the same.

use jiff::civil::date;

use super::{document, read};
use crate::plan::{Ladder, Signing, Step, StepState};

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let first = crate::pdf(&document(|_| {})).expect("a plan");
    assert!(first.starts_with(b"%PDF-1.7"));
    assert!(crate::pdf(&document(|_| {})).expect("a plan") == first);
    let other = crate::pdf(&document(|plan| plan.version = 3)).expect("a plan");
    assert!(other != first);
    assert!(
        crate::pdf(&document(|_| {})).expect("a plan") == first,
        "another plan in between changes nothing"
    );
}

#[test]
fn what_people_type_is_printed_never_run() {
    let typed = "#import \"/etc/passwd\" *stars* _under_ $x^2$ @ref <label> `raw` \\ // gone? = Title #panic()";
    let plan = read(&document(|plan| {
        plan.targets[0].sentence = typed.into();
        plan.pupil = "#Rowan*".into();
        plan.contact.name = "$Mrs$ #Farrow".into();
    }));
    let heard = plan.heard();
    assert!(heard.contains(typed), "{heard}");
    assert_eq!(plan.words_of("H1"), ["#Rowan*’s support plan"]);
    assert!(
        plan.sides[0]
            .words
            .contains("Hand back to $Mrs$ #Farrow or shred.")
    );
}

#[test]
fn a_signature_line_says_who_signed_who_chose_not_to_and_who_was_away() {
    let heard = read(&document(|plan| {
        plan.signatures[1].signing = Signing::Signed {
            typed: "D Tidewell".into(),
            on: date(2026, 9, 24),
        };
        plan.signatures[3].signing = Signing::Refused {
            on: date(2026, 9, 25),
        };
        plan.signatures[4].signing = Signing::NotPresent;
    }))
    .heard();
    assert!(
        heard.contains("Dana Tidewell, mum D Tidewell 24 September 2026"),
        "{heard}"
    );
    assert!(
        heard.contains("Nell Brook, SENCO Chose not to sign 25 September 2026"),
        "{heard}"
    );
    assert!(
        heard.contains("Tomasz Wren, Outreach Was not at the meeting"),
        "{heard}"
    );
}

#[test]
fn a_part_nobody_filled_in_leaves_no_empty_label() {
    let plan = read(&document(|plan| {
        plan.mentor = None;
        plan.form_and_year = Some("  ".into());
        plan.aim = None;
        plan.strengths.clear();
        plan.weeks.clear();
        plan.meetings.clear();
        plan.promises.clear();
        plan.every_day.clear();
        plan.how_we_check.clear();
        plan.targets.truncate(1);
        let target = &mut plan.targets[0];
        (target.why, target.reward, target.if_i_dont_try) = (None, Some("".into()), None);
        target.helpers.clear();
        target.ladder = Ladder::default();
    }));
    assert_eq!(
        plan.words_of("H2"),
        ["One target", "We’ve each agreed our part"]
    );
    let heard = plan.heard();
    for label in [
        "Mentor",
        "Form",
        "Why it matters",
        "Who helps",
        "Reward",
        "If I don’t try",
        "Tick off",
        "dashed",
    ] {
        assert!(!heard.contains(label), "{label} in {heard}");
    }
}

#[test]
fn what_every_adult_does_is_printed_with_its_steps_in_order() {
    let plan = read(&document(|plan| plan.every_day.truncate(4)));
    let heard = plan.heard();
    for words in [
        "What every adult does, every day",
        "Do Greet Rowan by name at the door. Ask quietly, close by. Wait ten seconds.",
        "Calm plan 1. Step back and lower your voice. 2. Offer the card. 3. Let Rowan go",
    ] {
        assert!(heard.contains(words), "{words} in {heard}");
    }
    assert!(!heard.contains("Exit card"), "{heard}");
}

#[test]
fn steps_too_long_for_a_stair_are_printed_in_full_beneath() {
    let long = "I ask for a break with my card before I leave the room";
    let heard = read(&document(|plan| {
        plan.targets[0].ladder.steps[3] = Step {
            label: long.into(),
            state: StepState::Next,
        };
    }))
    .heard();
    assert!(heard.contains(&format!("3 {long}")), "{heard}");
}
