//! When a tick is taken, and what a day of ticks amounts to.

use jiff::civil::date;

use super::*;
use crate::{
    clock::Clock,
    dates::worked_example::calendar,
    indicators::{DayRecord, SlotCount, StepDay},
    plan::cast::rowans_plan,
    target::{
        Level, Measure, Scale, Target, TargetStatus, Ticker,
        cast::{brook, owner, petrie},
    },
    timers::RatingHours,
};

const TUESDAY: Date = date(2026, 11, 10);
const LESSONS: [Period; 7] = [
    Period::Registration,
    Period::P1,
    Period::P2,
    Period::Break,
    Period::P3,
    Period::P4,
    Period::P5,
];

fn seen(tick: Tick, at: Timestamp) -> Seen {
    Seen {
        tick,
        by: owner(7, "Miss Abara"),
        at,
        note: None,
    }
}

fn give(change: impl FnOnce(&mut Target), of: Date, at: &str) -> Result<Rating, RateProblem> {
    let calendar = calendar();
    let rules = RatingRules {
        hours: RatingHours::default(),
        calendar: &calendar,
    };
    let mut target = rowans_plan().targets.remove(0);
    change(&mut target);
    let of = PeriodOf {
        on: of,
        period: Period::P3,
    };
    rules.give(
        &target,
        of,
        Presence::Present,
        seen(Tick::Yes, at.parse().unwrap()),
    )
}

#[test]
fn a_lesson_can_be_ticked_until_ten_on_the_next_school_day() {
    let at = |at: &str| give(|_| (), TUESDAY, at).map(|_| ());
    assert_eq!(at("2026-11-09T12:00:00Z"), Err(RateProblem::NotYet));
    assert_eq!(at("2026-11-10T11:48:00Z"), Ok(()));
    assert_eq!(at("2026-11-11T09:59:59Z"), Ok(()));
    assert_eq!(at("2026-11-11T10:00:00Z"), Err(RateProblem::Closed));
    let friday_on_monday = give(|_| (), date(2026, 11, 13), "2026-11-16T09:00:00Z");
    assert!(friday_on_monday.is_ok());
}

#[test]
fn nothing_is_ticked_on_a_closed_day_or_for_an_ended_target() {
    assert_eq!(
        give(|_| (), date(2026, 10, 27), "2026-10-27T12:00:00Z"),
        Err(RateProblem::NoSchool)
    );
    assert_eq!(
        give(
            |target| target.status = TargetStatus::Met,
            TUESDAY,
            "2026-11-10T12:00:00Z"
        ),
        Err(RateProblem::TargetClosed(TargetStatus::Met))
    );
}

#[test]
fn a_target_with_one_adult_is_ticked_by_that_adult() {
    let noon = "2026-11-10T12:00:00Z";
    let abara = owner(7, "Miss Abara");
    assert!(
        give(
            |target| target.ticker = Ticker::OneAdult(abara),
            TUESDAY,
            noon
        )
        .is_ok()
    );
    assert_eq!(
        give(
            |target| target.ticker = Ticker::OneAdult(petrie()),
            TUESDAY,
            noon
        ),
        Err(RateProblem::AnotherAdult)
    );
    assert!(
        give(
            |target| target.ticker = Ticker::PupilCheckedBy(brook()),
            TUESDAY,
            noon
        )
        .is_ok()
    );
}

#[test]
fn a_pupil_who_is_away_is_not_ticked_and_a_tick_can_be_taken_back_in_time() {
    let calendar = calendar();
    let rules = RatingRules {
        hours: RatingHours::default(),
        calendar: &calendar,
    };
    let target = rowans_plan().targets.remove(0);
    let of = PeriodOf {
        on: TUESDAY,
        period: Period::P1,
    };
    let now = Clock::fixed_on(TUESDAY).now();
    assert_eq!(
        rules.give(&target, of, Presence::Suspended, seen(Tick::NotYet, now)),
        Err(RateProblem::PupilAway(Presence::Suspended))
    );
    let given = rules
        .give(&target, of, Presence::Present, seen(Tick::Yes, now))
        .unwrap();
    assert_eq!(rules.take_back(&given, now), Ok(()));
    let late = Clock::fixed_on(date(2026, 11, 12)).now();
    assert_eq!(rules.take_back(&given, late), Err(RateProblem::Closed));
}

#[test]
fn each_teacher_ticks_lessons_and_one_adult_ticks_the_day() {
    use Period::{P1, P2, P3, P4, P5, WholeDay};
    assert_eq!(
        planned(TickedBy::EachTeacher, &LESSONS),
        [P1, P2, P3, P4, P5]
    );
    assert_eq!(planned(TickedBy::OneAdult, &LESSONS), [WholeDay]);
}

#[test]
fn gaps_and_absence_are_neither_nought_nor_failure() {
    let planned = planned(TickedBy::EachTeacher, &LESSONS);
    let presence = |period| match period {
        Period::P5 => Presence::Absent,
        _ => Presence::Present,
    };
    let ticked = |period| match period {
        Period::P1 | Period::P5 => Some(Tick::Yes),
        Period::P2 => Some(Tick::Nearly),
        Period::P3 => Some(Tick::DidntSee),
        _ => None,
    };
    let slots = slots(&planned, presence, ticked);
    assert_eq!(
        slots,
        [
            Slot::Rated(Points::MET),
            Slot::Rated(Points::NEARLY),
            Slot::DidNotApply,
            Slot::NotRated,
            Slot::PupilAway
        ]
    );
    assert_eq!(SlotCount::of(slots.clone()).success().to_string(), "3 of 4");
    assert!(matches!(DayRecord::of(slots), DayRecord::Recorded { .. }));
}

#[test]
fn a_day_reaches_a_step_by_its_share_of_the_lessons_ticked() {
    let lessons = Scale::usual(Measure::OpportunityPct);
    let day = |ticks: &[Tick]| Done::of(ticks.iter().copied(), Measure::OpportunityPct);
    let (yes, nearly, unseen) = (Tick::Yes, Tick::Nearly, Tick::DidntSee);
    let four_of_five = Level::whole(4);
    assert_eq!(
        day(&[yes, yes, yes, yes, nearly]).against(four_of_five, lessons),
        Some(StepDay::Met)
    );
    assert_eq!(
        day(&[yes, yes, yes, nearly, nearly]).against(four_of_five, lessons),
        Some(StepDay::NotMet)
    );
    assert_eq!(
        day(&[yes, yes, yes, yes, unseen]).against(four_of_five, lessons),
        Some(StepDay::Met)
    );
    assert_eq!(day(&[unseen]).against(four_of_five, lessons), None);

    let points = Scale::usual(Measure::PointsPct);
    let card = Done::of([yes, nearly, yes, yes], Measure::PointsPct);
    assert_eq!((card.done(), card.chances()), (7, 8));
    assert_eq!(card.against(Level::whole(80), points), Some(StepDay::Met));
    assert_eq!(
        card.against(Level::whole(90), points),
        Some(StepDay::NotMet)
    );
}
