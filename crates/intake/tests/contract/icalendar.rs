//! iCalendar files: whole or refused, event by event.

use domain::text::Line;
use intake::{
    calendar::{CalendarRow, SpanKind},
    reading::{FileRefused, Reading},
    report::{Kind, Report},
};
use jiff::civil::{Date, date};

use crate::support::{fault, read_calendar, reasons, warnings};

fn calendar(events: &[&str]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    for event in events {
        text.push_str("BEGIN:VEVENT\r\n");
        text.push_str(&event.replace('\n', "\r\n"));
        text.push_str("\r\nEND:VEVENT\r\n");
    }
    text + "END:VCALENDAR\r\n"
}

fn read(text: impl AsRef<[u8]>) -> Result<Reading<CalendarRow>, FileRefused> {
    read_calendar(text, "school.ics")
}

fn days(event: &str) -> Option<(Date, Date)> {
    let text = calendar(&[&format!("UID:1\nSUMMARY:INSET day\n{event}")]);
    let reading = read(text).expect("a readable file");
    let span = reading.accepted.first()?.row.spans.first()?.clone();
    Some((span.first, span.last))
}

#[test]
fn a_calendar_must_be_whole_and_rightly_nested() {
    let whole = calendar(&["UID:1\nDTSTART:20260901"]);
    assert_eq!(fault(&read(&whole)), None);
    assert_eq!(fault(&read(format!("\r\n{whole}\r\n \r\n"))), None);
    let broken = [
        "Term,Start\n".to_owned(),
        whole.replace("END:VCALENDAR\r\n", ""),
        whole.replace("END:VEVENT\r\n", ""),
        whole.replace("BEGIN:VEVENT", "BEGIN:VTODO"),
        format!("{whole}UID:2\r\n"),
        format!("X-BEFORE:1\r\n{whole}"),
        whole.replace("BEGIN:VEVENT", "BEGIN:VCALENDAR"),
        "END:VCALENDAR".to_owned(),
        "BEGIN:VCALENDAR".to_owned(),
        "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n".to_owned(),
    ];
    for text in broken {
        assert_eq!(fault(&read(&text)), Some("E_ICS_SYNTAX"), "{text}");
    }
    assert_eq!(fault(&read("")), Some("E_EMPTY"));
    assert_eq!(fault(&read("%PDF-1.7")), Some("E_BINARY"));
}

#[test]
fn a_calendar_without_events_is_nothing_to_import() {
    let report = Report::of(Kind::Calendar, "x.ics", &read(calendar(&[])));
    assert_eq!(report.outcome.code(), "nothing_to_import");
    assert_eq!(report.units, "events");
}

#[test]
fn each_reason_has_an_event_that_earns_it_in_the_order_of_the_contract() {
    let table = [
        ("DTSTART:x\nRRULE:FREQ=DAILY", Some("E_ICS_NO_UID")),
        ("UID:\nDTSTART:20260901", Some("E_ICS_NO_UID")),
        ("UID:1\nRRULE:FREQ=DAILY", Some("E_ICS_NO_START")),
        ("UID:1\nDTSTART:x\nRRULE:FREQ=DAILY", Some("E_ICS_RRULE")),
        (
            "UID:1\nDTSTART:20260901\nRDATE:20260902",
            Some("E_ICS_RRULE"),
        ),
        ("UID:1\nDTSTART:2026-09-01", Some("E_DATE_INVALID")),
        ("UID:1\nDTSTART:20260230", Some("E_DATE_INVALID")),
        ("UID:1\nDTSTART:20260901T2500", Some("E_DATE_INVALID")),
        (
            "UID:1\nDTSTART:20260901\nDTEND:soon",
            Some("E_DATE_INVALID"),
        ),
        (
            "UID:1\nDTSTART:20260901\nDURATION:1 day",
            Some("E_DATE_INVALID"),
        ),
        (
            "UID:1\nDTSTART:20260901\nDTEND:20260831",
            Some("E_END_BEFORE_START"),
        ),
        (
            "UID:1\nDTSTART:20260901\nDURATION:-P1D",
            Some("E_END_BEFORE_START"),
        ),
        ("UID:1\nDTSTART:20260901\nDTEND:20260901", None),
        ("UID:1\nDTSTART:20260901", None),
    ];
    for (event, code) in table {
        let reason = reasons(&read(calendar(&[event])));
        let expected: Vec<_> = code.into_iter().map(|code| (3, code)).collect();
        assert_eq!(reason, expected, "{event}");
    }
}

