//! What a review settles, and what it makes of a plan.

use jiff::civil::date;

use super::{
    cast::{prose, rowans_review},
    *,
};
use crate::{
    commitment::{Delivery, Party},
    meeting::ViewOf,
    plan::{
        PlanProblem,
        cast::{line, plan_id, rowans_plan, target_id},
        compare,
    },
    target::{Level, TargetStatus},
};

fn problems(change: impl FnOnce(&mut Review)) -> Vec<String> {
    let mut review = rowans_review();
    change(&mut review);
    let problems = review.problems(&rowans_plan());
    problems.iter().map(ReviewProblem::words).collect()
}

fn applied(review: &Review) -> Result<Plan, Vec<ReviewProblem>> {
    let agreed = rowans_plan().agree(date(2026, 9, 24)).unwrap();
    apply(review, &agreed, plan_id(2), line(&review.as_reason()))
}

#[test]
fn a_settled_review_makes_the_next_version_and_tells_what_changed() {
    let next = applied(&rowans_review()).unwrap();
    assert_eq!(next.version.number(), 2);
    assert_eq!(next.reason, Some(line("8-week review, 26 November 2026")));
    assert_eq!(next.targets[0].step_now().level, Level::whole(3));
    assert_eq!(next.targets[1].step_now().level, Level::whole(3));
    assert!(
        next.targets
            .iter()
            .all(|target| target.review_on == date(2027, 1, 7))
    );
    let told: Vec<_> = compare(&rowans_plan(), &next)
        .into_iter()
        .map(|c| c.words)
        .collect();
    assert_eq!(told, ["Target 1: a step up, from 2 of 5 to 3 of 5"]);
    assert_eq!(next.problems(), Vec::<PlanProblem>::new());
}

#[test]
fn a_step_up_says_what_the_step_will_be() {
    let plan = rowans_plan();
    let review = rowans_review();
    assert_eq!(
        review.targets[0].next_words(&plan.targets[0]).as_deref(),
        Some("From Monday the step is 3 out of 5.")
    );
    let second = plan.targets[0].step_up().unwrap();
    assert_eq!(
        review.targets[0].next_words(&second).as_deref(),
        Some("From Monday the step is 4 out of 5, the goal.")
    );
}

#[test]
fn adults_promises_come_before_the_pupils() {
    let mut plan = rowans_plan();
    plan.commitments[0].party = Party::Pupil;
    let order: Vec<_> = adults_first(&plan)
        .iter()
        .map(|promise| promise.party)
        .collect();
    assert_eq!(
        order,
        [Party::School, Party::Agency, Party::Family, Party::Pupil]
    );
}

#[test]
fn every_promise_is_gone_through_and_a_broken_one_has_a_reason() {
    assert_eq!(
        problems(|review| drop(review.promises.remove(3))),
        ["Dana Tidewell: say whether this was kept: pack the bag the night before."]
    );
    assert_eq!(
        problems(|review| review.promises[1].why = None),
        ["Nell Brook: say why, in a few words."]
    );
}

#[test]
fn every_open_target_is_gone_through_and_no_other() {
    assert_eq!(
        problems(|review| drop(review.targets.remove(1))),
        ["Target 2: say how it is going, and what next."]
    );
    assert_eq!(
        problems(|review| review.targets[1].target = target_id(9)).len(),
        2
    );
    let mut plan = rowans_plan();
    plan.targets[1].status = TargetStatus::Dropped;
    assert_eq!(
        rowans_review().problems(&plan),
        [ReviewProblem::NotAnOpenTarget]
    );
}

#[test]
fn a_stalled_target_gets_something_new_or_a_reason() {
    assert_eq!(
        problems(|review| review.targets[2].more_help.clear()),
        ["Target 3 has stalled. Tick at least one kind of new help, or say why not."]
    );
    let reasoned = problems(|review| {
        review.targets[2].more_help.clear();
        review.targets[2].no_new_help = Some(line("The reading support began on Monday."));
    });
    assert!(reasoned.is_empty());
    assert_eq!(
        problems(|review| review.targets[2].more_help.push(MoreHelp::SomethingElse)),
        ["Target 3: say what else will help."]
    );
}

#[test]
fn a_step_down_is_asked_to_change_the_help_first() {
    let mut plan = rowans_plan();
    plan.targets[1] = plan.targets[1].step_up().unwrap();
    let mut review = rowans_review();
    review.promises[1].delivery = Delivery::Done;
    review.targets[1].decision = Decision::StepDown;
    assert_eq!(review.problems(&plan), []);
    assert_eq!(review.nudges(&plan), [ReviewNudge::HelpFirst { target: 2 }]);
    assert_eq!(
        ReviewNudge::HelpFirst { target: 2 }.words(),
        "Target 2: the help may be wrong, not the child. Change that first."
    );
    review.targets[1].more_help.push(MoreHelp::MentorTime);
    assert_eq!(review.nudges(&plan), []);
}

