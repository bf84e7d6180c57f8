//! XML to the letter: what is refused before anybody looks for pupils.

use intake::{
    ctf::{self, OurSchool},
    limits::Limits,
    report::{Kind, Report},
};

use crate::support::TODAY;

pub const PLAIN: &str = "<CTfile><Header><DocumentName>Common Transfer File</DocumentName>\
    <CTFversion>25.0</CTFversion></Header><CTFpupilData><Pupil><UPN>A123456789012</UPN>\
    <Surname>Zoë</Surname><Forename>R</Forename><DOB>2014-07-30</DOB></Pupil></CTFpupilData></CTfile>";

pub fn report(bytes: &[u8]) -> Report {
    let read = ctf::read(bytes, TODAY, &OurSchool::default(), &Limits::default());
    if let Ok(reading) = &read {
        let name = reading.accepted[0].row.pupil.name.surname.as_str();
        assert_eq!(name, "Zoë");
    }
    Report::of(Kind::Ctf, "x.xml", &read)
}

pub fn code(text: &str) -> Option<&'static str> {
    report(text.as_bytes()).reason
}

fn latin(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).expect("latin"))
        .collect()
}

pub fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn each_encoding_is_read_and_named() {
    let declared = |label: &str| format!("<?xml version=\"1.0\" encoding=\"{label}\"?>\n{PLAIN}");
    let with_mark = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    let table: [(Vec<u8>, &str); 12] = [
        (PLAIN.into(), "utf-8"),
        (declared("UTF-8").into(), "utf-8"),
        (declared("utf-8").replace('"', "'").into(), "utf-8"),
        (
            with_mark(b"\xEF\xBB\xBF", declared("utf-8").into()),
            "utf-8-bom",
        ),
        (latin(&declared("ISO-8859-1")), "iso-8859-1"),
        (latin(&declared("Windows-1252")), "windows-1252"),
        (
            with_mark(b"\xFF\xFE", utf16(&declared("UTF-16"), u16::to_le_bytes)),
            "utf-16",
        ),
        (
            with_mark(b"\xFE\xFF", utf16(&declared("UTF-16"), u16::to_be_bytes)),
            "utf-16",
        ),
        (
            with_mark(b"\xFF\xFE", utf16(PLAIN, u16::to_le_bytes)),
            "utf-16",
        ),
        (utf16(&declared("utf-16le"), u16::to_le_bytes), "utf-16"),
        (utf16(&declared("utf-16"), u16::to_be_bytes), "utf-16"),
        (latin(&declared("latin1")), "iso-8859-1"),
    ];
    for (bytes, encoding) in table {
        let report = report(&bytes);
        assert_eq!(report.reason, None, "{encoding}");
        let named = serde_json::to_value(report.encoding).expect("json");
        assert_eq!(named, encoding);
    }
}

#[test]
fn bytes_that_are_not_in_the_declared_encoding_are_refused() {
    let declared = |label: &str| format!("<?xml version=\"1.0\" encoding=\"{label}\"?>{PLAIN}");
    let table: [Vec<u8>; 14] = [
        latin(PLAIN),
        latin(&declared("utf-8")),
        declared("utf-16").into(),
        declared("iso-8859-15").into(),
        declared("koi8-r").into(),
        [
            &b"\xFF\xFE"[..],
            &utf16(&declared("utf-8"), u16::to_le_bytes),
        ]
        .concat(),
        [&b"\xFF\xFE"[..], &utf16(PLAIN, u16::to_le_bytes), b"\x00"].concat(),
        latin(&declared("windows-1252").replace("Zoë", "Zo\u{81}")),
        format!("\u{feff}{}", declared("utf-16")).into(),
        format!("\u{feff}{}", declared("iso-8859-1")).into(),
        format!("\u{feff}{}", declared("windows-1252")).into(),
        utf16(&declared("utf-16be"), u16::to_le_bytes),
        declared("us-ascii").replace('ë', "e").into(),
        utf16(&declared("utf-16le"), u16::to_be_bytes),
    ];
    for bytes in table {
        assert_eq!(
            report(&bytes).reason,
            Some("E_XML_SYNTAX"),
            "{}",
            bytes.escape_ascii()
        );
    }
}

#[test]
fn a_document_type_is_refused_before_anything_else() {
    for text in [
        format!("<!DOCTYPE CTfile>{PLAIN}"),
        format!("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]>{PLAIN}"),
        "<!DOCTYPE html><html><br></html>".to_owned(),
        "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]><lolz>&lol2;</lolz>"
            .to_owned(),
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"".to_owned(),
        format!("\u{feff}\n<!-- x -->\n<!DOCTYPE CTfile>{PLAIN}"),
    ] {
        assert_eq!(code(&text), Some("E_XML_DTD"), "{text}");
    }
    for inside in ["<!-- <!DOCTYPE x> -->", "<?robot <!DOCTYPE x> ?>"] {
        assert_eq!(code(&format!("{inside}{PLAIN}")), None, "{inside}");
    }
    let words = PLAIN.replace("</CTfile>", "<X><![CDATA[<!DOCTYPE x>]]></X></CTfile>");
    assert_eq!(code(&words), None);
}

