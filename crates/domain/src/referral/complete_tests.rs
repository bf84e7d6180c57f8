//! What a referral needs before it can be handed in.

use jiff::civil::date;

use super::*;
use crate::referral::{
    Screened, TriggerNoted,
    samples::{TODAY, referral},
};
use crate::text::Prose;

#[test]
fn a_finished_referral_can_be_handed_in() {
    assert_eq!(referral().problems(TODAY), []);
}

#[test]
fn an_empty_referral_names_everything_it_needs_in_the_order_of_the_form() {
    let problems = Referral::default().problems(TODAY);
    let fields: Vec<ReferralField> = problems.iter().map(|p| p.field()).collect();
    assert_eq!(fields.len(), 12);
    assert!(fields.is_sorted());
}

#[test]
fn every_trigger_needs_something_that_shows_it() {
    let mut referral = referral();
    referral.triggers.push(TriggerNoted {
        trigger: Trigger::ParentAsks,
        evidence: None,
    });
    let problems = referral.problems(TODAY);
    assert_eq!(problems, [ReferralProblem::NoEvidence(Trigger::ParentAsks)]);
    assert_eq!(problems[0].words(), "Say what shows “A parent has asked”");
}

#[test]
fn strengths_are_a_sentence_and_not_a_word() {
    let mut referral = referral();
    referral.strengths = Some(Prose::new("nineteen characters").unwrap());
    assert_eq!(
        referral.problems(TODAY),
        [ReferralProblem::ShortStrengths { has: 19 }]
    );
    referral.strengths = Some(Prose::new("twenty characters!!!").unwrap());
    assert_eq!(referral.problems(TODAY), []);
}

#[test]
fn concerns_are_one_to_three() {
    let mut referral = referral();
    let one = referral.concerns[0].clone();
    referral.concerns = vec![one; 4];
    assert_eq!(
        referral.problems(TODAY),
        [ReferralProblem::TooManyConcerns { has: 4 }]
    );
    referral.concerns.truncate(3);
    assert_eq!(referral.problems(TODAY), []);
}

#[test]
fn dates_cannot_be_to_come_or_run_backwards() {
    let mut referral = referral();
    referral.on = Some(date(2026, 9, 4));
    referral.family = Some(FamilyAware::InPerson {
        on: date(2026, 9, 4),
    });
    referral.tried[0].until = Some(date(2026, 4, 30));
    assert_eq!(
        referral.problems(TODAY),
        [
            ReferralProblem::DateToCome,
            ReferralProblem::TriedBackwards { row: 1 },
            ReferralProblem::FamilyToCome,
        ]
    );
}

#[test]
fn a_screen_that_is_not_needed_has_no_date() {
    let mut referral = referral();
    for (screen, problems) in [
        (Screen::NotNeeded, &[][..]),
        (Screen::Planned, &[ReferralProblem::NoSenScreenDate]),
    ] {
        referral.sen_screen = Some(Screened { screen, on: None });
        assert_eq!(referral.problems(TODAY), problems);
    }
}
