//! Common Transfer Files: what refuses the file, and what a pupil.

use intake::{
    cells::sen::{SenNeed, SenStage},
    ctf::{self, CtfPupilRow, OurSchool},
    limits::Limits,
    reading::{FileRefused, Reading},
    report::{Kind, Report},
};

use crate::support::{TEMPORARY_UPN, TODAY, UPN, fault, reasons, sample, warnings};

fn read(bytes: impl AsRef<[u8]>) -> Result<Reading<CtfPupilRow>, FileRefused> {
    ctf::read(
        bytes.as_ref(),
        TODAY,
        &OurSchool::default(),
        &Limits::default(),
    )
}

const HEADER: &str = "<Header><DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion></Header>";

fn file(pupils: &str) -> String {
    format!("<CTfile>{HEADER}<CTFpupilData>{pupils}</CTFpupilData></CTfile>")
}

fn pupil(upn: &str, surname: &str, forename: &str, born: &str) -> String {
    format!(
        "<Pupil><UPN>{upn}</UPN><Surname>{surname}</Surname><Forename>{forename}</Forename><DOB>{born}</DOB></Pupil>"
    )
}

#[test]
fn the_sample_files_are_taken_whole() {
    let ours = OurSchool {
        urn: Some("990001".into()),
        laestab: Some("9984001".into()),
    };
    for (name, pupils) in [
        ("9982001_CTF_9984001_001", 40),
        ("9984001_CTF_XXXXXXX_001", 1),
    ] {
        let bytes = sample(&format!("ctf/{name}.xml"));
        let read = ctf::read(&bytes, TODAY, &ours, &Limits::default());
        let report = Report::of(Kind::Ctf, name, &read);
        assert_eq!((report.accepted, report.rejected), (pupils, 0));
        assert!(report.warnings.is_empty(), "{:?}", report.warnings);
        assert_eq!(
            (report.units, report.outcome.code()),
            ("pupils", "imported")
        );
    }
    let rows = read(sample("ctf/9982001_CTF_9984001_001.xml"))
        .expect("a file")
        .accepted;
    let count = |is: fn(&CtfPupilRow) -> bool| rows.iter().filter(|row| is(&row.row)).count();
    assert_eq!(
        count(|row| row
            .pupil
            .support
            .sen
            .is_some_and(|sen| sen != SenStage::NoNeed)),
        12
    );
    assert_eq!(count(|row| row.pupil.former_upn.is_some()), 1);
    assert_eq!(
        count(|row| row.attendance.iter().any(|year| year.marks.is_some())),
        3
    );
    assert_eq!(count(|row| row.pupil.support.in_care.is_some()), 1);
    assert_eq!(count(|row| row.pupil.address.is_some()), 40);
    assert_eq!(
        count(|row| !row.pupil.contacts.is_empty() && !row.schools.is_empty()),
        40
    );
    let with_needs = rows
        .iter()
        .find(|row| row.row.needs.len() == 2)
        .expect("one");
    assert_eq!(
        with_needs.row.needs,
        [SenNeed::Speech, SenNeed::ModerateLearning]
    );
}

#[test]
fn each_reason_has_a_pupil_who_earns_it_by_number() {
    let table = [
        (pupil("", "Tidewell", "Rowan", "2014-07-30"), "E_NO_ID"),
        (
            pupil("A1", "Tidewell", "Rowan", "2014-07-30"),
            "E_UPN_FORMAT",
        ),
        (
            pupil("B207000016049", "Tidewell", "Rowan", "2014-07-30"),
            "E_UPN_CHECK",
        ),
        (pupil(UPN, " ", "Rowan", "2014-07-30"), "E_NAME_MISSING"),
        (pupil(UPN, "Tidewell", "", "2014-07-30"), "E_NAME_MISSING"),
        (pupil(UPN, "Tidewell", "Rowan", ""), "E_DOB_MISSING"),
        (
            pupil(UPN, "Tidewell", "Rowan", "30/07/2014"),
            "E_DOB_INVALID",
        ),
        (
            pupil(UPN, "Tidewell", "Rowan", "2014-07-30T00:00:00"),
            "E_DOB_INVALID",
        ),
        (
            pupil(UPN, "Tidewell", "Rowan", "1989-12-31"),
            "E_DOB_INVALID",
        ),
        (
            pupil(UPN, "Tidewell", "Rowan", "2026-11-11"),
            "E_DOB_INVALID",
        ),
        ("<Pupil/>".to_owned(), "E_NO_ID"),
    ];
    for (refused, code) in table {
        let good = pupil("B801200005001", "Marrow", "Elsie", "2014-07-30");
        let text = file(&format!("{good}{refused}"));
        assert_eq!(reasons(&read(&text)), [(2, code)], "{refused}");
    }
    let rowan = pupil(UPN, "Tidewell", "Rowan", "2014-07-30");
    assert_eq!(
        reasons(&read(file(&rowan.repeat(3)))),
        [(2, "E_DUP_UPN"), (3, "E_DUP_UPN")]
    );
}

