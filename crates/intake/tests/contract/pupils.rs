//! What refuses a pupil's row, in which order, and what only warns.

use intake::{pupils::PupilNumber, report::Report};

use crate::support::{
    OTHER_UPN, TEMPORARY_UPN, UPN, list, pupils_report, read_pupils, reasons, warnings,
};

/// The one reason for the last of these rows, or nothing if it is accepted.
fn reason(rows: &[&str]) -> Option<&'static str> {
    let read = read_pupils(list(rows));
    let last = u32::try_from(rows.len()).expect("few rows") + 1;
    let reasons = reasons(&read);
    reasons
        .into_iter()
        .find(|(line, _)| *line == last)
        .map(|(_, code)| code)
}

#[test]
fn each_reason_has_a_row_that_earns_it_and_one_that_does_not() {
    let good = "A123456789012,4101,Tidewell,Rowan,30/07/2014";
    let table = [
        (
            "A123456789012,4101,Tidewell,Rowan,30/07/2014,x",
            "E_FIELD_COUNT",
        ),
        (",,Tidewell,Rowan,30/07/2014", "E_NO_ID"),
        (
            "A12345678901,4101,Tidewell,Rowan,30/07/2014",
            "E_UPN_FORMAT",
        ),
        (
            "B207000016049,4101,Tidewell,Rowan,30/07/2014",
            "E_UPN_CHECK",
        ),
        (
            "A123456789012,4.1E+03,Tidewell,Rowan,30/07/2014",
            "E_NUM_MANGLED",
        ),
        ("A123456789012,4101,,Rowan,30/07/2014", "E_NAME_MISSING"),
        (
            "A123456789012,4101,Tidewell,\u{a0},30/07/2014",
            "E_NAME_MISSING",
        ),
        ("A123456789012,4101,Tidewell,Rowan,", "E_DOB_MISSING"),
        (
            "A123456789012,4101,Tidewell,Rowan,30/02/2014",
            "E_DOB_INVALID",
        ),
        (
            "A123456789012,4101,Tidewell,Rowan,31/12/1989",
            "E_DOB_INVALID",
        ),
        (
            "A123456789012,4101,Tidewell,Rowan,11/11/2026",
            "E_DOB_INVALID",
        ),
    ];
    for (row, code) in table {
        assert_eq!(reason(&[row]), Some(code), "{row}");
    }
    for fine in [
        good,
        "A123456789012,4101,Tidewell,Rowan,30/07/2014,, ",
        "A123456789012,,Tidewell,Rowan,01/01/1990",
        ",'4101,Tidewell,Rowan,10/11/2026",
        "a1234 5678 9012,=\"004101\",Tidewell,Rowan,30 July 2014",
    ] {
        assert_eq!(reason(&[fine]), None, "{fine}");
    }
}

#[test]
fn a_short_row_is_filled_up_with_blanks() {
    assert_eq!(reason(&[UPN]), Some("E_NAME_MISSING"));
    assert_eq!(
        reason(&["A123456789012,4101,Tidewell,Rowan"]),
        Some("E_DOB_MISSING")
    );
}

#[test]
fn a_row_with_every_fault_gets_the_first_reason_only() {
    let mut row = vec!["B207000016049", "4E5", "", "", "x", "beyond"];
    let mut expected = vec![
        "E_FIELD_COUNT",
        "E_UPN_CHECK",
        "E_NUM_MANGLED",
        "E_NAME_MISSING",
        "E_DOB_INVALID",
    ]
    .into_iter();
    let mut next = |row: &[&str]| assert_eq!(reason(&[&row.join(",")]), expected.next());
    next(&row);
    row.pop();
    next(&row);
    row[0] = UPN;
    next(&row);
    row[1] = "41";
    next(&row);
    (row[2], row[3]) = ("Tidewell", "Rowan");
    next(&row);
}

