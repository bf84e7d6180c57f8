//! Statements and what they rest on.

use evidence::{
    BaselineKind, Comparison, Confidence, Drift, Estimate, Finding, Recording, Route, Series,
    Sufficiency, judge,
};

use crate::support::{ESTIMATE, RANGE, Row, Table, assert_close, assert_ratio, folders, series};

fn finding(series: &Series, route: &str) -> Finding {
    judge(&Comparison {
        before: series.before.clone(),
        plan: series.plan.clone(),
        better: series.better,
        route: match route {
            "nap" => Route::Scores,
            "rate" => Route::Counts,
            "days" => Route::YesNo,
            other => panic!("no route {other}"),
        },
        baseline: BaselineKind::BeforeTheSpell,
        recording: Recording::Same,
    })
}

#[test]
fn every_statement_and_what_it_rests_on_agrees() {
    for folder in folders() {
        let folder = folder.join("single_case");
        let all = series(&folder);
        let expected = Table::open(&folder, "expected_statement.csv");
        for row in expected.rows() {
            let id = row.text("series_id");
            let series = &all[id];
            let finding = finding(series, row.text("route"));
            assert_recorded(&finding, series, &row, id);
            assert_estimate(finding.estimate.unwrap(), &row, id);
            match (finding.weekly, row.maybe("weekly_nap")) {
                (Some(weekly), Some(expected)) => {
                    assert_close(weekly.value(), expected, ESTIMATE, id);
                }
                (weekly, expected) => assert_eq!(weekly.is_some(), expected.is_some(), "{id}"),
            }
            let plain = row.text("statement_before_trend_check");
            assert_eq!(finding.plain.name(), plain, "{id}");
            let p = finding.drift_p.unwrap();
            assert_close(p, row.number("baseline_trend_p"), ESTIMATE, id);
            let flag = match finding.drift {
                Drift::AlreadyImproving => "already_improving",
                Drift::NoneSeen => "none",
            };
            assert_eq!(flag, row.text("baseline_trend_flag"), "{id}");
            assert_eq!(finding.statement.name(), row.text("statement"), "{id}");
        }
        expected.every_column_was_read(&[]);
    }
}

fn assert_recorded(finding: &Finding, series: &Series, row: &Row<'_>, id: &str) {
    assert_eq!(finding.days.0.to_string(), row.text("days_a"), "{id}");
    assert_eq!(finding.days.1.to_string(), row.text("days_b"), "{id}");
    assert_eq!(
        series.before.weeks().to_string(),
        row.text("weeks_a"),
        "{id}"
    );
    assert_eq!(series.plan.weeks().to_string(), row.text("weeks_b"), "{id}");
    assert_close(finding.coverage.0, row.number("coverage_a"), ESTIMATE, id);
    assert_close(finding.coverage.1, row.number("coverage_b"), ESTIMATE, id);
    let enough = match finding.sufficiency {
        Sufficiency::None => "none",
        Sufficiency::Early => "early",
        Sufficiency::Full => "full",
    };
    assert_eq!(enough, row.text("sufficiency"), "{id}");
}

fn assert_estimate(estimate: Estimate, row: &Row<'_>, id: &str) {
    let (value, low, high) = (
        row.number("estimate"),
        row.number("lo90"),
        row.number("hi90"),
    );
    match estimate {
        Estimate::Scores { nap, range, .. } => {
            assert_close(nap.value(), value, ESTIMATE, id);
            assert_close(range.lower, low, RANGE, id);
            assert_close(range.upper, high, RANGE, id);
        }
        Estimate::Counts { change, .. } => {
            let range = change.interval(Confidence::Ninety);
            assert_close(change.fell(), value, ESTIMATE, id);
            assert_ratio(range.lower, low, id);
            assert_ratio(range.upper, high, id);
        }
        Estimate::YesNo { chance, .. } => assert_close(chance, value, ESTIMATE, id),
    }
}
