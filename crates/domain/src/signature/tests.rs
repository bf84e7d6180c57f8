//! Who has to sign before a programme starts, and who signs again.

use jiff::civil::date;

use super::*;
use crate::{
    plan::{
        Plan,
        cast::{dana, farrow, line, plan_id, rowans_plan},
    },
    target::cast::{owner, petrie, wren},
};

fn rowan() -> Owner {
    owner(6, "Rowan Tidewell")
}

fn people() -> Vec<Signer> {
    use SigningPart::{Agency, Coordinator, Parent, Pupil, Staff};
    [
        (rowan(), Pupil),
        (dana(), Parent),
        (petrie(), Staff),
        (wren(), Agency),
        (farrow(), Coordinator),
    ]
    .map(|(person, part)| Signer { person, part })
    .to_vec()
}

fn agreed() -> AgreedPlan {
    rowans_plan().agree(date(2026, 9, 24)).unwrap()
}

fn signed(name: &str) -> Answer {
    Answer::Signed {
        method: Method::Typed { name: line(name) },
        at: Timestamp::UNIX_EPOCH,
    }
}

fn attempts(made: &[(AskChannel, Date)]) -> Answer {
    let attempts = made
        .iter()
        .map(|(by, on)| Attempt { by: *by, on: *on })
        .collect();
    Answer::Absent { attempts }
}

fn answered(plan: &AgreedPlan, answers: &[(Owner, Answer)]) -> Vec<Signature> {
    let take = |(person, answer): &(Owner, Answer)| {
        let signer = people()
            .into_iter()
            .find(|each| each.person == *person)
            .unwrap();
        let shown = (plan.plan().version, plan.hash());
        Signature::take(plan, shown, signer, answer.clone()).unwrap()
    };
    answers.iter().map(take).collect()
}

fn missing(answers: &[(Owner, Answer)]) -> Vec<String> {
    let plan = agreed();
    let answers = answered(&plan, answers);
    match sign_off(plan.hash(), Round::First, &people(), &answers) {
        SignOff::Ready { .. } => Vec::new(),
        SignOff::Waiting { missing } => missing.iter().map(Missing::words).collect(),
    }
}

#[test]
fn pupil_home_and_coordinator_sign_before_a_programme_starts() {
    assert_eq!(
        missing(&[]),
        [
            "Rowan Tidewell has not signed yet. Ask, or record why not.",
            "Nobody at home has signed yet. Ask them, or record two attempts to reach them.",
            "Amina Farrow has not signed yet.",
        ]
    );
    let all = [
        (rowan(), signed("Rowan")),
        (dana(), signed("Dana Tidewell")),
        (farrow(), signed("A. Farrow")),
    ];
    assert!(missing(&all).is_empty());
}

#[test]
fn a_pupil_may_refuse_and_the_plan_can_still_start() {
    let refused = Answer::Refused {
        reason: line("I don’t want to."),
        at: Timestamp::UNIX_EPOCH,
    };
    let answers = [
        (rowan(), refused.clone()),
        (dana(), refused.clone()),
        (farrow(), signed("A. Farrow")),
    ];
    assert!(missing(&answers).is_empty());
    assert_eq!(
        missing(&[
            (rowan(), refused.clone()),
            (dana(), refused.clone()),
            (farrow(), refused)
        ]),
        ["Amina Farrow has not signed yet."]
    );
}

#[test]
fn silence_at_home_is_not_agreement_but_two_real_attempts_let_it_start() {
    let monday = date(2026, 9, 28);
    let with = |made: &[(AskChannel, Date)]| {
        missing(&[
            (rowan(), signed("Rowan")),
            (farrow(), signed("A. Farrow")),
            (dana(), attempts(made)),
        ])
    };
    let call = (AskChannel::Phone, monday);
    assert_eq!(with(&[call]).len(), 1);
    assert_eq!(
        with(&[call, call]).len(),
        1,
        "the same call twice is one attempt"
    );
    assert!(with(&[call, (AskChannel::Text, monday)]).is_empty());
    assert!(with(&[call, (AskChannel::Phone, date(2026, 9, 29))]).is_empty());
}

#[test]
fn those_who_have_not_signed_stay_welcome_once_a_programme_may_start() {
    let plan = agreed();
    let answers = answered(
        &plan,
        &[
            (rowan(), signed("Rowan")),
            (dana(), signed("Dana")),
            (farrow(), signed("A. Farrow")),
            (wren(), signed("Tomasz")),
        ],
    );
    let SignOff::Ready { still_welcome } = sign_off(plan.hash(), Round::First, &people(), &answers)
    else {
        panic!("the plan may start");
    };
    assert_eq!(still_welcome, [petrie()]);
}

#[test]
fn a_programme_without_a_parent_or_coordinator_says_so() {
    let plan = agreed();
    let nobody = sign_off(plan.hash(), Round::First, &[], &[]);
    assert_eq!(
        nobody,
        SignOff::Waiting {
            missing: vec![Missing::NoPupil, Missing::NoParent, Missing::NoCoordinator]
        }
    );
    let again = sign_off(plan.hash(), Round::Again, &[], &[]);
    assert_eq!(
        again,
        SignOff::Ready {
            still_welcome: vec![]
        }
    );
}

#[test]
fn a_signature_holds_for_the_version_that_was_shown_and_no_other() {
    let first = agreed();
    let signer = people().remove(0);
    let shown = (first.plan().version, first.hash());
    let next = first
        .amend(plan_id(2), line("A smaller step."))
        .agree(date(2026, 10, 22))
        .unwrap();
    let late = Signature::take(&next, shown, signer.clone(), signed("Rowan"));
    assert_eq!(
        late.map_err(SignProblem::words),
        Err("The plan has changed since. Read version 2, then sign.".into())
    );
    let other_words = (next.plan().version, first.hash());
    assert_eq!(
        Signature::take(&next, other_words, signer, signed("Rowan")),
        Err(SignProblem::OtherWords)
    );
    let old = answered(&first, &[(rowan(), signed("Rowan"))]);
    assert!(matches!(
        sign_off(next.hash(), Round::First, &people(), &old),
        SignOff::Waiting { .. }
    ));
}

#[test]
fn nobody_witnesses_their_own_word() {
    let plan = agreed();
    let own = Answer::Signed {
        method: Method::Verbal { witness: rowan() },
        at: Timestamp::UNIX_EPOCH,
    };
    let shown = (plan.plan().version, plan.hash());
    assert_eq!(
        Signature::take(&plan, shown, people().remove(0), own),
        Err(SignProblem::OwnWitness)
    );
}

#[test]
fn only_those_whose_part_changed_are_asked_again() {
    let again = |change: fn(&mut Plan)| -> Vec<String> {
        let old = rowans_plan();
        let mut new = old.clone();
        change(&mut new);
        let people = signs_again(&old, &new, &people());
        people
            .iter()
            .map(|each| each.person.name.to_string())
            .collect()
    };
    assert_eq!(
        again(|plan| plan.commitments[2].text = line("teach “breathe”")),
        ["Tomasz Wren", "Amina Farrow"]
    );
    assert_eq!(
        again(|plan| plan.targets[0].statement = line("In my seat")),
        [
            "Rowan Tidewell",
            "Dana Tidewell",
            "Joel Petrie",
            "Amina Farrow"
        ]
    );
    assert_eq!(
        again(|plan| plan.rewards[0].text = line("Film")),
        ["Rowan Tidewell", "Dana Tidewell", "Amina Farrow"]
    );
    assert!(again(|plan| plan.targets[0] = plan.targets[0].step_up().unwrap()).is_empty());
}
