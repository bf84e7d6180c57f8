//! Moves refused before the plan runs, each with its reason.

use jiff::civil::date;
use uuid::Uuid;

use super::{facts::*, samples::*};
use crate::{
    id::MeetingId,
    meeting::{Booking, Meeting, MeetingKind},
    programme::*,
    referral::{Missing, Referral, samples as referrals},
    signature::{self, SignOff},
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
fn only_a_first_meeting_is_booked_while_gathering() {
    let review = Booking {
        kind: MeetingKind::Final,
        ..booking(TODAY)
    };
    let refused = at(StageName::Gathering).book_first_meeting(meeting(), &review, TODAY);
    assert_eq!(refused, Err(BookProblem::NotFirstMeeting));
}

#[test]
fn a_first_meeting_is_recorded_once_held_with_the_plans_own_dates_and_a_review() {
    let (met, plan) = (held(), agreed());
    let on = date(2026, 9, 25);
    let to_come = Meeting::Booked {
        id: meeting(),
        booking: booking(on),
    };
    let other = Meeting::Booked {
        id: MeetingId::new(Uuid::from_u128(21)),
        booking: booking(on),
    };
    let refuse = |change: &dyn Fn(&mut FirstMeeting<'_>)| {
        let mut facts = first_meeting(&met, &plan, TODAY);
        change(&mut facts);
        let programme = at(StageName::MeetingSet);
        programme.record_first_meeting(facts).unwrap_err()
    };
    let early = refuse(&|facts| facts.today = date(2026, 9, 24));
    assert_eq!(early, AgreeProblem::NotYet { on });
    let unreviewed = refuse(&|facts| facts.dates.reviews.clear());
    assert_eq!(unreviewed, AgreeProblem::NoReview);
    let moved = refuse(&|facts| facts.dates.starts = date(2026, 9, 29));
    assert_eq!(moved, AgreeProblem::Dates);
    let record = |meeting| {
        let facts = first_meeting(meeting, &plan, TODAY);
        at(StageName::MeetingSet).record_first_meeting(facts)
    };
    assert_eq!(record(&to_come), Err(AgreeProblem::NotHeld));
    let found = other.id();
    assert_eq!(record(&other), Err(AgreeProblem::OtherMeeting { found }));
}

#[test]
fn a_plan_without_a_signature_from_the_pupil_does_not_begin() {
    let missing = vec![signature::Missing::NoPupil];
    let waiting = SignOff::Waiting {
        missing: missing.clone(),
    };
    let refused = at(StageName::Agreed).start(waiting, TODAY);
    assert_eq!(refused, Err(StartProblem::Unsigned(missing)));
}
