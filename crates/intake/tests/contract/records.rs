//! RFC 4180, its faults, and the delimiter.

use intake::{
    fault::FileFault,
    limits::Limits,
    pupils,
    table::{Delimiter, Records},
};
use proptest::prelude::*;

use crate::support::{HEADINGS, TODAY, UPN, fault, list, read_pupils};

type Table = Result<Vec<(u32, Vec<String>)>, FileFault>;

fn records(text: &str) -> Table {
    Records::new(text, Delimiter::Comma, &Limits::default())
        .map(|record| record.map(|record| (record.line, record.cells)))
        .collect()
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let records = records(text).expect("sound quoting");
    records.into_iter().map(|(_, cells)| cells).collect()
}

#[test]
fn records_end_with_crlf_lf_or_cr_and_keep_their_lines() {
    let records = records("a,b\r\nc\nd\re").expect("sound quoting");
    let lines: Vec<u32> = records.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 2, 3, 4]);
    assert_eq!(records[0].1, ["a", "b"]);
    assert_eq!(records[3].1, ["e"]);
}

#[test]
fn quotes_keep_delimiters_quotes_and_line_breaks() {
    assert_eq!(cells("\"a,b\",\"say \"\"hi\"\"\""), [["a,b", "say \"hi\""]]);
    assert_eq!(cells("\"a\r\nb\rc\nd\",e"), [["a\nb\nc\nd", "e"]]);
    assert_eq!(cells("\"\",x"), [["", "x"]]);
    // A quote inside a cell that did not begin with one is only a character.
    assert_eq!(cells("5\" tall,\"x\""), [["5\" tall", "x"]]);
}

#[test]
fn a_record_after_a_quoted_line_break_knows_its_own_line() {
    let records = records("h\n\"a\r\nb\"\nnext\n").expect("sound quoting");
    assert_eq!(records[2], (4, vec!["next".to_owned()]));
}

#[test]
fn text_after_a_closing_quote_is_a_fault_on_its_line() {
    assert_eq!(
        records("a\n\"b\"c,d\n"),
        Err(FileFault::CsvSyntax { line: 2 })
    );
    assert_eq!(records("\"b\" ,d"), Err(FileFault::CsvSyntax { line: 1 }));
    assert_eq!(records("\"b\nc\"x"), Err(FileFault::CsvSyntax { line: 2 }));
}

#[test]
fn a_quote_never_closed_is_a_fault_where_it_was_opened() {
    assert_eq!(
        records("a\nb,\"c\nd\ne\n"),
        Err(FileFault::CsvSyntax { line: 2 })
    );
    assert_eq!(records("\""), Err(FileFault::CsvSyntax { line: 1 }));
}

#[test]
fn a_fault_of_quoting_anywhere_comes_before_a_missing_column() {
    let read = read_pupils("Name\nRowan\n\"Elsie\n");
    let fault = read.expect_err("a fault").fault;
    assert_eq!(fault, FileFault::CsvSyntax { line: 3 });
}

#[test]
fn the_delimiter_is_the_most_frequent_outside_quotes_in_the_first_line_with_text() {
    let cases = [
        ("a,b;c,d", Delimiter::Comma),
        ("a;b;c,d", Delimiter::Semicolon),
        ("a\tb\tc", Delimiter::Tab),
        ("a|b|c", Delimiter::Pipe),
        ("\"a;b;c;d\",e", Delimiter::Comma),
        ("\"a \"\";;;\"\" b\",e", Delimiter::Comma),
        ("\r\n \r\n;;;\r\na|b\r\n", Delimiter::Pipe),
        ("one", Delimiter::Comma),
        ("a,b;c", Delimiter::Comma),
        ("a\nb;c;d", Delimiter::Comma),
    ];
    for (text, delimiter) in cases {
        assert_eq!(Delimiter::of(text), delimiter, "{text:?}");
    }
}

#[test]
fn each_delimiter_gives_the_same_pupil() {
    for mark in [",", ";", "\t", "|"] {
        let text = list(&[&format!("{UPN},4101,Tidewell,Rowan,30/07/2014")]);
        let reading = read_pupils(text.replace(',', mark)).expect("a readable file");
        assert_eq!(reading.accepted.len(), 1, "{mark:?}");
    }
}

#[test]
fn lines_without_text_are_neither_counted_nor_read() {
    let text =
        format!("\n , ,\n{HEADINGS}\n\n,,,,\n\u{a0},\" \",,,\n{UPN},,Vane,Callum,1/2/2013\n");
    let reading = read_pupils(text).expect("a readable file");
    assert_eq!(reading.total(), 1);
    assert_eq!(reading.accepted[0].line, 7);
}

#[test]
fn too_many_rows_columns_or_characters_refuse_the_file() {
    let limits = Limits {
        rows: 2,
        columns: 6,
        cell: 20,
        ..Limits::default()
    };
    let read = |rows: &[&str]| pupils::read(list(rows).as_bytes(), TODAY, &limits);
    let one = "A123456789012,1,a,b,1/2/2013";
    assert_eq!(fault(&read(&[one, one])), None);
    assert_eq!(fault(&read(&[one, one, one])), Some("E_FILE_LIMIT"));
    assert_eq!(fault(&read(&[",,,,,,"])), Some("E_FILE_LIMIT"));
    assert_eq!(fault(&read(&[&"x".repeat(21)])), Some("E_FILE_LIMIT"));
    assert_eq!(fault(&read(&[&"ż".repeat(20)])), None);
    let cells = Limits {
        cells: 9,
        ..Limits::default()
    };
    let read = pupils::read(list(&[one]).as_bytes(), TODAY, &cells);
    assert_eq!(fault(&read), Some("E_FILE_LIMIT"));
}

/// A cell that the `csv` crate and we must agree on.
fn cell() -> impl Strategy<Value = String> {
    prop::string::string_regex("[a-c,;\"\n é]{0,6}").expect("a pattern")
}

proptest! {
    #[test]
    fn what_the_csv_crate_writes_we_read_back(
        rows in prop::collection::vec(prop::collection::vec(cell(), 2..5), 1..6)
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("memory");
        }
        let bytes = writer.into_inner().expect("memory");
        let text = String::from_utf8(bytes).expect("utf-8");
        prop_assert_eq!(cells(&text), rows);
    }

    #[test]
    fn on_files_without_a_fault_we_agree_with_the_csv_crate(text in "[ab,\"\n]{0,24}") {
        let Ok(ours) = records(&text) else { return Ok(()) };
        let ours: Vec<Vec<String>> = ours
            .into_iter()
            .map(|(_, cells)| cells)
            .filter(|cells| cells.len() > 1 || !cells[0].is_empty())
            .collect();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.expect("utf-8").iter().map(str::to_owned).collect())
            .filter(|cells: &Vec<String>| cells.len() > 1 || !cells[0].is_empty())
            .collect();
        prop_assert_eq!(ours, theirs);
    }
}
