//! Proposing an outcome, confirming it, and what follows.

use jiff::civil::{Date, date};

use super::{
    cast::{delivered, proposal},
    *,
};
use crate::{
    commitment::{HowOften, Owner},
    dates::worked_example::calendar,
    meeting::{Said, ViewOf},
    plan::cast::{farrow, line, rowans_plan},
    programme::{Judgement, NextOption},
    review::cast::prose,
    target::cast::{owner, petrie},
    timers::Timers,
};

fn calloway() -> Owner {
    owner(8, "Ruth Calloway")
}

fn problems(change: impl FnOnce(&mut Proposal)) -> Vec<String> {
    let mut proposal = proposal();
    change(&mut proposal);
    let problems = proposal.problems(&rowans_plan());
    problems
        .iter()
        .map(|problem| problem.words("Callum"))
        .collect()
}

fn unsuccessful(about_support: Option<&str>) -> Verdict {
    Verdict::Unsuccessful {
        considered: vec![Considered {
            option: NextOption::Outreach,
            choice: Choice::LookInto,
            why: line("Two of six visits happened."),
        }],
        about_support: about_support.map(prose),
    }
}

fn confirmation(by: Owner) -> Confirmation {
    Confirmation {
        by,
        on: date(2026, 11, 12),
        risk: RiskNow::Lower,
        why: prose("No suspensions since September."),
        holds_both_roles: None,
        council_first: None,
    }
}

fn proposed(change: impl FnOnce(&mut Proposal)) -> Proposed {
    let mut proposal = proposal();
    change(&mut proposal);
    proposal.propose(&rowans_plan()).unwrap()
}

#[test]
fn a_coordinator_proposes_and_a_head_confirms() {
    let outcome = proposed(|_| ()).confirm(confirmation(calloway())).unwrap();
    assert_eq!(outcome.judgement(), Judgement::Successful);
    assert_eq!(outcome.confirmation().risk, RiskNow::Lower);
}

#[test]
fn nobody_confirms_their_own_proposal_without_saying_why() {
    let alone = proposed(|_| ()).confirm(confirmation(farrow()));
    assert_eq!(alone, Err(ConfirmProblem::SamePerson));
    let both = Confirmation {
        holds_both_roles: Some(line("A village school of forty.")),
        ..confirmation(farrow())
    };
    assert!(proposed(|_| ()).confirm(both).is_ok());
}

#[test]
fn success_rests_on_every_target_the_figures_and_what_people_say() {
    assert_eq!(
        problems(|proposal| drop(proposal.evaluation.targets.remove(1))),
        ["Target 2: say how it ended, and what shows it."]
    );
    assert_eq!(
        problems(|proposal| proposal.evaluation.figures.clear()),
        ["Add what the record shows from start to end."]
    );
    assert_eq!(
        problems(|proposal| proposal
            .evaluation
            .says
            .retain(|view| view.of == ViewOf::Home)),
        ["Write what Callum says, or choose why there are no words."]
    );
    assert_eq!(
        problems(|proposal| drop(proposal.evaluation.promises.remove(0))),
        ["Joel Petrie: say whether the promise was kept."]
    );
}

#[test]
fn something_carries_on_after_success_and_something_is_considered_otherwise() {
    let nothing_carries_on = problems(|proposal| {
        proposal.verdict = Verdict::Successful {
            credit: prose("Staying when it was hard."),
            carries_on: vec![],
        };
    });
    assert_eq!(
        nothing_carries_on,
        ["Say what carries on, who does it, and until when."]
    );
    let nothing_considered = problems(|proposal| {
        proposal.verdict = Verdict::Unsuccessful {
            considered: vec![],
            about_support: None,
        };
    });
    assert_eq!(
        nothing_considered,
        ["Say what else could help, and what you decided."]
    );
}

