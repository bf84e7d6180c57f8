//! Which bytes are text, and in which encoding.

use intake::{bytes::Encoding, limits::Limits, pupils};

use crate::support::{HEADINGS, TODAY, UPN, fault, list, pupils_report, read_pupils};

fn row(surname: &str) -> String {
    list(&[&format!("{UPN},,{surname},Zoë,30/07/2014")])
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(order)
        .collect()
}

#[test]
fn files_that_are_not_text_are_refused_by_their_first_bytes() {
    let not_text: [&[u8]; 4] = [
        b"PK\x03\x04\x14\x00",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7\n",
        &[0xD0, 0xCF, 0x11, 0xE0, 0xA1],
    ];
    for bytes in not_text {
        assert_eq!(fault(&read_pupils(bytes)), Some("E_BINARY"), "{bytes:?}");
    }
    assert_eq!(fault(&read_pupils("PK,DOB\n")), Some("E_MISSING_COLUMN"));
}

#[test]
fn a_nul_byte_means_the_file_is_not_text() {
    assert_eq!(fault(&read_pupils(b"UPN\0,DOB\n")), Some("E_BINARY"));
    let marked = [b"\xEF\xBB\xBF".as_slice(), b"UPN\0,DOB\n"].concat();
    assert_eq!(fault(&read_pupils(marked)), Some("E_BINARY"));
}

#[test]
fn a_file_of_nothing_but_white_space_is_empty() {
    let spaces = [
        "".as_bytes(),
        b" \t\r\n\n ",
        "\u{a0}\n".as_bytes(),
        b"\xEF\xBB\xBF",
        b"\xEF\xBB\xBF \r\n",
        b"\xFF\xFE",
        b"\xFF\xFE \0",
        b",,,\r\n,,\r\n",
    ];
    for bytes in spaces {
        assert_eq!(fault(&read_pupils(bytes)), Some("E_EMPTY"), "{bytes:?}");
    }
}

#[test]
fn every_encoding_schools_save_gives_the_same_name() {
    let text = row("Łęcka");
    let marked = format!("\u{feff}{text}").into_bytes();
    let cases = [
        (text.clone().into_bytes(), Encoding::Utf8),
        (marked, Encoding::Utf8Bom),
        (utf16(&text, u16::to_le_bytes), Encoding::Utf16),
        (utf16(&text, u16::to_be_bytes), Encoding::Utf16),
    ];
    for (bytes, encoding) in cases {
        let reading = read_pupils(bytes).expect("a readable file");
        assert_eq!(reading.source.encoding, Some(encoding));
        assert_eq!(reading.accepted[0].row.name.surname.as_str(), "Łęcka");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_windows_1252() {
    let mut bytes = list(&[]).into_bytes();
    bytes.extend_from_slice(format!("{UPN},,O\u{7f}Brien,Zo").as_bytes());
    bytes.extend_from_slice(b"\xEB \x96 \x92,30/07/2014\r\n");
    let reading = read_pupils(bytes).expect("a readable file");
    assert_eq!(reading.source.encoding, Some(Encoding::Windows1252));
    assert_eq!(
        reading.accepted[0].row.name.forename.as_str(),
        "Zoë \u{2013} \u{2019}"
    );
}

#[test]
fn bytes_that_mean_nothing_in_windows_1252_are_refused() {
    for byte in [0x81, 0x8D, 0x8F, 0x90, 0x9D] {
        let bytes = [HEADINGS.as_bytes(), b"\n", &[0xEB, byte]].concat();
        assert_eq!(fault(&read_pupils(bytes)), Some("E_ENCODING"), "{byte:x}");
    }
    // The same letters as UTF-8 are fine.
    assert_eq!(fault(&read_pupils(row("\u{81}x"))), None);
}

#[test]
fn a_byte_order_mark_is_a_promise_that_must_be_kept() {
    let broken = [b"\xEF\xBB\xBF".as_slice(), HEADINGS.as_bytes(), b"\n\xEB"].concat();
    assert_eq!(fault(&read_pupils(broken)), Some("E_ENCODING"));
    let mut odd = utf16(&row("Marrow"), u16::to_le_bytes);
    odd.push(0x41);
    assert_eq!(fault(&read_pupils(odd)), Some("E_ENCODING"));
    let alone = [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00];
    assert_eq!(fault(&read_pupils(alone)), Some("E_ENCODING"));
}

#[test]
fn the_report_says_how_the_file_was_encoded_even_when_it_is_refused() {
    let report = pupils_report("\u{feff}Name\nRowan\n");
    assert_eq!(report.encoding, Some(Encoding::Utf8Bom));
    assert_eq!(pupils_report("%PDF").encoding, None);
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    let limits = Limits {
        bytes: 60,
        ..Limits::default()
    };
    let long = row("Marrow");
    assert!(long.len() > 60);
    let read = pupils::read(long.as_bytes(), TODAY, &limits);
    assert_eq!(fault(&read), Some("E_FILE_SIZE"));
}
