//! Numbers, telephones, years and the wrappings of spreadsheets.

use intake::cells::{
    contact::{Relation, Relationship},
    email::EmailAddress,
    number::{Adno, Mangled, Uln},
    phone::{self, Phone},
    sen::{SenNeed, SenStage},
    text::{cleaned, identifier},
    upn::{Upn, UpnProblem},
    year::YearGroup,
    yes_no::{Sex, YesNo},
};

#[test]
fn cells_lose_their_spaces_and_spreadsheet_wrappings_and_nothing_else() {
    let cases = [
        ("  Mc Donald ", "Mc Donald"),
        ("\u{a0}O'Neill\u{a0}", "O'Neill"),
        ("van\u{a0}Dyk", "van Dyk"),
        ("=\"004101\"", "004101"),
        (" =\" 004101 \" ", "004101"),
        ("=\"\"", ""),
        ("=004101", "=004101"),
        ("'tHooft", "'tHooft"),
        ("ELSIE", "ELSIE"),
    ];
    for (cell, words) in cases {
        assert_eq!(cleaned(cell), words, "{cell:?}");
    }
    assert_eq!(identifier("'004101"), "004101");
    assert_eq!(identifier("=\"'004101\""), "004101");
    assert_eq!(identifier("'"), "");
}

#[test]
fn upns_are_checked_by_form_and_then_by_letter() {
    let right = [
        "A123456789012",
        "B801200005001",
        "R674123101121",
        "H801200001001",
        "V99820011401A",
        " r674 1231\u{a0}01121 ",
    ];
    for words in right {
        assert!(Upn::read(words).is_ok(), "{words}");
    }
    let misspelt = [
        "",
        "A12345678901",
        "A1234567890123",
        "1123456789012",
        "I123456789012",
        "O123456789012",
        "S123456789012",
        "A12345678901S",
        "A12345678O012",
        "A1234567890\u{661}2",
        "Ａ123456789012",
        "A1234567890'2",
    ];
    for words in misspelt {
        assert_eq!(Upn::read(words), Err(UpnProblem::Format), "{words}");
    }
    for words in ["B207000016049", "Q207000016049", "B123456789012"] {
        assert_eq!(Upn::read(words), Err(UpnProblem::Check), "{words}");
    }
    assert!(Upn::read("P207000016049").is_ok());
}

#[test]
fn a_upn_that_ends_in_a_letter_is_temporary() {
    let temporary = Upn::read("V99820011401A").expect("a upn");
    assert!(temporary.is_temporary());
    assert_eq!(temporary.as_str(), "V99820011401A");
    assert!(!Upn::read("a123456789012").expect("a upn").is_temporary());
    assert_eq!(format!("{temporary:?}"), "<upn>");
}

#[test]
fn ulns_have_ten_figures_and_a_check_digit() {
    for words in ["9276308686", "1000000043", "92763 08686"] {
        let uln = Uln::read(words).expect(words);
        assert_eq!(uln.to_string(), words.replace(' ', ""));
    }
    for words in [
        "9276308685",
        "927630868",
        "92763086860",
        "0276308686",
        "9.27E+09",
        "",
    ] {
        assert!(Uln::read(words).is_none(), "{words}");
    }
}

#[test]
fn admission_numbers_survive_spreadsheets_or_say_so() {
    let read = |words| Adno::read(words).map(|adno| adno.map(|a| a.as_str().to_owned()));
    assert_eq!(read("004101"), Ok(Some("004101".into())));
    assert_eq!(read("4101.0"), Ok(Some("4101".into())));
    assert_eq!(read("A/12"), Ok(Some("A/12".into())));
    assert_eq!(read(""), Ok(None));
    for mangled in [
        "4.1E+05", "4E5", "4.101e+3", "1E-07", "-1E5", "+1E+5", "1.23E5.0",
    ] {
        assert_eq!(read(mangled), Err(Mangled), "{mangled}");
    }
    for fine in ["E12", "12E", "4.1.E5", "12EF"] {
        assert_eq!(read(fine), Ok(Some(fine.into())), "{fine}");
    }
    let long = "7".repeat(4_000);
    assert_eq!(read(&long), Ok(Some(long.clone())));
}

