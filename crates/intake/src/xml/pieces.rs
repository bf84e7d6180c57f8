//! The pieces of an XML file, one at a time.

use std::borrow::Cow;

use quick_xml::{
    Error, Reader, XmlVersion,
    errors::{IllFormedError, SyntaxError},
    events::{BytesRef, BytesStart, Event},
};

use crate::{
    fault::XmlFault,
    xml::{
        declaration::is_space,
        decode::{is_xml, line_of},
    },
};

/// A piece of a file.
pub(crate) enum Piece<'t> {
    /// An element begins.
    Open(Cow<'t, str>),
    /// Words inside an element.
    Words(Cow<'t, str>),
    /// The element that was opened last ends.
    Close,
}

/// Reads pieces until the end of the file.
pub(crate) struct Pieces<'t> {
    reader: Reader<&'t [u8]>,
    text: &'t str,
    depth: usize,
    most: usize,
    too_deep: Option<u32>,
    state: State,
    closes: Pending,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum State {
    AtTheStart,
    BeforeTheRoot,
    InTheRoot,
    AfterTheRoot,
}

/// Whether an element that was opened and closed at once is still to close.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Pending {
    Nothing,
    Close,
}

impl<'t> Pieces<'t> {
    /// Reads `text`, whose elements should stand at most `most` deep.
    pub(crate) fn of(text: &'t str, most: usize) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_comments = true;
        Self {
            reader,
            text,
            depth: 0,
            most,
            too_deep: None,
            state: State::AtTheStart,
            closes: Pending::Nothing,
        }
    }

    /// How many elements are open.
    pub(crate) const fn depth(&self) -> usize {
        self.depth
    }

    /// Whether the elements that are open are more than they should be.
    pub(crate) const fn is_too_deep(&self) -> bool {
        self.depth > self.most
    }

    /// The line on which there first were more elements open than there should
    /// be. Told apart from faults, because damage later in the file comes first
    /// in the contract.
    pub(crate) const fn too_deep(&self) -> Option<u32> {
        self.too_deep
    }

    /// The line that has been read to.
    pub(crate) fn line(&self) -> u32 {
        let at = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        line_of(self.text, at)
    }

    /// The next piece; nothing at the end of a sound file.
    ///
    /// # Errors
    /// [`XmlFault::Dtd`] or [`XmlFault::Syntax`].
    pub(crate) fn next(&mut self) -> Result<Option<Piece<'t>>, XmlFault> {
        if self.closes == Pending::Close {
            self.closes = Pending::Nothing;
            return self.close().map(Some);
        }
        loop {
            let event = self.reader.read_event().map_err(|e| self.fault(&e))?;
            let at_the_start = self.state == State::AtTheStart;
            if at_the_start {
                self.state = State::BeforeTheRoot;
            }
            match event {
                Event::Start(start) => return self.open(&start).map(Some),
                Event::Empty(start) => {
                    self.closes = Pending::Close;
                    return self.open(&start).map(Some);
                }
                Event::End(_) => return self.close().map(Some),
                Event::Text(words) => {
                    let words = words.xml10_content();
                    let stray = !self.inside() && !words.trim().is_empty();
                    if stray || words.contains("]]>") {
                        return Err(self.syntax());
                    }
                    if self.inside() {
                        return Ok(Some(Piece::Words(words)));
                    }
                }
                Event::CData(words) if self.inside() => {
                    return Ok(Some(Piece::Words(words.xml10_content())));
                }
                Event::GeneralRef(name) if self.inside() => {
                    let c = character(&name).ok_or_else(|| self.syntax())?;
                    return Ok(Some(Piece::Words(Cow::Owned(c.to_string()))));
                }
                Event::Comment(_) => {}
                Event::PI(pi) if is_target(pi.target()) => {}
                Event::Decl(decl) if at_the_start && decl.version().is_ok() => {}
                Event::DocType(_) => return Err(XmlFault::Dtd { line: self.line() }),
                Event::Eof if self.depth == 0 && self.state == State::AfterTheRoot => {
                    return Ok(None);
                }
                _ => return Err(self.syntax()),
            }
        }
    }

    fn inside(&self) -> bool {
        self.depth > 0
    }

    fn open(&mut self, start: &BytesStart<'t>) -> Result<Piece<'t>, XmlFault> {
        let whole = start.name();
        let name: &str = whole.as_ref();
        if self.state == State::AfterTheRoot || !is_name(name) || !sound_attributes(start) {
            return Err(self.syntax());
        }
        self.state = State::InTheRoot;
        self.depth += 1;
        if self.is_too_deep() && self.too_deep.is_none() {
            self.too_deep = Some(self.line());
        }
        Ok(Piece::Open(Cow::Owned(name.to_owned())))
    }

    fn close(&mut self) -> Result<Piece<'t>, XmlFault> {
        self.depth = self.depth.checked_sub(1).ok_or_else(|| self.syntax())?;
        if self.depth == 0 {
            self.state = State::AfterTheRoot;
        }
        Ok(Piece::Close)
    }

    fn syntax(&self) -> XmlFault {
        XmlFault::Syntax { line: self.line() }
    }

    fn fault(&self, error: &Error) -> XmlFault {
        let at = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
        let line = line_of(self.text, at);
        match error {
            // A document type that is itself damaged is one all the same.
            Error::Syntax(SyntaxError::UnclosedDoctype)
            | Error::IllFormed(IllFormedError::MissingDoctypeName) => XmlFault::Dtd { line },
            _ => XmlFault::Syntax { line },
        }
    }
}

/// One of the five entities, or a character by its number.
fn character(name: &BytesRef<'_>) -> Option<char> {
    if let Some(c) = name.resolve_char_ref().ok()? {
        return is_xml(c).then_some(c);
    }
    match name.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => None,
    }
}

fn sound_attributes(start: &BytesStart<'_>) -> bool {
    let raw: &str = start.attributes_raw();
    parted_by_space(raw)
        && start.attributes().all(|attribute| {
            attribute.is_ok_and(|attribute| {
                let name: &str = attribute.key.as_ref();
                let raw: &str = attribute.value.as_ref();
                is_name(name)
                    && !raw.contains('<')
                    && attribute.normalized_value(XmlVersion::Explicit1_0).is_ok()
            })
        })
}

/// Whether white space stands before each attribute. The library takes
/// `a="1"b="2"` for two.
fn parted_by_space(mut attributes: &str) -> bool {
    loop {
        let inner = attributes.trim_start_matches(is_space);
        if inner.is_empty() {
            return true;
        }
        let parted = inner.len() < attributes.len();
        let Some(at) = inner.find(['"', '\'']).filter(|_| parted) else {
            return false;
        };
        let (_, quoted) = inner.split_at(at);
        let quote = if quoted.starts_with('"') { '"' } else { '\'' };
        let Some((_, rest)) = quoted.get(1..).and_then(|words| words.split_once(quote)) else {
            return false;
        };
        attributes = rest;
    }
}

/// A name as XML has it, near enough: it begins with a letter, `_` or `:`.
fn is_name(name: &str) -> bool {
    let begins = |c: char| c.is_alphabetic() || matches!(c, '_' | ':');
    let goes_on = |c: char| begins(c) || c.is_numeric() || matches!(c, '-' | '.' | '\u{b7}');
    name.starts_with(begins) && name.chars().all(goes_on)
}

fn is_target(name: &str) -> bool {
    is_name(name) && !name.eq_ignore_ascii_case("xml")
}
