//! Tables of days in which each row says what it is.

use intake::calendar::{CalendarRow, SpanKind};

use crate::support::{fault, read_calendar, reasons};

fn rows(text: &str) -> Vec<CalendarRow> {
    let read = read_calendar(text, "days.csv");
    let reading = read.unwrap_or_else(|refused| panic!("{refused} for {text}"));
    assert!(reading.refused.is_empty(), "{:?}", reading.refused);
    reading.accepted.into_iter().map(|row| row.row).collect()
}

fn kind(text: &str) -> Option<SpanKind> {
    rows(text).remove(0).spans.first().map(|span| span.kind)
}

#[test]
fn a_row_that_calls_itself_a_holiday_is_no_term() {
    for (row, expected) in [
        (
            "21/12/2026,1/1/2027,Christmas,Holiday",
            Some(SpanKind::Closed),
        ),
        (
            "21/12/2026,1/1/2027,Christmas holiday,",
            Some(SpanKind::Closed),
        ),
        (
            "26/10/2026,30/10/2026,Autumn,Half term",
            Some(SpanKind::HalfTerm),
        ),
        ("26/10/2026,30/10/2026,Half term,", Some(SpanKind::HalfTerm)),
        ("1/9/2026,1/9/2026,Training,INSET", Some(SpanKind::Inset)),
        ("1/9/2026,,INSET day,", Some(SpanKind::Inset)),
        (
            "25/12/2026,25/12/2026,Christmas Day,Bank holiday",
            Some(SpanKind::BankHoliday),
        ),
        ("1/9/2026,18/12/2026,Autumn,Term", Some(SpanKind::Term)),
        ("1/9/2026,18/12/2026,Autumn term,", Some(SpanKind::Term)),
        ("1/9/2026,18/12/2026,Autumn,", Some(SpanKind::Term)),
        ("1/9/2026,18/12/2026,Chess,Club", None),
        ("1/9/2026,18/12/2026,,", None),
    ] {
        assert_eq!(
            kind(&format!("Start,End,Name,Type\n{row}\n")),
            expected,
            "{row}"
        );
    }
    let passed = rows("Start,End,Name\n9/9/2026,9/9/2026,Open evening\n").remove(0);
    assert_eq!(
        passed.passed_over.map(String::from).as_deref(),
        Some("Open evening")
    );
}

#[test]
fn a_list_of_terms_may_have_other_days_among_them() {
    for (row, expected) in [
        ("Autumn,1/9/2026,18/12/2026", Some(SpanKind::Term)),
        (",1/9/2026,18/12/2026", Some(SpanKind::Term)),
        (
            "Autumn (half term from 26 October),1/9/2026,18/12/2026",
            Some(SpanKind::Term),
        ),
        ("Michaelmas,1/9/2026,18/12/2026", Some(SpanKind::Term)),
        (
            "Christmas holiday,21/12/2026,1/1/2027",
            Some(SpanKind::Closed),
        ),
        (
            "Summer holidays,21/7/2026,31/8/2026",
            Some(SpanKind::Closed),
        ),
        (
            "Autumn half term,26/10/2026,30/10/2026",
            Some(SpanKind::HalfTerm),
        ),
        (
            "Bank holiday,4/5/2026,4/5/2026",
            Some(SpanKind::BankHoliday),
        ),
        // Seven weeks of school or a slip: for a person to say.
        ("Autumn half term 1,1/9/2026,23/10/2026", None),
        ("Holiday club,27/10/2026,28/10/2026", None),
    ] {
        for headings in ["Term,Term Start,Term End", "Term,Start,End"] {
            let text = format!("{headings}\n{row}\n");
            assert_eq!(kind(&text), expected, "{text}");
        }
    }
}

#[test]
fn start_and_end_alone_say_nothing() {
    for headings in [
        "Start,End",
        "Start Date,End Date,Room",
        "From Date,Until Date",
    ] {
        let read = read_calendar(format!("{headings}\n1/9/2026,18/12/2026\n"), "x.csv");
        assert_eq!(fault(&read), Some("E_MISSING_COLUMN"), "{headings}");
    }
    let read = read_calendar("Term Start,Term End\n1/9/2026,18/12/2026\n", "x.csv");
    assert_eq!(fault(&read), None);
}

#[test]
fn days_that_are_no_term_are_judged_too() {
    for (row, code) in [
        ("soon,1/1/2027,Christmas,Holiday", "E_DATE_INVALID"),
        (",1/1/2027,Christmas,Holiday", "E_DATE_MISSING"),
        ("2/1/2027,1/1/2027,Christmas,Holiday", "E_END_BEFORE_START"),
        ("1/1/2027,1/1/2029,Christmas,Holiday", "E_DATE_INVALID"),
    ] {
        let read = read_calendar(format!("Start,End,Name,Type\n{row}\n"), "x.csv");
        assert_eq!(reasons(&read), [(2, code)], "{row}");
    }
}

#[test]
fn a_table_of_a_roster_is_no_calendar() {
    let text = "sourcedId,status,dateLastModified,title,type,startDate,endDate\n\
                t1,,,Autumn,term,2026-09-01,2026-12-18\n";
    let read = read_calendar(text, "academicSessions.csv");
    assert_eq!(fault(&read), Some("E_ROSTER_TABLE"));
}
