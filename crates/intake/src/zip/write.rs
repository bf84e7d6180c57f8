//! Writes a small zip: for a roster that came as loose files.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder};

/// A zip of these files. What cannot be packed is left as it is.
pub(crate) fn written(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let offset = zip.len();
        let packed = packed(bytes);
        let (method, body) = match &packed {
            Some(packed) => (8_u16, packed),
            None => (0, bytes),
        };
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut about = Vec::new();
        // Version 2.0, names in UTF-8, the method, and the first day there is.
        for half in [20, 1 << 11, method, 0, 0x21] {
            about.extend_from_slice(&u16::to_le_bytes(half));
        }
        for whole in [crc.sum(), size(body.len()), size(bytes.len())] {
            about.extend_from_slice(&whole.to_le_bytes());
        }
        about.extend_from_slice(&u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        about.extend_from_slice(&[0, 0]);
        zip.extend_from_slice(b"PK\x03\x04");
        zip.extend_from_slice(&about);
        zip.extend_from_slice(name.as_bytes());
        zip.extend_from_slice(body);
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&about);
        // No comment, the first disk, and no rights of any system.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&size(offset).to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (start, length) = (size(zip.len()), size(directory.len()));
    let many = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    zip.append(&mut directory);
    zip.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    zip.extend_from_slice(&many);
    zip.extend_from_slice(&many);
    zip.extend_from_slice(&length.to_le_bytes());
    zip.extend_from_slice(&start.to_le_bytes());
    zip.extend_from_slice(&[0, 0]);
    zip
}

/// Packed, unless that goes wrong or packs so tightly that the limits on what
/// comes out of a zip would refuse it.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).ok()?;
    let packed = encoder.finish().ok()?;
    (packed.len().saturating_mul(100) > bytes.len()).then_some(packed)
}

/// Files are bounded far below this.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{limits::Limits, zip::files};

    #[test]
    fn what_is_written_reads_back_the_same() {
        let some = [
            ("users.csv".to_owned(), b"a,b\n1,2\n".repeat(9)),
            ("ßort.csv".to_owned(), Vec::new()),
            ("alike.csv".to_owned(), vec![b'x'; 3_000_000]),
        ];
        let zip = written(&some);
        let read = files(&zip, &Limits::default()).unwrap();
        let read: Vec<_> = read.into_iter().map(|one| (one.name, one.bytes)).collect();
        assert_eq!(read, some);
        assert!(files(&written(&[]), &Limits::default()).unwrap().is_empty());
    }
}
