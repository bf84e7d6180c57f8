//! Reads a whole table, row by row, into a [`Reading`].

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

/// Reads every row by `rule`.
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
    source.encoding = Some(text.encoding);
    let (columns, rows) = headings(&text, sheet, source)?;
    let mut reading = Reading::default();
    let mut month_first = 0;
    for record in rows {
        let record = record?;
        if is_blank(&record) {
            continue;
        }
        let mut notes = Notes::default();
        let row = Row::new(&record, &columns, sheet.today);
        let answer = if row.overflows(source.headings.len()) {
            Err(Reason::FieldCount)
        } else {
            rule(&row, &mut notes)
        };
        month_first += notes.month_first();
        match answer {
            Ok(row) => reading.accepted.push(Accepted {
                line: record.line,
                row,
                notes: notes.into_notes(),
            }),
            Err(reason) => reading.refused.push(Refused {
                line: record.line,
                reason,
                cells: record.cells,
            }),
        }
    }
    if month_first > 0 {
        reading.warnings.push(Warning::DateOrder);
    }
    Ok(reading)
}

/// Finds delimiter and headings, and the records below them.
///
/// The whole file is read once for its quoting before the headings are judged:
/// a fault of quoting comes first in the contract, and a file with one must
/// not be half read.
fn headings<'t>(
    text: &'t Text,
    sheet: &Sheet<'_>,
    source: &mut Source,
) -> Result<(Columns, Records<'t>), FileFault> {
    let delimiter = Delimiter::of(&text.words);
    source.delimiter = Some(delimiter);
    let all = Records::new(&text.words, delimiter, sheet.limits);
    sound(all.clone(), sheet.limits)?;
    let mut records = all;
    let header = loop {
        match records.next().transpose()? {
            Some(record) if is_blank(&record) => {}
            Some(record) => break record,
            None => return Err(FileFault::Empty),
        }
    };
    source.headings = header
        .cells
        .iter()
        .map(|cell| text::cleaned(cell))
        .collect();
    let columns = Columns::matched(&source.headings, sheet.needs)?;
    source.ignored = columns.ignored().to_vec();
    columns.complete(sheet.needs)?;
    Ok((columns, records))
}

fn sound(records: Records<'_>, limits: &Limits) -> Result<(), FileFault> {
    let (mut with_text, mut cells) = (0_usize, 0_usize);
    for record in records {
        let record = record?;
        with_text += usize::from(!is_blank(&record));
        cells += record.cells.len();
        // One more than the rows, for the headings.
        if with_text > limits.rows.saturating_add(1) || cells > limits.cells {
            return Err(FileFault::TooMuch { line: record.line });
        }
    }
    Ok(())
}

fn is_blank(record: &Record) -> bool {
    record.cells.iter().all(|cell| text::is_blank(cell))
}
