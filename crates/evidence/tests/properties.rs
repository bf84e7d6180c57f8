//! Properties that hold for any records.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use evidence::{Better, Confidence, KAPPA, Kappa, Nap, Phase, median_difference, suggest_rungs};
use proptest::prelude::*;

/// Ratings from 0 to 10 with many ties, as people give them.
fn phases() -> impl Strategy<Value = Phase> {
    prop::collection::vec((0_i32..=10).prop_map(f64::from), 1..40)
        .prop_map(|values| Phase::new(values).unwrap())
}

fn negated(phase: &Phase) -> Phase {
    Phase::new(phase.values().iter().map(|value| -value).collect()).unwrap()
}

proptest! {
    #[test]
    fn comparing_the_other_way_round_gives_the_rest(before in phases(), plan in phases()) {
        let forwards = Nap::compare(&before, &plan, Better::More).value();
        let backwards = Nap::compare(&plan, &before, Better::More).value();
        prop_assert!((forwards + backwards - 1.0).abs() < 1e-12);
    }

    #[test]
    fn fewer_is_better_is_more_is_better_turned_round(before in phases(), plan in phases()) {
        let fewer = Nap::compare(&before, &plan, Better::Fewer);
        let turned = Nap::compare(&negated(&before), &negated(&plan), Better::More);
        prop_assert_eq!(fewer, turned);
    }

    #[test]
    fn a_range_holds_its_estimate_and_stays_between_none_and_all(
        before in phases(), plan in phases(),
    ) {
        let nap = Nap::compare(&before, &plan, Better::More);
        for confidence in [Confidence::Ninety, Confidence::NinetyFive] {
            let range = nap.interval(confidence, KAPPA);
            prop_assert!(range.contains(nap.value()));
            prop_assert!(range.lower >= 0.0 && range.upper <= 1.0);
            prop_assert!(range.width() > 0.0);
        }
    }

    #[test]
    fn allowing_for_alike_days_or_asking_for_more_certainty_widens_a_range(
        before in phases(), plan in phases(),
    ) {
        let nap = Nap::compare(&before, &plan, Better::More);
        let plain = nap.interval(Confidence::Ninety, Kappa::NONE).width();
        prop_assert!(nap.interval(Confidence::Ninety, KAPPA).width() > plain);
        prop_assert!(nap.interval(Confidence::NinetyFive, Kappa::NONE).width() > plain);
    }

    #[test]
    fn twice_the_days_narrow_a_range(before in phases(), plan in phases()) {
        let twice = |phase: &Phase| Phase::new(phase.values().repeat(2)).unwrap();
        let once = Nap::compare(&before, &plan, Better::More);
        let doubled = Nap::compare(&twice(&before), &twice(&plan), Better::More);
        prop_assert!((once.value() - doubled.value()).abs() < 1e-12);
        let width = |nap: Nap| nap.interval(Confidence::Ninety, KAPPA).width();
        prop_assert!(width(doubled) < width(once));
    }

    #[test]
    fn raising_every_plan_day_raises_the_typical_difference_by_as_much(
        before in phases(), plan in phases(), by in -5_i32..=5,
    ) {
        let by = f64::from(by);
        let raised = Phase::new(plan.values().iter().map(|value| value + by).collect()).unwrap();
        let (was, is) = (median_difference(&before, &plan), median_difference(&before, &raised));
        prop_assert!((is - was - by).abs() < 1e-9);
    }

    #[test]
    fn rungs_climb_to_the_goal_and_none_passes_it(
        before in phases(), goal in (0_i32..=10).prop_map(f64::from),
    ) {
        for better in [Better::More, Better::Fewer] {
            let ladder = suggest_rungs(&before, goal, 1.0, better).unwrap();
            let rungs = ladder.rungs();
            prop_assert!((1..=5).contains(&rungs.len()));
            prop_assert_eq!(rungs.last(), Some(&goal));
            let climbs = |pair: &[f64]| match better {
                Better::More => pair[0] < pair[1],
                Better::Fewer => pair[0] > pair[1],
            };
            prop_assert!(rungs.windows(2).all(climbs), "{rungs:?}");
        }
    }
}
