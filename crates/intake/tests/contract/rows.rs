//! Parsed rows as JSON, to the letter: other programs read them.

use intake::{
    attendance, behaviour, contacts,
    ctf::{self, OurSchool},
    gias,
    limits::Limits,
    rows::shown,
    suspensions,
};
use serde_json::{Value, json};

use crate::support::{TODAY, UPN, list, read_calendar, read_pupils, read_staff, roll};

fn first(rows: Vec<Value>) -> Value {
    rows.into_iter().next().expect("a row")
}

#[test]
fn a_pupil() {
    let text = list(&[&format!(
        "{UPN},004101,Tidewell,Rowan,30/07/2014,Y8,7700900123,Dana"
    )]);
    let text = text.replace("DOB", "DOB,Year,Phone,Contact 1 Name");
    assert_eq!(
        first(shown(&read_pupils(text).expect("a file"))),
        json!({
            "line": 2, "upn": UPN, "adno": "004101", "surname": "Tidewell", "forename": "Rowan",
            "dob": "2014-07-30", "year": "8", "phone": "07700900123",
            "contacts": [{"name": "Dana"}], "warnings": ["W_PHONE_FIXED"]
        })
    );
}

#[test]
fn what_happened_to_a_pupil() {
    let limits = Limits::default();
    let text = "Adno,Date,Time,Type,Points,Notes\n4101,2/9/2026,9:15,Bullying,(3),Words\n";
    let read = behaviour::read(text.as_bytes(), &mut roll(), TODAY, &limits);
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 2, "adno": "4101", "date": "2026-09-02", "time": "9:15", "type": "Bullying",
               "points": -3, "notes": "Words"})
    );
    let text = format!("UPN,Date,Session,Mark,Minutes Late\n{UPN},2/9/2026,2,l,7\n");
    let read = attendance::read(text.as_bytes(), &mut roll(), TODAY, &limits);
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 2, "upn": UPN, "date": "2026-09-02", "session": "PM", "mark": "L", "minutes": 7})
    );
    let text = format!(
        "UPN,Category,Start,End,Sessions,Reason 1,Reason 2\n{UPN},fixd,2/9/26,3/9/26,4,pp,db\n"
    );
    let read = suspensions::read(text.as_bytes(), &mut roll(), TODAY, &limits);
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 2, "upn": UPN, "category": "SUSP", "start": "2026-09-02", "end": "2026-09-03",
               "sessions": 4, "reasons": ["PP", "DB"]})
    );
}

#[test]
fn people_and_schools() {
    let limits = Limits::default();
    let text =
        "Adno,Contact Name,Relationship,Parental Responsibility,Priority\n4101,Dana,Mum,Y,1\n";
    let read = contacts::read(text.as_bytes(), &mut roll(), TODAY, &limits);
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 2, "adno": "4101", "name": "Dana", "relationship": "Mum",
               "parental_responsibility": "Y", "priority": 1})
    );
    let read = read_staff("Staff ID,Forename,Surname,Start Date\nS1,Amina,Farrow,1/9/2024\n");
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 2, "staff_id": "S1", "forename": "Amina", "surname": "Farrow", "start": "2024-09-01"})
    );
    let text = "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (code),StatutoryLowAge\n\
                100001,998,4001,Oakmere,1,11\n";
    let read = gias::read(text.as_bytes(), TODAY, &limits);
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 2, "urn": "100001", "la": "998", "estab": "4001", "name": "Oakmere",
               "status": "1", "youngest": 11})
    );
}

#[test]
fn a_pupil_of_a_transfer_file() {
    let text = format!(
        "<CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion></Header>\
         <CTFpupilData><Pupil><UPN>{UPN}</UPN><Surname>T</Surname><Forename>R</Forename><DOB>2014-07-30</DOB>\
         <Attendance><YearData><Year>2025</Year><SessionsPossible>380</SessionsPossible></YearData></Attendance>\
         <SchoolHistory><School><LEA>998</LEA><Estab>2001</Estab><LeavingDate/></School></SchoolHistory>\
         </Pupil></CTFpupilData></CTfile>"
    );
    let read = ctf::read(
        text.as_bytes(),
        TODAY,
        &OurSchool::default(),
        &Limits::default(),
    );
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 1, "upn": UPN, "surname": "T", "forename": "R", "dob": "2014-07-30",
               "attendance": [{"year": 2025, "possible": 380}], "schools": [{"laestab": "9982001"}]})
    );
}

#[test]
fn a_term() {
    let read = read_calendar(
        "Term,Term Start,Term End\nAutumn,1/9/2026,18/12/2026\n",
        "t.csv",
    );
    assert_eq!(
        first(shown(&read.expect("a file"))),
        json!({"line": 2, "spans": [{"kind": "term", "name": "Autumn term 2026/27",
               "first": "2026-09-01", "last": "2026-12-18"}]})
    );
}
