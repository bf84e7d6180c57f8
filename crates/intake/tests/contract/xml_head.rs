//! How an XML file begins: a document type wherever it stands, and the
//! declaration to the letter.

use crate::xml::{PLAIN, code, report, utf16};

#[test]
fn a_document_type_comes_before_every_other_fault() {
    let declared = |label: &str| format!("<?xml version=\"1.0\" encoding=\"{label}\"?>");
    let table: [Vec<u8>; 12] = [
        b"<!DOCTYPE x>\n<CTfile>\xFF</CTfile>".into(),
        format!("{}<!DOCTYPE x>{PLAIN}", declared("no such thing")).into(),
        format!("{}<!DOCTYPE x>{PLAIN}", declared("utf-16")).into(),
        format!(" \n<!DOCTYPE x>{PLAIN}").into(),
        format!(" <?xml version=\"1.0\"?><!DOCTYPE x>{PLAIN}").into(),
        format!("junk<!DOCTYPE x>{PLAIN}").into(),
        "<CTfile><a></b><!DOCTYPE x>".into(),
        "<!-- never closed <!DOCTYPE x>".into(),
        "<?xml version=\"1.0\" <!DOCTYPE x>".into(),
        format!("<!doctype x>{PLAIN}").into(),
        [
            &b"\xFF\xFE"[..],
            &utf16("<!DOCTYPE x><a>", u16::to_le_bytes),
            b"\x00",
        ]
        .concat(),
        utf16(" <!DOCTYPE x><a></b>", u16::to_be_bytes),
    ];
    for bytes in table {
        let reason = report(&bytes).reason;
        assert_eq!(reason, Some("E_XML_DTD"), "{}", bytes.escape_ascii());
    }
    let text = format!("{}\n<!DOCTYPE x>", PLAIN.replace("</CTfile>", ""));
    assert_eq!(report(text.as_bytes()).line, Some(2));
    let openings = "<!--<?<![CDATA[".repeat(200_000);
    assert_eq!(code(&openings), Some("E_XML_SYNTAX"));
}

#[test]
fn a_declaration_is_held_to_the_letter() {
    for declaration in [
        "<?xml version=\"2.0\"?>",
        "<?xml version=\"1.\"?>",
        "<?xml version=1.0?>",
        "<?xml version=\"1.0'?>",
        "<?xml version=\"1.0\"encoding=\"utf-8\"?>",
        "<?xml version=\"1.0\" encoding=\"utf-8?>",
        "<?xml version=\"1.0\" encoding=\"\"?>",
        "<?xml version=\"1.0\" encoding=\"utf 8\"?>",
        "<?xml version=\"1.0\" encoding=utf-8?>",
        "<?xml version=\"1.0\" standalone=\"maybe\"?>",
        "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"utf-8\"?>",
        "<?xml encoding=\"utf-8\" version=\"1.0\"?>",
        "<?xml encoding=\"utf-8\"?>",
        "<?xml version=\"1.0\" junk?>",
        "<?xml version=\"1.0\">",
        "<?XML version=\"1.0\"?>",
    ] {
        let text = format!("{declaration}{PLAIN}");
        assert_eq!(code(&text), Some("E_XML_SYNTAX"), "{declaration}");
        let marked = format!("\u{feff}{text}");
        assert_eq!(code(&marked), Some("E_XML_SYNTAX"), "{declaration}");
    }
    for declaration in [
        "<?xml version='1.0' ?>",
        "<?xml\n version = \"1.0\"\tencoding='UTF-8'\n standalone=\"no\" ?>",
        "<?xml version=\"1.1\"?>",
    ] {
        assert_eq!(
            code(&format!("{declaration}{PLAIN}")),
            None,
            "{declaration}"
        );
    }
}
