//! Contacts, one row each.

use intake::{
    cells::{contact::Relationship, yes_no::YesNo},
    contacts,
    limits::Limits,
    report::{Kind, Report},
};

use crate::support::{TODAY, fault, refusals, roll, warnings};

const HEADINGS: &str = "UPN,Adno,Title,Contact Forename,Contact Surname,Relationship,Parental Responsibility,Priority,Telephone,Email\n";

fn refused(rows: &str) -> Vec<(u32, &'static str)> {
    refusals(contacts::read, &format!("{HEADINGS}{rows}"))
}

#[test]
fn each_reason_has_a_row_that_earns_it() {
    for (row, code) in [
        (",4101,,Dana,Tidewell,,,,,,beyond", "E_FIELD_COUNT"),
        (",,,Dana,Tidewell,,,,,", "E_NO_ID"),
        ("A1,,,Dana,Tidewell,,,,,", "E_UPN_FORMAT"),
        ("B207000016049,,,Dana,Tidewell,,,,,", "E_UPN_CHECK"),
        (",99,,Dana,Tidewell,,,,,", "E_UNKNOWN_PUPIL"),
        (",4101,Ms,Dana,,Mother,,,,", "E_NAME_MISSING"),
    ] {
        assert_eq!(refused(row), [(2, code)], "{row}");
    }
    let rows =
        ",4101,,Dana,Tidewell,,,,,\nA123456789012,,,DANA,tidewell,,,,,\n,77,,Dana,Tidewell,,,,,\n";
    assert_eq!(refused(rows), [(3, "E_DUP_CONTACT")]);
}

#[test]
fn a_contact_is_read_whole() {
    let text = format!("{HEADINGS},4101,Ms,Dana,Tidewell,Mum,yes,1,7700900123,dana@home.example\n");
    let read = contacts::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
    let report = Report::of(Kind::Contacts, "c.csv", &read);
    assert_eq!(warnings(&report), [("W_PHONE_FIXED", 1)].into());
    let row = &read.expect("a readable file").accepted[0].row;
    assert_eq!(row.name.as_str(), "Ms Dana Tidewell");
    assert_eq!(
        row.relation.as_ref().map(|of| of.kind),
        Some(Relationship::Mother)
    );
    assert_eq!(row.parental_responsibility, Some(YesNo::Yes));
    assert_eq!(row.priority, Some(1));
    assert_eq!(
        row.phone.as_ref().map(intake::cells::typed::Typed::as_str),
        Some("07700900123")
    );
}

#[test]
fn columns_that_must_be_there_are_asked_for() {
    for (headings, expected) in [
        ("UPN,Contact Name", None),
        ("Adno,Contact Surname", None),
        ("Contact Name", Some("E_MISSING_COLUMN")),
        ("UPN,Surname,Forename", Some("E_MISSING_COLUMN")),
    ] {
        let text = format!("{headings}\n");
        let read = contacts::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
        assert_eq!(fault(&read), expected, "{headings}");
    }
}
