//! What a file says comes out as it was typed, however long it is.

use intake::{
    attendance, behaviour, contacts,
    ctf::{self, OurSchool},
    gias,
    limits::Limits,
    report::{Kind, Report},
    rows::shown,
    suspensions,
};
use serde_json::Value;

use crate::support::{
    TODAY, UPN, pupils_report, read_pupils, read_staff, reasons, refusals, roll, sample,
};

fn first(rows: Vec<Value>) -> Value {
    rows.into_iter().next().expect("a row")
}

#[test]
fn line_breaks_runs_of_spaces_and_marks_of_direction_stay() {
    let name = "Tide\r\nwell  \u{202e}Rowan\u{202c}\u{7}x";
    let text = format!(
        "UPN,Surname,Forename,DOB,House\n{UPN},\"{name}\",R,30/07/2014,\u{a0}A\u{a0}B\u{a0}\n"
    );
    let row = first(shown(&read_pupils(text).expect("a file")));
    assert_eq!(row["surname"], "Tide\nwell  \u{202e}Rowan\u{202c}\u{7}x");
    assert_eq!(row["house"], "A B");
    let text =
        format!("UPN,Date,Type,Location,Notes\n{UPN},2/9/2026,\"Late\n  again\",B  12,\" a \"\n");
    let read = behaviour::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
    let row = first(shown(&read.expect("a file")));
    assert_eq!(row["type"], "Late\n  again");
    assert_eq!(
        (&row["location"], &row["notes"]),
        (&Value::from("B  12"), &Value::from("a"))
    );
}

#[test]
fn a_name_that_nobody_can_see_is_missing() {
    let text = format!("UPN,Surname,Forename,DOB\n{UPN},\u{200b},Rowan,30/07/2014\n");
    assert_eq!(reasons(&read_pupils(text)), [(2, "E_NAME_MISSING")]);
}

#[test]
fn nothing_is_refused_for_being_long() {
    let long = "x".repeat(3_000);
    let text = format!(
        "UPN,Adno,Surname,Forename,DOB,Reg,Phone\n{UPN},{long},{long},{long},30/07/2014,{long},{long}\n"
    );
    let report = pupils_report(text);
    assert_eq!((report.accepted, report.warnings.len()), (1, 0));
    assert!(report.left_out.is_empty());
    let incident = format!("Incident ID,UPN,Date,Type,Time\n{long},{UPN},2/9/2026,{long},{long}\n");
    assert_eq!(refusals(behaviour::read, &incident), []);
    let contact = format!("UPN,Contact Name,Relationship\n{UPN},{long},{long}\n");
    assert_eq!(refusals(contacts::read, &contact), []);
    let mark = format!("UPN,Date,Session,Mark,Notes\n{UPN},2/9/2026,AM,/,{long}\n");
    assert_eq!(refusals(attendance::read, &mark), []);
    let suspended =
        format!("UPN,Category,Start,Sessions,Reason1,Notes\n{UPN},SUSP,2/9/2026,2,PP,{long}\n");
    assert_eq!(refusals(suspensions::read, &suspended), []);
    let staff = format!("Staff ID,Staff Code,Forename,Surname\n{long},{long},{long},{long}\n");
    assert_eq!(reasons(&read_staff(staff)), []);
    let bytes = sample("ctf/9984001_CTF_XXXXXXX_001.xml");
    let words = String::from_utf8(bytes).expect("utf-8");
    let words = words.replace("<Surname>", &format!("<Surname>{long}"));
    let read = ctf::read(
        words.as_bytes(),
        TODAY,
        &OurSchool::default(),
        &Limits::default(),
    );
    assert_eq!(reasons(&read), []);
    let school = format!(
        "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (code)\n123456,998,4001,{long},1\n"
    );
    let read = gias::read(school.as_bytes(), TODAY, &Limits::default());
    assert_eq!(Report::of(Kind::Gias, "g", &read).accepted, 1);
}
