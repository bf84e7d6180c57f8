//! RFC 4180 records with their lines.
//!
//! Our own reader, because the `csv` crate is lenient by design: it reads
//! `"a"b` as `ab` and takes the rest of the file into a quote that is never
//! closed, and reports neither. Here both are faults with a line, since either
//! may move one child's details onto another. The tests hold this reader
//! against the `csv` crate on files without such faults.

use crate::{cells::text, fault::FileFault, limits::Limits, table::Delimiter};

/// One record: where it begins and what its cells say, unquoted, as written.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The line of the file it begins on; the first line is 1.
    pub line: u32,
    /// The cells; line breaks inside quotes are LF.
    pub cells: Vec<String>,
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<line {}: {} cells>", self.line, self.cells.len())
    }
}

/// Reads records one at a time.
#[derive(Clone)]
pub struct Records<'t> {
    rest: &'t str,
    line: u32,
    delimiter: char,
    limits: Limits,
}

impl std::fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<records from line {}>", self.line)
    }
}

/// What follows a cell.
enum After {
    Cell,
    Record,
}

impl<'t> Records<'t> {
    /// Reads `text`, which is parted by `delimiter`.
    pub fn new(text: &'t str, delimiter: Delimiter, limits: &Limits) -> Self {
        Self {
            rest: text,
            line: 1,
            delimiter: delimiter.character(),
            limits: *limits,
        }
    }

    /// The first record that has text.
    pub(crate) fn next_with_text(&mut self) -> Option<Result<Record, FileFault>> {
        self.find(|record| match record {
            Ok(record) => record.cells.iter().any(|cell| !text::is_blank(cell)),
            Err(_) => true,
        })
    }

    /// What has not been read yet.
    pub(crate) const fn rest(&self) -> &'t str {
        self.rest
    }

    fn record(&mut self) -> Result<Record, FileFault> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let cell = match self.rest.strip_prefix('"') {
                Some(rest) => self.quoted(rest)?,
                None => self.plain().to_owned(),
            };
            // Bytes bound characters, so the count is only made when it matters.
            let too_long = cell.len() > self.limits.cell && cell.chars().count() > self.limits.cell;
            if too_long || cells.len() == self.limits.columns {
                return Err(FileFault::TooMuch { line });
            }
            cells.push(cell);
            match self.after()? {
                After::Cell => {}
                After::Record => return Ok(Record { line, cells }),
            }
        }
    }

    fn plain(&mut self) -> &'t str {
        let ends = |c: char| c == self.delimiter || c == '\n' || c == '\r';
        let at = self.rest.find(ends).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(at);
        self.rest = rest;
        cell
    }

    /// Reads to the closing quote; `rest` begins after the opening one.
    fn quoted(&mut self, mut rest: &'t str) -> Result<String, FileFault> {
        let opened = self.line;
        let mut cell = String::new();
        loop {
            let never_closed = FileFault::CsvSyntax { line: opened };
            let at = rest.find(['"', '\r', '\n']).ok_or(never_closed)?;
            let (words, from) = rest.split_at(at);
            cell.push_str(words);
            if let Some(more) = from.strip_prefix("\"\"") {
                cell.push('"');
                rest = more;
            } else if let Some(more) = from.strip_prefix('"') {
                self.rest = more;
                return Ok(cell);
            } else {
                cell.push('\n');
                rest = self.line_break(from).unwrap_or_default();
            }
        }
    }

    /// Steps over what parts this cell from the next.
    fn after(&mut self) -> Result<After, FileFault> {
        if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
            self.rest = rest;
            return Ok(After::Cell);
        }
        if self.rest.is_empty() {
            return Ok(After::Record);
        }
        let text_after_quote = FileFault::CsvSyntax { line: self.line };
        self.rest = self.line_break(self.rest).ok_or(text_after_quote)?;
        Ok(After::Record)
    }

    /// What follows the line break at the start of `from`, if there is one.
    fn line_break(&mut self, from: &'t str) -> Option<&'t str> {
        let rest = ["\r\n", "\n", "\r"]
            .iter()
            .find_map(|end| from.strip_prefix(end))?;
        self.line = self.line.saturating_add(1);
        Some(rest)
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let record = self.record();
        if record.is_err() {
            // Nothing after a fault can be trusted to be in the right cell.
            self.rest = "";
        }
        Some(record)
    }
}
