//! A roster as it is kept until somebody confirms it: one zip of its tables,
//! and no password in any of them.

use crate::{
    bytes::decode,
    cells::text,
    limits::Limits,
    table::{Delimiter, Records},
    zip,
};

/// Loose files of a roster as one zip, by their names.
pub fn bundled(files: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    zip::written(&files)
}

/// A zip as it may be kept: as it came, or written anew where a table has a
/// column of passwords, with that column blank. Lines keep their numbers. What
/// cannot be read stays as it is: it is refused and never kept.
pub fn for_keeping(bytes: Vec<u8>, limits: &Limits) -> Vec<u8> {
    let Ok(files) = zip::files(&bytes, limits) else {
        return bytes;
    };
    let mut blanked = 0_usize;
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        let without = without_passwords(&file.bytes, limits);
        blanked += usize::from(without.is_some());
        kept.push((file.name, without.unwrap_or(file.bytes)));
    }
    if blanked == 0 {
        bytes
    } else {
        zip::written(&kept)
    }
}

/// The table with its passwords blank; nothing if it has none.
fn without_passwords(bytes: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let limits = &Limits {
        bytes: limits.zip_bytes,
        ..*limits
    };
    let words = decode(bytes, limits).ok()?.words;
    let delimiter = Delimiter::of(&words);
    let first = Records::new(&words, delimiter, limits)
        .next_with_text()?
        .ok()?;
    let secret: Vec<bool> = first
        .cells
        .iter()
        .map(|cell| text::cleaned(cell).eq_ignore_ascii_case("password"))
        .collect();
    if !secret.contains(&true) {
        return None;
    }
    let mut out = String::with_capacity(words.len());
    let mut line = 1;
    for record in Records::new(&words, delimiter, limits) {
        let record = record.ok()?;
        while line < record.line {
            out.push('\n');
            line += 1;
        }
        let is_headings = record.line == first.line;
        for (at, cell) in record.cells.iter().enumerate() {
            if at > 0 {
                out.push(delimiter.character());
            }
            if is_headings || secret.get(at) != Some(&true) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
                line += u32::try_from(cell.matches('\n').count()).unwrap_or(0);
            }
        }
        out.push('\n');
        line += 1;
    }
    Some(out.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::Bundle;

    #[test]
    fn a_password_is_not_kept_and_every_line_keeps_its_number() {
        let users = "\nsourcedId,Password,givenName\n\nu1,s3cret,\"Ro\nwan\"\nu2,hunter2,Elsie\n";
        let zip = bundled(vec![
            ("users.csv".into(), users.into()),
            (
                "orgs.csv".into(),
                b"sourcedId,name\no1,Kestrel Bridge\n".to_vec(),
            ),
        ]);
        let limits = Limits::default();
        let kept = for_keeping(zip.clone(), &limits);
        let bundle = Bundle::of_zip(&kept, &limits).unwrap();
        let users = String::from_utf8(bundle.file("users").unwrap().to_vec()).unwrap();
        assert!(
            !users.contains("s3cret") && !users.contains("hunter2"),
            "{users}"
        );
        assert_eq!(
            users.lines().position(|line| line.contains("Elsie")),
            Some(5)
        );
        assert!(
            users.contains("\"sourcedId\",\"Password\",\"givenName\""),
            "{users}"
        );
        assert!(bundle.file("orgs").is_some());

        let plain = bundled(vec![("users.csv".into(), b"sourcedId\nu1\n".to_vec())]);
        assert_eq!(for_keeping(plain.clone(), &limits), plain);
    }
}
