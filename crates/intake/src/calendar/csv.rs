//! Term dates in delimited text: one row a term, with its half term. A column
//! of INSET days is read where there is one and not missed where there is not.

use jiff::civil::Date;

use crate::{
    calendar::{
        CalendarRow,
        term::{RawTerm, Taken},
    },
    cells::date,
    field::Field,
    limits::Limits,
    reading::{FileRefused, Reading},
    reason::Reason,
    table::{Contacts, Needs, Row, Sheet, read_sheet},
    warning::Notes,
};

pub(super) const NEEDS: Needs = Needs {
    takes: &[
        Field::AcademicYear,
        Field::TermName,
        Field::TermStart,
        Field::TermEnd,
        Field::HalfTermStart,
        Field::HalfTermEnd,
        Field::InsetDays,
    ],
    contacts: Contacts::Ignored,
    required: &[&[Field::TermStart], &[Field::TermEnd]],
};

/// Reads a CSV of term dates. Rows are refused in the order `E_FIELD_COUNT`,
/// `E_DATE_MISSING`, `E_DATE_INVALID`, `E_END_BEFORE_START`,
/// `E_TERM_TOO_LONG`, `E_HALF_TERM_OUTSIDE`, `E_TERM_OVERLAP`.
pub(super) fn read(
    bytes: &[u8],
    today: Date,
    limits: &Limits,
) -> Result<Reading<CalendarRow>, FileRefused> {
    let sheet = Sheet {
        bytes,
        needs: &NEEDS,
        today,
        limits,
    };
    let mut taken = Taken::new();
    read_sheet(&sheet, |row, notes| term(row, notes, today, &mut taken))
}

fn term(
    row: &Row<'_>,
    notes: &mut Notes,
    today: Date,
    taken: &mut Taken,
) -> Result<CalendarRow, Reason> {
    let start = row.date(Field::TermStart, notes);
    let end = row.date(Field::TermEnd, notes);
    let half_start = row.date(Field::HalfTermStart, notes);
    let half_end = row.date(Field::HalfTermEnd, notes);
    RawTerm {
        name: row.text(Field::TermName),
        academic_year: row.text(Field::AcademicYear),
        start,
        end,
        half_start,
        half_end,
        inset: inset_days(&row.text(Field::InsetDays), today)?,
    }
    .checked(taken)
}

/// Dates in one cell, parted by commas, semicolons or line breaks.
fn inset_days(words: &str, today: Date) -> Result<Vec<Date>, Reason> {
    // Far more than a term has: a whole file of them would fill the memory.
    if words.len() > 1000 {
        return Err(Reason::TextTooLong);
    }
    words
        .split([',', ';', '\n'])
        .map(str::trim)
        .filter(|words| !words.is_empty())
        .map(|words| {
            let (date, _) = date::read(words, today).map_err(|_| Reason::DateInvalid)?;
            Ok(date)
        })
        .collect()
}
