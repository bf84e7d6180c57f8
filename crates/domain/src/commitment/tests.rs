//! Promises, rewards and consequences as people write them.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::target::cast::{owner, petrie};

fn promise(change: impl FnOnce(&mut CommitmentDraft)) -> Result<Commitment, Vec<String>> {
    let target = TargetId::new(Uuid::from_u128(1));
    let mut draft = CommitmentDraft {
        owner: petrie().person.to_string(),
        text: "Will check Rowan’s bag with him at 8:30am.".into(),
        how_often: "every day".into(),
        targets: vec![target.to_string()],
        ..CommitmentDraft::default()
    };
    change(&mut draft);
    let people = [
        (petrie(), Party::School),
        (owner(9, "Dana Tidewell"), Party::Family),
    ];
    draft
        .parse(
            CommitmentId::new(Uuid::from_u128(5)),
            &PromiseFrame {
                people: &people,
                targets: &[target],
                starts_on: date(2026, 9, 28),
                ends_on: date(2027, 1, 8),
            },
        )
        .map_err(|problems| problems.iter().map(CommitmentProblem::words).collect())
}

fn consequence(text: &str) -> Result<Consequence, Vec<String>> {
    let draft = ConsequenceDraft {
        text: text.into(),
        puts_right: "Rowan and his teacher plan the next lesson together.".into(),
        decided_by: Some(petrie()),
        ..ConsequenceDraft::default()
    };
    draft.parse().map_err(|problems| {
        problems
            .iter()
            .map(|problem| problem.words("Rowan"))
            .collect()
    })
}

#[test]
fn a_promise_has_one_owner_whose_side_it_takes_and_the_plans_own_dates() {
    let promise = promise(|_| ()).unwrap();
    assert_eq!(promise.party, Party::School);
    assert_eq!(
        promise.sentence(),
        "Joel Petrie will check Rowan’s bag with him at 8:30am."
    );
    assert_eq!(
        (promise.starts_on, promise.ends_on),
        (date(2026, 9, 28), date(2027, 1, 8))
    );
}

#[test]
fn a_promise_carried_out_by_many_still_has_one_owner() {
    let promise = promise(|draft| draft.carried_out_by = "All 7 teachers".into()).unwrap();
    assert_eq!(promise.who(), "All 7 teachers");
    assert_eq!(promise.owner, petrie());
}

#[test]
fn a_blank_promise_says_everything_that_is_missing() {
    assert_eq!(
        promise(|draft| *draft = CommitmentDraft::default()),
        Err(vec![
            "Choose who makes this promise.".into(),
            "Say what they will do.".into(),
            "Say how often, such as every day.".into(),
        ])
    );
}

#[test]
fn a_promise_does_not_outlast_the_plan() {
    assert_eq!(
        promise(|draft| draft.ends_on = "2027-02-01".into()),
        Err(vec![
            "It must end by 8 January 2027, when the plan ends.".into()
        ])
    );
    assert_eq!(
        promise(|draft| draft.starts_on = "soon".into()),
        Err(vec!["Enter a date, such as 16 November 2026.".into()])
    );
}

#[test]
fn partly_kept_counts_as_half_and_a_share_is_never_rounded_up() {
    let tally: Tally = [Delivery::Done, Delivery::Partly, Delivery::NotDone]
        .into_iter()
        .map(Tally::from)
        .sum();
    assert_eq!(tally.words(), "1 and a half of 3");
    assert_eq!(tally.share(), Some(Share(50)));
    assert_eq!(Tally::times(69, 99).share(), Some(Share(69)));
    assert_eq!(Tally::times(7, 6).words(), "6 of 6");
    assert_eq!(Tally::default().share(), None);
}

#[test]
fn a_reward_needs_to_say_who_chose_it() {
    let draft = RewardDraft {
        text: "Picking the Friday film with Dad".into(),
        ..RewardDraft::default()
    };
    assert_eq!(draft.parse(), Err(RewardProblem::NoChooser));
    let chosen = RewardDraft {
        chosen_by: "pupil".into(),
        giver: "family".into(),
        ..draft
    };
    let reward = chosen.parse().unwrap();
    assert_eq!(reward.trigger, RewardTrigger::Step);
    assert_eq!(reward.cost, Cost::Nothing);
    let daily = RewardDraft {
        day_share: "80%".into(),
        ..chosen
    };
    assert_eq!(
        daily.parse().unwrap().trigger.words(),
        "for a day at 80% or more"
    );
}

#[test]
fn a_consequence_may_not_name_exclusion_however_it_is_spelt() {
    for text in [
        "Permanent exclusion",
        "He will be EXCLUDED",
        "off to the PRU",
        "a place at the P.R.U.",
        "Pupil-Referral Unit",
        "suspended for a day",
        "perm-ex’d",
        "Sent home early",
    ] {
        let refused = consequence(text).unwrap_err();
        assert!(refused[0].starts_with("A plan can’t use “"), "{text}");
        assert!(refused[0].ends_with("Choose something small, fair and soon."));
    }
    assert!(consequence("Inclusive lunch club is missed; prune the garden").is_ok());
}

#[test]
fn a_consequence_takes_back_nothing_that_was_earned() {
    assert_eq!(
        consequence("He will lose points from this week"),
        Err(vec![
            "Take out “lose points”. What Rowan has earned stays earned.".into()
        ])
    );
}

#[test]
fn a_consequence_helps_to_put_things_right_and_somebody_decides_it() {
    let bare = ConsequenceDraft {
        text: "Five minutes at break".into(),
        ..ConsequenceDraft::default()
    };
    assert_eq!(
        bare.parse(),
        Err(vec![
            ConsequenceProblem::PutsNothingRight,
            ConsequenceProblem::NobodyDecides
        ])
    );
    let made = consequence("Five minutes with Ms Lund at break").unwrap();
    assert_eq!(made.trigger.as_str(), "not trying");
    assert_eq!(made.ruled_out(), None);
}
