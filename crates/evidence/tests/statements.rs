//! What may be said: the rules that the expected files do not reach, and the
//! words.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use evidence::{
    BaselineKind, Better, Comparison, Coverage, Finding, Likelihood, PhaseDays, Recording, Route,
    Sentence, Statement, Sufficiency, Unrecorded, banned, banned_in, judge, sentences,
};
use proptest::prelude::*;

fn days(first: i32, values: &[f64]) -> PhaseDays {
    let numbered: Vec<(i32, f64)> = (first..).zip(values.iter().copied()).collect();
    PhaseDays::numbered(&numbered).unwrap()
}

fn compared(before: PhaseDays, plan: PhaseDays) -> Comparison {
    Comparison {
        before,
        plan,
        better: Better::More,
        route: Route::Scores,
        baseline: BaselineKind::BeforeTheSpell,
        recording: Recording::Same,
    }
}

/// Low and uneven before, high in the plan.
fn better() -> Comparison {
    let before = [3.0, 5.0, 4.0, 2.0, 4.0].repeat(2);
    let plan = [7.0, 8.0, 6.0, 9.0, 7.0].repeat(4);
    compared(days(1, &before), days(11, &plan))
}

fn words(finding: &Finding) -> String {
    sentences(finding, "points").join(" ")
}

#[test]
fn clearly_better_days_are_likely_better_with_numbers_first_and_no_cause() {
    let finding = judge(&better());
    assert_eq!(finding.statement, Statement::LikelyBetter);
    assert_eq!(
        words(&finding),
        "Recorded days are likely better than before the plan: in 100 of every 100 before/plan pairs of days the plan day was better (could be 84 to 100). Typical difference: 4 points. This compares records before and during the plan. It cannot show why they differ."
    );
}

#[test]
fn clearly_worse_days_are_said_in_the_same_words_turned_round() {
    let worse = Comparison {
        better: Better::Fewer,
        ..better()
    };
    let finding = judge(&worse);
    assert_eq!(finding.statement, Statement::LikelyWorse);
    assert!(words(&finding).starts_with("Recorded days are likely worse than before the plan: in 100 of every 100 before/plan pairs of days the plan day was worse (could be 84 to 100). Typical difference: 4 points."));
}

#[test]
fn days_already_improving_the_spell_and_another_way_of_recording_take_it_back() {
    let rising: Vec<f64> = (0..10).map(|day| f64::from(day) / 5.0).collect();
    let drifting = Comparison {
        before: days(1, &rising),
        ..better()
    };
    assert_eq!(
        judge(&drifting).statement,
        Statement::BetterButAlreadyImproving
    );
    let spell = Comparison {
        baseline: BaselineKind::SpellOnly,
        ..better()
    };
    assert_eq!(judge(&spell).statement, Statement::BetterThanCrisisPeriod);
    let drifting_spell = Comparison {
        baseline: BaselineKind::SpellOnly,
        ..drifting.clone()
    };
    assert_eq!(
        judge(&drifting_spell).statement,
        Statement::BetterThanCrisisPeriod
    );
    let changed = Comparison {
        recording: Recording::Changed,
        ..drifting
    };
    assert_eq!(judge(&changed).statement, Statement::NotComparable);
    assert_eq!(judge(&changed).plain, Statement::LikelyBetter);
}

#[test]
fn a_watched_baseline_adds_that_low_points_pass() {
    let watched = Comparison {
        baseline: BaselineKind::Watched,
        ..better()
    };
    assert!(words(&judge(&watched)).ends_with("some improvement after a low point is normal."));
}

#[test]
fn nothing_recorded_is_said_with_the_counts() {
    let none = PhaseDays::numbered(&[]).unwrap();
    let finding = judge(&compared(none, days(1, &[4.0; 7])));
    assert_eq!(finding.statement, Statement::TooLittleRecorded);
    assert!(finding.estimate.is_none());
    assert!(
        words(&finding).contains("(0 before, 7 in the plan; we need 5 of each for a first look)")
    );
}

#[test]
fn plan_days_without_a_record_that_could_turn_it_are_said() {
    // Good days on three days a week, nothing on the other two.
    let values = [(0, 7.0), (1, 6.0), (3, 7.0)];
    let weeks = (0..6).flat_map(|week| values.map(|(day, value)| (11 + 5 * week + day, value)));
    let thin = PhaseDays::numbered(&weeks.collect::<Vec<_>>()).unwrap();
    let before = days(1, &[3.0, 7.0, 4.0, 6.0, 6.0, 2.0, 6.0, 5.0, 6.0, 6.0]);
    let finding = judge(&compared(before, thin));
    assert_eq!(finding.evenness, Coverage::Uneven);
    assert_eq!(finding.sufficiency, Sufficiency::Early);
    assert!(words(&finding).contains("so this is only a first look."));
}

