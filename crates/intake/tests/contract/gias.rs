//! The list of schools.

use intake::{
    gias::{self, SchoolRow},
    limits::Limits,
    reading::{FileRefused, Reading},
    report::{Kind, Report},
};
use jiff::civil::date;

use crate::support::{TODAY, fault, reasons, sample, warnings};

fn read(bytes: impl AsRef<[u8]>) -> Result<Reading<SchoolRow>, FileRefused> {
    gias::read(bytes.as_ref(), TODAY, &Limits::default())
}

const HEADINGS: &str =
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (code),OpenDate\n";

#[test]
fn all_20_sample_schools_are_taken() {
    let read = read(sample("gias/edubasealldata20250903_synthetic.csv"));
    let report = Report::of(Kind::Gias, "g.csv", &read);
    assert_eq!((report.accepted, report.rejected), (20, 0));
    assert!(report.warnings.is_empty());
    let encoding = serde_json::to_value(report.encoding).expect("json");
    assert_eq!(encoding, "windows-1252");
    let rows = read.expect("a readable file").accepted;
    let school = rows
        .iter()
        .find(|row| row.row.urn == "990001")
        .expect("ours");
    assert_eq!(school.row.name.as_str(), "Oakmere Synthetic Academy");
    assert_eq!(school.row.la.as_deref(), Some("998"));
    assert_eq!(school.row.estab.as_deref(), Some("4001"));
}

#[test]
fn each_reason_has_a_row_that_earns_it() {
    for (row, code) in [
        ("100001,998,4001,Oakmere,1,,beyond", "E_FIELD_COUNT"),
        (",998,4001,Oakmere,1,", "E_URN_INVALID"),
        ("10001,998,4001,Oakmere,1,", "E_URN_INVALID"),
        ("1000011,998,4001,Oakmere,1,", "E_URN_INVALID"),
        ("10000x,998,4001,Oakmere,1,", "E_URN_INVALID"),
        ("100001,998,4001,,1,", "E_NAME_MISSING"),
        ("100001,98,4001,Oakmere,1,", "E_LA_INVALID"),
        ("100001,99x,4001,Oakmere,1,", "E_LA_INVALID"),
        ("100001,998,401,Oakmere,1,", "E_ESTAB_INVALID"),
        ("100001,9x,4x,Oakmere,1,", "E_LA_INVALID"),
    ] {
        assert_eq!(
            reasons(&read(format!("{HEADINGS}{row}\n"))),
            [(2, code)],
            "{row}"
        );
    }
    let twice = "100001,998,4001,Oakmere,1,\n100001,998,4002,Other,1,\n";
    assert_eq!(
        reasons(&read(format!("{HEADINGS}{twice}"))),
        [(3, "E_DUP_URN")]
    );
}

#[test]
fn numbers_that_are_missing_or_shared_are_warned_of() {
    for (rows, expected) in [
        ("100001,,4001,A,1,", [("W_NO_LAESTAB", 1)]),
        ("100001,998,,A,1,", [("W_NO_LAESTAB", 1)]),
        (
            "100001,998,4001,A,1,\n100002,998,4001,B,3,",
            [("W_LAESTAB_SHARED_OPEN", 1)],
        ),
    ] {
        let report = Report::of(Kind::Gias, "g", &read(format!("{HEADINGS}{rows}\n")));
        assert_eq!(warnings(&report), expected.into(), "{rows}");
    }
    for rows in [
        "100001,998,4001,A,2,\n100002,998,4001,B,1,",
        "100001,998,4001,A,1,\n100002,998,4001,B,4,",
        "100001,998,4001,A,1,\n100002,997,4001,B,1,",
    ] {
        let report = Report::of(Kind::Gias, "g", &read(format!("{HEADINGS}{rows}\n")));
        assert!(report.warnings.is_empty(), "{rows}");
    }
}

#[test]
fn headings_are_exact() {
    assert_eq!(fault(&read(HEADINGS)), None);
    for heading in HEADINGS.trim().split(',').take(5) {
        let text = HEADINGS.replacen(heading, &heading.to_lowercase(), 1);
        let text = text.replacen(heading, "x", 1);
        assert_eq!(fault(&read(&text)), Some("E_MISSING_COLUMN"), "{text}");
    }
    assert_eq!(
        fault(&read(format!("URN,{HEADINGS}"))),
        Some("E_DUP_COLUMN")
    );
    let reading = read(format!(
        "{HEADINGS}100001,998,4001, Oakmere ,1,03-09-2012\n"
    ));
    let row = &reading.expect("a readable file").accepted[0].row;
    assert_eq!(row.opened, Some(date(2012, 9, 3)));
    assert_eq!(row.name.as_str(), "Oakmere");
}
