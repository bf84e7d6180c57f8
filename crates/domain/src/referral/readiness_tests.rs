//! What holds up accepting a referral.

use jiff::civil::date;

use super::*;
use crate::referral::samples::{TODAY, referral, rowan};

fn ready<'a>(referral: &'a Referral, pupil: &'a Pupil) -> Readiness<'a> {
    Readiness {
        referral,
        pupil,
        safeguarding: Some(SafeguardingCheck::Clear),
        told: Told::default(),
        waited: SchoolDays::new(0),
    }
}

#[test]
fn a_checked_referral_may_be_accepted() {
    let (referral, rowan) = (referral(), rowan());
    assert_eq!(ready(&referral, &rowan).missing(), []);
    let alongside = Readiness {
        safeguarding: Some(SafeguardingCheck::Alongside),
        ..ready(&referral, &rowan)
    };
    assert_eq!(alongside.missing(), []);
}

#[test]
fn the_safeguarding_lead_must_have_looked_and_not_have_another_route() {
    let (referral, rowan) = (referral(), rowan());
    for (safeguarding, missing) in [
        (None, Missing::Safeguarding),
        (
            Some(SafeguardingCheck::DoNotProceed),
            Missing::SafeguardingRoute,
        ),
    ] {
        let facts = Readiness {
            safeguarding,
            ..ready(&referral, &rowan)
        };
        assert_eq!(facts.missing(), [missing]);
    }
}

#[test]
fn a_family_that_does_not_know_holds_it_up_after_two_school_days() {
    let mut referral = referral();
    referral.family = Some(FamilyAware::NotYet);
    let rowan = rowan();
    for (days, missing) in [(2, &[][..]), (3, &[Missing::Family])] {
        let facts = Readiness {
            waited: SchoolDays::new(days),
            ..ready(&referral, &rowan)
        };
        assert_eq!(facts.missing(), missing);
    }
}

#[test]
fn the_council_is_told_of_a_looked_after_pupil_and_of_one_with_an_ehc_plan() {
    let referral = referral();
    let mut pupil = rowan();
    pupil.care = CareStatus::LookedAfter;
    pupil.sen = Some(SenStage::Plan);
    let facts = ready(&referral, &pupil);
    assert_eq!(
        facts.missing(),
        [Missing::VirtualSchool, Missing::SenCaseworker]
    );
    let told = Told {
        virtual_school: Some(TODAY),
        sen_caseworker: Some(date(2026, 9, 2)),
    };
    assert_eq!(Readiness { told, ..facts }.missing(), []);
}

#[test]
fn an_empty_referral_is_not_ready_in_any_way() {
    let (empty, rowan) = (Referral::default(), rowan());
    let facts = ready(&empty, &rowan);
    assert_eq!(
        facts.missing(),
        [Missing::Tried, Missing::Needs, Missing::EarlyHelp]
    );
}
