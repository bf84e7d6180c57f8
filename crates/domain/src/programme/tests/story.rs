//! One programme from concern to success, and its turns.

use jiff::civil::date;

use super::{facts::*, samples::*};
use crate::{
    dates::WeekNumber,
    document::DocumentKind,
    plan::cast::dana,
    programme::*,
    referral::samples as referrals,
    review::cast::rowans_review,
    signature::{Signer, SigningPart},
    timers::Timer,
};

/// Rowan's programme up to the first day of the plan.
fn started() -> Programme {
    let (referral, rowan) = (referrals::referral(), referrals::rowan());
    let first = date(2026, 9, 3);
    let new = new_referral(&rowan, first);
    let programme = Programme::begin(new).unwrap().programme;
    let programme = programme.submit(&referral, first).unwrap().programme;
    let accepted = programme.accept(ready(&referral, &rowan)).unwrap();
    let day = date(2026, 9, 25);
    let booked = accepted
        .programme
        .book_first_meeting(meeting(), &booking(day), date(2026, 9, 18));
    let (met, plan) = (held(), agreed());
    let facts = first_meeting(&met, &plan, day);
    let agreed = booked.unwrap().programme.record_first_meeting(facts);
    let day = date(2026, 9, 28);
    agreed
        .unwrap()
        .programme
        .start(signed(), day)
        .unwrap()
        .programme
}

#[test]
fn rowans_programme_goes_from_concern_to_success() {
    let programme = started();
    assert_eq!(programme.team.map(|team| team.coordinator), Some(staff(2)));
    let worried = programme.raise_concern(words("Leaves science again"), date(2026, 10, 15));
    let opens = date(2026, 10, 16);
    let window = ReviewWindowOpen {
        opens,
        today: opens,
    };
    let reviewing = worried.unwrap().programme.open_review(window).unwrap();
    let held = reviewing.programme.record_review(review_held(
        &rowans_review(),
        &agreed(),
        date(2026, 10, 23),
    ));
    let programme = held.unwrap().programme;
    let Stage::Active {
        run,
        review: None,
        concern: None,
    } = &programme.stage
    else {
        panic!("the review settles the concern: {:?}", programme.stage);
    };
    assert_eq!(run.reviewed, WeekNumber::new(4));
    assert_eq!(
        run.next_review().map(|next| next.due.on),
        Some(date(2026, 11, 27))
    );
    let end = date(2027, 1, 8);
    let over = programme
        .reach_final(FinalReason::TimeUp, end)
        .unwrap()
        .programme;
    let judgement = Judgement::Successful;
    let judged = over
        .propose_judgement(&proposed(judgement), staff(2))
        .unwrap();
    let closed = judged.confirm_judgement(&outcome(judgement, end)).unwrap();
    assert!(closed.effects.contains(&Effect::ThenAftercare));
    let day = date(2027, 1, 11);
    let after = closed.programme.begin_aftercare(aftercare(), day).unwrap();
    let check = Effect::on(Task::AftercareCheck, date(2027, 1, 29));
    assert!(after.effects.contains(&check));
    let note = words("Rowan is settled, and knows who to go to");
    let archived = after
        .programme
        .end_aftercare(note, date(2027, 2, 26))
        .unwrap();
    assert_eq!(archived.programme.stage.name(), StageName::Archived);
    assert_eq!(
        archived.programme.stage.run().map(|run| run.version),
        Some(1)
    );
}

#[test]
fn accepting_asks_for_nine_documents_and_a_call_home_for_a_pupil_with_sen_support() {
    let (referral, rowan) = (referrals::referral(), referrals::rowan());
    let programme = with_stage(stage(StageName::Referred));
    let moved = programme.accept(ready(&referral, &rowan)).unwrap();
    let asked = moved.effects.iter().filter_map(|effect| match effect {
        Effect::Ask { document, .. } => Some(*document),
        _ => None,
    });
    let asked: Vec<DocumentKind> = asked.collect();
    assert_eq!(asked.len(), 9);
    assert!(asked.contains(&DocumentKind::PupilSecondary));
    let call = Effect::by(Task::ContactFamily, Timer::FirstContactHome, TODAY);
    assert!(moved.effects.contains(&call));
}

#[test]
fn a_pause_stops_the_clock_and_keeps_what_was_running() {
    let programme = started();
    let paused = programme
        .pause(pausing(PauseReason::Illness, date(2026, 11, 3)))
        .unwrap();
    assert!(paused.effects.contains(&Effect::ClockStops));
    let back = date(2026, 11, 17);
    let pauses = paused.programme.pauses_if_resumed(back).unwrap();
    assert!(pauses.covers(date(2026, 11, 16)) && !pauses.covers(back));
    let resumed = paused.programme.resume(longer(), back).unwrap();
    let run = resumed.programme.stage.run().cloned().unwrap();
    assert_eq!((run.dates, run.pauses), (longer(), pauses));
}

