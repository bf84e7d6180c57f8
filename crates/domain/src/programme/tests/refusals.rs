use jiff::civil::date;

use super::{facts::*, samples::*};
use crate::{
    programme::*,
    referral::{Missing, Referral, samples as referrals},
    text::Prose,
};

fn at(name: StageName) -> Programme {
    with_stage(stage(name))
}

#[test]
fn a_referral_is_begun_for_a_pupil_on_roll_without_an_open_programme() {
    let mut rowan = referrals::rowan();
    let open = ProgrammeRef::new("KB".parse().unwrap(), 2026, 9).unwrap();
    let second = NewReferral {
        open: Some(open.clone()),
        ..new_referral(&rowan, TODAY)
    };
    let refused = Programme::begin(second).unwrap_err();
    assert_eq!(refused, BeginProblem::AlreadyOpen { open });
    assert_eq!(
        refused.words(),
        "This pupil has a programme already: KB26-009"
    );
    rowan.left_on = Some(date(2026, 11, 9));
    let gone = Programme::begin(new_referral(&rowan, TODAY));
    assert_eq!(gone, Err(BeginProblem::NotOnRoll));
}

#[test]
fn an_unfinished_referral_is_not_handed_in() {
    let refused = at(StageName::Draft).submit(&Referral::default(), TODAY);
    let Err(SubmitProblem::Incomplete(missing)) = refused else {
        panic!("handed in an empty referral");
    };
    assert_eq!(missing.len(), 12);
}

#[test]
fn a_referral_is_not_accepted_before_the_safeguarding_lead_has_looked() {
    let (referral, rowan) = (referrals::referral(), referrals::rowan());
    let mut facts = ready(&referral, &rowan);
    facts.readiness.safeguarding = None;
    let refused = at(StageName::Referred).accept(facts);
    let missing = vec![Missing::Safeguarding];
    assert_eq!(refused, Err(AcceptProblem::NotReady(missing)));
}

#[test]
fn a_first_meeting_needs_a_family_that_was_reached_and_a_fair_time() {
    let refuse = |booking| {
        at(StageName::Gathering)
            .book_first_meeting(booking)
            .unwrap_err()
    };
    let good = booking(TODAY, TODAY);
    let unreached = Booking {
        family_reached: None,
        ..good.clone()
    };
    assert_eq!(refuse(unreached), BookProblem::FamilyNotReached);
    let evening = |why| Booking {
        hours: MeetingHours::Outside(why),
        ..good.clone()
    };
    assert_eq!(refuse(evening(None)), BookProblem::NoReasonForHours);
    let why = Prose::new("Both parents work until six").unwrap();
    assert!(
        at(StageName::Gathering)
            .book_first_meeting(evening(Some(why)))
            .is_ok()
    );
    let on = date(2026, 11, 9);
    assert_eq!(refuse(booking(on, TODAY)), BookProblem::Past { on });
}

#[test]
fn a_first_meeting_is_recorded_with_people_targets_dates_and_monitoring() {
    let good = first_meeting(TODAY);
    let no_reviews = RunDates {
        reviews: Vec::new(),
        ..dates()
    };
    let early = RunDates {
        starts: date(2026, 9, 24),
        ..dates()
    };
    let mut facts = vec![good; 6];
    facts[0].today = date(2026, 9, 24);
    facts[1].came = 0;
    facts[2].targets = 0;
    facts[3].dates = early;
    facts[4].dates = no_reviews;
    facts[5].monitoring = None;
    let refused = facts.into_iter().map(|held| {
        let programme = at(StageName::MeetingSet);
        programme.record_first_meeting(held).unwrap_err()
    });
    let on = date(2026, 9, 25);
    assert!(refused.eq([
        AgreeProblem::NotYet { on },
        AgreeProblem::NobodyCame,
        AgreeProblem::NoTarget,
        AgreeProblem::Dates,
        AgreeProblem::NoReview,
        AgreeProblem::NoMonitoring,
    ]));
}

#[test]
fn a_plan_without_the_coordinators_signature_does_not_begin() {
    let signed = SignOff {
        coordinator: None,
        ..signed(TODAY)
    };
    let refused = at(StageName::Agreed).start(signed, TODAY);
    let out = vec![Unsigned::Coordinator];
    assert_eq!(refused, Err(StartProblem::Unsigned(out)));
}
