//! Counts and yes/no days.

use evidence::{
    Confidence, Count, DaysMet, Inflation, RateChange, RatePrior, dispersion, more_often_met,
};

use crate::support::{ESTIMATE, RANGE, Row, Table, assert_close, assert_ratio, folders, series};

fn assert_change(change: RateChange, row: &Row<'_>, what: &str) {
    assert_close(
        change.fell(),
        row.number("prob_rate_b_lower"),
        ESTIMATE,
        what,
    );
    assert_close(change.fell() + change.rose(), 1.0, 1e-12, what);
    assert_ratio(change.ratio(), row.number("rate_ratio_median"), what);
    let (ninety, wide) = (
        change.interval(Confidence::Ninety),
        change.interval(Confidence::NinetyFive),
    );
    assert_ratio(ninety.lower, row.number("rr_lo90"), what);
    assert_ratio(ninety.upper, row.number("rr_hi90"), what);
    assert_ratio(wide.lower, row.number("rr_lo95"), what);
    assert_ratio(wide.upper, row.number("rr_hi95"), what);
}

#[test]
fn every_comparison_of_two_rates_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "single_case/expected_rate_change.csv");
        for row in expected.rows() {
            let count = |events: &str, exposure: &str| {
                Count::new(row.number(events), row.number(exposure)).unwrap()
            };
            let (before, plan) = (
                count("count_a", "exposure_a"),
                count("count_b", "exposure_b"),
            );
            let inflation = Inflation::chosen(row.number("phi")).unwrap();
            let prior = RatePrior {
                shape: row.number("prior_shape"),
                rate: row.number("prior_rate"),
            };
            let change = RateChange::with_prior(before, plan, inflation, prior);
            assert_change(change, &row, row.text("case_id"));
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn every_comparison_of_daily_counts_agrees() {
    for folder in folders() {
        let folder = folder.join("single_case");
        let all = series(&folder);
        let expected = Table::open(&folder, "expected_rate_change_series.csv");
        for row in expected.rows() {
            let id = row.text("series_id");
            let (before, plan) = (all[id].before.counts(), all[id].plan.counts());
            let of = |days: &[Count]| Count::of_days(days).unwrap();
            assert_close(of(&before).events(), row.number("total_a"), ESTIMATE, id);
            assert_close(of(&plan).events(), row.number("total_b"), ESTIMATE, id);
            assert_eq!(before.len().to_string(), row.text("days_a"), "{id}");
            assert_eq!(plan.len().to_string(), row.text("days_b"), "{id}");
            let seen = dispersion(&before, &plan).unwrap();
            assert_close(seen, row.number("phi_hat"), ESTIMATE, id);
            let inflation = Inflation::seen(&before, &plan);
            assert_close(inflation.number(), row.number("phi_star"), ESTIMATE, id);
            assert_change(
                RateChange::compare(of(&before), of(&plan), inflation),
                &row,
                id,
            );
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn every_comparison_of_days_met_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "single_case/expected_days_at_goal.csv");
        for row in expected.rows() {
            let id = row.text("case_id");
            let days = |met: &str, all: &str| DaysMet::new(row.count(met), row.count(all)).unwrap();
            let (before, plan) = (days("met_a", "days_a"), days("met_b", "days_b"));
            assert_close(row.number("prior_alpha"), 1.0, 0.0, "a uniform prior");
            assert_close(row.number("prior_beta"), 1.0, 0.0, "a uniform prior");
            assert_close(
                more_often_met(before, plan),
                row.number("prob_b_higher"),
                ESTIMATE,
                id,
            );
            for (days, middle, low, high) in [
                (before, "p_a_median", "p_a_lo90", "p_a_hi90"),
                (plan, "p_b_median", "p_b_lo90", "p_b_hi90"),
            ] {
                let range = days.interval(Confidence::Ninety);
                assert_close(days.share(), row.number(middle), RANGE, id);
                assert_close(range.lower, row.number(low), RANGE, id);
                assert_close(range.upper, row.number(high), RANGE, id);
            }
        }
        expected.every_column_was_read(&[]);
    }
}
