//! Lines of an iCalendar file, unfolded and taken apart.
//!
//! Our own reader, because the contract is stricter than calendar libraries
//! are: a file must be whole and rightly nested, each refused event has a line,
//! and folds are undone on the bytes, since some programs fold inside a
//! character.

use crate::{
    bytes::{Encoding, Text, decode, is_utf16},
    fault::FileFault,
    limits::Limits,
};

/// One property or mark, such as `DTSTART;VALUE=DATE:20260901`.
#[derive(Clone)]
pub(super) struct ContentLine {
    /// The line of the file it begins on; the first is 1.
    pub line: u32,
    /// The name in capitals.
    pub name: String,
    /// Parameters, their names in capitals.
    pub parameters: Vec<(String, String)>,
    /// What follows the colon, as written.
    pub value: String,
}

impl ContentLine {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// A file's lines, unfolded; taken apart one at a time, since a hostile file
/// may have millions.
pub(super) struct ContentLines {
    text: Text,
    encoding: Encoding,
    numbers: Vec<u32>,
}

impl ContentLines {
    /// Unfolds and decodes a whole file.
    pub(super) fn of(bytes: &[u8], limits: &Limits) -> Result<Self, FileFault> {
        if !is_utf16(bytes) {
            return Self::unfolded(bytes, limits);
        }
        // UTF-16 has to be decoded before its line breaks can be found.
        let wide = decode(bytes, limits)?;
        let mut lines = Self::unfolded(wide.words.as_bytes(), limits)?;
        lines.encoding = wide.encoding;
        Ok(lines)
    }

    fn unfolded(bytes: &[u8], limits: &Limits) -> Result<Self, FileFault> {
        let (joined, numbers) = unfold(bytes);
        let text = decode(&joined, limits)?;
        Ok(Self {
            encoding: text.encoding,
            text,
            numbers,
        })
    }

    /// How the file was encoded.
    pub(super) const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Every line with text.
    pub(super) fn iter(&self) -> impl Iterator<Item = ContentLine> {
        self.text
            .words
            .split('\n')
            .zip(&self.numbers)
            .filter(|(words, _)| !words.trim().is_empty())
            .map(|(words, line)| taken_apart(words, *line))
    }
}

/// Joins folded lines; returns the lines parted by LF, and where each begins.
fn unfold(bytes: &[u8]) -> (Vec<u8>, Vec<u32>) {
    let mut joined = Vec::with_capacity(bytes.len());
    let mut numbers = vec![1];
    let mut line = 1_u32;
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let Some(after_break) = after_break(rest) else {
            joined.push(*first);
            rest = after;
            continue;
        };
        line = line.saturating_add(1);
        rest = if let [b' ' | b'\t', more @ ..] = after_break {
            more
        } else {
            joined.push(b'\n');
            numbers.push(line);
            after_break
        };
    }
    (joined, numbers)
}

/// What follows CRLF, LF or CR, if the bytes begin with one.
fn after_break(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'\r', b'\n', more @ ..] | [b'\r' | b'\n', more @ ..] => Some(more),
        _ => None,
    }
}

/// Parts name, parameters and value; a colon or semicolon inside quotes parts
/// nothing. A line without a colon is a name without a value.
fn taken_apart(words: &str, line: u32) -> ContentLine {
    let (head, value) = words.split_at(unquoted(words, ':').unwrap_or(words.len()));
    let mut pieces = Vec::new();
    let mut rest = head;
    while let Some(at) = unquoted(rest, ';') {
        let (piece, more) = rest.split_at(at);
        pieces.push(piece);
        rest = more.strip_prefix(';').unwrap_or_default();
    }
    pieces.push(rest);
    let mut pieces = pieces.into_iter();
    let name = pieces
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_uppercase();
    let parameters = pieces
        .map(|piece| piece.split_once('=').unwrap_or((piece, "")))
        .map(|(name, value)| {
            let value = value.trim().trim_matches('"');
            (name.trim().to_ascii_uppercase(), value.to_owned())
        })
        .collect();
    ContentLine {
        line,
        name,
        parameters,
        value: value
            .strip_prefix(':')
            .unwrap_or_default()
            .trim()
            .to_owned(),
    }
}

/// Where a character first stands outside quotes.
fn unquoted(words: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    words.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == wanted && !quoted).then_some(at)
    })
}

/// A text value as people read it: `\,` `\;` `\\` and `\n` undone.
pub(super) fn unescaped(value: &str) -> String {
    let mut words = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('n' | 'N') => words.push('\n'),
                Some(other) => words.push(other),
                None => {}
            },
            other => words.push(other),
        }
    }
    words
}