#[test]
fn telephones_get_their_first_nought_back_or_are_left_out() {
    let typed = |words: &str| match phone::read(words) {
        Phone::AsTyped(number) => number.to_string(),
        other => format!("{other:?}"),
    };
    for words in [
        "07700 900123",
        "+44 7700 900123",
        "01632 960 123 ext 4",
        "3700900123",
    ] {
        assert_eq!(typed(words), words);
    }
    for (lost, whole) in [
        ("7700900123", "07700900123"),
        ("1632 960123", "01632 960123"),
        ("2079460123", "02079460123"),
    ] {
        let Phone::Fixed(number) = phone::read(lost) else {
            panic!("{lost}")
        };
        assert_eq!(number.as_str(), whole);
    }
    assert_eq!(phone::read("7.7009E+09"), Phone::Dropped);
    assert_eq!(phone::read(""), Phone::Blank);
}

#[test]
fn years_are_read_with_or_without_the_word() {
    let cases = [
        ("7", "7"),
        ("07", "7"),
        ("Year 11", "11"),
        ("Yr8", "8"),
        ("y 9", "9"),
        ("14", "14"),
        ("0", "R"),
        ("R", "R"),
        ("Year R", "R"),
        ("YR", "R"),
        ("n1", "N1"),
        ("N2", "N2"),
        ("x", "X"),
    ];
    for (words, code) in cases {
        let year = YearGroup::read(words).map(YearGroup::code);
        assert_eq!(year.as_deref(), Some(code), "{words}");
    }
    for words in [
        "15", "7.0", "Seven", "Year", "7B", "Class 7", "-1", "+7", "007", "",
    ] {
        assert_eq!(YearGroup::read(words), None, "{words}");
    }
}

#[test]
fn answers_stages_and_needs_are_read_as_codes_or_words() {
    assert_eq!(YesNo::read("TRUE"), Some(YesNo::Yes));
    assert_eq!(YesNo::read("0"), Some(YesNo::No));
    assert_eq!(YesNo::read("maybe"), None);
    assert_eq!(Sex::read("Female"), Some(Sex::Female));
    assert_eq!(Sex::read("U"), None);
    for (words, stage) in [
        ("N", SenStage::NoNeed),
        ("k", SenStage::Support),
        ("A", SenStage::Support),
        ("P", SenStage::Support),
        ("SEN Support", SenStage::Support),
        ("S", SenStage::Plan),
        ("E", SenStage::Plan),
    ] {
        assert_eq!(SenStage::read(words), Some(stage), "{words}");
    }
    assert_eq!(SenStage::read("Z"), None);
    assert_eq!(SenNeed::read("semh"), Some(SenNeed::SocialEmotional));
    assert_eq!(
        SenNeed::read("Social, Emotional and Mental Health"),
        Some(SenNeed::SocialEmotional)
    );
    assert_eq!(SenNeed::read(""), None);
}

#[test]
fn a_relationship_keeps_the_schools_words_beside_the_nearest_kind() {
    let cases = [
        ("Mother", Relationship::Mother),
        ("PAF", Relationship::Father),
        ("Mum", Relationship::Mother),
        ("Foster Mother", Relationship::FosterMother),
        ("Step-father", Relationship::StepFather),
        ("Social Worker", Relationship::SocialWorker),
        ("Neighbour", Relationship::Other),
    ];
    for (words, kind) in cases {
        let relation = Relation::read(words).expect(words);
        assert_eq!((relation.kind, relation.words.as_str()), (kind, words));
    }
    assert_eq!(Relation::read(" "), None);
}

#[test]
fn an_email_address_must_be_one_that_mail_could_reach() {
    for words in ["d.tidewell@home.example", "o'neill+psp@mail.home.example"] {
        assert!(EmailAddress::read(words).is_some(), "{words}");
    }
    for words in [
        "",
        "dana",
        "dana@home",
        "@home.example",
        "dana@.example",
        "dana@home.example.",
        "a@b@home.example",
        "dana tidewell@home.example",
        "Dana <dana@home.example>",
        "a@home.example,b@home.example",
        "dana@home.example\r\nBcc: x@home.example",
    ] {
        assert!(EmailAddress::read(words).is_none(), "{words}");
    }
}
