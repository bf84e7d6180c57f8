//! The same numbers a second time, slowly and in the most obvious way: by
//! counting every pair, every shuffle and every order, and by adding up thin
//! slices under a curve. Ten thousand random series have to agree.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod obvious_way;

use evidence::{
    Better, Confidence, Count, DaysMet, Inflation, KAPPA, Kappa, Nap, NapErrors, Phase, RateChange,
    already_improving_p, corrected_tau, day_to_day, kendall_s, median, median_difference,
    more_often_met, shuffle, sorted_apart, theil_sen,
};
use obvious_way::{Draw, counting, curves};

const SERIES: u32 = 10_000;

fn same(found: f64, expected: f64, within: f64, what: &str) {
    assert!(
        (found - expected).abs() <= within,
        "{what}: {found} is not {expected}"
    );
}

fn phase(values: &[f64]) -> Phase {
    Phase::new(values.to_vec()).unwrap()
}

/// Random phases of one to `most` days on a scale with many ties, or few.
fn phases(draw: &mut Draw, most: u32) -> (Vec<f64>, Vec<f64>, Better) {
    let size = [2, 5, 11, 1000][draw.below(4) as usize];
    let days = |draw: &mut Draw| {
        let count = 1 + draw.below(most);
        (0..count)
            .map(|_| f64::from(draw.below(size)) / 4.0)
            .collect()
    };
    let better = if draw.below(2) == 0 {
        Better::More
    } else {
        Better::Fewer
    };
    (days(draw), days(draw), better)
}

#[test]
fn pairs_lines_and_ranges_agree_on_ten_thousand_series() {
    let mut draw = Draw::from(20_261_110);
    for _ in 0..SERIES {
        let (a, b, better) = phases(&mut draw, 25);
        let up = better == Better::More;
        let (before, plan) = (phase(&a), phase(&b));
        let nap = Nap::compare(&before, &plan, better);
        let share = counting::share_of_better_pairs(&a, &b, up);
        same(nap.value(), share, 1e-12, "share of better pairs");
        for (confidence, z, kappa) in [
            (Confidence::Ninety, 1.644_853_626_951_472_2, KAPPA),
            (Confidence::NinetyFive, 1.959_963_984_540_054, Kappa::NONE),
        ] {
            let range = nap.interval(confidence, kappa);
            let days =
                |days: &[f64]| f64::from(u32::try_from(days.len()).unwrap()) / kappa.number();
            let expected = counting::range_of_pairs(share, (days(&a), days(&b)), z);
            same(range.lower, expected.0, 1e-9, "lower end");
            same(range.upper, expected.1, 1e-9, "upper end");
        }
        let errors = NapErrors::of(&before, &plan, better);
        same(
            errors.hanley,
            counting::hanley_error(&a, &b, up),
            1e-12,
            "error",
        );
        same(median(&a).unwrap(), counting::middle(&a), 1e-12, "middle");
        let shift = counting::middle_of_differences(&a, &b);
        same(
            median_difference(&before, &plan),
            shift,
            1e-12,
            "difference",
        );
        assert_eq!(
            kendall_s(&a, better),
            counting::later_better_less_worse(&a, up)
        );
        let kept = counting::most_days_kept_apart(&a, &b, up);
        same(
            sorted_apart(&before, &plan, better),
            kept,
            1e-12,
            "kept apart",
        );
        if a.len() > 1 {
            let points: Vec<(f64, f64)> = (1..).map(f64::from).zip(a.iter().copied()).collect();
            let (slope, start) = counting::line(&points);
            let line = theil_sen(&points).unwrap();
            same(line.slope, slope, 1e-12, "slope");
            same(line.intercept, start, 1e-12, "intercept");
            let left = counting::share_with_line_out(&a, &b, (slope, start), up);
            let tau = corrected_tau(&before, &plan, better).unwrap();
            same(tau, 2.0 * left - 1.0, 1e-12, "corrected tau");
        }
        match (day_to_day(&before), counting::day_to_day(&a)) {
            (Some(found), Some(expected)) => same(found, expected, 1e-12, "day to day"),
            (found, expected) => assert_eq!(found.is_some(), expected.is_some()),
        }
    }
}

#[test]
fn shuffles_and_orders_counted_one_by_one_agree_on_ten_thousand_series() {
    let mut draw = Draw::from(7);
    for _ in 0..SERIES {
        let (a, b, better) = phases(&mut draw, 5);
        let up = better == Better::More;
        let (before, plan) = (phase(&a), phase(&b));
        let shuffled = shuffle(&before, &plan, better).unwrap();
        let (one, two) = counting::shuffles_at_least(&a, &b, up);
        same(shuffled.at_least, one, 1e-12, "shuffles at least as good");
        same(shuffled.as_far, two, 1e-12, "shuffles as far");
        let orders = counting::orders_at_least(&a, up);
        same(
            already_improving_p(&before, better),
            orders,
            1e-12,
            "orders",
        );
    }
}

#[test]
fn chances_under_curves_agree_on_ten_thousand_series() {
    let mut draw = Draw::from(11);
    for _ in 0..SERIES {
        let count = |draw: &mut Draw| (f64::from(draw.below(40)), f64::from(1 + draw.below(40)));
        let (before, plan) = (count(&mut draw), count(&mut draw));
        let phi = 1.0 + f64::from(draw.below(30)) / 10.0;
        let of = |(events, exposure)| Count::new(events, exposure).unwrap();
        let change = RateChange::compare(of(before), of(plan), Inflation::chosen(phi).unwrap());
        let fell = curves::rate_fell(before, plan, phi);
        same(change.fell(), fell, 1e-7, "rate fell");
        let middle = curves::chance_ratio_below(before, plan, phi, change.ratio());
        same(
            middle,
            0.5,
            1e-7,
            "half of the ratios lie below their middle",
        );
        let days = |draw: &mut Draw| {
            let all = draw.below(30);
            (draw.below(all + 1), all)
        };
        let (before, plan) = (days(&mut draw), days(&mut draw));
        let met = |(met, all): (u32, u32)| DaysMet::new(met, all).unwrap();
        let chance = curves::more_often(before, plan);
        same(
            more_often_met(met(before), met(plan)),
            chance,
            1e-9,
            "more often met",
        );
    }
}
