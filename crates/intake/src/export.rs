//! CSV that people open in a spreadsheet: UTF-8 with a byte order mark, CRLF,
//! ISO dates, and no cell that a spreadsheet would take for a formula.

use std::fmt::Write;

use jiff::civil::Date;

use crate::{
    reading::{Reading, Refused},
    roster::RosterReading,
};

/// One cell to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words. An apostrophe goes in front where they would start a formula.
    Text(String),
    /// A number, which may be negative.
    Number(i64),
    /// A date, written `yyyy-mm-dd`.
    Date(Date),
    /// Nothing.
    Blank,
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

/// A sheet being written, row by row.
#[derive(Clone)]
pub struct SheetOut {
    text: String,
}

impl std::fmt::Debug for SheetOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} bytes of csv>", self.text.len())
    }
}

impl SheetOut {
    /// Starts a sheet with its headings.
    pub fn new(headings: &[&str]) -> Self {
        let mut sheet = Self {
            text: "\u{feff}".to_owned(),
        };
        let headings: Vec<Cell> = headings
            .iter()
            .map(|heading| Cell::from(*heading))
            .collect();
        sheet.row(&headings);
        sheet
    }

    /// Writes one row.
    ///
    /// ```
    /// use intake::export::SheetOut;
    /// let mut sheet = SheetOut::new(&["Name"]);
    /// sheet.row(&["=HYPERLINK(\"x\")".into()]);
    /// assert_eq!(sheet.bytes(), b"\xEF\xBB\xBFName\r\n\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    /// ```
    pub fn row(&mut self, cells: &[Cell]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            self.cell(cell);
        }
        self.text.push_str("\r\n");
    }

    /// The whole file.
    pub fn bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn cell(&mut self, cell: &Cell) {
        // Writing to a string cannot fail.
        let _ = match cell {
            Cell::Text(words) => {
                self.words(words);
                Ok(())
            }
            Cell::Number(number) => write!(self.text, "{number}"),
            Cell::Date(date) => write!(self.text, "{date}"),
            Cell::Blank => Ok(()),
        };
    }

    fn words(&mut self, words: &str) {
        let guard = if words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
            "'"
        } else {
            ""
        };
        let plain = !words.contains([',', '"', '\r', '\n']) && words.trim() == words;
        if plain {
            self.text.push_str(guard);
            self.text.push_str(words);
            return;
        }
        self.text.push('"');
        self.text.push_str(guard);
        self.text.push_str(&words.replace('"', "\"\""));
        self.text.push('"');
    }
}

/// The refused rows of a file for the office to put right: line, code, what is
/// wrong and what to do, then the row as it came under its own headings.
///
/// Once put right it can be imported as it is: the first four columns are
/// ignored. It holds personal data and is made only for the person importing.
pub fn refused_rows<T>(reading: &Reading<T>) -> Vec<u8> {
    let ours = ["Line", "Reason code", "What is wrong", "What to do"];
    let theirs = reading.source.headings.iter().map(String::as_str);
    let headings: Vec<&str> = ours.into_iter().chain(theirs).collect();
    let mut sheet = SheetOut::new(&headings);
    for refused in &reading.refused {
        sheet.row(&refused_row(refused));
    }
    sheet.bytes()
}

/// The same for the tables of a roster, one below the other: their rows have no
/// headings in common, so each says which table it is from.
pub fn refused_rows_of_roster(reading: &RosterReading) -> Vec<u8> {
    let ours = ["File", "Line", "Reason code", "What is wrong", "What to do"];
    let mut sheet = SheetOut::new(&ours);
    for table in &reading.tables {
        for refused in &table.reading.refused {
            let mut cells = vec![Cell::Text(format!("{}.csv", table.name))];
            cells.extend(refused_row(refused));
            sheet.row(&cells);
        }
    }
    sheet.bytes()
}

fn refused_row(refused: &Refused) -> Vec<Cell> {
    let Refused {
        line,
        reason,
        cells,
    } = refused;
    let ours = [
        Cell::Number(i64::from(*line)),
        Cell::from(reason.code()),
        Cell::from(reason.label()),
        Cell::from(reason.remedy()),
    ];
    let theirs = cells.iter().map(|cell| Cell::Text(cell.clone()));
    ours.into_iter().chain(theirs).collect()
}
