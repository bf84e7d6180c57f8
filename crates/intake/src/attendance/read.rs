//! Reads the marks of a file, row by row, whichever form it has.

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use crate::{
    attendance::{
        form::{Form, Place},
        mark::Session,
        register::{MarkRow, Register},
    },
    bytes::decode,
    cells::{points::whole, text},
    day::{day, known},
    fault::FileFault,
    field::Field,
    limits::Limits,
    reading::{Accepted, FileRefused, Reading, Refused, Source, Units},
    reason::Reason,
    roll::{PupilRef, Roll},
    table::{Columns, DateCell, Record, Row, Width, walk},
    warning::{Notes, Warning},
};

/// Reads attendance marks in delimited text.
///
/// A mark is refused, in this order, for `E_FIELD_COUNT`, `E_NO_ID`,
/// `E_UPN_FORMAT`, `E_UPN_CHECK`, `E_UNKNOWN_PUPIL`, `E_DATE_MISSING`,
/// `E_DATE_INVALID`, `E_DATE_FUTURE`, `E_SESSION_INVALID`, `E_MARKS_LENGTH`,
/// `E_MARK_MISSING`, `E_MARK_INVALID`, `E_WEEKEND`, `E_DUP_MARK`,
/// `E_CONFLICT_MARK`.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(
    bytes: &[u8],
    roll: &mut Roll,
    today: Date,
    limits: &Limits,
) -> Result<Reading<MarkRow>, FileRefused> {
    let mut source = Source {
        units: Units::Marks,
        ..Source::default()
    };
    let mut marks = Marks {
        roll,
        today,
        register: Register::default(),
        reading: Reading::default(),
        month_first: 0,
    };
    let text = decode(bytes, limits);
    let walked = text.and_then(|text| {
        walk(
            &text,
            limits,
            &mut source,
            Form::matched,
            |form, record, width| {
                marks.row(form, record, width);
                if marks.reading.total() > limits.marks {
                    return Err(FileFault::TooMuch { line: record.line });
                }
                Ok(())
            },
        )
    });
    if let Err(fault) = walked {
        return Err(FileRefused { fault, source });
    }
    let mut reading = marks.reading;
    if marks.month_first > 0 {
        reading.warnings.push(Warning::DateOrder);
    }
    reading.source = source;
    Ok(reading)
}

/// The marks read so far.
struct Marks<'r> {
    roll: &'r mut Roll,
    today: Date,
    register: Register,
    reading: Reading<MarkRow>,
    month_first: usize,
}

/// A mark to judge: its day and session, and what is written.
type Written = (Date, Session, String);

