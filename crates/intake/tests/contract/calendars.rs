//! Term dates as CSV and JSON.

use domain::text::Line;
use intake::{
    calendar::{CalendarForm, DayKind, SchoolDates},
    limits::Limits,
};
use jiff::civil::date;

use crate::support::{TODAY, fault, read_calendar, reasons};

const HEADINGS: &str = "Academic Year,Term,Term Start,Term End,Half Term Start,Half Term End";

fn csv_reason(rows: &[&str]) -> Option<&'static str> {
    let read = read_calendar(format!("{HEADINGS}\n{}\n", rows.join("\n")), "terms.csv");
    let last = u32::try_from(rows.len()).expect("few rows") + 1;
    let reasons = reasons(&read);
    reasons
        .into_iter()
        .find(|(line, _)| *line == last)
        .map(|(_, code)| code)
}

#[test]
fn each_reason_has_a_term_that_earns_it_and_one_that_does_not() {
    let table = [
        (
            "2026/27,Autumn,01/09/2026,18/12/2026,26/10/2026,30/10/2026,x",
            Some("E_FIELD_COUNT"),
        ),
        ("2026/27,Autumn,,18/12/2026,,", Some("E_DATE_MISSING")),
        (
            "2026/27,Autumn,01/09/2026,18/12/2026,26/10/2026,",
            Some("E_DATE_MISSING"),
        ),
        ("2026/27,Autumn,01/09/2026,soon,,", Some("E_DATE_INVALID")),
        (
            "2026/27,Autumn,01/09/1926,18/12/1926,,",
            Some("E_DATE_INVALID"),
        ),
        (
            "2026/27,Autumn,18/12/2026,01/09/2026,,",
            Some("E_END_BEFORE_START"),
        ),
        (
            "2026/27,Autumn,01/09/2026,18/12/2026,30/10/2026,26/10/2026",
            Some("E_END_BEFORE_START"),
        ),
        (
            "2026/27,Autumn,01/09/2026,18/12/2027,,",
            Some("E_TERM_TOO_LONG"),
        ),
        (
            "2026/27,Autumn,01/09/2026,18/12/2026,26/10/2025,30/10/2026",
            Some("E_HALF_TERM_OUTSIDE"),
        ),
        ("2026/27,Autumn,01/09/2026,18/12/2026,,", None),
        (",,01/09/2026,18/12/2026,26/10/2026,30/10/2026", None),
    ];
    for (row, code) in table {
        assert_eq!(csv_reason(&[row]), code, "{row}");
    }
}

#[test]
fn a_term_may_not_share_days_with_an_earlier_one() {
    let autumn = ",Autumn,01/09/2026,18/12/2026,,";
    for (other, code) in [
        (",Spring,18/12/2026,25/03/2027,,", Some("E_TERM_OVERLAP")),
        (",Early,20/08/2026,01/09/2026,,", Some("E_TERM_OVERLAP")),
        (",Inside,05/10/2026,06/10/2026,,", Some("E_TERM_OVERLAP")),
        (",Around,01/08/2026,31/12/2026,,", Some("E_TERM_OVERLAP")),
        (",Spring,19/12/2026,25/03/2027,,", None),
        (",Summer,20/04/2026,20/07/2026,,", None),
    ] {
        assert_eq!(csv_reason(&[autumn, other]), code, "{other}");
    }
}

#[test]
fn terms_are_named_alike_however_the_file_names_them() {
    for row in [
        "2026/27,Autumn,01/09/2026,18/12/2026,,",
        ",AUTUMN TERM,01/09/2026,18/12/2026,,",
        ",autumn,01/09/2026,18/12/2026,,",
    ] {
        let read = read_calendar(format!("{HEADINGS}\n{row}\n"), "terms.csv");
        let dates = SchoolDates::of(&read.expect("a readable file").accepted);
        let name = dates.terms[0].name.as_ref().map(Line::as_str);
        assert_eq!(name, Some("Autumn term 2026/27"), "{row}");
    }
}

#[test]
fn inset_days_are_read_from_a_column_of_their_own() {
    let text = "Term,Start Date,End Date,INSET Days\nAutumn,01/09/2026,18/12/2026,01/09/2026; 2 Sept 2026\n";
    let reading = read_calendar(text, "terms.csv").expect("a readable file");
    let dates = SchoolDates::of(&reading.accepted);
    assert_eq!(dates.count(DayKind::Inset, 2026), 2);
    let wrong = text.replace("2 Sept", "32 Sept");
    assert_eq!(
        reasons(&read_calendar(wrong, "terms.csv")),
        [(2, "E_DATE_INVALID")]
    );
}