#[test]
fn what_is_not_well_formed_is_refused() {
    for (from, to) in [
        ("</CTfile>", ""),
        ("</CTfile>", "</CTfile><CTfile/>"),
        ("</CTfile>", "</CTfile>x"),
        ("<CTfile>", "x<CTfile>"),
        ("</Pupil>", "</pupil>"),
        ("</Pupil>", "</Pupil"),
        ("<Pupil>", "<Pupil a=\"1\" a=\"2\">"),
        ("<Pupil>", "<Pupil a=1>"),
        ("<Pupil>", "<Pupil a=\"1\"b=\"2\">"),
        ("<Pupil>", "<Pupil a='1'b='2'>"),
        ("<Pupil>", "<Pupil a=\"1\" b>"),
        ("<Pupil>", "<Pupil a=\"<\">"),
        ("<Pupil>", "<Pupil a=\"&x;\">"),
        ("<Pupil>", "<1Pupil>"),
        ("Zoë", "Zoë & co"),
        ("Zoë", "Zo&euml;"),
        ("Zoë", "Zoë&#0;"),
        ("Zoë", "Zoë&#xD800;"),
        ("Zoë", "Zoë\u{1}"),
        ("Zoë", "Zoë\u{0}"),
        ("Zoë", "Zoë]]>"),
        ("Zoë", "Zoë<"),
        ("Zoë", "Zoë<!-- a -- b -->"),
        ("Zoë", "Zoë<![CDATA[x"),
        ("Zoë", "<?xml version=\"1.0\"?>Zoë"),
        ("<CTfile>", " <?xml version=\"1.0\"?><CTfile>"),
        ("<CTfile>", "<?xml?><CTfile>"),
    ] {
        assert_eq!(
            code(&PLAIN.replacen(from, to, 1)),
            Some("E_XML_SYNTAX"),
            "{to}"
        );
    }
    for text in [
        "x",
        "<",
        "<a",
        "<!-- x -->",
        "%PDF-1.7",
        "PK\u{3}\u{4}",
        "UPN,Surname\n1,2\n",
        "&amp;",
    ] {
        assert_eq!(code(text), Some("E_XML_SYNTAX"), "{text}");
    }
    // Sound, though unusual.
    for (from, to) in [
        ("Zoë", "Zo&#235;"),
        ("Zoë", "Zo&#xEB;"),
        ("Zoë", "Z<!-- - -->oë"),
        ("Zoë", "<![CDATA[Zo]]>ë"),
        ("<Pupil>", "<Pupil xmlns:x=\"y\"\n a = '&lt;&#62;' >"),
        ("<CTfile>", "<CTfile xmlns=\"urn:x\"><?robot no?>"),
        ("</CTfile>", "</CTfile >\n<!-- end -->\n"),
    ] {
        assert_eq!(code(&PLAIN.replacen(from, to, 1)), None, "{to}");
    }
}

#[test]
fn a_syntax_fault_has_its_line() {
    let text = PLAIN
        .replace("<Pupil>", "\n\n<Pupil>")
        .replace("</Pupil>", "\n</Pupi>");
    let report = report(text.as_bytes());
    assert_eq!(
        (report.reason, report.line),
        (Some("E_XML_SYNTAX"), Some(4))
    );
}

#[test]
fn elements_stand_at_most_64_deep() {
    let nested = |depth: usize| {
        // The root and two more are open already.
        let (open, close) = ("<x>".repeat(depth - 3), "</x>".repeat(depth - 3));
        PLAIN.replace("</Pupil>", &format!("{open}{close}</Pupil>"))
    };
    assert_eq!(code(&nested(64)), None);
    assert_eq!(code(&nested(65)), Some("E_XML_LIMIT"));
    let deep = nested(200_000);
    assert_eq!(code(&deep), Some("E_XML_LIMIT"));
    // Damage comes first, wherever in the file it is.
    assert_eq!(
        code(&deep.replace("</CTfile>", "</CT>")),
        Some("E_XML_SYNTAX")
    );
    assert_eq!(code(&"<a>".repeat(100_000)), Some("E_XML_SYNTAX"));
    let wide = PLAIN.replace("</Pupil>", &format!("{}</Pupil>", "<x/>".repeat(20_001)));
    assert_eq!(code(&wide), Some("E_XML_LIMIT"));
}

#[test]
fn a_file_of_many_megabytes_is_refused_unread() {
    assert_eq!(report(&vec![b'<'; 51 << 20]).reason, Some("E_XML_LIMIT"));
}