impl Marks<'_> {
    fn row(&mut self, form: &Form, record: &Record, width: Width) {
        let row = Row::new(record, form.columns(), self.today);
        match form {
            Form::OneARow(_) => {
                let mut notes = Notes::default();
                let answer = self.one(&row, width, &mut notes);
                self.month_first += notes.month_first();
                self.keep(record, answer, notes);
            }
            Form::WeekGrid(_, places) => {
                let week = self.start(&row, Field::Week);
                let count = filled(record, places).count();
                let monday = self.pupil(&row, width).and_then(|pupil| {
                    if known(week)?.weekday() != Weekday::Monday {
                        return Err(Reason::DateInvalid);
                    }
                    Ok((pupil, day(week, self.today)?))
                });
                match monday {
                    Ok((pupil, monday)) => {
                        let marks =
                            filled(record, places).filter_map(|((after, session), words)| {
                                let on = monday.checked_add(after.days()).ok()?;
                                Some((on, session, words))
                            });
                        self.each(record, &pupil, marks.collect());
                    }
                    Err(reason) => self.refuse(record, reason, count),
                }
            }
            Form::MarksString(columns) => self.string(&row, columns, record, width),
        }
    }

    /// One row, one mark.
    fn one(&mut self, row: &Row<'_>, width: Width, notes: &mut Notes) -> Result<MarkRow, Reason> {
        let date = row.date(Field::Date, notes);
        let pupil = self.pupil(row, width)?;
        let on = day(date, self.today)?;
        let session = Session::read(&row.text(Field::Session)).ok_or(Reason::SessionInvalid)?;
        let words = row.text(Field::Mark);
        let mut mark = self.register.take(&pupil, (on, session), &words, notes)?;
        mark.minutes_late = row.optional(Field::MinutesLate, notes, |words| {
            u16::try_from(whole(words)?).ok()
        });
        mark.notes = row.words(Field::Notes);
        Ok(mark)
    }

    /// All marks in one cell, two for each day.
    fn string(&mut self, row: &Row<'_>, columns: &Columns, record: &Record, width: Width) {
        let start = self.start(row, Field::AttendanceStart);
        let end = self.start(row, Field::AttendanceEnd);
        let marks: Vec<char> = row.text(Field::Marks).chars().collect();
        let given = marks.iter().filter(|mark| is_mark(**mark)).count();
        let dated = self.pupil(row, width).and_then(|pupil| {
            let first = day(start, self.today)?;
            let last = match end {
                DateCell::Blank => None,
                end => Some(known(end)?),
            };
            Ok((pupil, first, last))
        });
        let (pupil, first, last) = match dated {
            Ok(dated) => dated,
            Err(reason) => return self.refuse(record, reason, given),
        };
        let ends = columns.of(Field::AttendanceEnd).and(last);
        if !marks.len().is_multiple_of(2)
            || ends.is_some_and(|last| !fits(marks.len(), first, last))
        {
            return self.refuse(record, Reason::MarksLength, 1);
        }
        let mut written = Vec::with_capacity(given);
        let mut on = Some(first);
        for pair in marks.chunks(2) {
            let sessions = [Session::Morning, Session::Afternoon];
            for (session, mark) in sessions.into_iter().zip(pair) {
                if let Some(on) = on.filter(|_| is_mark(*mark)) {
                    written.push((on, session, mark.to_string()));
                }
            }
            on = on.and_then(|on| on.tomorrow().ok());
        }
        self.each(record, &pupil, written);
    }

    /// Judges the marks of a row that is itself sound.
    fn each(&mut self, record: &Record, pupil: &PupilRef, marks: Vec<Written>) {
        for (on, session, words) in marks {
            let mut notes = Notes::default();
            let answer = if on > self.today {
                Err(Reason::DateFuture)
            } else {
                self.register.take(pupil, (on, session), &words, &mut notes)
            };
            self.keep(record, answer, notes);
        }
    }

    /// Whom a row is about.
    fn pupil(&mut self, row: &Row<'_>, width: Width) -> Result<PupilRef, Reason> {
        match width {
            Width::Overflows => Err(Reason::FieldCount),
            Width::Fits => self.roll.pupil_of(row),
        }
    }

    /// A date of a whole row.
    fn start(&mut self, row: &Row<'_>, field: Field) -> DateCell {
        let mut notes = Notes::default();
        let cell = row.date(field, &mut notes);
        self.month_first += notes.month_first();
        cell
    }

    fn keep(&mut self, record: &Record, answer: Result<MarkRow, Reason>, notes: Notes) {
        match answer {
            Ok(row) => self.reading.accepted.push(Accepted {
                line: record.line,
                row,
                notes: notes.into_notes(),
            }),
            Err(reason) => self.refuse(record, reason, 1),
        }
    }

    /// Refuses so many marks of a row. What the row says is kept once only.
    fn refuse(&mut self, record: &Record, reason: Reason, marks: usize) {
        for _ in 0..marks {
            let last = self.reading.refused.last();
            let is_next = last.is_some_and(|last| last.line == record.line);
            self.reading.refused.push(if is_next {
                Refused {
                    line: record.line,
                    reason,
                    cells: Vec::new(),
                }
            } else {
                Refused::of(record, reason)
            });
        }
    }
}

/// The cells of a week that have a mark.
fn filled<'a>(
    record: &'a Record,
    places: &'a BTreeMap<Place, usize>,
) -> impl Iterator<Item = (Place, String)> {
    places
        .iter()
        .map(|(place, at)| (*place, record.cells.get(*at)))
        .map(|(place, cell)| {
            (
                place,
                cell.map(|cell| text::cleaned(cell)).unwrap_or_default(),
            )
        })
        .filter(|(_, words)| !words.is_empty())
}

/// Days on which the school is closed and days not filled in have no mark.
const fn is_mark(mark: char) -> bool {
    !matches!(mark, '#' | '-')
}

/// Whether there are two marks for each day from first to last.
fn fits(marks: usize, first: Date, last: Date) -> bool {
    let days = first.until(last).map_or(-1, |span| span.get_days()) + 1;
    usize::try_from(days).is_ok_and(|days| days * 2 == marks)
}
