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
fn one_table_of_a_roster_is_known_for_its_roster() {
    for (headings, expected) in [
        (
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n",
            Kind::OneRoster,
        ),
        (
            "sourcedId,givenName,familyName,role,email\n",
            Kind::OneRoster,
        ),
        ("propertyName,value\n", Kind::OneRoster),
        (
            "SIS ID,School SIS ID,Section Name,Term SIS ID,Term Name,Term StartDate,Term EndDate\n",
            Kind::Sds,
        ),
    ] {
        assert_eq!(
            kind(headings.as_bytes(), "x.csv"),
            Some(expected),
            "{headings}"
        );
    }
    let with_upn = "SIS ID,UPN,Surname,Forename,DOB\n";
    assert_eq!(kind(with_upn.as_bytes(), "x.csv"), Some(Kind::Pupils));
}

#[test]
fn json_is_a_calendar_only_if_it_has_terms_or_holidays() {
    for (json, expected) in [
        ("{\"terms\": []}", Some(Kind::Calendar)),
        ("{\"terms\": [{\"start\"", Some(Kind::Calendar)),
        (
            "{\"data\": [{\"id\": \"A1\", \"upn\": \"x\"}], \"meta\": {}}",
            None,
        ),
        ("{\"data\": [{\"id\": \"A1\"", None),
        ("{}", None),
    ] {
        assert_eq!(kind(json.as_bytes(), "x.json"), expected, "{json}");
    }
    assert_eq!(
        kind(b"Start,End,Name,Type\n", "x.csv"),
        Some(Kind::Calendar)
    );
    assert_eq!(kind(b"Start,End\n", "x.csv"), None);
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
