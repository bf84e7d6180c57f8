//! Our numbers against numbers computed elsewhere.

mod support;

use evidence::{
    Better, Confidence, Interval, KAPPA, Kappa, Nap, Phase, RungDay, SchoolWeek, StepPrompt, Tick,
    median, median_difference, median_distance, step_prompt, suggest_rungs, weekly_nap,
};
use support::{Row, Series, assert_close, rows, series};

const ESTIMATE: f64 = 1e-9;

fn nap(series: &Series) -> Nap {
    Nap::compare(&series.before(), &series.plan(), series.better)
}

fn statistic(series: &Series, name: &str) -> Option<f64> {
    let ninety_five = || nap(series).interval(Confidence::NinetyFive, Kappa::NONE);
    let ninety = |kappa| nap(series).interval(Confidence::Ninety, kappa);
    Some(match name {
        "n_a" => f64::from(nap(series).before_days()),
        "n_b" => f64::from(nap(series).plan_days()),
        "median_a" => series.before().median(),
        "median_b" => series.plan().median(),
        "nap" => nap(series).value(),
        "tau_ab" => nap(series).tau(),
        "nap_lo95" => ninety_five().lower,
        "nap_hi95" => ninety_five().upper,
        "nap_lo90" => ninety(Kappa::NONE).lower,
        "nap_hi90" => ninety(Kappa::NONE).upper,
        "nap_lo90_k15" => ninety(KAPPA).lower,
        "nap_hi90_k15" => ninety(KAPPA).upper,
        "hl_shift" => median_difference(&series.before(), &series.plan()),
        _ => return None,
    })
}

#[test]
fn every_statistic_of_every_series_agrees() {
    let all = series();
    let expected = rows(include_str!("oracles/expected_effect_sizes.csv"));
    for row in &expected {
        let (id, name) = (row.text("series_id"), row.text("statistic"));
        let series = all.iter().find(|series| series.id == id).unwrap();
        let found = statistic(series, name).unwrap_or_else(|| panic!("no statistic {name}"));
        assert_close(
            found,
            row.number("value").unwrap(),
            ESTIMATE,
            &format!("{id} {name}"),
        );
    }
    assert_eq!(expected.len(), 13 * 13, "13 statistics of 13 series");
}

#[test]
fn weekly_comparisons_agree() {
    let all = series();
    let mut compared = 0;
    for row in rows(include_str!("oracles/expected_statement.csv")) {
        let id = row.text("series_id");
        let series = all.iter().find(|series| series.id == id).unwrap();
        let found = weekly_nap(&series.weeks('A'), &series.weeks('B'), series.better);
        if let Some(expected) = row.number("weekly_nap") {
            assert_close(found.unwrap().value(), expected, ESTIMATE, id);
            compared += 1;
        } else {
            assert!(found.is_none(), "{id}: too few weeks to compare");
        }
    }
    assert_eq!(compared, 9);
}

#[test]
fn ranges_behind_statements_agree() {
    let all = series();
    let of_pairs = |row: &Row| row.text("route") == "nap";
    let expected = rows(include_str!("oracles/expected_statement.csv"));
    for row in expected.iter().filter(|row| of_pairs(row)) {
        let id = row.text("series_id");
        let series = all.iter().find(|series| series.id == id).unwrap();
        let Interval { lower, upper } = nap(series).interval(Confidence::Ninety, KAPPA);
        assert_close(
            nap(series).value(),
            row.number("estimate").unwrap(),
            ESTIMATE,
            id,
        );
        assert_close(lower, row.number("lo90").unwrap(), ESTIMATE, id);
        assert_close(upper, row.number("hi90").unwrap(), ESTIMATE, id);
    }
}

#[test]
fn suggested_rungs_agree() {
    for row in rows(include_str!("oracles/expected_ladder.csv")) {
        let id = row.text("case_id");
        let before = Phase::new(row.list("baseline_values")).unwrap();
        let (goal, grid) = (row.number("goal").unwrap(), row.number("grid").unwrap());
        let better = support::better(row.text("improvement"));
        let ladder = suggest_rungs(&before, goal, grid, better).unwrap();
        assert_eq!(ladder.rungs(), row.list("rungs"), "{id}");
        let wobble = median_distance(before.last(10)).unwrap();
        assert_close(wobble, row.number("madn").unwrap(), ESTIMATE, id);
    }
}

#[test]
fn step_prompts_agree() {
    for row in rows(include_str!("oracles/expected_step_prompt.csv")) {
        let sequence = row.text("met_sequence_oldest_first");
        let days: Vec<RungDay> = (0..)
            .zip(sequence.chars())
            .map(|(day, met)| RungDay {
                week: SchoolWeek(day / 5),
                tick: if met == '1' { Tick::Met } else { Tick::NotMet },
            })
            .collect();
        let (name, recent) = match step_prompt(&days) {
            StepPrompt::OfferStepUp(recent) => ("offer_advance", recent),
            StepPrompt::OfferStepBack(recent) => ("offer_step_back", recent),
            StepPrompt::Hold(recent) => ("hold", recent),
            StepPrompt::TooSoon(recent) => ("hold_too_few", recent),
        };
        let id = row.text("case_id");
        assert_eq!(name, row.text("prompt"), "{id}");
        assert_eq!(recent.days.to_string(), row.text("days_used"), "{id}");
        assert_eq!(recent.met.to_string(), row.text("days_met"), "{id}");
    }
}

#[test]
fn the_worked_example_of_parker_vannest_and_davis_2011_agrees() {
    let before = Phase::new(vec![20.0, 20.0, 26.0, 25.0, 22.0, 23.0]).unwrap();
    let plan = Phase::new(vec![28.0, 25.0, 24.0, 27.0, 30.0, 30.0, 29.0]).unwrap();
    let nap = Nap::compare(&before, &plan, Better::More);
    assert_close(nap.value(), 38.5 / 42.0, 1e-15, "estimate");
    let plain = nap.interval(Confidence::NinetyFive, Kappa::NONE);
    assert_close(plain.lower, 0.5973, 5e-5, "lower, 95%");
    assert_close(plain.upper, 0.9860, 5e-5, "upper, 95%");
    let told = nap.interval(Confidence::Ninety, KAPPA);
    assert_close(told.lower, 0.580, 5e-4, "lower, as told to people");
    assert_close(told.upper, 0.987, 5e-4, "upper, as told to people");
}

#[test]
fn five_better_days_after_five_others_are_not_certainty() {
    let before = Phase::new(vec![1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
    let plan = Phase::new(vec![6.0, 7.0, 8.0, 9.0, 10.0]).unwrap();
    let all = Nap::compare(&before, &plan, Better::More);
    let range = all.interval(Confidence::NinetyFive, Kappa::NONE);
    assert_close(range.lower, 0.6427, 5e-5, "lower");
    assert!((range.upper - 1.0).abs() < 1e-15);
}

#[test]
fn the_middle_of_published_days_agrees() {
    assert_eq!(median(&[20.0, 20.0, 26.0, 25.0, 22.0, 23.0]), Some(22.5));
}