#[test]
fn the_end_of_an_event_is_not_part_of_it() {
    let one = date(2026, 9, 1);
    let table = [
        (
            "DTSTART;VALUE=DATE:20260901\nDTEND;VALUE=DATE:20260902",
            one,
            one,
        ),
        (
            "DTSTART;VALUE=DATE:20260901\nDTEND;VALUE=DATE:20260905",
            one,
            date(2026, 9, 4),
        ),
        ("DTSTART:20260901", one, one),
        ("DTSTART:20260901\nDURATION:P1W", one, date(2026, 9, 7)),
        ("DTSTART:20260901T090000\nDTEND:20260901T153000", one, one),
        (
            "DTSTART:20260901T090000\nDTEND:20260903T000000",
            one,
            date(2026, 9, 2),
        ),
        ("DTSTART:20260901T090000\nDURATION:PT6H", one, one),
    ];
    for (event, first, last) in table {
        assert_eq!(days(event), Some((first, last)), "{event}");
    }
}

#[test]
fn times_are_those_of_a_british_clock() {
    let table = [
        // Summer time: half past eleven at night in UTC is the next day here.
        ("DTSTART:20260831T233000Z", date(2026, 9, 1)),
        ("DTSTART:20261231T233000Z", date(2026, 12, 31)),
        (
            "DTSTART;TZID=GMT Standard Time:20260901T003000",
            date(2026, 9, 1),
        ),
        (
            "DTSTART;TZID=\"Europe/London\":20260901T003000",
            date(2026, 9, 1),
        ),
        (
            "DTSTART;TZID=America/New_York:20260831T200000",
            date(2026, 9, 1),
        ),
        ("DTSTART;TZID=No/Where:20260901T003000", date(2026, 9, 1)),
    ];
    for (event, day) in table {
        assert_eq!(days(event).map(|(first, _)| first), Some(day), "{event}");
    }
}

#[test]
fn of_one_event_told_twice_the_newer_counts() {
    let event = |sequence, day| format!("UID:1\nSEQUENCE:{sequence}\nSUMMARY:INSET\nDTSTART:{day}");
    for (first, second, wins) in [
        (event(0, "20260901"), event(1, "20260902"), date(2026, 9, 2)),
        (event(1, "20260901"), event(1, "20260902"), date(2026, 9, 2)),
        (event(2, "20260901"), event(1, "20260902"), date(2026, 9, 1)),
    ] {
        let read = read(calendar(&[&first, &second]));
        let report = Report::of(Kind::Calendar, "x.ics", &read);
        assert_eq!((report.total, report.accepted), (2, 2));
        assert_eq!(warnings(&report), [("W_ICS_SUPERSEDED", 1)].into());
        let rows = read.expect("a readable file").accepted;
        let days: Vec<Date> = rows
            .iter()
            .flat_map(|row| &row.row.spans)
            .map(|s| s.first)
            .collect();
        assert_eq!(days, [wins]);
    }
}

#[test]
fn a_cancelled_event_leaves_no_days() {
    let one = "UID:1\nSUMMARY:INSET\nDTSTART:20260901";
    let gone = "UID:1\nSEQUENCE:1\nSTATUS:cancelled\nSUMMARY:INSET\nDTSTART:20260901";
    let read = read(calendar(&[one, gone]));
    let report = Report::of(Kind::Calendar, "x.ics", &read);
    let expected = [("W_ICS_CANCELLED", 1), ("W_ICS_SUPERSEDED", 1)].into();
    assert_eq!(warnings(&report), expected);
    let rows = read.expect("a readable file").accepted;
    assert!(rows.iter().all(|row| row.row.spans.is_empty()));
}

