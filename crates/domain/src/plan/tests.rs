//! What a plan needs before it is agreed, and what its hash holds to.

use jiff::civil::date;

use super::{
    cast::{line, plan_id, promise, rowans_plan, target_id},
    *,
};
use crate::{
    commitment::{ChosenBy, Party},
    target::{
        Level,
        cast::{petrie, wren},
    },
};

fn day_to_day(seat: &str) -> DayToDay {
    let sheet = DayToDaySheet::default().with(DayPart::Seat, seat);
    sheet
        .with(DayPart::Do, "Greet him by name\nWait ten seconds")
        .parse()
        .unwrap()
}

const AGREED: Date = date(2026, 9, 24);

fn refused(change: impl FnOnce(&mut Plan)) -> Vec<String> {
    let mut plan = rowans_plan();
    change(&mut plan);
    let problems = plan.agree(AGREED).expect_err("the plan should be refused");
    problems
        .iter()
        .map(|problem| problem.words("Rowan"))
        .collect()
}

fn changes(change: impl FnOnce(&mut Plan)) -> Vec<String> {
    let old = rowans_plan();
    let mut new = old.clone();
    change(&mut new);
    compare(&old, &new)
        .into_iter()
        .map(|change| change.words)
        .collect()
}

#[test]
fn rowans_plan_can_be_agreed_and_reads_in_plain_lines() {
    let agreed = rowans_plan().agree(AGREED).unwrap();
    assert!(
        agreed
            .text()
            .starts_with("mainstay plan, form: 2\nplan: plan_")
    );
    assert!(agreed.text().contains("\n  step: 3 by week 8\n"));
    assert!(
        agreed
            .text()
            .contains("will: check Rowan’s bag with him at 8:30am\n")
    );
    assert!(rowans_plan().nudges().is_empty());
}

#[test]
fn an_empty_plan_says_everything_it_needs() {
    let plan = Plan::first(plan_id(1), date(2026, 9, 28), date(2027, 1, 8));
    let words: Vec<_> = plan.problems().iter().map(|p| p.words("Rowan")).collect();
    assert_eq!(
        words,
        [
            "Write at least one target with Rowan.",
            "Add a reward Rowan chose.",
            "Say what happens if Rowan does not try.",
            "Say who meets Rowan about the plan, and how often.",
            "Say who rings or writes home, and how often.",
        ]
    );
}

#[test]
fn a_plan_has_four_open_targets_at_most_and_asks_again_above_three() {
    let with = |more: u128| {
        let mut plan = rowans_plan();
        for number in 0..more {
            let mut target = plan.targets[0].clone();
            target.id = target_id(10 + number);
            target.place = line(&format!("in period {number}"));
            plan.targets.push(target);
            let helper = (Party::School, petrie());
            plan.commitments
                .push(promise(10 + number, helper, "help", &[10 + number]));
        }
        plan
    };
    assert_eq!(with(1).problems(), []);
    assert_eq!(with(1).nudges(), [PlanNudge::MoreThanThree]);
    assert_eq!(with(2).problems(), [PlanProblem::TooManyTargets { has: 5 }]);
}

#[test]
fn every_target_has_an_adult_helping_and_someone_from_school_among_them() {
    assert_eq!(
        refused(|plan| plan.commitments.retain(|each| each.party != Party::School)),
        [
            "Target 1: add a promise from someone at school.",
            "Target 2: add a promise from someone at school.",
            "Target 3: add at least one adult who will help.",
        ]
    );
    let pupil_alone = refused(|plan| {
        for each in &mut plan.commitments {
            each.party = Party::Pupil;
        }
    });
    assert_eq!(pupil_alone.len(), 3);
}

#[test]
fn a_target_that_says_what_not_to_do_needs_a_reason() {
    let negative = |plan: &mut Plan| plan.targets[0].statement = line("I will not leave the site");
    assert_eq!(refused(negative).len(), 1);
    let mut kept = rowans_plan();
    negative(&mut kept);
    kept.targets[0].kept_wording = Some(line("The road outside is dangerous."));
    assert!(kept.agree(AGREED).is_ok());
}

#[test]
fn a_plan_has_a_reward_the_pupil_chose_and_no_threat_of_exclusion() {
    assert_eq!(
        refused(|plan| plan.rewards[0].chosen_by = ChosenBy::Adult),
        ["Add a reward Rowan chose."]
    );
    let threat = refused(|plan| plan.consequences[0].text = line("He goes to the PRU"));
    assert!(threat[0].contains("“pru”"), "{threat:?}");
}

#[test]
fn nothing_in_a_plan_runs_past_its_end_or_hangs_on_a_target_that_is_gone() {
    assert_eq!(
        refused(|plan| plan.commitments[2].ends_on = date(2027, 3, 1)),
        ["Tomasz Wren: end the promise by the plan’s last day."]
    );
    assert_eq!(
        refused(|plan| plan.targets[1].review_on = date(2027, 3, 1)),
        ["Target 2: choose a review date inside the plan."]
    );
    assert_eq!(refused(|plan| drop(plan.targets.remove(0))).len(), 1);
}

