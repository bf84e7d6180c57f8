//! Files made to do harm. Nothing may panic, hang or slip through.

use intake::{
    export::refused_rows,
    report::{Kind, Report},
};
use proptest::prelude::*;

use crate::support::{
    UPN, fault, list, pupils_report, read_calendar, read_pupils, read_staff, reasons,
};

/// Reads bytes as everything, and uses every answer.
fn read_as_everything(bytes: &[u8]) {
    let pupils = read_pupils(bytes);
    let staff = read_staff(bytes);
    let reports = [
        Report::of(Kind::Pupils, "x", &pupils),
        Report::of(Kind::Staff, "x", &staff),
    ];
    for report in reports {
        assert_eq!(report.total, report.accepted + report.rejected);
        assert_eq!(report.row_reasons.len(), report.rejected);
        assert!(serde_json::to_string(&report).is_ok());
    }
    if let Ok(pupils) = &pupils {
        assert!(!refused_rows(pupils).is_empty());
    }
    for name in ["x.csv", "x.ics", "x.json"] {
        let calendar = read_calendar(bytes, name);
        if let Ok(calendar) = &calendar {
            let dates = intake::calendar::SchoolDates::of(&calendar.accepted);
            assert!(dates.days().is_sorted());
        }
        match calendar {
            Ok(reading) => assert_eq!(
                reading.total(),
                reading.accepted.len() + reading.refused.len()
            ),
            Err(refused) => assert!(!refused.fault.what().is_empty()),
        }
    }
}

/// Pieces that mean something to one reader or another.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words = prop::sample::select(vec![
        "UPN",
        "Adno",
        "Surname",
        "Forename",
        "DOB",
        "Year",
        "ULN",
        "Phone",
        "Contact 1 Name",
        "Contact 9 Email",
        "Staff ID",
        "Email",
        "Term Start",
        "Term End",
        "Half Term Start",
        "Start Date",
        "INSET Days",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\"\"",
        "\r\n",
        "\n",
        "\r",
        " ",
        "A123456789012",
        "V99820011401A",
        "30/07/2014",
        "07/30/2014",
        "41155.5",
        "3rd September 2012",
        "Monday",
        "T00:00:00Z",
        "1E+05",
        "=\"1\"",
        "'",
        "\u{a0}",
        "É",
        "\u{2212}3",
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "UID:1",
        "DTSTART:20260901",
        "DTSTART;TZID=\"x:y\":99991231T235959Z",
        "DTEND:00000101",
        "DURATION:P99999999999W",
        "DURATION:-PT1H",
        "SEQUENCE:-9999999999999999999",
        "STATUS:CANCELLED",
        "RRULE:x",
        "CATEGORIES:TERM",
        "SUMMARY:half term\\",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\"terms\"",
        "\"inset_days\"",
        "\"bank_holidays\"",
        "\"england-and-wales\"",
        "\"start\"",
        "\"end\"",
        "\"2026-09-01\"",
        "\"9999-12-31\"",
        "null",
    ])
    .prop_map(|word| word.as_bytes().to_vec());
    let piece = prop_oneof![
        8 => words,
        1 => prop::collection::vec(any::<u8>(), 1..4),
        1 => prop::sample::select(vec![
            b"\xEF\xBB\xBF".to_vec(), b"\xFF\xFE".to_vec(), b"\xFE\xFF".to_vec(), vec![0],
        ]),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_at_all_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_as_everything(&bytes);
    }

    #[test]
    fn no_mixture_of_meaningful_pieces_makes_a_reader_panic(bytes in pieces()) {
        read_as_everything(&bytes);
    }

    #[test]
    fn no_rows_under_sound_headings_make_a_reader_panic(bytes in pieces()) {
        let headings = "UPN,Adno,Surname,Forename,DOB,Year,Phone,Contact 1 Name,Contact 1 Telephone\n";
        read_as_everything(&[headings.as_bytes(), &bytes].concat());
        let terms = "Term,Term Start,Term End,Half Term Start,Half Term End,INSET Days\n";
        read_as_everything(&[terms.as_bytes(), &bytes].concat());
    }

    #[test]
    fn no_words_make_a_date_panic(words in "\\PC{0,30}", figures in "[0-9/.: TZ+-]{0,20}") {
        for words in [words, figures] {
            let _ = intake::cells::date::read(&words, crate::support::TODAY);
        }
    }
}

#[test]
fn formulas_in_a_pupils_name_come_out_harmless() {
    let text = list(&[&format!("{UPN},,\"=HYPERLINK(\"\"http://x\"\")\",+cmd,x")]);
    let reading = read_pupils(text).expect("a readable file");
    let out = String::from_utf8(refused_rows(&reading)).expect("utf-8");
    assert!(
        out.contains("\"'=HYPERLINK(") && out.contains(",'+cmd,"),
        "{out}"
    );
}

#[test]
fn huge_cells_and_lists_are_judged_quickly() {
    let words = "1 T".repeat(33_000);
    let row = format!("{UPN},,Tidewell,Rowan,{words}");
    let report = pupils_report(list(&[row.as_str(); 40]));
    assert_eq!(report.rejected, 40);
    let days = "1/9/2026;".repeat(10_000);
    let text = format!("Term Start,Term End,INSET\n1/9/2026,18/12/2026,{days}\n");
    let read = read_calendar(text, "terms.csv");
    assert_eq!(reasons(&read), [(2, "E_TEXT_TOO_LONG")]);
    let event = "CATEGORIES:x\n".repeat(200_000);
    let ics = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{event}END:VEVENT\nEND:VCALENDAR\n");
    assert_eq!(reasons(&read_calendar(ics, "x.ics")), [(2, "E_ICS_NO_UID")]);
}

#[test]
fn a_calendar_of_many_megabytes_is_refused_unread() {
    let read = read_calendar(vec![b'x'; 9 << 20], "x.ics");
    assert_eq!(fault(&read), Some("E_FILE_SIZE"));
}

#[test]
fn the_report_holds_no_value_of_any_cell() {
    let report = pupils_report(list(&["B207000016049,99417,Tidewell,Rowan,30/07/2014"]));
    let json = serde_json::to_string(&report).expect("json");
    for secret in ["B207000016049", "99417", "Tidewell", "Rowan", "2014"] {
        assert!(!json.contains(secret), "{json}");
    }
}

#[test]
fn big_files_are_read_in_one_pass_of_memory_and_time() {
    let row = |n: usize| format!(",{n},Tidewell,Rowan,30/07/2014\r\n");
    let text: String = std::iter::once("UPN,Adno,Surname,Forename,DOB\r\n".to_owned())
        .chain((1..=50_000).map(row))
        .collect();
    assert_eq!(pupils_report(text).accepted, 50_000);
    let entries = vec!["\"2026-09-01\""; 100_000].join(",\n");
    let json = format!("{{\"inset_days\": [{entries}]}}");
    let reading = read_calendar(json, "x.json").expect("a readable file");
    assert_eq!(reading.accepted[99_999].line, 100_000);
}