#[test]
fn nobody_steps_off_either_end_of_a_ladder() {
    assert_eq!(
        problems(|review| review.targets[1].decision = Decision::StepDown),
        ["Target 2 is on its first step. Change it to add a smaller one."]
    );
    let mut plan = rowans_plan();
    plan.targets[0] = plan.targets[0].step_up().unwrap().step_up().unwrap();
    assert_eq!(
        rowans_review().problems(&plan),
        [ReviewProblem::OnTheGoal { target: 1 }]
    );
}

#[test]
fn a_changed_target_takes_the_old_ones_place_and_no_others() {
    let mut smaller = rowans_plan().targets.remove(2);
    smaller.statement = line("I count to three, then answer");
    let change = |target| Decision::Change {
        different: prose("A smaller start."),
        target: Some(Box::new(target)),
    };
    let mut review = rowans_review();
    review.targets[2].decision = change(smaller.clone());
    assert_eq!(
        applied(&review).unwrap().targets[2].statement,
        smaller.statement
    );
    review.targets[1].decision = change(smaller);
    assert_eq!(
        applied(&review),
        Err(vec![ReviewProblem::AnotherTarget { target: 2 }])
    );
}

#[test]
fn a_plan_that_looks_unlikely_to_be_enough_is_talked_over() {
    let unlikely = |review: &mut Review| review.outlook = Outlook::Unlikely;
    assert_eq!(
        problems(unlikely),
        ["Talk over what else could help, and tick what you talked about."]
    );
    let talked = problems(|review| {
        unlikely(review);
        review.talked_over.push(NextOption::Outreach);
    });
    assert!(talked.is_empty());
}

#[test]
fn the_first_review_says_whether_there_will_be_a_second() {
    assert_eq!(problems(|review| review.number = ReviewNumber(1)).len(), 1);
    let settled = problems(|review| {
        review.number = ReviewNumber(1);
        review.second = Some(SecondReview::Needed(line("Target 3 is new.")));
    });
    assert!(settled.is_empty());
}

#[test]
fn a_late_review_says_why_and_the_next_one_is_inside_the_plan() {
    assert_eq!(
        problems(|review| review.held_on = date(2026, 12, 7)),
        ["Say why this review is late."]
    );
    assert_eq!(
        problems(|review| review.next_on = date(2027, 2, 1)),
        ["Choose a next meeting after today, by the end of the plan."]
    );
}

#[test]
fn adults_who_delivered_too_little_are_told_before_a_target_changes() {
    let review = rowans_review();
    let delivered = review.delivered(&rowans_plan());
    assert_eq!(delivered.by(Party::Agency).words().as_deref(), Some("66%"));
    assert_eq!(delivered.by_adults().words().as_deref(), Some("66%"));
    assert_eq!(
        review.nudges(&rowans_plan()),
        [ReviewNudge::SupportNotDelivered]
    );
}

fn unheard(of: ViewOf, why: WhyUnheard) -> impl FnOnce(&mut Review) {
    move |review| {
        review.says.retain(|view| view.of != of);
        review.unheard = vec![Unheard { of, why }];
    }
}

#[test]
fn nothing_is_settled_without_the_words_of_the_pupil_and_of_home() {
    let without = |of: ViewOf| problems(|review| review.says.retain(|view| view.of != of));
    assert_eq!(
        without(ViewOf::Pupil),
        ["Write what the pupil says, or choose why there are no words."]
    );
    assert_eq!(without(ViewOf::Home).len(), 1);
    let silent = problems(|review| review.says.clear());
    assert_eq!(silent.len(), 2, "{silent:?}");
}

#[test]
fn whoever_was_asked_and_chose_not_to_say_is_enough_and_so_is_how_it_was_tried() {
    let chose = problems(unheard(ViewOf::Pupil, WhyUnheard::ChoseNotTo));
    assert_eq!(chose, Vec::<String>::new());
    let tried = WhyUnheard::NotReached(line("Rang on 24 and 25 November."));
    assert_eq!(problems(unheard(ViewOf::Home, tried)), Vec::<String>::new());
}

#[test]
fn what_the_pupil_said_about_a_target_is_their_words() {
    let about = problems(|review| {
        review.says.retain(|view| view.of != ViewOf::Pupil);
        review.targets[0].pupil_says = Some(line("I like the gate."));
    });
    assert_eq!(about, Vec::<String>::new());
}

#[test]
fn words_that_are_typed_win_and_not_reached_says_how_it_was_tried() {
    use std::collections::BTreeMap;
    let answer = |why: &str, tried: &str| {
        let (why, tried) = (why.to_owned(), tried.to_owned());
        BTreeMap::from([("home".to_owned(), UnheardAnswer { why, tried })])
    };
    let mut left = Vec::new();
    let said = rowans_review().says;
    assert_eq!(
        read_unheard(&answer("chose_not_to", ""), &said, &mut left),
        []
    );
    assert_eq!(
        read_unheard(&answer("not_reached", " "), &[], &mut left),
        []
    );
    assert_eq!(left[0].0, "says-home-tried");
    let reached = read_unheard(&answer("not_reached", "Rang twice."), &[], &mut left);
    assert_eq!(reached.len(), 1);
    assert_eq!(
        answer("not_reached", "Rang twice.")["home"]
            .words()
            .as_deref(),
        Some("Could not be reached. Rang twice.")
    );
}
