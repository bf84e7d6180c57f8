//! Attendance in grids of a week and in strings of marks.

use intake::{
    attendance::{self, MarkRow},
    limits::Limits,
    reading::Reading,
    report::{Kind, Report},
};

use crate::support::{TODAY, reasons, roll, warnings};

fn read(text: &str) -> Reading<MarkRow> {
    let read = attendance::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
    read.expect("a readable file")
}

fn refused(text: &str) -> Vec<(u32, &'static str)> {
    reasons(&Ok(read(text)))
}

fn taken(text: &str) -> Vec<String> {
    let rows = read(text).accepted;
    let words = rows
        .iter()
        .map(|row| &row.row)
        .map(|row| format!("{} {} {}", row.on, row.session.code(), row.mark.code()));
    words.collect()
}

const WEEK: &str = "Adno,Week Beginning,Monday AM,mon pm,TueAM,Tues PM,Weds AM,WedPM,Thurs-AM,Thu PM,FRIDAY AM,FriPM,Note\n";

#[test]
fn each_filled_cell_of_a_week_is_a_mark() {
    let text = format!("{WEEK}4101,7/9/2026,/,\\,L, ,,,,,#,c2,x\n");
    assert_eq!(
        taken(&text),
        [
            "2026-09-07 AM /",
            "2026-09-07 PM \\",
            "2026-09-08 AM L",
            "2026-09-11 AM #",
            "2026-09-11 PM C2",
        ]
    );
    assert_eq!(read(&text).source.ignored, ["Note"]);
}

#[test]
fn a_fault_of_a_week_refuses_each_of_its_marks() {
    for (row, code) in [
        ("4101,7/9/2026,/,\\,L,,,,,,,,x,beyond", "E_FIELD_COUNT"),
        (",7/9/2026,/,\\,L,,,,,,,,", "E_NO_ID"),
        ("99,7/9/2026,/,\\,L,,,,,,,,", "E_UNKNOWN_PUPIL"),
        ("4101,,/,\\,L,,,,,,,,", "E_DATE_MISSING"),
        ("4101,x,/,\\,L,,,,,,,,", "E_DATE_INVALID"),
        ("4101,8/9/2026,/,\\,L,,,,,,,,", "E_DATE_INVALID"),
        ("4101,17/11/2026,/,\\,L,,,,,,,,", "E_DATE_INVALID"),
        ("4101,16/11/2026,/,\\,L,,,,,,,,", "E_DATE_FUTURE"),
    ] {
        assert_eq!(refused(&format!("{WEEK}{row}\n")), [(2, code); 3], "{row}");
    }
    // A row without marks has nothing to refuse.
    let report = Report::of(
        Kind::Attendance,
        "a.csv",
        &Ok(read(&format!("{WEEK}99,x,,,,,,,,,,,\n"))),
    );
    assert_eq!(
        (report.total, report.outcome.code()),
        (0, "nothing_to_import")
    );
}

#[test]
fn a_fault_of_one_mark_refuses_that_mark() {
    let text = format!("{WEEK}4101,7/9/2026,H,/,I,,,,,,,,\n4101,7/9/2026,,,I,M,,,,,,,\n");
    assert_eq!(refused(&text), [(2, "E_MARK_INVALID"), (3, "E_DUP_MARK")]);
    assert_eq!(read(&text).accepted.len(), 3);
    // Today is Tuesday: the rest of this week is in the future.
    let text = format!("{WEEK}4101,9/11/2026,/,\\,/,\\,/,H,,,,,\n");
    assert_eq!(refused(&text), [(2, "E_DATE_FUTURE"); 2]);
}

const STRING: &str = "UPN,Adno,Attendance Start Date,Attendance End Date,Marks\n";

#[test]
fn a_string_has_two_marks_for_each_day_of_the_calendar() {
    // Friday to Monday.
    let text = format!("{STRING},4101,4/9/2026,7/9/2026,/\\####l-\n");
    assert_eq!(
        taken(&text),
        ["2026-09-04 AM /", "2026-09-04 PM \\", "2026-09-07 AM L"]
    );
    assert_eq!(refused(&text), []);
    let report = Report::of(Kind::Attendance, "a.csv", &Ok(read(&text)));
    assert_eq!((report.total, report.units), (3, "marks"));
}

#[test]
fn a_string_that_does_not_fit_its_dates_counts_once() {
    for row in [
        ",4101,7/9/2026,,/\\/",
        ",4101,7/9/2026,8/9/2026,/\\",
        ",4101,7/9/2026,7/9/2026,/\\/\\",
        ",4101,8/9/2026,7/9/2026,/\\/\\",
    ] {
        assert_eq!(
            refused(&format!("{STRING}{row}\n")),
            [(2, "E_MARKS_LENGTH")],
            "{row}"
        );
    }
    assert_eq!(refused(&format!("{STRING},4101,7/9/2026,,/\\/\\\n")), []);
}

#[test]
fn a_fault_of_a_string_refuses_each_of_its_marks() {
    for (row, code) in [
        (",,7/9/2026,,/\\I#", "E_NO_ID"),
        ("B207000016049,,7/9/2026,,/\\I-", "E_UPN_CHECK"),
        (",99,7/9/2026,,/\\I-", "E_UNKNOWN_PUPIL"),
        (",4101,,,/\\I-", "E_DATE_MISSING"),
        (",4101,x,,/\\I-", "E_DATE_INVALID"),
        (",4101,7/9/2026,x,/\\I-", "E_DATE_INVALID"),
        (",4101,11/11/2026,,/\\I-", "E_DATE_FUTURE"),
    ] {
        assert_eq!(
            refused(&format!("{STRING}{row}\n")),
            [(2, code); 3],
            "{row}"
        );
    }
}

#[test]
fn each_mark_of_a_string_is_judged_by_itself() {
    // Friday, Saturday, Sunday, Monday.
    let text = format!("{STRING},4101,4/9/2026,,H/I##Z\\/\n");
    assert_eq!(
        refused(&text),
        [(2, "E_MARK_INVALID"), (2, "E_WEEKEND"), (2, "E_WEEKEND")]
    );
    let report = Report::of(Kind::Attendance, "a.csv", &Ok(read(&text)));
    assert_eq!((report.accepted, report.rejected), (3, 3));
    assert_eq!(warnings(&report), [("W_SLASH_SWAPPED", 3)].into());
    // Yesterday, today and tomorrow.
    let text = format!("{STRING},4101,9/11/2026,,/\\/\\/\\\n");
    assert_eq!(refused(&text), [(2, "E_DATE_FUTURE"); 2]);
}

#[test]
fn old_codes_of_a_string_go_with_their_time() {
    let text = format!("{STRING},4101,16/8/2024,,JY####JY\n");
    assert_eq!(refused(&text), [(2, "E_MARK_INVALID"); 2]);
}

#[test]
fn what_a_refused_row_says_is_kept_once() {
    let reading = read(&format!("{STRING},99,7/9/2026,,/\\/\\/\\\n"));
    let kept = reading.refused.iter().filter(|row| !row.cells.is_empty());
    assert_eq!((reading.refused.len(), kept.count()), (6, 1));
}
