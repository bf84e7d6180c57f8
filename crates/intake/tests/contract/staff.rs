//! What refuses a row of staff.

use intake::cells::email::EmailAddress;

use crate::support::{fault, read_staff, reasons};

const HEADINGS: &str = "Staff ID,Staff Code,Forename,Surname,Work Email,Start Date,End Date";

fn reason(rows: &[&str]) -> Option<&'static str> {
    let read = read_staff(format!("{HEADINGS}\n{}\n", rows.join("\n")));
    let last = u32::try_from(rows.len()).expect("few rows") + 1;
    let reasons = reasons(&read);
    reasons
        .into_iter()
        .find(|(line, _)| *line == last)
        .map(|(_, code)| code)
}

#[test]
fn each_reason_has_a_row_that_earns_it_and_one_that_does_not() {
    let table = [
        ("S1,JP,Joel,Petrie,j@kb.example,,,x", Some("E_FIELD_COUNT")),
        (",,Joel,Petrie,,,", Some("E_NO_ID")),
        (",,Joel,Petrie,not an address,,", Some("E_NO_ID")),
        ("S1,JP,Joel,,j@kb.example,,", Some("E_NAME_MISSING")),
        ("S1,JP,Joel,Petrie,,soon,", Some("E_DATE_INVALID")),
        (
            "S1,JP,Joel,Petrie,,01/09/2024,31/08/2024",
            Some("E_END_BEFORE_START"),
        ),
        ("S1,JP,Joel,Petrie,j@kb.example,01/09/2024,", None),
        (",JP,Joel,Petrie,,,", None),
        (",,Joel,Petrie,j@kb.example,,01/09/2024", None),
    ];
    for (row, code) in table {
        assert_eq!(reason(&[row]), code, "{row}");
    }
}

#[test]
fn no_two_people_share_an_id_a_code_or_an_address() {
    let first = "S1,JP,Joel,Petrie,j.petrie@kb.example,,";
    let table = [
        ("s1,,Nell,Brook,,,", Some("E_DUP_STAFF")),
        ("S2,jp,Nell,Brook,,,", Some("E_DUP_STAFF")),
        (
            "S2,NB,Nell,Brook,J.Petrie@kb.example,,",
            Some("E_DUP_EMAIL"),
        ),
        ("S2,NB,Nell,Brook,n.brook@kb.example,,", None),
        ("JP,NB,Nell,Brook,,,", None),
    ];
    for (second, code) in table {
        assert_eq!(reason(&[first, second]), code, "{second}");
    }
}

#[test]
fn a_list_of_staff_needs_names_and_something_to_know_each_person_by() {
    assert_eq!(
        fault(&read_staff("Forename,Surname\n")),
        Some("E_MISSING_COLUMN")
    );
    assert_eq!(
        fault(&read_staff("Initials,Forename\n")),
        Some("E_MISSING_COLUMN")
    );
    assert_eq!(fault(&read_staff("Email,First name,Last name\n")), None);
}

#[test]
fn the_work_address_wins_over_another_one() {
    let text = "Email,Work Email,Forename,Surname\nhome@kb.example,work@kb.example,Nell,Brook\n";
    let reading = read_staff(text).expect("a readable file");
    let email = reading.accepted[0].row.email.as_ref();
    assert_eq!(email.map(EmailAddress::as_str), Some("work@kb.example"));
}
