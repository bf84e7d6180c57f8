//! What a file holds, guessed.

use intake::{guess::guess, limits::Limits, report::Kind};

use crate::{
    support::sample,
    zips::{entry, zip},
};

fn kind(bytes: &[u8], name: &str) -> Option<Kind> {
    guess(bytes, name, &Limits::default())
}

#[test]
fn every_sample_is_known_for_what_it_is() {
    for (file, expected) in [
        ("mis/pupils_mis_extract.csv", Kind::Pupils),
        ("mis/staff_mis_extract.csv", Kind::Staff),
        ("behaviour_incidents_autumn_2025.csv", Kind::Behaviour),
        ("attendance_marks_autumn_2025.csv", Kind::Attendance),
        ("suspensions_autumn_2025.csv", Kind::Suspensions),
        ("ctf/9984001_CTF_XXXXXXX_001.xml", Kind::Ctf),
        ("gias/edubasealldata20250903_synthetic.csv", Kind::Gias),
        ("oneroster-1.1-oakmere.zip", Kind::OneRoster),
        ("term-dates/synthshire_term_dates.csv", Kind::Calendar),
        ("term-dates/synthshire_term_dates.json", Kind::Calendar),
        ("term-dates/synthshire_term_dates.ics", Kind::Calendar),
        ("term-dates/bank_holidays_govuk_shape.json", Kind::Calendar),
    ] {
        assert_eq!(kind(&sample(file), "x"), Some(expected), "{file}");
    }
}

#[test]
fn headings_tell_the_rest() {
    for (headings, expected) in [
        (
            "Adno,Week Commencing,Mon AM,Mon PM\n",
            Some(Kind::Attendance),
        ),
        ("UPN,Attendance Start Date,Marks\n", Some(Kind::Attendance)),
        ("UPN,Contact Name,Relationship\n", Some(Kind::Contacts)),
        ("UPN;Legal Surname;Legal Forename;DOB\n", Some(Kind::Pupils)),
        ("Short code,Name\n", Some(Kind::Staff)),
        ("Shoe size\n", None),
        ("", None),
        ("%PDF", None),
    ] {
        assert_eq!(kind(headings.as_bytes(), "x.csv"), expected, "{headings}");
    }
    let sync = zip(&[entry("School.csv", "x"), entry("Student.csv", "x")]);
    assert_eq!(kind(&sync, "x.zip"), Some(Kind::Sds));
    assert_eq!(
        kind(&zip(&[entry("[Content_Types].xml", "x")]), "x.xlsx"),
        None
    );
}