#[test]
fn elements_are_known_by_name_and_place_in_any_order() {
    let text = format!(
        "<CTfile><!-- x --><CTFpupilData><Pupil><Contacts><Contact><Surname>Elder</Surname></Contact></Contacts>\
         <Odd><UPN>B801200005001</UPN></Odd><DOB>2014-07-30</DOB><BasicDetails><NCyearActual>7</NCyearActual></BasicDetails>\
         <Gender>F</Gender><Forename>O&apos;&#82;owan</Forename><Surname><![CDATA[Tide<well]]></Surname><UPN> {UPN} </UPN></Pupil>\
         </CTFpupilData>{HEADER}</CTfile>"
    );
    let reading = read(&text).expect("a file");
    let row = &reading.accepted[0].row.pupil;
    assert_eq!(row.name.surname.as_str(), "Tide<well");
    assert_eq!(row.name.forename.as_str(), "O'Rowan");
    assert_eq!(row.contacts[0].name.as_str(), "Elder");
    assert!(row.sex.is_some() && row.year.is_some());
}

#[test]
fn the_stage_of_sen_that_began_last_counts() {
    let sen = "<SENhistory><SEN><StartDate>2024-09-01</StartDate><SENprovision>E</SENprovision></SEN>\
               <SEN><StartDate>2022-09-01</StartDate><SENprovision>K</SENprovision></SEN></SENhistory>";
    let pupil = pupil(UPN, "Tidewell", "Rowan", "2014-07-30")
        .replace("</Pupil>", &format!("{sen}</Pupil>"));
    let reading = read(file(&pupil)).expect("a file");
    assert_eq!(
        reading.accepted[0].row.pupil.support.sen,
        Some(SenStage::Plan)
    );
}

#[test]
fn what_is_put_right_or_left_out_is_warned_of() {
    let more = "<UniqueLearnerNumber>9276308685</UniqueLearnerNumber><BasicDetails><NCyearActual>99</NCyearActual>\
                <FormerUPN>x</FormerUPN></BasicDetails><Phones><Phone><PhoneNo>7700900123</PhoneNo></Phone></Phones>";
    let pupil = pupil(TEMPORARY_UPN, "T", "R", "2014-07-30")
        .replace("</Pupil>", &format!("{more}</Pupil>"));
    let report = Report::of(Kind::Ctf, "x", &read(file(&pupil)));
    assert_eq!(
        warnings(&report),
        [
            ("W_TEMP_UPN", 1),
            ("W_ULN_INVALID", 1),
            ("W_YEAR_INVALID", 1),
            ("W_PHONE_FIXED", 1),
        ]
        .into()
    );
    assert_eq!(report.left_out, [("formerupn", 1)].into());
}

#[test]
fn versions_from_12_to_26_are_known() {
    for (version, known) in [
        ("12.0", true),
        ("25", true),
        ("26.0", true),
        ("11.0", false),
        ("26.1", false),
        ("27.0", false),
        ("x", false),
        ("", false),
    ] {
        let text = file("").replace("25.0", version);
        let report = Report::of(Kind::Ctf, "x", &read(text));
        assert_eq!(report.warnings.is_empty(), known, "{version}");
        assert_eq!(report.outcome.code(), "nothing_to_import");
    }
}

#[test]
fn a_file_for_another_school_is_warned_of() {
    let ours = OurSchool {
        urn: Some("990001".into()),
        laestab: Some("9984001".into()),
    };
    for (school, warned) in [
        ("<LEA>998</LEA><Estab>4001</Estab><URN>990001</URN>", false),
        ("<LEA>998</LEA><Estab>4001</Estab>", false),
        ("<LEA>XXX</LEA><Estab>XXXX</Estab>", false),
        ("", false),
        ("<LEA>998</LEA><Estab>4002</Estab>", true),
        ("<LEA>998</LEA><Estab>4001</Estab><URN>990002</URN>", true),
    ] {
        let text = file("").replace(
            "</Header>",
            &format!("<DestSchool>{school}</DestSchool></Header>"),
        );
        let read = ctf::read(text.as_bytes(), TODAY, &ours, &Limits::default());
        let report = Report::of(Kind::Ctf, "x", &read);
        assert_eq!(
            warnings(&report).contains_key("W_CTF_DEST"),
            warned,
            "{school}"
        );
    }
}

#[test]
fn a_file_that_is_no_transfer_file_is_refused_whole() {
    let table = [
        (String::new(), "E_EMPTY"),
        (" \r\n".to_owned(), "E_EMPTY"),
        ("<ATfile/>".to_owned(), "E_XML_ROOT"),
        (file("").replace("CTfile", "ctfile"), "E_XML_ROOT"),
        ("<CTfile/>".to_owned(), "E_XML_STRUCTURE"),
        (format!("<CTfile>{HEADER}</CTfile>"), "E_XML_STRUCTURE"),
        (
            "<CTfile><CTFpupilData/></CTfile>".to_owned(),
            "E_XML_STRUCTURE",
        ),
        (file("").replace("Common T", "T"), "E_XML_STRUCTURE"),
        (
            format!("<CTfile><X>{HEADER}<CTFpupilData/></X></CTfile>"),
            "E_XML_STRUCTURE",
        ),
    ];
    for (text, code) in table {
        assert_eq!(fault(&read(&text)), Some(code), "{text}");
    }
    assert_eq!(fault(&read(file(""))), None);
}
