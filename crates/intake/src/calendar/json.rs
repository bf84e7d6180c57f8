//! Term dates in JSON, and bank holidays in the shape GOV.UK publishes.

use std::collections::BTreeMap;

use domain::text::Line;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::{
    bytes::decode,
    calendar::{
        CalendarRow, Span, SpanKind,
        term::{RawTerm, Taken, in_range},
    },
    cells::date::{Written, iso},
    fault::FileFault,
    limits::Limits,
    reading::{Accepted, FileRefused, Reading, Refused, Source, Units},
    reason::Reason,
    table::DateCell,
};

/// The part of the United Kingdom whose bank holidays are read.
const DIVISION: &str = "england-and-wales";

type Object<'t> = BTreeMap<String, &'t RawValue>;

/// Reads a JSON calendar. Dates are `yyyy-mm-dd`. Entries are refused for the
/// reasons of a CSV of term dates, in the same order.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Reading<CalendarRow>, FileRefused> {
    let mut source = Source {
        units: Units::Entries,
        ..Source::default()
    };
    match entries(bytes, limits, &mut source) {
        Ok(mut reading) => {
            reading.source = source;
            reading.source.headings = vec!["Entry".to_owned()];
            Ok(reading)
        }
        Err(fault) => Err(FileRefused { fault, source }),
    }
}

/// Whether a file has the lists that are read; one that is damaged, whether it
/// begins like one that has.
pub(super) fn is_calendar(bytes: &[u8], limits: &Limits) -> bool {
    let Ok(text) = decode(bytes, limits) else {
        return false;
    };
    match parsed::<Object<'_>>(&text.words) {
        Ok(file) => lists(&file, &mut Source::default()).is_ok(),
        Err(_) => [
            "\"terms\"",
            "\"inset_days\"",
            "\"bank_holidays\"",
            "\"england-and-wales\"",
        ]
        .iter()
        .any(|name| text.words.contains(name)),
    }
}

fn entries(
    bytes: &[u8],
    limits: &Limits,
    source: &mut Source,
) -> Result<Reading<CalendarRow>, FileFault> {
    let text = decode(bytes, limits)?;
    source.encoding = Some(text.encoding);
    let file: Object<'_> = parsed(&text.words)?;
    let lists = lists(&file, source)?;
    let lines = Lines::of(&text.words);
    let mut reading = Reading::default();
    let mut taken = Taken::new();
    for (kind, list) in lists {
        let list: Vec<&RawValue> = parsed(list.get())?;
        for entry in list {
            let line = lines.at(entry);
            if reading.total() == limits.rows {
                return Err(FileFault::TooMuch { line });
            }
            match entry_of(kind, entry, &mut taken) {
                Ok(row) => reading.accepted.push(Accepted {
                    line,
                    row,
                    notes: Vec::new(),
                }),
                Err(reason) => reading.refused.push(Refused {
                    line,
                    reason,
                    cells: vec![entry.get().to_owned()],
                }),
            }
        }
    }
    Ok(reading)
}

/// The lists of the file with the kind each holds.
fn lists<'t>(
    file: &Object<'t>,
    source: &mut Source,
) -> Result<Vec<(SpanKind, &'t RawValue)>, FileFault> {
    let kinds = [
        ("terms", SpanKind::Term),
        ("inset_days", SpanKind::Inset),
        ("bank_holidays", SpanKind::BankHoliday),
        ("events", SpanKind::BankHoliday),
    ];
    let of = |object: &Object<'t>| -> Vec<(SpanKind, &'t RawValue)> {
        let known = kinds.iter();
        known
            .filter_map(|(name, kind)| Some((*kind, *object.get(*name)?)))
            .collect()
    };
    let here = of(file);
    if !here.is_empty() {
        return Ok(here);
    }
    let division = file.get(DIVISION).ok_or(FileFault::JsonStructure)?;
    source.ignored = file
        .keys()
        .filter(|name| *name != DIVISION)
        .cloned()
        .collect();
    let below = of(&parsed(division.get())?);
    if below.is_empty() {
        return Err(FileFault::JsonStructure);
    }
    Ok(below)
}

fn parsed<'t, T: Deserialize<'t>>(words: &'t str) -> Result<T, FileFault> {
    serde_json::from_str(words).map_err(|problem| {
        if problem.is_data() {
            FileFault::JsonStructure
        } else {
            let line = u32::try_from(problem.line()).unwrap_or(u32::MAX);
            FileFault::JsonSyntax { line }
        }
    })
}

fn entry_of(kind: SpanKind, entry: &RawValue, taken: &mut Taken) -> Result<CalendarRow, Reason> {
    if kind == SpanKind::Term {
        return read_as::<TermEntry>(entry)?.raw().checked(taken);
    }
    let (date, title) = match read_as::<Day>(entry)? {
        Day::Bare(date) => (Some(date), None),
        Day::Titled { date, title } => (date, title),
    };
    let date = in_range(cell(date.as_deref()))?;
    Ok(CalendarRow::of(vec![Span {
        kind,
        name: title.and_then(|title| Line::new(&title).ok()),
        first: date,
        last: date,
    }]))
}

fn read_as<T: DeserializeOwned>(entry: &RawValue) -> Result<T, Reason> {
    serde_json::from_str(entry.get()).map_err(|_| Reason::DateInvalid)
}

#[derive(Deserialize)]
struct TermEntry {
    academic_year: Option<String>,
    #[serde(rename = "term")]
    name: Option<String>,
    start: Option<String>,
    end: Option<String>,
    #[serde(rename = "half_term")]
    half: Option<HalfTerm>,
}

#[derive(Deserialize, Default)]
struct HalfTerm {
    start: Option<String>,
    end: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Day {
    Bare(String),
    Titled {
        date: Option<String>,
        title: Option<String>,
    },
}

impl TermEntry {
    fn raw(self) -> RawTerm {
        let half = self.half.unwrap_or_default();
        RawTerm {
            name: self.name.unwrap_or_default(),
            academic_year: self.academic_year.unwrap_or_default(),
            start: cell(self.start.as_deref()),
            end: cell(self.end.as_deref()),
            half_start: cell(half.start.as_deref()),
            half_end: cell(half.end.as_deref()),
            inset: Vec::new(),
        }
    }
}

fn cell(words: Option<&str>) -> DateCell {
    match words.map(str::trim) {
        None | Some("") => DateCell::Blank,
        Some(words) => iso(words).map_or(DateCell::Unreadable, |date| {
            DateCell::Read(date, Written::AsDate)
        }),
    }
}

/// Where each line of a text ends, to tell the line of a part of it.
struct Lines<'t> {
    text: &'t str,
    ends: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at).collect();
        Self { text, ends }
    }

    /// The line on which `part`, a borrowed piece of the text, begins.
    fn at(&self, part: &RawValue) -> u32 {
        let from = part.get().as_ptr().addr();
        let offset = from.saturating_sub(self.text.as_ptr().addr());
        let before = self.ends.partition_point(|end| *end < offset);
        u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
    }
}
