//! Single files made to do harm. Nothing may hang or slip through.

use intake::export::refused_rows;

use crate::support::{UPN, fault, list, pupils_report, read_calendar, read_pupils, reasons};

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
    assert_eq!(reasons(&read), [(2, "E_DATE_INVALID")]);
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
