//! Bytes to text: which files are text at all, and in which encoding.
//!
//! Schools send what their spreadsheet saved: UTF-8 with and without a byte
//! order mark, UTF-16 ("Unicode text") and Windows-1252 ("CSV"). Anything that
//! is not certainly one of these is refused rather than guessed, because a
//! wrong guess changes children's names.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::Serialize;

use crate::{fault::FileFault, limits::Limits};

/// How the file's text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Encoding {
    /// UTF-8 without a byte order mark; plain ASCII is this too.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-8 after a byte order mark.
    #[serde(rename = "utf-8-bom")]
    Utf8Bom,
    /// UTF-16, either byte order, after a byte order mark.
    #[serde(rename = "utf-16")]
    Utf16,
    /// The Western code page of Windows.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// Latin 1, which only XML may declare.
    #[serde(rename = "iso-8859-1")]
    Latin1,
}

/// A file's text, without its byte order mark.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// How they were written.
    pub encoding: Encoding,
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} bytes of {:?}>", self.words.len(), self.encoding)
    }
}

/// First bytes of a zip (and so .xlsx and .docx), a PNG, a PDF and an old
/// Office file: what people upload by mistake.
const NOT_TEXT: [&[u8]; 4] = [
    b"PK\x03\x04",
    b"\x89PNG",
    b"%PDF",
    &[0xD0, 0xCF, 0x11, 0xE0],
];
const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
const UTF16_LITTLE: &[u8] = &[0xFF, 0xFE];
const UTF16_BIG: &[u8] = &[0xFE, 0xFF];

/// Decodes a whole file.
///
/// # Errors
/// [`FileFault::TooLarge`], [`FileFault::Binary`], [`FileFault::Empty`] or
/// [`FileFault::Encoding`], in that order of checking.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Text, FileFault> {
    if bytes.len() > limits.bytes {
        return Err(FileFault::TooLarge {
            at_most: limits.bytes,
        });
    }
    if NOT_TEXT.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(FileFault::Binary);
    }
    let text = marked(bytes).unwrap_or_else(|| unmarked(bytes))?;
    if text.words.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    // No school writes a NUL on purpose, and PostgreSQL cannot store one.
    if text.words.contains('\0') {
        return Err(FileFault::Binary);
    }
    Ok(text)
}

/// True when the file opens with a UTF-16 byte order mark.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(UTF16_LITTLE) || bytes.starts_with(UTF16_BIG)
}

fn marked(bytes: &[u8]) -> Option<Result<Text, FileFault>> {
    if let Some(rest) = bytes.strip_prefix(UTF8_MARK) {
        let words = std::str::from_utf8(rest).map_err(|_| FileFault::Encoding);
        return Some(words.map(|words| Text {
            words: words.to_owned(),
            encoding: Encoding::Utf8Bom,
        }));
    }
    let (rest, order) = match bytes.strip_prefix(UTF16_LITTLE) {
        Some(rest) => (rest, UTF_16LE),
        None => (bytes.strip_prefix(UTF16_BIG)?, UTF_16BE),
    };
    let words = order.decode_without_bom_handling_and_without_replacement(rest);
    Some(words.ok_or(FileFault::Encoding).map(|words| Text {
        words: words.into_owned(),
        encoding: Encoding::Utf16,
    }))
}

fn unmarked(bytes: &[u8]) -> Result<Text, FileFault> {
    if bytes.contains(&0) {
        return Err(FileFault::Binary);
    }
    if let Ok(words) = std::str::from_utf8(bytes) {
        return Ok(Text {
            words: words.to_owned(),
            encoding: Encoding::Utf8,
        });
    }
    let words = windows_1252(bytes).ok_or(FileFault::Encoding)?;
    Ok(Text {
        words: words.into_owned(),
        encoding: Encoding::Windows1252,
    })
}

/// The text of bytes in Windows-1252, or nothing if some mean nothing in it.
pub(crate) fn windows_1252(bytes: &[u8]) -> Option<Cow<'_, str>> {
    // The decoder would quietly turn these five into control characters.
    let is_void = |byte: &u8| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    if bytes.iter().any(is_void) {
        return None;
    }
    Some(WINDOWS_1252.decode_without_bom_handling(bytes).0)
}