#[test]
fn a_later_version_says_why_it_changed() {
    let agreed = rowans_plan().agree(AGREED).unwrap();
    let next = agreed.amend(plan_id(2), line("Rowan asked for a smaller step."));
    assert_eq!(next.version.number(), 2);
    let silent = Plan {
        reason: None,
        ..next.clone()
    };
    assert_eq!(silent.problems(), [PlanProblem::NoReasonForTheChange]);
    assert_ne!(next.agree(AGREED).unwrap().hash(), agreed.hash());
}

#[test]
fn the_hash_holds_the_words_and_a_changed_record_is_found_out() {
    let first = rowans_plan().agree(AGREED).unwrap();
    let again = rowans_plan().agree(AGREED).unwrap();
    assert_eq!(first.hash(), again.hash());
    assert_eq!(first.hash().to_string().parse(), Ok(first.hash()));
    assert!("xyz".parse::<PlanHash>().is_err());

    let (text, hash) = (first.text().to_owned(), first.hash());
    assert!(AgreedPlan::kept(rowans_plan(), AGREED, text.clone(), hash).is_ok());
    let altered = text.replace("step: 3", "step: 5");
    assert!(AgreedPlan::kept(rowans_plan(), AGREED, altered, hash).is_err());
}

#[test]
fn only_the_parts_that_changed_are_agreed_again() {
    let old = rowans_plan();
    let mut new = old.clone();
    new.targets[1].statement = line("I show my card and go to the Quiet Room");
    new.commitments[2].how_often = line("six Wednesdays");
    assert_eq!(
        parts_changed(&old, &new),
        [
            PlanPart::Target(target_id(2)),
            PlanPart::Promise(old.commitments[2].id, wren().person)
        ]
    );
    let mut moved = old.clone();
    moved.targets[0] = old.targets[0].step_up().unwrap();
    assert_eq!(parts_changed(&old, &moved), []);
}

#[test]
fn changes_are_told_in_words() {
    assert!(changes(|_| ()).is_empty());
    let smaller_goal = changes(|plan| {
        let draft = crate::target::TargetDraft {
            steps: crate::target::cast::steps(&[("3", "4"), ("4", "12")]),
            ..(&plan.targets[1]).into()
        };
        plan.targets[1].ladder = crate::target::cast::target(2, &draft).ladder;
    });
    assert_eq!(
        smaller_goal,
        [
            "Target 2: goal was 5 of 5, now 4 of 5",
            "Target 2: no step 2 any more"
        ]
    );
    assert_eq!(
        changes(|plan| plan.targets[0] = plan.targets[0].step_up().unwrap()),
        ["Target 1: a step up, from 2 of 5 to 3 of 5"]
    );
    assert_eq!(
        changes(|plan| drop(plan.targets.remove(2))),
        ["Target 3: no longer in the plan"]
    );
}

#[test]
fn changed_promises_and_dates_are_told_too() {
    assert_eq!(
        changes(|plan| plan.commitments[3].text = line("pack the bag with Rowan")),
        [
            "Promise was: Dana Tidewell will pack the bag the night before. Every day, until 8 January. \
          Now: Dana Tidewell will pack the bag with Rowan. Every day, until 8 January."
        ]
    );
    assert_eq!(
        changes(|plan| {
            plan.commitments.truncate(3);
            plan.ends_on = date(2027, 1, 15);
        }),
        [
            "No longer promised: Dana Tidewell will pack the bag the night before.",
            "The plan ends on 15 January 2027, not 8 January 2027"
        ]
    );
}

#[test]
fn what_every_adult_does_is_compared_line_by_line() {
    let old = Plan {
        day_to_day: day_to_day("By the window"),
        ..rowans_plan()
    };
    let told = |typed: DayToDaySheet| {
        let mut new = old.clone();
        new.day_to_day = typed.parse().unwrap();
        let all = compare(&old, &new).into_iter().map(|change| change.words);
        all.collect::<Vec<_>>()
    };
    let typed = DayToDaySheet::from(&old.day_to_day);
    let moved = typed.clone().with(DayPart::Seat, "By the door");
    assert_eq!(
        told(moved.with(DayPart::Do, "Wait ten seconds\nAsk close by")),
        [
            "Do: new “Ask close by”; no longer “Greet him by name”",
            "Seat was “By the window”, now “By the door”"
        ]
    );
    assert_eq!(
        told(typed.with(DayPart::Do, "Wait ten seconds\nGreet him by name")),
        ["Do: in another order"]
    );
    assert_eq!(
        told(DayToDaySheet::default().with(DayPart::Phone, "In the office")).last(),
        Some(&"Phone is new: “In the office”".to_owned())
    );
}

#[test]
fn every_change_to_what_was_agreed_changes_the_hash() {
    let before = rowans_plan().agree(AGREED).unwrap().hash();
    let edits: [fn(&mut Plan); 7] = [
        |plan| plan.good_at.push(line("Football scores.")),
        |plan| plan.targets[0].baseline.level = Level::whole(1),
        |plan| plan.targets[0] = plan.targets[0].step_up().unwrap(),
        |plan| plan.rewards[0].text = line("The Friday film"),
        |plan| plan.safe_place = None,
        |plan| plan.named_adults.push(wren()),
        |plan| plan.day_to_day = day_to_day("By the door"),
    ];
    for (number, edit) in edits.iter().enumerate() {
        let mut plan = rowans_plan();
        edit(&mut plan);
        assert_ne!(plan.agree(AGREED).unwrap().hash(), before, "edit {number}");
    }
}
