//! What we write for spreadsheets.

use intake::export::{Cell, SheetOut, refused_rows};
use jiff::civil::date;

use crate::support::{UPN, read_pupils, reasons};

fn written(cell: Cell) -> String {
    let mut sheet = SheetOut::new(&["x"]);
    sheet.row(&[cell]);
    let text = String::from_utf8(sheet.bytes()).expect("utf-8");
    let row = text
        .strip_prefix("\u{feff}x\r\n")
        .expect("a mark and a heading");
    row.strip_suffix("\r\n").expect("crlf").to_owned()
}

#[test]
fn words_that_a_spreadsheet_would_count_with_get_an_apostrophe() {
    let table = [
        ("=1+1", "'=1+1"),
        ("+44 7700", "'+44 7700"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\"'\t=1\""),
        ("\r=1", "\"'\r=1\""),
        ("=\"a\",b", "\"'=\"\"a\"\",b\""),
        ("O'Neill", "O'Neill"),
        ("1-2", "1-2"),
        ("a,b", "\"a,b\""),
        ("two\nlines", "\"two\nlines\""),
        (" spaced", "\" spaced\""),
        ("", ""),
    ];
    for (words, cell) in table {
        assert_eq!(written(words.into()), cell, "{words:?}");
    }
}

#[test]
fn numbers_keep_their_sign_and_dates_are_iso() {
    assert_eq!(written(Cell::Number(-3)), "-3");
    assert_eq!(written(Cell::Date(date(2026, 11, 10))), "2026-11-10");
    assert_eq!(written(Cell::Blank), "");
}

#[test]
fn the_refused_rows_say_what_to_do_and_can_be_imported_once_put_right() {
    let text = format!("UPN,Surname,Forename,DOB\n{UPN},=Tidewell,Rowan,30/02/2014\n");
    let reading = read_pupils(text).expect("a readable file");
    let out = String::from_utf8(refused_rows(&reading)).expect("utf-8");
    assert_eq!(
        out,
        "\u{feff}Line,Reason code,What is wrong,What to do,UPN,Surname,Forename,DOB\r\n\
         2,E_DOB_INVALID,The date of birth cannot be right,\
         \"Write the date of birth day first, for example 30/07/2014, and check the year\",\
         A123456789012,'=Tidewell,Rowan,30/02/2014\r\n"
    );
    let mended = read_pupils(out.replace("30/02/2014", "28/02/2014"));
    assert_eq!(reasons(&mended), []);
    assert_eq!(mended.expect("a readable file").accepted.len(), 1);
}

#[test]
fn a_row_longer_than_its_headings_is_exported_whole() {
    let text = format!("UPN,Surname,Forename,DOB\n{UPN},Tidewell,Rowan,1/2/2014,\"@cmd\"\n");
    let reading = read_pupils(text).expect("a readable file");
    let out = String::from_utf8(refused_rows(&reading)).expect("utf-8");
    assert!(out.ends_with(",1/2/2014,'@cmd\r\n"), "{out}");
}
