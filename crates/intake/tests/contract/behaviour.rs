//! Incidents: what refuses a row, in which order.

use intake::{
    behaviour::{self, IncidentRow},
    cells::points,
    limits::Limits,
    reading::Reading,
    report::{Kind, Report},
};

use crate::support::{
    TEMPORARY_UPN, TODAY, UPN, fault, refusals, roll, sample, sample_roll, warnings,
};

const HEADINGS: &str = "Incident ID,UPN,Adno,Date,Time,Type,Points,Comments\n";

fn refused(rows: &str) -> Vec<(u32, &'static str)> {
    refusals(behaviour::read, &format!("{HEADINGS}{rows}"))
}

fn taken(rows: &str) -> Reading<IncidentRow> {
    let text = format!("{HEADINGS}{rows}");
    let read = behaviour::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
    read.expect("a readable file")
}

#[test]
fn all_930_sample_incidents_are_taken() {
    let bytes = sample("behaviour_incidents_autumn_2025.csv");
    let read = behaviour::read(&bytes, &mut sample_roll(), TODAY, &Limits::default());
    let report = Report::of(Kind::Behaviour, "b.csv", &read);
    assert_eq!((report.accepted, report.rejected), (930, 0));
    assert!(report.warnings.is_empty());
    let reading = read.expect("a readable file");
    let below = reading.accepted.iter().filter(|row| row.row.points < 0);
    assert_eq!(below.count(), 663);
}

#[test]
fn each_reason_has_a_row_that_earns_it() {
    let table = [
        (
            "1,A123456789012,,2/9/2026,,Bullying,-3,x,beyond",
            "E_FIELD_COUNT",
        ),
        ("1,,,2/9/2026,,Bullying,-3,x", "E_NO_ID"),
        ("1,A12345,,2/9/2026,,Bullying,-3,x", "E_UPN_FORMAT"),
        ("1,B207000016049,,2/9/2026,,Bullying,-3,x", "E_UPN_CHECK"),
        (
            "1,H801200001001,,2/9/2026,,Bullying,-3,x",
            "E_UNKNOWN_PUPIL",
        ),
        ("1,,9999,2/9/2026,,Bullying,-3,x", "E_UNKNOWN_PUPIL"),
        ("1,,4.1E+03,2/9/2026,,Bullying,-3,x", "E_UNKNOWN_PUPIL"),
        ("1,A123456789012,,2/9/2026,,,-3,x", "E_TYPE_MISSING"),
        ("1,A123456789012,,,,Bullying,-3,x", "E_DATE_MISSING"),
        (
            "1,A123456789012,,31/9/2026,,Bullying,-3,x",
            "E_DATE_INVALID",
        ),
        (
            "1,A123456789012,,31/12/1999,,Bullying,-3,x",
            "E_DATE_INVALID",
        ),
        (
            "1,A123456789012,,11/11/2026,,Bullying,-3,x",
            "E_DATE_FUTURE",
        ),
        (
            "1,A123456789012,,2/9/2026,,Bullying,lots,x",
            "E_POINTS_INVALID",
        ),
        (
            "1,A123456789012,,2/9/2026,,Bullying,2.5,x",
            "E_POINTS_INVALID",
        ),
    ];
    for (row, code) in table {
        assert_eq!(refused(row), [(2, code)], "{row}");
    }
    for fine in [
        "1,A123456789012,,10/11/2026,,Bullying,-3,x",
        ",a1234 56789012,wrong,1/1/2000,,Bullying,,",
        "1,,0004101.0,2/9/2026 09:15,,Bullying,(3),x",
        "1,,77,2/9/26,,Bullying,3-,x",
    ] {
        assert_eq!(refused(fine), [], "{fine}");
    }
}