#[test]
fn the_same_number_as_an_earlier_accepted_row_is_refused() {
    let first = "A123456789012,4101,Tidewell,Rowan,30/07/2014";
    let cases = [
        (
            "A123456789012,4102,Marrow,Elsie,30/07/2014",
            Some("E_DUP_UPN"),
        ),
        (
            "a12345678 9012,4101,Marrow,Elsie,30/07/2014",
            Some("E_DUP_UPN"),
        ),
        (
            "B801200005001,4101,Marrow,Elsie,30/07/2014",
            Some("E_DUP_ADNO"),
        ),
        (
            "B801200005001,0004101.0,Marrow,Elsie,30/07/2014",
            Some("E_DUP_ADNO"),
        ),
        (",004101,Marrow,Elsie,30/07/2014", Some("E_DUP_ADNO")),
        ("B801200005001,41010,Marrow,Elsie,30/07/2014", None),
        ("B801200005001,,Marrow,Elsie,30/07/2014", None),
    ];
    for (second, code) in cases {
        assert_eq!(reason(&[first, second]), code, "{second}");
    }
}

#[test]
fn a_refused_row_does_not_stand_in_the_way_of_a_later_one() {
    let refused = "A123456789012,4101,Tidewell,Rowan,";
    let mended = "A123456789012,4101,Tidewell,Rowan,30/07/2014";
    assert_eq!(reason(&[refused, mended]), None);
}

#[test]
fn a_month_written_first_is_pointed_out_in_a_row_that_is_too_long_as_well() {
    let report = pupils_report(list(&[&format!("{UPN},,Tidewell,Rowan,7/30/2014,x")]));
    assert_eq!(warnings(&report), [("W_DATE_ORDER", 1)].into());
}

#[test]
fn names_are_kept_as_typed() {
    let reading = read_pupils(list(&[&format!(
        "{UPN},,\"O\u{2019}NEILL, mc\",de  la Cruz-Zoë,1/2/13"
    )]));
    let name = &reading.expect("a readable file").accepted[0].row.name;
    assert_eq!(name.surname.as_str(), "O\u{2019}NEILL, mc");
    assert_eq!(name.forename.as_str(), "de  la Cruz-Zoë");
}

fn warned(row: &str) -> Report {
    let report = pupils_report(list(&[row]));
    assert_eq!(report.accepted, 1, "{row}");
    report
}

#[test]
fn a_temporary_upn_is_taken_with_a_warning() {
    let report = warned(&format!("{TEMPORARY_UPN},4101,Tidewell,Rowan,30/07/2014"));
    assert_eq!(warnings(&report), [("W_TEMP_UPN", 1)].into());
}

#[test]
fn a_pupil_without_a_upn_is_known_by_admission_number_with_a_warning() {
    let row = ",4101,Tidewell,Rowan,30/07/2014";
    assert_eq!(warnings(&warned(row)), [("W_NO_UPN", 1)].into());
    let reading = read_pupils(list(&[row])).expect("a readable file");
    let number = &reading.accepted[0].row.number;
    assert!(matches!(number, PupilNumber::AdnoOnly(adno) if adno.as_str() == "4101"));
    assert!(number.upn().is_none());
}

#[test]
fn a_birthday_as_a_spreadsheets_day_number_is_taken_with_a_warning() {
    let report = warned(&format!("{UPN},4101,Tidewell,Rowan,41850"));
    assert_eq!(warnings(&report), [("W_EXCEL_SERIAL", 1)].into());
}

#[test]
fn dates_that_look_month_first_are_warned_of_once_for_the_file() {
    let report = pupils_report(list(&[
        &format!("{UPN},,Tidewell,Rowan,07/30/2014"),
        &format!("{OTHER_UPN},,Marrow,Elsie,07/31/2014"),
        "H801200001001,,Vane,Callum,07/01/2013",
        "nonsense,,Calder,Idris,12/31/2011",
    ]));
    assert_eq!(warnings(&report), [("W_DATE_ORDER", 1)].into());
    assert_eq!((report.accepted, report.rejected), (1, 3));
    let fine = pupils_report(list(&[&format!("{UPN},,Tidewell,Rowan,30/02/2014")]));
    assert!(fine.warnings.is_empty());
}

#[test]
fn warnings_belong_to_accepted_rows_only() {
    let report = pupils_report(list(&[&format!("{TEMPORARY_UPN},,Tidewell,Rowan,")]));
    assert!(report.warnings.is_empty());
}
