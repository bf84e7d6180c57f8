//! The command on our own made-up series, and on files that are wrong.

use std::{collections::HashMap, fs, path::PathBuf};

use super::*;

fn ours(file: &str) -> PathBuf {
    let top = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../evidence/tests/oracles");
    top.join("single_case").join(file)
}

/// What the command says to two files with these texts.
fn said(series: &str, values: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (folder.path().join("s.csv"), folder.path().join("v.csv"));
    fs::write(&a, series).unwrap();
    fs::write(&b, values).unwrap();
    let said = match files::read(&a, &b) {
        Err(problem) => problem.to_string(),
        Ok(all) => format!("{} series", all.len()),
    };
    said.replace(&format!("{}/", folder.path().display()), "")
}

const COUNTS: &str = "series_id,improvement,scale\nx,decrease,count\n";
const HEAD: &str = "series_id,session,phase,outcome\n";

fn values(rows: &str) -> String {
    said(COUNTS, format!("{HEAD}{rows}").as_bytes())
}

#[test]
fn every_statistic_has_a_line_in_both_forms() {
    let all = files::read(&ours("series.csv"), &ours("raw_synthetic.csv")).unwrap();
    let lines: Vec<Line> = all.iter().flat_map(lines::of).collect();
    let mut rows = HashMap::new();
    for line in &lines {
        let object: serde_json::Value = serde_json::from_str(&as_json(line)).unwrap();
        assert_eq!(object["statistic"], line.statistic);
        rows.insert((line.series.clone(), line.statistic), as_row(line));
    }
    assert_eq!(rows.len(), lines.len(), "no line comes twice");
    let expected = fs::read_to_string(ours("expected_effect_sizes.csv")).unwrap();
    for wanted in expected.lines().skip(1) {
        let cells: Vec<&str> = wanted.split(',').collect();
        let found = lines
            .iter()
            .find(|line| line.series == cells[0] && line.statistic == cells[1]);
        let row = as_row(found.unwrap_or_else(|| panic!("no line: {wanted}")));
        let number = |row: &str| row.split(',').nth(2).unwrap().parse::<f64>().unwrap();
        let (found, expected) = (number(&row), number(wanted));
        assert!(
            found.total_cmp(&expected).is_eq() || (found - expected).abs() < 1e-8,
            "{wanted}: {row}"
        );
        assert!(row.ends_with(cells[3]), "{wanted}: {row}");
    }
}

#[test]
fn what_may_be_said_stands_beside_the_numbers() {
    let all = files::read(&ours("series.csv"), &ours("raw_synthetic.csv")).unwrap();
    let lines = lines::of(
        all.iter()
            .find(|named| named.name == "syn_s03_counts")
            .unwrap(),
    );
    let rows: Vec<String> = lines.iter().map(as_row).collect();
    assert!(rows.contains(&"syn_s03_counts,statement,likely_better,core".to_owned()));
    assert!(
        rows.iter()
            .any(|row| row.starts_with("syn_s03_counts,rr_lo90,0.258135"))
    );
}

#[test]
fn a_wrong_cell_is_named_with_its_row_and_column() {
    assert_eq!(
        values("x,1,A,many\n"),
        "v.csv, row 2, column outcome: 'many' is not a number."
    );
    assert_eq!(
        values("x,1,A,\n"),
        "v.csv, row 2, column outcome: the cell is empty."
    );
    assert_eq!(
        values("x,1,A,-2\n"),
        "v.csv, row 2, column outcome: a count cannot be -2."
    );
    assert_eq!(
        values("x,1,A,3\nx,2.5,A,3\n"),
        "v.csv, row 3, column session: '2.5' is not a whole number."
    );
    assert_eq!(
        values("x,1,A,3\nx,1,A,4\n"),
        "v.csv, row 3, column session: session 1 comes twice in this phase."
    );
    assert_eq!(
        values("x,1,before,3\n"),
        "v.csv, row 2, column phase: 'before' is not a phase; write A for before or B for after."
    );
    assert_eq!(
        values("y,1,A,3\n"),
        "v.csv, row 2, column series_id: 'y' is not in s.csv."
    );
    assert_eq!(
        values("x,1,A\n"),
        "v.csv, row 2, column outcome: the row has 3 cells and the heading 4."
    );
    assert_eq!(
        values("x,1,A,3\n"),
        "s.csv, row 2, column series_id: 'x' has no value of phase B (after)."
    );
}

#[test]
fn a_wrong_file_is_named_with_its_first_wrong_place() {
    assert_eq!(said(COUNTS, b""), "v.csv, row 1: the file is empty.");
    assert_eq!(
        said(COUNTS, b"series_id,session,phase\n"),
        "v.csv, row 1, column outcome: there is no such column."
    );
    let latin = [HEAD.as_bytes(), b"x,1,A,\xe9\n"].concat();
    assert_eq!(
        said(COUNTS, &latin),
        "v.csv, row 2, column 4: not UTF-8 text; save the file as UTF-8."
    );
    let up = "series_id,improvement\nx,up\n";
    assert_eq!(
        said(up, HEAD.as_bytes()),
        "s.csv, row 2, column improvement: 'up' is not a direction; write increase or decrease."
    );
    let twice = "series_id,improvement\nx,increase\nx,increase\n";
    assert_eq!(
        said(twice, HEAD.as_bytes()),
        "s.csv, row 3, column series_id: 'x' is listed twice."
    );
    let far = [HEAD.as_bytes(), b"x,1,A,3\nx,20261110,A,4\nx,2,B,1\n"].concat();
    assert_eq!(
        said(COUNTS, &far),
        "s.csv, row 2, column series_id: 'x' runs from session 1 to 20261110; number school days 1, 2, 3."
    );
}

#[test]
fn a_list_may_name_more_series_than_one_file_has_values_of() {
    let list = format!("\u{feff}{COUNTS}z,increase,other\n");
    assert_eq!(
        said(&list, format!("{HEAD}x,1,A,3\nx,6,B,1\n").as_bytes()),
        "1 series"
    );
}

#[test]
fn names_with_commas_come_out_as_they_came_in() {
    let line = Line {
        series: "a, \"b\"".into(),
        statistic: "nap",
        value: Value::Number(f64::INFINITY),
        tier: "core",
    };
    assert_eq!(as_row(&line), "\"a, \"\"b\"\"\",nap,inf,core");
    assert!(as_json(&line).contains("\"value\":\"inf\""));
}
