//! Statistics of whole series.

use evidence::{
    Better, Confidence, KAPPA, Kappa, Nap, Phase, StartStatistic, statistics, try_starts,
};

use crate::support::{ESTIMATE, RANGE, Table, assert_close, folders, series};

#[test]
fn every_statistic_of_every_series_agrees() {
    for folder in folders() {
        let folder = folder.join("single_case");
        let all = series(&folder);
        let expected = Table::open(&folder, "expected_effect_sizes.csv");
        let mut found_of = std::collections::HashMap::new();
        for row in expected.rows() {
            let (id, name) = (row.text("series_id"), row.text("statistic"));
            let all_found = found_of
                .entry(id.to_owned())
                .or_insert_with(|| statistics(&all[id]).unwrap_or_else(|| panic!("{id}: nothing")));
            let found = all_found.iter().find(|found| found.name == name);
            let found = found.unwrap_or_else(|| panic!("{id}: no statistic {name}"));
            let within = if name.contains("_lo") || name.contains("_hi") {
                RANGE
            } else {
                ESTIMATE
            };
            assert_close(
                found.value,
                row.number("value"),
                within,
                &format!("{id} {name}"),
            );
            assert_eq!(found.tier.name(), row.text("tier"), "{id} {name}");
        }
        expected.every_column_was_read(&[]);
        nothing_is_defined_that_is_not_expected(&expected, &found_of);
    }
}

fn nothing_is_defined_that_is_not_expected(
    expected: &Table,
    found_of: &std::collections::HashMap<String, Vec<evidence::Statistic>>,
) {
    let listed: std::collections::HashSet<(String, String)> = expected
        .rows()
        .map(|row| {
            (
                row.text("series_id").to_owned(),
                row.text("statistic").to_owned(),
            )
        })
        .collect();
    for (id, all) in found_of {
        for found in all {
            let pair = (id.clone(), found.name.to_owned());
            assert!(
                listed.contains(&pair),
                "{id}: {} is not defined there",
                found.name
            );
        }
    }
}

#[test]
fn every_possible_start_agrees() {
    for folder in folders() {
        let folder = folder.join("single_case");
        let all = series(&folder);
        let expected = Table::open(&folder, "expected_randomisation.csv");
        for row in expected.rows() {
            let id = row.text("series_id");
            let series = &all[id];
            let (before, plan) = (series.before.phase().unwrap(), series.plan.phase().unwrap());
            let statistic = match row.text("statistic") {
                "mean_diff" => StartStatistic::MeanDifference,
                "nap" => StartStatistic::BetterPairs,
                other => panic!("no statistic {other}"),
            };
            let least = row.text("min_points_per_phase").parse().unwrap();
            let tried = try_starts((&before, &plan), series.better, statistic, least).unwrap();
            assert_close(tried.observed, row.number("observed"), ESTIMATE, id);
            assert_eq!(tried.starts.to_string(), row.text("n_start_points"), "{id}");
            assert_close(tried.at_least, row.number("p_one_sided"), ESTIMATE, id);
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn every_printed_value_agrees_after_rounding() {
    for folder in folders() {
        let folder = folder.join("single_case");
        let all = series(&folder);
        let expected = Table::open(&folder, "expected_published.csv");
        for row in expected.rows() {
            let (id, name) = (row.text("series_id"), row.text("statistic"));
            let found = statistics(&all[id]).unwrap();
            let value = |name: &str| found.iter().find(|found| found.name == name).unwrap().value;
            let value = match name {
                "mean_b_minus_mean_a" => value("mean_b") - value("mean_a"),
                _ => value(name),
            };
            let decimals: i32 = row.text("decimals").parse().unwrap();
            let half_a_unit = 0.5 * 10.0_f64.powi(-decimals);
            let printed = row.number("printed_value");
            assert_close(
                value,
                printed,
                half_a_unit + ESTIMATE,
                &format!("{id} {name}"),
            );
        }
        expected.every_column_was_read(&["citation"]);
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
