//! Term dates in delimited text: one row a term, with its half term, or one
//! row for whatever it says that it is. A column of INSET days is read where
//! there is one and not missed where there is not.

use domain::text::Line;
use jiff::civil::Date;

use crate::{
    bytes::decode,
    calendar::{
        CalendarRow, Span, SpanKind,
        classify::{Unsaid, kind_of_row},
        term::{LONGEST, RawTerm, Taken, in_range, length},
    },
    cells::date,
    fault::{BundleFault, FileFault},
    field::{Field, normalised},
    limits::Limits,
    lone_table::of_which_roster,
    reading::{FileRefused, Reading, Source},
    reason::Reason,
    table::{Contacts, DateCell, Needs, Row, Sheet, headings_of, read_sheet},
    warning::Notes,
};

/// A list of terms.
pub(super) const TERMS: Needs = Needs {
    takes: &[
        Field::AcademicYear,
        Field::TermName,
        Field::TermStart,
        Field::TermEnd,
        Field::HalfTermStart,
        Field::HalfTermEnd,
        Field::InsetDays,
        Field::CalendarKind,
        Field::CalendarName,
    ],
    contacts: Contacts::Ignored,
    required: &[&[Field::TermStart], &[Field::TermEnd]],
};

/// The same with columns that are only called start and end.
const DATED: Needs = Needs {
    takes: &[
        Field::AcademicYear,
        Field::TermName,
        Field::TermStart,
        Field::TermEnd,
        Field::Start,
        Field::End,
        Field::HalfTermStart,
        Field::HalfTermEnd,
        Field::InsetDays,
        Field::CalendarKind,
        Field::CalendarName,
    ],
    contacts: Contacts::Ignored,
    required: &[
        &[Field::TermStart, Field::Start],
        &[Field::TermEnd, Field::End],
    ],
};

/// Whether headings are those of a calendar. "Start" and "end" alone may be
/// those of anything: they count beside a column that says what each row is.
pub(super) fn is_dated(plain: &[String]) -> bool {
    let has = |field: &Field| plain.iter().any(|heading| field.is_headed(heading));
    let says = [Field::TermName, Field::CalendarKind, Field::CalendarName];
    let starts = has(&Field::TermStart) || has(&Field::Start);
    let ends = has(&Field::TermEnd) || has(&Field::End);
    starts && ends && (says.iter().any(has) || has(&Field::TermStart) && has(&Field::TermEnd))
}

/// Reads a CSV of term dates. Rows are refused in the order `E_FIELD_COUNT`,
/// `E_DATE_MISSING`, `E_DATE_INVALID`, `E_END_BEFORE_START`,
/// `E_TERM_TOO_LONG`, `E_HALF_TERM_OUTSIDE`, `E_TERM_OVERLAP`.
pub(super) fn read(
    bytes: &[u8],
    today: Date,
    limits: &Limits,
) -> Result<Reading<CalendarRow>, FileRefused> {
    let text = decode(bytes, limits).ok();
    let headings = text.map_or_else(Vec::new, |text| headings_of(&text, limits));
    let plain: Vec<String> = headings.iter().map(|one| normalised(one)).collect();
    if of_which_roster(&plain).is_some() {
        return Err(FileRefused {
            fault: FileFault::Bundle(BundleFault::OneTable),
            source: Source {
                headings,
                ..Source::default()
            },
        });
    }
    let sheet = Sheet {
        bytes,
        needs: if is_dated(&plain) { &DATED } else { &TERMS },
        today,
        limits,
    };
    let mut taken = Taken::new();
    read_sheet(&sheet, |row, notes| one(row, notes, today, &mut taken))
}

fn one(
    row: &Row<'_>,
    notes: &mut Notes,
    today: Date,
    taken: &mut Taken,
) -> Result<CalendarRow, Reason> {
    let mut either = |first, second| match row.columns().of(first) {
        Some(_) => row.date(first, notes),
        None => row.date(second, notes),
    };
    let start = either(Field::TermStart, Field::Start);
    let end = either(Field::TermEnd, Field::End);
    let half_start = row.date(Field::HalfTermStart, notes);
    let half_end = row.date(Field::HalfTermEnd, notes);
    let name = row.first_of(&[Field::TermName, Field::CalendarName]);
    let days = match (start, end) {
        (DateCell::Read(first, _), DateCell::Read(last, _)) => length(first, last),
        _ => 1,
    };
    let columns = row.columns();
    let lists_terms = [Field::TermStart, Field::TermName].map(|field| columns.of(field).is_some());
    let unsaid = match lists_terms {
        [false, false] => Unsaid::Nothing,
        _ => Unsaid::Term,
    };
    match kind_of_row(&row.text(Field::CalendarKind), &name, days, unsaid) {
        Some(SpanKind::Term) => RawTerm {
            name,
            academic_year: row.text(Field::AcademicYear),
            start,
            end,
            half_start,
            half_end,
            inset: inset_days(&row.text(Field::InsetDays), today)?,
        }
        .checked(taken),
        kind => other(kind, &name, start, end),
    }
}

/// Days that are no term; nothing is made of them where the row does not say
/// what they are. A day by itself needs no end.
fn other(
    kind: Option<SpanKind>,
    name: &str,
    start: DateCell,
    end: DateCell,
) -> Result<CalendarRow, Reason> {
    let first = in_range(start)?;
    let last = match end {
        DateCell::Blank => first,
        given => in_range(given)?,
    };
    if last < first {
        return Err(Reason::EndBeforeStart);
    }
    if length(first, last) > LONGEST {
        return Err(Reason::DateInvalid);
    }
    let short: String = name.chars().take(200).collect();
    let name = Line::new(&short).ok();
    Ok(match kind {
        Some(kind) => CalendarRow::of(vec![Span {
            kind,
            name,
            first,
            last,
        }]),
        None => CalendarRow {
            spans: Vec::new(),
            passed_over: name,
        },
    })
}

/// Dates in one cell, parted by commas, semicolons or line breaks.
fn inset_days(words: &str, today: Date) -> Result<Vec<Date>, Reason> {
    // Far more than a term has: a whole file of them would fill the memory.
    if words.len() > 1000 {
        return Err(Reason::DateInvalid);
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