#[test]
fn support_that_was_not_delivered_is_spoken_of_before_a_plan_is_judged_unsuccessful() {
    assert_eq!(
        banner(&delivered(69, 100)),
        Some("Support was not fully delivered")
    );
    assert_eq!(banner(&delivered(70, 100)), None);
    assert_eq!(
        banner(&delivered(0, 0)),
        Some("No adult promised any support")
    );
    let short = |about| {
        problems(move |proposal| {
            proposal.evaluation.delivered = delivered(2, 6);
            proposal.verdict = unsuccessful(about);
        })
    };
    assert_eq!(
        short(None),
        [
            "Support was not fully delivered. Say what that means before you choose “not successful”."
        ]
    );
    assert!(short(Some("Outreach was off sick; it is too soon to say.")).is_empty());
}

#[test]
fn the_council_is_asked_before_any_decision_about_exclusion() {
    let not_enough = || proposed(|proposal| proposal.verdict = unsuccessful(None));
    assert_eq!(
        not_enough().confirm(confirmation(calloway())),
        Err(ConfirmProblem::CouncilFirst)
    );
    let noted = Confirmation {
        council_first: Some(date(2026, 11, 12)),
        ..confirmation(calloway())
    };
    let outcome = not_enough().confirm(noted).unwrap();
    assert_eq!(outcome.judgement(), Judgement::Unsuccessful);
}

#[test]
fn two_views_are_kept_and_one_alone_is_not_a_disagreement() {
    let view = |by: Owner| Said {
        by,
        words: prose("It was too soon."),
    };
    assert_eq!(
        problems(|proposal| proposal.views = vec![view(calloway())]),
        ["Write down both views. Both are kept."]
    );
    assert!(
        problems(|proposal| proposal.views = vec![view(calloway()), view(petrie())]).is_empty()
    );
}

#[test]
fn the_words_a_pupil_reads_describe_the_plan_and_not_the_pupil() {
    assert_eq!(
        problems(|proposal| proposal.reason = prose("Callum failed two targets.")),
        ["Take out “failed”. Describe the plan, not Callum."]
    );
}

#[test]
fn a_proposal_the_head_sends_back_can_be_changed() {
    let returned = proposed(|_| ()).send_back();
    assert_eq!(returned, proposal());
    let early = Confirmation {
        on: date(2026, 11, 11),
        ..confirmation(calloway())
    };
    assert_eq!(
        proposed(|_| ()).confirm(early),
        Err(ConfirmProblem::TooEarly)
    );
}

fn aftercare() -> Aftercare {
    let closed_on = date(2027, 1, 8);
    let checks = Aftercare::check_dates(closed_on, &Timers::default(), &calendar()).unwrap();
    Aftercare {
        closed_on,
        checks,
        how_often: HowOften::Weekly,
        adult: petrie(),
        keeps: vec![line("The seat by the door"), line("The card")],
        early_signs: vec![line("Late on Mondays")],
        if_they_appear: line("Mr Petrie meets him the same day."),
    }
}

#[test]
fn aftercare_is_looked_at_after_three_and_six_school_weeks() {
    let aftercare = aftercare();
    let (third, sixth): (Date, Date) = (date(2027, 1, 29), date(2027, 2, 26));
    assert_eq!(aftercare.checks, [third, sixth]);
    assert_eq!(aftercare.ends_on(), sixth);
    assert_eq!(aftercare.next_check(&[], date(2027, 1, 11)), Some(third));
    let first = AftercareCheck {
        on: third,
        pupil: None,
        home: None,
        note: None,
    };
    assert_eq!(
        aftercare.next_check(std::slice::from_ref(&first), third),
        Some(sixth)
    );
    assert_eq!(aftercare.next_check(&[first.clone(), first], sixth), None);
}

#[test]
fn aftercare_keeps_two_or_three_things_and_says_what_to_look_out_for() {
    assert_eq!(aftercare().problems(), []);
    let bare = Aftercare {
        keeps: vec![],
        early_signs: vec![],
        ..aftercare()
    };
    assert_eq!(
        bare.problems(),
        [AftercareProblem::Keeps(0), AftercareProblem::NoEarlySigns]
    );
}