#[test]
fn weekends_are_no_days_of_the_school_and_a_bank_holiday_comes_before_half_term() {
    let json = r#"{"terms": [{"start": "2026-04-13", "end": "2026-07-20",
        "half_term": {"start": "2026-05-25", "end": "2026-05-29"}}],
        "inset_days": ["2026-04-13"], "bank_holidays": [{"date": "2026-05-25", "title": "Spring"}]}"#;
    let reading = read_calendar(json, "terms.json").expect("a readable file");
    let days = SchoolDates::of(&reading.accepted).days();
    let kind = |wanted| {
        days.iter()
            .find(|day| day.date == wanted)
            .map(|day| day.kind)
    };
    assert_eq!(kind(date(2026, 4, 13)), Some(DayKind::Inset));
    assert_eq!(kind(date(2026, 4, 14)), Some(DayKind::School));
    assert_eq!(kind(date(2026, 4, 18)), None);
    assert_eq!(kind(date(2026, 5, 25)), Some(DayKind::BankHoliday));
    assert_eq!(kind(date(2026, 5, 26)), Some(DayKind::HalfTerm));
    assert_eq!(kind(date(2026, 7, 21)), None);
}

#[test]
fn entries_of_json_are_refused_one_by_one_with_their_lines() {
    let json = "{\"terms\": [\n{\"start\": \"2026-09-01\"},\n{\"start\": \"01/09/2026\", \"end\": \"2026-12-18\"},\n7\n],\n\"inset_days\": [\"2026-09-01\",\n{\"title\": \"INSET\"}, \"1926-09-01\"]}";
    let read = read_calendar(json, "terms.json");
    assert_eq!(
        reasons(&read),
        [
            (2, "E_DATE_MISSING"),
            (3, "E_DATE_INVALID"),
            (4, "E_DATE_INVALID"),
            (7, "E_DATE_MISSING"),
            (7, "E_DATE_INVALID")
        ]
    );
    assert_eq!(read.expect("a readable file").accepted.len(), 1);
}

#[test]
fn json_that_is_broken_or_about_something_else_is_refused_whole() {
    let read = read_calendar("{\"terms\": [\n", "terms.json");
    assert_eq!(fault(&read), Some("E_JSON_SYNTAX"));
    assert_eq!(read.expect_err("a fault").fault.line(), Some(2));
    for other in [
        "[]",
        "{}",
        "{\"pupils\": []}",
        "{\"terms\": 7}",
        "{\"england-and-wales\": {}}",
    ] {
        let read = read_calendar(other, "terms.json");
        assert_eq!(fault(&read), Some("E_JSON_STRUCTURE"), "{other}");
    }
    let deep = format!("{{\"terms\": {}", "[".repeat(100_000));
    assert_eq!(
        fault(&read_calendar(deep, "terms.json")),
        Some("E_JSON_SYNTAX")
    );
}

#[test]
fn of_the_bank_holidays_of_the_kingdom_those_of_england_and_wales_are_read() {
    let json = r#"{"england-and-wales": {"events": [{"title": "Boxing Day", "date": "2026-12-28"}]},
        "scotland": {"events": [{"title": "2nd January", "date": "2026-01-02"}]}}"#;
    let reading = read_calendar(json, "bank-holidays.json").expect("a readable file");
    assert_eq!(reading.accepted.len(), 1);
    assert_eq!(reading.source.ignored, ["scotland"]);
    let one = r#"{"division": "england-and-wales", "events": [{"date": "2026-12-28"}]}"#;
    assert_eq!(fault(&read_calendar(one, "england-and-wales.json")), None);
}

#[test]
fn the_form_is_told_by_the_bytes_and_only_then_by_the_name() {
    let table = [
        ("\u{feff}begin:vcalendar\r\n", "x.csv", CalendarForm::Ics),
        ("  {\"terms\": []}", "x", CalendarForm::Json),
        ("Term,Start\n", "x.ICS", CalendarForm::Ics),
        ("[]", "x.json", CalendarForm::Json),
        ("Term,Start\n", "x.txt", CalendarForm::Csv),
        ("", "x", CalendarForm::Csv),
    ];
    for (text, name, form) in table {
        assert_eq!(CalendarForm::of(text.as_bytes(), name), form, "{name}");
    }
}

#[test]
fn too_many_entries_refuse_the_file() {
    let limits = Limits {
        rows: 1,
        ..Limits::default()
    };
    let json = r#"{"inset_days": ["2026-09-01", "2026-09-02"]}"#;
    let read = intake::calendar::read(json.as_bytes(), "x.json", TODAY, &limits);
    assert_eq!(fault(&read), Some("E_FILE_LIMIT"));
    let ics = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR";
    let read = intake::calendar::read(ics.as_bytes(), "x.ics", TODAY, &limits);
    assert_eq!(fault(&read), Some("E_FILE_LIMIT"));
}
