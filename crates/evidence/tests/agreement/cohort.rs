//! Many pupils at once.

use evidence::{
    Cell, Confidence, Group, Share, compare_groups, hide_row, hospital_style, share_limits,
};

use crate::support::{ESTIMATE, Table, assert_close, folders};

#[test]
fn every_range_of_a_share_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "cohort/wilson.csv");
        for row in expected.rows() {
            let share = Share::new(row.count("x"), row.count("n")).unwrap();
            let range = share.interval(Confidence::NinetyFive);
            assert_close(share.value(), row.number("p"), ESTIMATE, "share");
            assert_close(range.lower, row.number("lo95"), ESTIMATE, "lower");
            assert_close(range.upper, row.number("hi95"), ESTIMATE, "upper");
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn every_ratio_of_risks_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "cohort/risk_ratio.csv");
        for row in expected.rows() {
            let group =
                |events, members| Group::new(row.count(events), row.count(members)).unwrap();
            let ratio = compare_groups(
                group("events_group", "n_group"),
                group("events_rest", "n_rest"),
            );
            let range = ratio.interval(Confidence::NinetyFive);
            assert_close(ratio.ratio, row.number("risk_ratio"), ESTIMATE, "ratio");
            assert_close(ratio.log_error, row.number("se_log"), ESTIMATE, "error");
            assert_close(range.lower, row.number("lo95"), ESTIMATE, "lower");
            assert_close(range.upper, row.number("hi95"), ESTIMATE, "upper");
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn every_funnel_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "cohort/funnel_limits.csv");
        for row in expected.rows() {
            let limits = share_limits(row.number("target"), row.count("n")).unwrap();
            for (found, column) in [
                (limits.lowest, "lo_99_8"),
                (limits.low, "lo_95"),
                (limits.high, "hi_95"),
                (limits.highest, "hi_99_8"),
            ] {
                assert_close(found, row.number(column), ESTIMATE, column);
            }
        }
        expected.every_column_was_read(&[]);
    }
}

fn written(cells: &[Cell], hidden: &str) -> String {
    let word = |cell: &Cell| match cell {
        Cell::Shown(count) => count.to_string(),
        Cell::Hidden => hidden.to_owned(),
    };
    cells.iter().map(word).collect::<Vec<String>>().join(";")
}

#[test]
fn every_row_of_small_numbers_is_hidden_alike() {
    for folder in folders() {
        let expected = Table::open(&folder, "cohort/suppression.csv");
        for row in expected.rows() {
            let cells = row.text("cells").split(';');
            let counts: Vec<u32> = cells.map(|cell| cell.parse().unwrap()).collect();
            let ours = written(&hide_row(&counts).cells, "c");
            assert_eq!(ours, row.text("suppressed_1_to_4_with_secondary"));
            let hospital = written(&hospital_style(&counts), "*");
            assert_eq!(hospital, row.text("hes_style_1_to_7_round5"));
        }
        expected.every_column_was_read(&[]);
    }
}
