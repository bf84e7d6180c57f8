//! Headings that a person has said the meaning of.

use std::collections::HashSet;

use intake::{
    bytes::Encoding,
    headings::{self, Known, Named},
    limits::Limits,
    report::Kind,
};
use jiff::civil::date;

const TODAY: jiff::civil::Date = date(2026, 11, 10);
const ODD: &str =
    "\n\nPupil No;Last;First;Birthday;Shoe size\n004101;Tidewell;Rowan;28/02/2014;5\n";

fn named() -> Named {
    let said = [
        ("Pupil No", "adno"),
        ("Last", "surname"),
        ("FIRST", "forename"),
        ("Birthday", "dob"),
        ("Shoe size", "nothing of ours"),
    ];
    Named::new(Kind::Pupils, said)
}

#[test]
fn a_file_reads_once_its_headings_are_named_and_lines_keep_their_numbers() {
    let limits = Limits::default();
    assert!(intake::pupils::read(ODD.as_bytes(), TODAY, &limits).is_err());
    let named = named();
    let applied = named.applied(ODD.as_bytes(), &limits);
    assert_eq!(applied.was, Some(Encoding::Utf8));
    let reading = intake::pupils::read(&applied.bytes, TODAY, &limits).unwrap();
    assert_eq!(reading.accepted.len(), 1);
    assert_eq!(reading.accepted[0].line, 4);
    assert_eq!(reading.source.ignored, ["Shoe size"]);
}

#[test]
fn headings_are_shown_with_a_sample_and_whether_they_are_known() {
    let text = "Surname,Birthday,***,Contact 1 Email\n,,x,\nTidewell,28/02/2014,,a@b.example\n";
    let all = headings::of(text.as_bytes(), Kind::Pupils, &Limits::default()).unwrap();
    let said: Vec<(&str, &str, Known)> = all
        .iter()
        .map(|one| (one.written.as_str(), one.sample.as_str(), one.known))
        .collect();
    assert_eq!(
        said,
        [
            ("Surname", "Tidewell", Known::Yes),
            ("Birthday", "28/02/2014", Known::No),
            ("Contact 1 Email", "a@b.example", Known::Yes),
        ]
    );
}

#[test]
fn a_file_in_windows_1252_or_with_quotes_in_its_headings_keeps_its_words() {
    let bytes = b"\"Last \"\"legal\"\"\",First,Adno,DOB\r\nM\xfcller,Zo\xeb,7,1/2/2014\r\n";
    let said = [("Last \"legal\"", "surname"), ("First", "forename")];
    let named = Named::new(Kind::Pupils, said);
    let applied = named.applied(bytes, &Limits::default());
    assert_eq!(applied.was, Some(Encoding::Windows1252));
    let reading = intake::pupils::read(&applied.bytes, TODAY, &Limits::default()).unwrap();
    let name = &reading.accepted[0].row.name;
    assert_eq!(
        (name.surname.as_str(), name.forename.as_str()),
        ("Müller", "Zoë")
    );
}

#[test]
fn nothing_is_written_anew_where_nothing_was_named() {
    let limits = Limits::default();
    for bytes in [ODD.as_bytes(), b"", b"%PDF", b"\"never closed"] {
        assert_eq!(Named::default().applied(bytes, &limits).was, None);
    }
    let other = Named::new(Kind::Pupils, [("Registration", "reg")]);
    let applied = other.applied(ODD.as_bytes(), &limits);
    assert_eq!((applied.was, &*applied.bytes), (None, ODD.as_bytes()));
}

#[test]
fn every_field_has_a_name_of_its_own_that_reads_as_that_field() {
    for kind in Kind::ALL {
        let choices = headings::choices(*kind);
        let codes: HashSet<&str> = choices.iter().map(|field| headings::code(*field)).collect();
        assert_eq!(codes.len(), choices.len(), "{kind:?}");
        for field in choices {
            let first = Named::new(*kind, [("x", headings::code(field))]);
            assert_eq!(first.of("X"), Some(field));
        }
    }
    assert!(headings::choices(Kind::Ctf).is_empty());
}