#[test]
fn only_properties_directly_in_an_event_count() {
    let event = "BEGIN:VALARM\nUID:alarm\nDTSTART:19990101\nRRULE:FREQ=DAILY\nEND:VALARM\nUID:1\nDTSTART:20260901";
    assert_eq!(reasons(&read(calendar(&[event]))), []);
    let zone = calendar(&["UID:1\nDTSTART:20260901"]).replace(
        "VERSION:2.0",
        "BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nDTSTART:1x\r\nRRULE:x\r\nEND:STANDARD\r\nEND:VTIMEZONE",
    );
    assert_eq!(reasons(&read(zone)), []);
}

#[test]
fn folds_are_undone_on_the_bytes_even_inside_a_character() {
    let text = calendar(&["UID:1\nDTSTART:202609\n 01\nSUMMARY:Zoë’s INSET\\, day"]);
    let bytes = text.into_bytes();
    let at = bytes
        .iter()
        .position(|byte| *byte == 0xC3)
        .expect("a letter of two bytes")
        + 1;
    let folded = [&bytes[..at], b"\r\n ", &bytes[at..]].concat();
    let reading = read(folded).expect("a readable file");
    let span = &reading.accepted[0].row.spans[0];
    assert_eq!(
        span.name.as_ref().map(Line::as_str),
        Some("Zoë’s INSET, day")
    );
    assert_eq!(span.first, date(2026, 9, 1));
}

#[test]
fn lines_are_counted_through_folds() {
    let text = calendar(&["UID:1\nDTSTART:202609\n 01", "UID:2"]);
    assert_eq!(reasons(&read(text)), [(8, "E_ICS_NO_START")]);
}

#[test]
fn utf16_and_lone_line_feeds_are_read_too() {
    let text = calendar(&["UID:1\nDTSTART:20260901\nSUMMARY:INSET"]).replace("\r\n", "\n");
    assert_eq!(reasons(&read(&text)), []);
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(wide).expect("a readable file").accepted.len(), 1);
}

#[test]
fn events_are_told_by_category_and_then_by_name() {
    let week = "DTSTART:20261026\nDTEND:20261031";
    let term = "DTSTART:20260901\nDTEND:20261219";
    let day = "DTSTART:20260901";
    let table = [
        (
            format!("CATEGORIES:School,HALF-TERM\nSUMMARY:x\n{week}"),
            Some(SpanKind::HalfTerm),
        ),
        (
            format!("SUMMARY:Autumn Half-Term Holiday\n{week}"),
            Some(SpanKind::HalfTerm),
        ),
        (format!("SUMMARY:Autumn term\n{term}"), Some(SpanKind::Term)),
        (
            format!("SUMMARY:Staff training day (school closed)\n{day}"),
            Some(SpanKind::Inset),
        ),
        (
            format!("SUMMARY:New Year’s Day\n{day}"),
            Some(SpanKind::BankHoliday),
        ),
        (
            format!("SUMMARY:Christmas holiday 2026/27\n{week}"),
            Some(SpanKind::Closed),
        ),
        (format!("SUMMARY:Holiday club\n{day}"), None),
        (format!("SUMMARY:Autumn term begins\n{day}"), None),
        (format!("SUMMARY:Half term ends\n{day}"), None),
        (format!("SUMMARY:Open evening\n{day}"), None),
        (
            "SUMMARY:Term of ten years\nDTSTART:20260901\nDTEND:20360901".to_owned(),
            None,
        ),
    ];
    for (event, kind) in table {
        let reading = read(calendar(&[&format!("UID:1\n{event}")])).expect("a readable file");
        let row = &reading.accepted[0].row;
        assert_eq!(row.spans.first().map(|span| span.kind), kind, "{event}");
        assert_eq!(row.passed_over.is_some(), kind.is_none(), "{event}");
    }
}
