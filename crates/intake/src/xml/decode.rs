//! Bytes of an XML file to text, by its byte order mark or by what it declares.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::{
    bytes::Encoding,
    fault::{FileFault, XmlFault},
    limits::Limits,
    xml::{declaration, doctype::line_of_doctype},
};

/// A file's text, borrowed where it need not be changed.
pub(crate) struct XmlText<'b> {
    pub words: Cow<'b, str>,
    pub encoding: Encoding,
}

const FIRST_LINE: FileFault = FileFault::Xml(XmlFault::Syntax { line: 1 });

/// Decodes a whole file.
///
/// # Errors
/// [`FileFault::Empty`], [`XmlFault::Dtd`], [`XmlFault::Limit`], or
/// [`XmlFault::Syntax`] where the bytes are not in the declared encoding or
/// hold what XML may not.
pub(crate) fn decode<'b>(bytes: &'b [u8], limits: &Limits) -> Result<XmlText<'b>, FileFault> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileFault::Empty);
    }
    if let Some(line) = line_of_doctype(bytes) {
        return Err(XmlFault::Dtd { line }.into());
    }
    if bytes.len() > limits.xml_bytes {
        return Err(XmlFault::Limit { line: 1 }.into());
    }
    let text = marked(bytes).unwrap_or_else(|| declared(bytes))?;
    if text.words.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    if let Some((at, _)) = text.words.char_indices().find(|(_, c)| !is_xml(*c)) {
        let line = line_of(&text.words, at);
        return Err(XmlFault::Syntax { line }.into());
    }
    Ok(text)
}

/// The line of the file that a byte of its text is on.
pub(super) fn line_of(words: &str, at: usize) -> u32 {
    let before = words.get(..at).unwrap_or(words);
    let breaks = before.matches('\n').count();
    u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
}

/// Whether XML 1.0 may hold a character.
pub(super) const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// The text of a file that says by its first bytes how it is written. What it
/// declares besides must be the same.
fn marked(bytes: &[u8]) -> Option<Result<XmlText<'_>, FileFault>> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let words = std::str::from_utf8(rest).ok();
        let words = words.filter(|words| declares(words, &["utf-8", "utf8"]));
        return Some(words.ok_or(FIRST_LINE).map(|words| XmlText {
            words: Cow::Borrowed(words),
            encoding: Encoding::Utf8Bom,
        }));
    }
    let (rest, order, named) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, UTF_16LE, "utf-16le"),
        [0xFE, 0xFF, rest @ ..] => (rest, UTF_16BE, "utf-16be"),
        [b'<', 0, ..] => (bytes, UTF_16LE, "utf-16le"),
        [0, b'<', ..] => (bytes, UTF_16BE, "utf-16be"),
        _ => return None,
    };
    let words = order
        .decode_without_bom_handling_and_without_replacement(rest)
        .filter(|words| declares(words, &["utf-16", named]));
    Some(words.ok_or(FIRST_LINE).map(|words| XmlText {
        words,
        encoding: Encoding::Utf16,
    }))
}

/// Whether a text declares one of these encodings, or none.
fn declares(words: &str, one_of: &[&str]) -> bool {
    declaration::encoding(words)
        .is_ok_and(|label| label.is_none_or(|label| one_of.contains(&label.as_str())))
}

fn declared(bytes: &[u8]) -> Result<XmlText<'_>, FileFault> {
    let (words, encoding) = match label(bytes)?.as_str() {
        "utf-8" | "utf8" => {
            let words = std::str::from_utf8(bytes).map_err(|_| FIRST_LINE)?;
            (Cow::Borrowed(words), Encoding::Utf8)
        }
        "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" | "l1" => {
            let words = bytes.iter().map(|byte| char::from(*byte)).collect();
            (Cow::Owned(words), Encoding::Latin1)
        }
        "windows-1252" | "cp1252" | "cp-1252" => {
            let words = crate::bytes::windows_1252(bytes).ok_or(FIRST_LINE)?;
            (words, Encoding::Windows1252)
        }
        _ => return Err(FIRST_LINE),
    };
    Ok(XmlText { words, encoding })
}

/// The encoding that the declaration at the start names; UTF-8 where it names
/// none.
fn label(bytes: &[u8]) -> Result<String, FileFault> {
    if !bytes.starts_with(b"<?xml") {
        return Ok("utf-8".to_owned());
    }
    let ends = bytes.windows(2).position(|pair| pair == b"?>");
    let opening = ends.and_then(|at| bytes.get(..at + 2)).unwrap_or(bytes);
    // Names of encodings are ASCII, and nothing else is looked at here.
    let opening = String::from_utf8_lossy(opening);
    let label = declaration::encoding(&opening).map_err(|_| FIRST_LINE)?;
    Ok(label.unwrap_or_else(|| "utf-8".to_owned()))
}
