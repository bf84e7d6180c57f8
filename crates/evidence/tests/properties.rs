//! Properties that hold for any records.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use evidence::{
    Better, Confidence, Count, DaysMet, Inflation, KAPPA, Kappa, Nap, Phase, RateChange, Share,
    already_improving_p, goal_share, kendall_s, median_difference, more_often_met, shuffle,
    sorted_apart, suggest_rungs, theil_sen,
};
use proptest::prelude::*;

/// Ratings from 0 to 10 with many ties, as people give them.
fn phases() -> impl Strategy<Value = Phase> {
    prop::collection::vec((0_i32..=10).prop_map(f64::from), 1..40)
        .prop_map(|values| Phase::new(values).unwrap())
}

fn mapped(phase: &Phase, change: impl Fn(f64) -> f64) -> Phase {
    Phase::new(phase.values().iter().map(|value| change(*value)).collect()).unwrap()
}

fn negated(phase: &Phase) -> Phase {
    mapped(phase, |value| -value)
}

fn counts() -> impl Strategy<Value = Count> {
    (0_i32..60, 1_i32..60)
        .prop_map(|(events, days)| Count::new(f64::from(events), f64::from(days)).unwrap())
}

fn days_met() -> impl Strategy<Value = DaysMet> {
    (0_u32..60, 0_u32..60).prop_map(|(met, not)| DaysMet::new(met, met + not).unwrap())
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
        let share = |b: &Phase, p: &Phase, better| shuffle(b, p, better).unwrap();
        let fewer = share(&before, &plan, Better::Fewer);
        let turned = share(&negated(&before), &negated(&plan), Better::More);
        prop_assert_eq!(fewer, turned);
        prop_assert!(fewer.at_least > 0.0 && fewer.at_least <= 1.0);
    }

    #[test]
    fn relabelling_days_of_a_phase_changes_no_comparison(before in phases(), plan in phases()) {
        let backwards = |phase: &Phase| {
            Phase::new(phase.values().iter().rev().copied().collect()).unwrap()
        };
        let nap = |b: &Phase, p: &Phase| Nap::compare(b, p, Better::More);
        prop_assert_eq!(nap(&before, &plan), nap(&backwards(&before), &backwards(&plan)));
        let s = kendall_s(before.values(), Better::More);
        prop_assert_eq!(s, -kendall_s(backwards(&before).values(), Better::More));
    }

    #[test]
    fn another_unit_changes_no_share_and_only_the_unit_of_a_difference(
        before in phases(), plan in phases(), unit in 1_i32..20, from in -20_i32..20,
    ) {
        let (unit, from) = (f64::from(unit), f64::from(from));
        let change = |phase: &Phase| mapped(phase, |value| value * unit + from);
        let (b, p) = (change(&before), change(&plan));
        let nap = |b: &Phase, p: &Phase| Nap::compare(b, p, Better::More);
        prop_assert_eq!(nap(&before, &plan), nap(&b, &p));
        let (was, is) = (median_difference(&before, &plan), median_difference(&b, &p));
        prop_assert!((is - unit * was).abs() < 1e-9);
        let share = |b: &Phase, p: &Phase| sorted_apart(b, p, Better::More);
        prop_assert!((share(&before, &plan) - share(&b, &p)).abs() < 1e-12);
        let gone = |b: &Phase, p: &Phase, goal| goal_share(b, p, goal).map(|share| share.percent);
        if let Some(was) = gone(&before, &plan, 12.0) {
            let is = gone(&b, &p, 12.0 * unit + from).unwrap();
            prop_assert!((is - was).abs() < 1e-6 * (1.0 + was.abs()));
        }
    }

    #[test]
    fn a_better_plan_day_never_lowers_the_share_and_never_its_range(
        before in phases(), plan in phases(), place in 0_usize..40, by in 0_i32..4,
    ) {
        let mut values = plan.values().to_vec();
        let place = place % values.len();
        values[place] += f64::from(by);
        let raised = Phase::new(values).unwrap();
        let nap = |plan: &Phase| Nap::compare(&before, plan, Better::More);
        let range = |plan: &Phase| nap(plan).interval(Confidence::Ninety, KAPPA);
        prop_assert!(nap(&raised).value() >= nap(&plan).value());
        prop_assert!(range(&raised).lower >= range(&plan).lower - 1e-12);
        prop_assert!(range(&raised).upper >= range(&plan).upper - 1e-12);
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
        let raised = mapped(&plan, |value| value + by);
        let (was, is) = (median_difference(&before, &plan), median_difference(&before, &raised));
        prop_assert!((is - was - by).abs() < 1e-9);
    }

    #[test]
    fn a_line_through_days_moves_with_them(days in phases(), slope in -5_i32..5) {
        prop_assume!(days.days() > 1);
        let points = |tilt: f64| -> Vec<(f64, f64)> {
            let times = (1..).map(f64::from);
            times.zip(days.values()).map(|(t, value)| (t, value + tilt * t)).collect()
        };
        let tilt = f64::from(slope);
        let (flat, tilted) = (theil_sen(&points(0.0)).unwrap(), theil_sen(&points(tilt)).unwrap());
        prop_assert!((tilted.slope - flat.slope - tilt).abs() < 1e-9);
    }

    #[test]
    fn the_chances_of_a_rise_and_of_a_fall_leave_out_only_the_record_itself(days in phases()) {
        let rising = already_improving_p(&days, Better::More);
        let falling = already_improving_p(&days, Better::Fewer);
        prop_assert!(rising > 0.0 && rising <= 1.0);
        prop_assert!(rising + falling >= 1.0 - 1e-9);
    }

    #[test]
    fn a_rate_fell_or_rose_and_the_unit_of_exposure_does_not_matter(
        before in counts(), plan in counts(), unit in 1_i32..100,
    ) {
        let inflation = Inflation::chosen(1.5).unwrap();
        let change = RateChange::compare(before, plan, inflation);
        prop_assert!((change.fell() + change.rose() - 1.0).abs() < 1e-11);
        let unit = f64::from(unit);
        let scaled = |count: Count| Count::new(count.events(), count.exposure() * unit).unwrap();
        let same = RateChange::compare(scaled(before), scaled(plan), inflation);
        prop_assert!((change.fell() - same.fell()).abs() < 1e-11);
        prop_assert!((change.ratio() / same.ratio() - 1.0).abs() < 1e-9);
        let range = change.interval(Confidence::Ninety);
        prop_assert!(range.contains(change.ratio()));
        let other_way = RateChange::compare(plan, before, inflation);
        prop_assert!((change.ratio() * other_way.ratio() - 1.0).abs() < 1e-8);
        prop_assert!((change.fell() - other_way.rose()).abs() < 1e-11);
    }

    #[test]
    fn more_events_in_the_plan_make_a_fall_less_likely(before in counts(), plan in counts()) {
        let inflation = Inflation::chosen(2.0).unwrap();
        let more = Count::new(plan.events() + 1.0, plan.exposure()).unwrap();
        let fell = |plan| RateChange::compare(before, plan, inflation).fell();
        prop_assert!(fell(more) <= fell(plan) + 1e-12);
    }

    #[test]
    fn days_met_are_more_often_met_or_less(before in days_met(), plan in days_met()) {
        let (more, less) = (more_often_met(before, plan), more_often_met(plan, before));
        prop_assert!((more + less - 1.0).abs() < 1e-10);
        let range = plan.interval(Confidence::Ninety);
        prop_assert!(range.contains(plan.share()));
        prop_assert!(range.lower >= 0.0 && range.upper <= 1.0);
    }

    #[test]
    fn the_range_of_a_share_holds_it_and_narrows_with_more_pupils(
        some in 0_u32..50, others in 0_u32..50,
    ) {
        prop_assume!(some + others > 0);
        let range = |times: u32| {
            let share = Share::new(some * times, (some + others) * times).unwrap();
            prop_assert!(share.interval(Confidence::NinetyFive).contains(share.value()));
            Ok(share.interval(Confidence::NinetyFive).width())
        };
        prop_assert!(range(2)? < range(1)?);
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
