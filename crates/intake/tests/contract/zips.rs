//! Zips made to do harm, and a maker of zips.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder};
use intake::{limits::Limits, roster::Bundle};

use crate::support::fault;

/// An entry of a zip to be made.
#[derive(Clone)]
pub struct Made {
    pub name: String,
    pub bytes: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    pub mode: u32,
    /// Added to the sizes in the headers, to lie about them.
    pub lie: i64,
}

/// A deflated entry.
pub fn entry(name: &str, bytes: impl AsRef<[u8]>) -> Made {
    Made {
        name: name.to_owned(),
        bytes: bytes.as_ref().to_vec(),
        method: 8,
        flags: 0,
        mode: 0o100_644,
        lie: 0,
    }
}

fn packed(made: &Made) -> Vec<u8> {
    if made.method != 8 {
        return made.bytes.clone();
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&made.bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// A zip of these entries.
pub fn zip(entries: &[Made]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let small = |n: usize| u16::try_from(n).expect("small").to_le_bytes();
    let long = |n: usize| u32::try_from(n).expect("a number").to_le_bytes();
    for made in entries {
        let packed = packed(made);
        let mut crc = Crc::new();
        crc.update(&made.bytes);
        let size = i64::try_from(made.bytes.len()).expect("a size") + made.lie;
        let size = usize::try_from(size).expect("a size");
        let mut fields = Vec::new();
        fields.extend(made.flags.to_le_bytes());
        fields.extend(made.method.to_le_bytes());
        fields.extend([0; 4]);
        fields.extend(crc.sum().to_le_bytes());
        fields.extend(long(packed.len()));
        fields.extend(long(size));
        fields.extend(small(made.name.len()));
        directory.extend(b"PK\x01\x02\x1e\x03\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 8]);
        directory.extend((made.mode << 16).to_le_bytes());
        directory.extend(long(out.len()));
        directory.extend(made.name.as_bytes());
        out.extend(b"PK\x03\x04\x14\x00");
        out.extend(&fields);
        out.extend([0; 2]);
        out.extend(made.name.as_bytes());
        out.extend(packed);
    }
    let start = out.len();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend(small(entries.len()));
    out.extend(small(entries.len()));
    out.extend(long(directory.len()));
    out.extend(long(start));
    out.extend([0; 2]);
    out
}

fn code(bytes: &[u8]) -> Option<&'static str> {
    let bundle = Bundle::of_zip(bytes, &Limits::default());
    bundle.err().map(|refused| refused.fault.code())
}

#[test]
fn a_sound_zip_is_opened() {
    let mut stored = entry("b.csv", "b");
    stored.method = 0;
    let bytes = zip(&[entry("a.csv", "a"), stored, entry("empty.csv", "")]);
    let bundle = Bundle::of_zip(&bytes, &Limits::default()).expect("a zip");
    assert_eq!(bundle.tables().collect::<Vec<_>>(), ["a", "b", "empty"]);
    assert_eq!(bundle.file("b"), Some(&b"b"[..]));
    assert_eq!(code(&zip(&[])), None);
}

#[test]
fn what_is_not_a_zip_or_is_damaged_is_refused() {
    let sound = zip(&[entry("a.csv", "abcabcabc"), entry("b.csv", "b")]);
    for cut in 0..sound.len() {
        assert_eq!(code(&sound[..cut]), Some("E_ZIP_CORRUPT"), "{cut}");
    }
    for bytes in [&b""[..], b"PK\x03\x04", b"%PDF", b"UPN,Surname\n"] {
        assert_eq!(code(bytes), Some("E_ZIP_CORRUPT"));
    }
    let mut odd = entry("a.csv", "a");
    odd.method = 14;
    assert_eq!(code(&zip(&[odd])), Some("E_ZIP_CORRUPT"));
    // One byte of the packed words changed.
    let mut damaged = sound;
    damaged[36] ^= 0x20;
    assert_eq!(code(&damaged), Some("E_ZIP_CORRUPT"));
}

#[test]
fn sizes_in_the_headers_are_not_believed() {
    for lie in [-1, 1, 5] {
        let mut made = entry("a.csv", "abcabc");
        made.lie = lie;
        assert_eq!(code(&zip(&[made])), Some("E_ZIP_CORRUPT"), "{lie}");
    }
    // A bomb that says it is small is stopped by what comes out of it.
    let mut bomb = entry("a.csv", vec![0; 20 << 20]);
    bomb.lie = -(20 << 20) + 10;
    assert_eq!(code(&zip(&[bomb])), Some("E_ZIP_LIMIT"));
}

#[test]
fn bombs_are_refused() {
    let flat = vec![b'a'; 2 << 20];
    assert_eq!(code(&zip(&[entry("a.csv", &flat)])), Some("E_ZIP_LIMIT"));
    // Up to a megabyte may be packed as tightly as it likes.
    assert_eq!(code(&zip(&[entry("a.csv", &flat[..1 << 20])])), None);
    // What is passed over counts as well.
    assert_eq!(
        code(&zip(&[entry("__MACOSX/a.csv", &flat)])),
        Some("E_ZIP_LIMIT")
    );
    let most: Vec<Made> = (0..100).map(|n| entry(&format!("{n}.csv"), "x")).collect();
    assert_eq!(code(&zip(&most)), None);
    let more: Vec<Made> = (0..101).map(|n| entry(&format!("{n}.csv"), "x")).collect();
    assert_eq!(code(&zip(&more)), Some("E_ZIP_LIMIT"));
    let limits = Limits {
        zip_bytes: 1000,
        ..Limits::default()
    };
    let two = zip(&[entry("a.csv", [b'a'; 600]), entry("b.csv", [b'b'; 600])]);
    assert_eq!(
        Bundle::of_zip(&two, &limits)
            .err()
            .map(|refused| refused.fault.code()),
        Some("E_ZIP_LIMIT")
    );
}

#[test]
fn names_that_lead_out_are_refused() {
    for name in [
        "../users.csv",
        "a/../../users.csv",
        "/etc/passwd",
        "\\windows\\users.csv",
        "..\\users.csv",
        "C:users.csv",
        "c:\\users.csv",
        "..",
        "__MACOSX/../x",
    ] {
        assert_eq!(
            code(&zip(&[entry(name, "x")])),
            Some("E_ZIP_PATH"),
            "{name}"
        );
    }
    let mut link = entry("users.csv", "/etc/passwd");
    link.mode = 0o120_777;
    assert_eq!(code(&zip(&[link])), Some("E_ZIP_PATH"));
    for name in ["a..b.csv", "..a.csv", "a/b../c.csv"] {
        assert_eq!(code(&zip(&[entry(name, "x")])), None, "{name}");
    }
}

#[test]
fn locked_entries_and_doubled_names_are_refused() {
    for flags in [1, 1 | 1 << 6, 1 << 6] {
        let mut locked = entry("users.csv", "x");
        locked.flags = flags;
        let code = code(&zip(&[entry("orgs.csv", "x"), locked]));
        assert_eq!(code, Some("E_ZIP_ENCRYPTED"), "{flags}");
    }
    for [one, two] in [["a.csv", "a.csv"], ["Users.csv", "users.CSV"]] {
        let bytes = zip(&[entry(one, "1"), entry(two, "2")]);
        assert_eq!(code(&bytes), Some("E_ZIP_DUP"));
    }
}

#[test]
fn a_folder_is_bounded_like_a_zip() {
    let files = |n: usize| (0..n).map(|n| (format!("{n}.csv"), Vec::new())).collect();
    assert!(Bundle::of_files(files(100), &Limits::default()).is_ok());
    let read = Bundle::of_files(files(101), &Limits::default()).map(|_| ());
    let read = read.map(|()| intake::reading::Reading::<()>::default());
    assert_eq!(fault(&read), Some("E_ZIP_LIMIT"));
}
