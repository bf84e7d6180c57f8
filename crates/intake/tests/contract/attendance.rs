//! Attendance, one mark a row: what refuses a mark, in which order.

use intake::{
    attendance::{self, Mark, Standing},
    limits::Limits,
    report::{Kind, Report},
};

use crate::support::{TODAY, fault, refusals, roll, sample, sample_roll, warnings};

const HEADINGS: &str = "UPN,Adno,Date,Session,Mark,Minutes Late\n";

fn refused(rows: &str) -> Vec<(u32, &'static str)> {
    refusals(attendance::read, &format!("{HEADINGS}{rows}"))
}

#[test]
fn all_45000_sample_marks_are_taken_and_add_up() {
    let bytes = sample("attendance_marks_autumn_2025.csv");
    let read = attendance::read(&bytes, &mut sample_roll(), TODAY, &Limits::default());
    let report = Report::of(Kind::Attendance, "a.csv", &read);
    assert_eq!((report.accepted, report.rejected), (45_000, 0));
    assert_eq!(report.units, "marks");
    assert!(report.warnings.is_empty());
    let rows = read.expect("a readable file").accepted;
    let count = |mark: Mark| rows.iter().filter(|row| row.row.mark == mark).count();
    for (code, marks) in [
        ("/", 19_717),
        ("\\", 19_166),
        ("I", 2_510),
        ("L", 715),
        ("Y4", 598),
        ("O", 244),
        ("E", 127),
        ("C2", 29),
        ("J1", 6),
        ("R", 5),
    ] {
        assert_eq!(count(code.parse().expect("a code")), marks, "{code}");
    }
    let standing = |of| {
        rows.iter()
            .filter(|row| row.row.mark.standing() == of)
            .count()
    };
    let attending = standing(Standing::Attending);
    let possible = attending + standing(Standing::Authorised) + standing(Standing::Unauthorised);
    // Of all marks together; the mean of pupils is 92.4 %.
    assert_eq!(attending * 1000 / possible, 924);
}

#[test]
fn each_reason_has_a_row_that_earns_it() {
    let table = [
        ("A123456789012,,7/9/2026,AM,/,,beyond", "E_FIELD_COUNT"),
        (",,7/9/2026,AM,/,", "E_NO_ID"),
        ("A1,,7/9/2026,AM,/,", "E_UPN_FORMAT"),
        ("B207000016049,,7/9/2026,AM,/,", "E_UPN_CHECK"),
        ("H801200001001,,7/9/2026,AM,/,", "E_UNKNOWN_PUPIL"),
        (",4101,,AM,/,", "E_DATE_MISSING"),
        (",4101,x,AM,/,", "E_DATE_INVALID"),
        (",4101,1/9/1999,AM,/,", "E_DATE_INVALID"),
        (",4101,11/11/2026,AM,/,", "E_DATE_FUTURE"),
        (",4101,7/9/2026,,/,", "E_SESSION_INVALID"),
        (",4101,7/9/2026,noon,/,", "E_SESSION_INVALID"),
        (",4101,7/9/2026,AM,,", "E_MARK_MISSING"),
        (",4101,7/9/2026,AM,H,", "E_MARK_INVALID"),
        (",4101,7/9/2026,AM,Y8,", "E_MARK_INVALID"),
        (",4101,7/9/2026,AM,-,", "E_MARK_INVALID"),
        (",4101,5/9/2026,AM,/,", "E_WEEKEND"),
        (",4101,6/9/2026,PM,I,", "E_WEEKEND"),
    ];
    for (row, code) in table {
        assert_eq!(refused(row), [(2, code)], "{row}");
    }
    for fine in [
        ",4101,10/11/2026,am,/,",
        ",4101,7/9/2026,Morning,l,7",
        ",4101,7/9/2026,2,c2,",
        ",4101,6/9/2026,P,#,",
        ",4101,7/9/2026,1,y4,",
        "B801200005001,x,7/9/2026,a,/,",
    ] {
        assert_eq!(refused(fine), [], "{fine}");
    }
}

#[test]
fn codes_go_with_their_time() {
    for code in ["J", "Y", "j"] {
        assert_eq!(
            refused(&format!(",4101,16/8/2024,AM,{code},")),
            [],
            "{code}"
        );
        let since = refused(&format!(",4101,19/8/2024,AM,{code},"));
        assert_eq!(since, [(2, "E_MARK_INVALID")], "{code}");
    }
    for code in
        "/ \\ L B K P V W C C1 C2 E I J1 M R S T G N O U D Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 X Z #".split(' ')
    {
        assert_eq!(refused(&format!(",4101,7/9/2026,AM,{code},")), [], "{code}");
    }
}

#[test]
fn the_same_session_again_is_a_duplicate_or_a_conflict() {
    let rows = ",4101,7/9/2026,AM,I,\n\
                A123456789012,,07/09/2026,Morning,i,\n\
                ,4101,7/9/2026,AM,M,\n\
                ,4101,7/9/2026,PM,I,\n\
                ,77,7/9/2026,AM,I,\n";
    assert_eq!(refused(rows), [(3, "E_DUP_MARK"), (4, "E_CONFLICT_MARK")]);
    // Present is present, whichever way the stroke leans.
    assert_eq!(
        refused(",4101,7/9/2026,AM,/,\n,4101,7/9/2026,AM,\\,"),
        [(3, "E_DUP_MARK")]
    );
}

#[test]
fn strokes_the_wrong_way_round_are_swapped_with_a_warning() {
    let text =
        format!("{HEADINGS},4101,7/9/2026,PM,/,\n,4101,8/9/2026,AM,\\,\n,4101,9/9/2026,AM,/,");
    let read = attendance::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
    let report = Report::of(Kind::Attendance, "a.csv", &read);
    assert_eq!(warnings(&report), [("W_SLASH_SWAPPED", 2)].into());
    let rows = read.expect("a readable file").accepted;
    let marks: Vec<Mark> = rows.iter().map(|row| row.row.mark).collect();
    assert_eq!(
        marks,
        [
            Mark::PresentAfternoon,
            Mark::PresentMorning,
            Mark::PresentMorning
        ]
    );
}

#[test]
fn columns_that_must_be_there_are_asked_for() {
    for (headings, expected) in [
        ("UPN,Date,Session,Mark", None),
        ("Adno,Attendance Date,AM/PM,Attendance Code", None),
        ("Date,Session,Mark", Some("E_MISSING_COLUMN")),
        ("UPN,Session,Mark", Some("E_MISSING_COLUMN")),
        ("UPN,Date,Mark", Some("E_MISSING_COLUMN")),
        ("UPN,Date,Session", Some("E_MISSING_COLUMN")),
        ("UPN,Date,Session,Mark,Code", Some("E_DUP_COLUMN")),
        ("UPN,Week Beginning,Mon AM", None),
        ("UPN,Week Beginning,Mon AM,Monday AM", Some("E_DUP_COLUMN")),
        ("Week Beginning,Mon AM", Some("E_MISSING_COLUMN")),
        ("UPN,Mon AM", Some("E_MISSING_COLUMN")),
        ("UPN,Attendance Start Date,Marks", None),
        ("UPN,Marks", Some("E_MISSING_COLUMN")),
        ("Attendance Start Date,Marks", Some("E_MISSING_COLUMN")),
    ] {
        let text = format!("{headings}\n");
        let read = attendance::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
        assert_eq!(fault(&read), expected, "{headings}");
    }
}