#[test]
fn filling_in_the_days_without_a_record_is_tried_before_likely_better_is_said() {
    // Four days a week for four weeks, each better than three in four before.
    let week = |week: i32| (0..4).map(move |day| (11 + 5 * week + day, 7.0));
    let thin = PhaseDays::numbered(&(0..4).flat_map(week).collect::<Vec<_>>()).unwrap();
    let before = days(1, &[1.0, 9.0, 2.0, 8.0, 3.0, 7.0, 4.0, 6.0, 5.0, 5.0]);
    let finding = judge(&compared(before.clone(), thin));
    assert_eq!(finding.statement, Statement::LikelyBetter);
    assert_eq!(finding.unrecorded, Unrecorded::Matters(3));
    assert!(words(&finding).ends_with("On 3 plan days nothing was recorded; if those days were like the days before the plan, the picture would be less clear."));
    let whole = judge(&compared(before, days(11, &[7.0; 20])));
    assert_eq!(whole.unrecorded, Unrecorded::Harmless);
}

#[test]
fn fewer_incidents_are_said_by_the_week_with_a_range() {
    let before = days(1, &[3.0, 2.0, 4.0, 3.0, 3.0].repeat(4));
    let plan = days(21, &[1.0, 0.0, 1.0, 2.0, 0.0].repeat(8));
    let counts = Comparison {
        better: Better::Fewer,
        route: Route::Counts,
        ..compared(before, plan)
    };
    let finding = judge(&counts);
    assert_eq!(finding.statement, Statement::LikelyBetter);
    assert!(words(&finding).starts_with("Incidents were likely fewer: 15 a week before, 4 a week in the plan (about 73% fewer; could be "), "{}", words(&finding));
    let turned = Comparison {
        before: counts.plan.clone(),
        plan: counts.before.clone(),
        ..counts
    };
    let finding = judge(&turned);
    assert_eq!(finding.statement, Statement::LikelyWorse);
    assert!(
        words(&finding).starts_with(
            "Incidents were likely more: 4 a week before, 15 a week in the plan (about "
        )
    );
}

#[test]
fn yes_no_days_ask_for_more_certainty_and_speak_of_days() {
    let before = days(1, &[0.0, 1.0, 0.0, 0.0, 0.0].repeat(3));
    let plan = days(16, &[1.0, 1.0, 0.0, 1.0, 1.0].repeat(5));
    let yes_no = Comparison {
        route: Route::YesNo,
        ..compared(before, plan)
    };
    let finding = judge(&yes_no);
    assert_eq!(finding.statement, Statement::LikelyBetter);
    assert!(words(&finding).starts_with("Recorded days are likely better than before the plan: yes on 3 of 15 days before, and on 20 of 25 days in the plan"));
}

#[test]
fn no_sentence_claims_more_than_a_record_can_show() {
    for sentence in Sentence::ALL {
        assert_eq!(
            banned_in(sentence.template()),
            Vec::<&str>::new(),
            "{sentence:?}"
        );
    }
    for likelihood in Likelihood::ALL {
        assert_eq!(banned_in(likelihood.words()), Vec::<&str>::new());
    }
    for word in banned() {
        assert!(
            banned_in(word).contains(&word),
            "the list finds its own words"
        );
    }
}

/// From the most careful to the strongest.
fn strength(statement: Statement) -> u8 {
    match statement {
        Statement::NotComparable | Statement::TooLittleRecorded => 0,
        Statement::EarlyUnclear | Statement::CannotTell | Statement::NoClearChange => 1,
        Statement::EarlyBetter
        | Statement::EarlyWorse
        | Statement::BetterButAlreadyImproving
        | Statement::BetterThanCrisisPeriod => 2,
        Statement::LikelyBetter | Statement::LikelyWorse => 3,
    }
}

proptest! {
    #[test]
    fn no_placeholder_is_ever_left_and_no_word_of_the_list_used(
        before in prop::collection::vec(0_i32..11, 0..25),
        plan in prop::collection::vec(0_i32..11, 0..40),
        route in prop::sample::select(vec![Route::Scores, Route::Counts, Route::YesNo]),
        better in prop::sample::select(vec![Better::More, Better::Fewer]),
    ) {
        let numbers = |values: &[i32]| values.iter().map(|value| match route {
            Route::YesNo => f64::from(value % 2),
            _ => f64::from(*value),
        }).collect::<Vec<f64>>();
        let asked = Comparison {
            route,
            better,
            ..compared(days(1, &numbers(&before)), days(40, &numbers(&plan)))
        };
        let finding = judge(&asked);
        let said = words(&finding);
        prop_assert!(!said.contains(['{', '}']), "{said}");
        prop_assert!(!said.contains("NaN") && !said.contains("inf"), "{said}");
        prop_assert!(banned_in(&said).is_empty(), "{said}");
    }

    #[test]
    fn fewer_days_never_turn_a_first_look_into_more(
        before in prop::collection::vec(0_i32..11, 10..25),
        plan in prop::collection::vec(0_i32..11, 15..40),
        left in 5_usize..10,
    ) {
        let numbers = |values: &[i32]| values.iter().copied().map(f64::from).collect::<Vec<f64>>();
        let (before, plan) = (numbers(&before), numbers(&plan));
        let early = compared(days(1, &before[..left]), days(40, &plan[..left]));
        let found = judge(&early);
        prop_assert_eq!(found.sufficiency, Sufficiency::Early);
        prop_assert!(strength(found.statement) <= 2);
        let none = compared(days(1, &before[..4]), days(40, &plan));
        prop_assert_eq!(judge(&none).statement, Statement::TooLittleRecorded);
    }
}