#[test]
fn a_permanent_exclusion_pauses_the_programme_and_only_then_may_end_it() {
    let day = date(2026, 11, 3);
    let left = departure(TransferReason::Exclusion, day);
    let refused = started().transfer(left.clone());
    assert_eq!(refused, Err(TransferProblem::ExclusionNotPaused));
    let paused = started()
        .pause(pausing(PauseReason::Exclusion, day))
        .unwrap()
        .programme;
    let stopped = paused.clone().withdraw(withdrawal(day));
    assert_eq!(stopped, Err(WithdrawProblem::ExclusionBeingDecided));
    let gone = paused.clone().transfer(left).unwrap().programme;
    assert_eq!(gone.stage.name(), StageName::ClosedTransferred);
    let back = paused.resume(dates(), date(2026, 11, 9)).unwrap().programme;
    assert_eq!(back.stage.name(), StageName::Active);
}

#[test]
fn leaving_for_home_education_alerts_the_head_and_the_safeguarding_lead() {
    for from in OPEN {
        let programme = with_stage(stage(*from));
        let moved = programme.transfer(departure(TransferReason::HomeEducation, TODAY));
        let effects = moved.unwrap().effects;
        assert!(effects.contains(&Effect::OffRollingAlert), "{from:?}");
        assert!(effects.contains(&Effect::Tell(Tell::Head)), "{from:?}");
        assert!(
            effects.contains(&Effect::Tell(Tell::SafeguardingLead)),
            "{from:?}"
        );
    }
    let other = with_stage(active()).transfer(departure(TransferReason::HouseMove, TODAY));
    assert!(!other.unwrap().effects.contains(&Effect::OffRollingAlert));
}

#[test]
fn a_change_that_touches_what_people_signed_is_signed_again() {
    let plan = second();
    let seat = started().amend(amendment(&plan, TODAY)).unwrap();
    assert!(!seat.effects.contains(&Effect::SignAgain));
    assert_eq!(seat.line.words, Some(words("A quieter seat works better")));
    let target = Amendment {
        signs_again: vec![Signer {
            person: dana(),
            part: SigningPart::Parent,
        }],
        ..amendment(&plan, TODAY)
    };
    let moved = started().amend(target).unwrap();
    assert!(moved.effects.contains(&Effect::SignAgain));
    assert_eq!(moved.programme.stage.run().map(|run| run.version), Some(2));
}

#[test]
fn a_second_referral_refers_to_the_first_which_stays_in_aftercare() {
    let first = with_stage(stage(StageName::Aftercare));
    let rowan = referrals::rowan();
    let again = first.refer_again(new_referral(&rowan, TODAY)).unwrap();
    assert_eq!(again.programme.after, Some(first.id));
    assert_eq!(again.effects, [Effect::CarryDocuments { from: first.id }]);
    assert_eq!(first.stage.name(), StageName::Aftercare);
}

#[test]
fn a_judgement_waits_for_the_head_and_may_be_sent_back() {
    let due = with_stage(stage(StageName::FinalDue));
    let judgement = Judgement::Unsuccessful;
    let waiting = due
        .propose_judgement(&proposed(judgement), staff(2))
        .unwrap();
    assert_eq!(waiting.stage.name(), StageName::FinalDue);
    let day = date(2026, 11, 13);
    let confirmed = outcome(judgement, day);
    let returned = waiting.clone().return_judgement().unwrap();
    let nothing = returned.confirm_judgement(&confirmed);
    assert_eq!(nothing, Err(ConfirmProblem::NothingProposed));
    let other = waiting
        .clone()
        .confirm_judgement(&outcome(Judgement::Successful, day));
    let proposed = judgement;
    assert_eq!(other, Err(ConfirmProblem::OtherJudgement { proposed }));
    let closed = waiting.confirm_judgement(&confirmed).unwrap();
    assert_eq!(closed.line.number, 17);
    assert!(closed.effects.contains(&Effect::ThenEscalation));
}

#[test]
fn new_term_dates_move_a_running_plan_without_moving_its_stage() {
    let moved = started().redated(longer()).unwrap();
    assert_eq!(moved.stage.name(), StageName::Active);
    assert_eq!(
        moved.stage.run().map(|run| run.dates.clone()),
        Some(longer())
    );
    assert!(with_stage(Stage::Draft).redated(longer()).is_err());
}