#[test]
fn a_row_with_every_fault_gets_the_first_reason_only() {
    let mut row = vec!["1", "B207000016049", "", "x", "", "", "x", "", "beyond"];
    let mut next = |change: (usize, &'static str), code: &'static str| {
        row[change.0] = change.1;
        assert_eq!(refused(&row.join(",")), [(2, code)]);
    };
    next((0, "1"), "E_FIELD_COUNT");
    next((8, ""), "E_UPN_CHECK");
    next((1, "H801200001001"), "E_UNKNOWN_PUPIL");
    next((1, UPN), "E_TYPE_MISSING");
    next((5, "Bullying"), "E_DATE_INVALID");
    next((3, "2/9/2026"), "E_POINTS_INVALID");
}

#[test]
fn a_upn_counts_alone_where_the_row_has_one() {
    // The admission number is Rowan's, and the UPN nobody's.
    assert_eq!(
        refused("1,H801200001001,4101,2/9/2026,,Bullying,,"),
        [(2, "E_UNKNOWN_PUPIL")]
    );
}

#[test]
fn the_same_incident_again_is_refused() {
    let by_id = "7,A123456789012,,2/9/2026,,Bullying,,\n";
    // By either number it is the same pupil; another pupil may be in it too.
    assert_eq!(
        refused(&format!(
            "{by_id}7,,4101,3/9/2026,,Uniform,,\n7,B801200005001,,2/9/2026,,Bullying,,"
        )),
        [(3, "E_DUP_INCIDENT")]
    );
    let by_facts = ",A123456789012,,2/9/2026,09:15,Bullying,-1,Words\n";
    assert_eq!(
        refused(&format!(
            "{by_facts},,4101,02/09/2026,09:15,BULLYING,-5,Words"
        )),
        [(3, "E_DUP_INCIDENT")]
    );
    for other in [
        ",A123456789012,,3/9/2026,09:15,Bullying,-1,Words",
        ",A123456789012,,2/9/2026,09:16,Bullying,-1,Words",
        ",A123456789012,,2/9/2026,09:15,Uniform,-1,Words",
        ",A123456789012,,2/9/2026,09:15,Bullying,-1,Other words",
        "7,A123456789012,,2/9/2026,09:15,Bullying,-1,Words",
    ] {
        assert_eq!(refused(&format!("{by_facts}{other}")), [], "{other}");
    }
    // A refused row stands in nobody's way.
    assert_eq!(
        refused("7,A123456789012,,,,Bullying,,\n7,A123456789012,,2/9/2026,,Bullying,,"),
        [(2, "E_DATE_MISSING")]
    );
}

#[test]
fn points_are_read_however_they_are_written() {
    for (words, points) in [
        ("3", 3),
        ("+3", 3),
        ("-3", -3),
        ("\u{2212}3", -3),
        ("3-", -3),
        ("(3)", -3),
        ("3.0", 3),
        ("-3.00", -3),
        ("0", 0),
        ("", 0),
    ] {
        assert_eq!(points::read(words), Some(points), "{words}");
    }
    for words in [
        "x",
        "2.5",
        "--3",
        "(-3)",
        "3 4",
        ".",
        "3.",
        "1e3",
        "99999999999",
        "+",
        "٣",
    ] {
        assert_eq!(points::read(words), None, "{words}");
    }
}

#[test]
fn words_are_kept_with_their_line_breaks_and_lines_counted_past_them() {
    let reading =
        taken("1,A123456789012,,2/9/2026,9.15,Bullying,,\"One\nTwo \"\"three\"\"\"\n2,,,,,,,x\n");
    let row = &reading.accepted[0].row;
    assert_eq!(
        row.notes.as_ref().map(intake::cells::typed::Typed::as_str),
        Some("One\nTwo \"three\"")
    );
    assert_eq!(reading.refused[0].line, 4);
}

#[test]
fn columns_that_must_be_there_are_asked_for() {
    let read = |text: &str| {
        let read = behaviour::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
        fault(&read)
    };
    assert_eq!(read("UPN,Date\n"), Some("E_MISSING_COLUMN"));
    assert_eq!(read("Type,Date\n"), Some("E_MISSING_COLUMN"));
    assert_eq!(read("UPN,Type\n"), Some("E_MISSING_COLUMN"));
    assert_eq!(read("UPN,Date,Type,Behaviour\n"), Some("E_DUP_COLUMN"));
    assert_eq!(read("Adm No,Event Date,Reason\n"), None);
}

#[test]
fn a_temporary_upn_is_not_warned_of_again_and_month_first_dates_are() {
    let mut roll = roll();
    let upn = intake::cells::upn::Upn::read(TEMPORARY_UPN).expect("a UPN");
    roll.add(Some(&upn), None);
    let text = format!("UPN,Date,Type\n{TEMPORARY_UPN},2/9/2026,x\n{UPN},9/30/2026,x\n");
    let read = behaviour::read(text.as_bytes(), &mut roll, TODAY, &Limits::default());
    let report = Report::of(Kind::Behaviour, "b.csv", &read);
    assert_eq!(warnings(&report), [("W_DATE_ORDER", 1)].into());
}
