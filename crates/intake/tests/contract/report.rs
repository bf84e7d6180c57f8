//! The published JSON of a report.

use serde_json::{Value, json};

use intake::report::{Kind, Report};

use crate::support::{TEMPORARY_UPN, UPN, list, pupils_report, read_calendar, read_staff};

fn as_json(report: &Report) -> Value {
    serde_json::to_value(report).expect("a report is JSON")
}

#[test]
fn a_partly_imported_file_is_reported_to_the_letter() {
    let text = list(&[
        &format!("{UPN},4101,Tidewell,Rowan,30/07/2014"),
        "",
        &format!("{TEMPORARY_UPN},,\"Marrow\nor Marlow\",Elsie,1/2/2014"),
        ",,Vane,Callum,1/2/2013",
        "B207000016049,,Calder,Idris,1/2/2012",
        ",,Haddad,Sami,1/2/2018",
    ]);
    let text = text.replace("DOB\r\n", "DOB,Shoe size\r\n");
    assert_eq!(
        as_json(&pupils_report(text)),
        json!({
            "file": "pupils.csv",
            "kind": "pupils",
            "outcome": "partial",
            "reason": null,
            "line": null,
            "units": "rows",
            "total": 5,
            "accepted": 2,
            "rejected": 3,
            "reasons": {"E_NO_ID": 2, "E_UPN_CHECK": 1},
            "warnings": {"W_TEMP_UPN": 1},
            "encoding": "utf-8",
            "delimiter": ",",
            "ignored_columns": ["Shoe size"],
            "row_reasons": [
                {"line": 6, "reason": "E_NO_ID"},
                {"line": 7, "reason": "E_UPN_CHECK"},
                {"line": 8, "reason": "E_NO_ID"}
            ]
        })
    );
}

#[test]
fn a_refused_file_is_reported_to_the_letter() {
    let report = pupils_report("\u{feff}UPN;Surname\n\"a\"b;c\n");
    assert_eq!(
        as_json(&report),
        json!({
            "file": "pupils.csv",
            "kind": "pupils",
            "outcome": "file_rejected",
            "reason": "E_CSV_SYNTAX",
            "line": 2,
            "units": "rows",
            "total": 0,
            "accepted": 0,
            "rejected": 0,
            "reasons": {},
            "warnings": {},
            "encoding": "utf-8-bom",
            "delimiter": ";",
            "ignored_columns": [],
            "row_reasons": []
        })
    );
}

#[test]
fn only_a_file_refused_whole_is_a_failure_to_a_command() {
    let good = format!("{UPN},,Tidewell,Rowan,30/07/2014");
    for (text, outcome, exit) in [
        (list(&[&good]), "imported", 0),
        (list(&[&good, ",,,x,"]), "partial", 0),
        (list(&[",,,x,"]), "partial", 0),
        (list(&[]), "nothing_to_import", 0),
        ("Name\n".to_owned(), "file_rejected", 1),
    ] {
        let report = pupils_report(text);
        assert_eq!((report.outcome.code(), report.exit_code()), (outcome, exit));
    }
}

#[test]
fn kinds_and_units_are_named() {
    let staff = Report::of(
        Kind::Staff,
        "s.csv",
        &read_staff("Email,Forename,Surname\n"),
    );
    assert_eq!(as_json(&staff)["kind"], "staff");
    let refused = read_calendar("BEGIN:VCALENDAR\n", "c.ics");
    let calendar = as_json(&Report::of(Kind::Calendar, "c.ics", &refused));
    assert_eq!(calendar["kind"], "calendar");
    assert_eq!(calendar["units"], "events");
    assert_eq!(calendar["reason"], "E_ICS_SYNTAX");
    assert_eq!(calendar["delimiter"], Value::Null);
}
