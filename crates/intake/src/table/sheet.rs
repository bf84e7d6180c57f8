//! Reads a whole table, row by row.

use jiff::civil::Date;

use crate::{
    bytes::{Text, decode},
    cells::text,
    fault::FileFault,
    limits::Limits,
    reading::{Accepted, FileRefused, Reading, Refused, Source},
    reason::Reason,
    table::{Columns, Delimiter, Needs, Record, Records, Row},
    warning::{Notes, Warning},
};

/// What reading one table takes besides the rules for a row.
pub(crate) struct Sheet<'a> {
    pub bytes: &'a [u8],
    pub needs: &'a Needs,
    pub today: Date,
    pub limits: &'a Limits,
}

/// Whether a record keeps to the headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// No text beyond the last heading.
    Fits,
    /// Text beyond the last heading.
    Overflows,
}

/// Reads every row by `rule`, which gives one answer a row.
pub(crate) fn read_sheet<T>(
    sheet: &Sheet<'_>,
    rule: impl FnMut(&Row<'_>, &mut Notes) -> Result<T, Reason>,
) -> Result<Reading<T>, FileRefused> {
    let mut source = Source::default();
    match read(sheet, &mut source, rule) {
        Ok(mut reading) => {
            reading.source = source;
            Ok(reading)
        }
        Err(fault) => Err(FileRefused { fault, source }),
    }
}

fn read<T>(
    sheet: &Sheet<'_>,
    source: &mut Source,
    mut rule: impl FnMut(&Row<'_>, &mut Notes) -> Result<T, Reason>,
) -> Result<Reading<T>, FileFault> {
    let text = decode(sheet.bytes, sheet.limits)?;
    let mut reading = Reading::default();
    let mut month_first = 0;
    let matched = |source: &mut Source| {
        let columns = Columns::matched(&source.headings, sheet.needs)?;
        source.ignored = columns.ignored().to_vec();
        columns.complete(sheet.needs)?;
        Ok(columns)
    };
    walk(
        &text,
        sheet.limits,
        source,
        matched,
        |columns, record, width| {
            let mut notes = Notes::default();
            let row = Row::new(record, columns, sheet.today);
            let answer = match width {
                Width::Overflows => {
                    row.look_at_dates(sheet.needs, &mut notes);
                    Err(Reason::FieldCount)
                }
                Width::Fits => rule(&row, &mut notes),
            };
            month_first += notes.month_first();
            match answer {
                Ok(row) => reading.accepted.push(Accepted {
                    line: record.line,
                    row,
                    notes: notes.into_notes(),
                }),
                Err(reason) => reading.refused.push(Refused::of(record, reason)),
            }
            Ok(())
        },
    )?;
    if month_first > 0 {
        reading.warnings.push(Warning::DateOrder);
    }
    Ok(reading)
}

/// Hands every record with text below the headings to `each`, one at a time,
/// with the columns that `matched` made of the headings.
///
/// The whole file is read once for its quoting before the headings are judged:
/// a fault of quoting comes first in the contract, and a file with one must
/// not be half read.
pub(crate) fn walk<C>(
    text: &Text,
    limits: &Limits,
    source: &mut Source,
    matched: impl FnOnce(&mut Source) -> Result<C, FileFault>,
    mut each: impl FnMut(&C, &Record, Width) -> Result<(), FileFault>,
) -> Result<(), FileFault> {
    source.encoding = Some(text.encoding);
    let delimiter = Delimiter::of(&text.words);
    source.delimiter = Some(delimiter);
    let mut records = Records::new(&text.words, delimiter, limits);
    sound(records.clone(), limits)?;
    source.headings = header(&mut records)?;
    let columns = matched(source)?;
    for record in records {
        let record = record?;
        if is_blank(&record.cells) {
            continue;
        }
        let beyond = record.cells.get(source.headings.len()..);
        let width = if is_blank(beyond.unwrap_or_default()) {
            Width::Fits
        } else {
            Width::Overflows
        };
        each(&columns, &record, width)?;
    }
    Ok(())
}

/// The headings of a table, cleaned; nothing where there are none to be read.
pub(crate) fn headings_of(text: &Text, limits: &Limits) -> Vec<String> {
    let mut records = Records::new(&text.words, Delimiter::of(&text.words), limits);
    header(&mut records).unwrap_or_default()
}

/// The headings of a table, cleaned, and its first rows with text, for showing
/// what a column holds.
pub(crate) fn first_rows(
    text: &Text,
    limits: &Limits,
) -> Result<(Vec<String>, Vec<Vec<String>>), FileFault> {
    let mut records = Records::new(&text.words, Delimiter::of(&text.words), limits);
    let headings = header(&mut records)?;
    let mut rows = Vec::new();
    while rows.len() < SAMPLES
        && let Some(record) = records.next_with_text().transpose()?
    {
        rows.push(record.cells);
    }
    Ok((headings, rows))
}

/// Rows that are looked at for a sample of each column.
const SAMPLES: usize = 50;

/// The cells of the first line with text.
fn header(records: &mut Records<'_>) -> Result<Vec<String>, FileFault> {
    loop {
        match records.next().transpose()? {
            Some(record) if is_blank(&record.cells) => {}
            Some(record) => {
                return Ok(record
                    .cells
                    .iter()
                    .map(|cell| text::cleaned(cell))
                    .collect());
            }
            None => return Err(FileFault::Empty),
        }
    }
}

fn sound(records: Records<'_>, limits: &Limits) -> Result<(), FileFault> {
    let (mut with_text, mut cells) = (0_usize, 0_usize);
    for record in records {
        let record = record?;
        with_text += usize::from(!is_blank(&record.cells));
        cells += record.cells.len();
        // One more than the rows, for the headings.
        if with_text > limits.rows.saturating_add(1) || cells > limits.cells {
            return Err(FileFault::TooMuch { line: record.line });
        }
    }
    Ok(())
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| text::is_blank(cell))
}
