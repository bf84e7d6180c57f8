//! Moves refused once the plan runs, each with its reason.

use jiff::civil::date;

use super::{facts::*, samples::*};
use crate::{
    dates::Weeks,
    programme::*,
    review::{ReviewProblem as NotSettled, cast::rowans_review},
    text::Line,
};

fn at(name: StageName) -> Programme {
    with_stage(stage(name))
}

#[test]
fn a_plan_is_changed_one_version_at_a_time_and_never_behind_the_familys_back() {
    let second = second();
    let third = second.amend(second.plan().id, Line::new("Again").unwrap());
    let third = third.agree(TODAY).unwrap();
    let refused = at(StageName::Active).amend(amendment(&third, TODAY));
    let (in_force, found) = (1, 3);
    assert_eq!(
        refused,
        Err(AmendProblem::NotNextVersion { in_force, found })
    );
    let quiet = Amendment {
        family_told: None,
        ..amendment(&second, TODAY)
    };
    let refused = at(StageName::Active).amend(quiet);
    assert_eq!(refused, Err(AmendProblem::FamilyNotTold));
}

#[test]
fn a_review_opens_once_and_in_its_time() {
    let (opens, today) = (TODAY, date(2026, 11, 9));
    let early = at(StageName::Active).open_review(ReviewWindowOpen { opens, today });
    assert_eq!(early, Err(WindowProblem::TooEarly { opens }));
    let now = ReviewWindowOpen {
        opens,
        today: opens,
    };
    let open = at(StageName::Active).open_review(now).unwrap().programme;
    assert_eq!(open.open_review(now), Err(WindowProblem::AlreadyOpen));
    let all_held = with_stage(Stage::Active {
        run: Run {
            reviewed: Some(milestone(8, TODAY).week),
            ..run()
        },
        review: None,
        concern: None,
    });
    assert_eq!(all_held.open_review(now), Err(WindowProblem::NoneLeft));
}

#[test]
fn a_review_is_recorded_when_due_or_worried_and_when_everything_is_rated() {
    let (review, plan, second) = (rowans_review(), agreed(), second());
    let facts = review_held(&review, &plan, TODAY);
    let idle = at(StageName::Active).record_review(facts);
    assert_eq!(idle, Err(ReviewProblem::NotDue));
    let worried = || {
        let worry = words("Two bad weeks");
        let raised = at(StageName::Active).raise_concern(worry, TODAY);
        raised.unwrap().programme
    };
    let again = worried().raise_concern(words("Still"), TODAY);
    assert_eq!(again, Err(ConcernProblem::AlreadyRaised { since: TODAY }));
    let mut hasty = review.clone();
    hasty.targets.pop();
    let refused = worried().record_review(review_held(&hasty, &plan, TODAY));
    let left = NotSettled::TargetLeftOut { target: 3 };
    assert_eq!(refused, Err(ReviewProblem::NotSettled(vec![left])));
    let refused = worried().record_review(review_held(&review, &second, TODAY));
    let (in_force, found) = (1, 2);
    assert_eq!(
        refused,
        Err(ReviewProblem::OtherVersion { in_force, found })
    );
    assert!(worried().record_review(facts).is_ok());
    let settled = worried().settle_concern().unwrap();
    assert_eq!(settled.record_review(facts), Err(ReviewProblem::NotDue));
}

#[test]
fn a_pause_needs_the_head_and_a_day_to_go_on() {
    let alone = Pausing {
        head: None,
        ..pausing(PauseReason::Other, TODAY)
    };
    let refused = at(StageName::Active).pause(alone);
    assert_eq!(refused, Err(PausingProblem::HeadHasNotAgreed));
    let endless = Pausing {
        expected: TODAY,
        ..pausing(PauseReason::Other, TODAY)
    };
    let refused = at(StageName::Active).pause(endless);
    assert_eq!(
        refused,
        Err(PausingProblem::ExpectedPast { expected: TODAY })
    );
}

#[test]
fn the_final_review_comes_at_the_planned_end_unless_someone_says_why_not() {
    let ends = date(2027, 1, 8);
    let early = at(StageName::Active).reach_final(FinalReason::TimeUp, date(2027, 1, 7));
    assert_eq!(early, Err(FinalProblem::NotYet { ends }));
    assert!(
        at(StageName::Active)
            .reach_final(FinalReason::TimeUp, ends)
            .is_ok()
    );
}

#[test]
fn a_programme_is_made_longer_once_within_bounds_and_with_the_family_told() {
    let refuse = |change: fn(&mut Extension)| {
        let mut facts = extension(TODAY);
        change(&mut facts);
        at(StageName::FinalDue).extend(facts).unwrap_err()
    };
    let most = Weeks::new(4);
    let by = Weeks::new(5);
    let too_long = refuse(|facts| facts.by = Weeks::new(5));
    assert_eq!(too_long, ExtendProblem::Length { by, most });
    assert_eq!(too_long.words(), "Add between 1 week and 4 weeks");
    let by = Weeks::ZERO;
    assert_eq!(
        refuse(|f| f.by = Weeks::ZERO),
        ExtendProblem::Length { by, most }
    );
    assert_eq!(
        refuse(|f| f.family_told = None),
        ExtendProblem::FamilyNotTold
    );
    let ends = date(2027, 2, 5);
    assert_eq!(
        refuse(|f| f.today = date(2027, 2, 5)),
        ExtendProblem::EndPast { ends }
    );
    let longer = at(StageName::FinalDue)
        .extend(extension(TODAY))
        .unwrap()
        .programme;
    let over = longer
        .reach_final(FinalReason::TimeUp, ends)
        .unwrap()
        .programme;
    let by = Weeks::new(4);
    let twice = over.extend(extension(TODAY));
    assert_eq!(twice, Err(ExtendProblem::AlreadyExtended { by }));
}

#[test]
fn a_transfer_says_where_to_or_that_nobody_knows() {
    let nowhere = |reason| Departure {
        to: None,
        ..departure(reason, TODAY)
    };
    let reason = TransferReason::ManagedMove;
    let refused = at(StageName::Active).transfer(nowhere(reason));
    assert_eq!(refused, Err(TransferProblem::NoDestination(reason)));
    let unknown = nowhere(TransferReason::Unknown);
    assert!(at(StageName::Active).transfer(unknown).is_ok());
}

#[test]
fn an_escalation_ends_when_something_is_chosen_and_handed_over() {
    let hand = |handing| at(StageName::Escalation).hand_over(handing).map(|_| ());
    let mut facts = hand_over(TODAY);
    facts.handed_over = None;
    assert_eq!(hand(facts.clone()), Err(HandOverProblem::NotHandedOver));
    facts.options.clear();
    assert_eq!(hand(facts), Err(HandOverProblem::NothingChosen));
}

#[test]
fn a_correction_goes_back_only_with_the_head_and_without_a_second_open_programme() {
    let open: ProgrammeRef = "KB27-001".parse().unwrap();
    let correct = |to: Stage, change: fn(&mut Correction)| {
        let mut facts = correction(to, TODAY);
        change(&mut facts);
        at(StageName::ClosedWithdrawn)
            .correct(facts)
            .map(|moved| moved.line.to)
    };
    let alone = correct(active(), |facts| facts.head = None);
    assert_eq!(alone, Err(CorrectProblem::HeadHasNotAgreed));
    let second = correct(active(), |facts| facts.open = "KB27-001".parse().ok());
    assert_eq!(second, Err(CorrectProblem::AlreadyOpen { open }));
    let (from, to) = (StageName::ClosedWithdrawn, StageName::Archived);
    let onward = correct(stage(to), |_| {});
    assert_eq!(onward, Err(CorrectProblem::NotEarlier { from, to }));
    assert_eq!(correct(active(), |_| {}), Ok(StageName::Active));
}
