//! An iCalendar file as a calendar.

use std::collections::HashMap;

use domain::text::Line;
use jiff::civil::Date;

use crate::{
    calendar::{
        CalendarRow, Span,
        classify::kind_of,
        content_lines::{ContentLines, unescaped},
        events::{RawEvent, events},
        moment::days_of,
    },
    fault::FileFault,
    limits::Limits,
    reading::{Accepted, FileRefused, Reading, Refused, Source, Units},
    reason::Reason,
    warning::{Note, Warning},
};

/// Reads an iCalendar file. Events are refused in the order `E_ICS_NO_UID`,
/// `E_ICS_NO_START`, `E_ICS_RRULE`, `E_DATE_INVALID`, `E_END_BEFORE_START`.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Reading<CalendarRow>, FileRefused> {
    let mut source = Source {
        units: Units::Events,
        ..Source::default()
    };
    let found = match found(bytes, limits, &mut source) {
        Ok(found) => found,
        Err(fault) => return Err(FileRefused { fault, source }),
    };
    let mut reading = Reading {
        source,
        ..Reading::default()
    };
    let mut accepted = Vec::new();
    for raw in found {
        match event(&raw) {
            Ok(event) => accepted.push(event),
            Err(reason) => reading.refused.push(Refused {
                line: raw.line,
                reason,
                cells: vec![name_of(&raw)],
            }),
        }
    }
    reading.source.headings = vec!["Event".to_owned()];
    reading.accepted = newest(accepted);
    Ok(reading)
}

fn found(bytes: &[u8], limits: &Limits, source: &mut Source) -> Result<Vec<RawEvent>, FileFault> {
    if bytes.len() > limits.bytes {
        return Err(FileFault::TooLarge {
            at_most: limits.bytes,
        });
    }
    let lines = ContentLines::of(bytes, limits)?;
    source.encoding = Some(lines.encoding());
    events(lines.iter(), limits)
}

struct Event {
    line: u32,
    uid: String,
    sequence: i64,
    status: Status,
    name: String,
    categories: Vec<String>,
    first: Date,
    last: Date,
}

#[derive(PartialEq, Eq)]
enum Status {
    Stands,
    Cancelled,
}

fn event(raw: &RawEvent) -> Result<Event, Reason> {
    let uid = raw.first("UID").map(|line| line.value.clone());
    let uid = uid.filter(|uid| !uid.is_empty()).ok_or(Reason::IcsNoUid)?;
    let (first, last) = days_of(raw)?;
    let sequence = raw
        .first("SEQUENCE")
        .and_then(|line| line.value.parse().ok());
    let cancelled = raw
        .first("STATUS")
        .is_some_and(|line| line.value.eq_ignore_ascii_case("CANCELLED"));
    Ok(Event {
        line: raw.line,
        uid,
        sequence: sequence.unwrap_or(0),
        status: if cancelled {
            Status::Cancelled
        } else {
            Status::Stands
        },
        name: name_of(raw),
        categories: raw
            .all("CATEGORIES")
            .flat_map(|line| line.value.split(','))
            .map(unescaped)
            .collect(),
        first,
        last,
    })
}

fn name_of(raw: &RawEvent) -> String {
    let summary = raw.first("SUMMARY").map(|line| unescaped(&line.value));
    summary.unwrap_or_default()
}

/// Leaves the days of one version of each event: the highest sequence, and of
/// equals the later in the file. Cancelled events leave none.
fn newest(events: Vec<Event>) -> Vec<Accepted<CalendarRow>> {
    let mut winner: HashMap<String, (i64, usize)> = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        let best = winner
            .entry(event.uid.clone())
            .or_insert((event.sequence, at));
        if event.sequence >= best.0 {
            *best = (event.sequence, at);
        }
    }
    let is_winner = |at: usize, uid: &str| winner.get(uid).is_some_and(|(_, best)| *best == at);
    events
        .into_iter()
        .enumerate()
        .map(|(at, event)| {
            let warning = if !is_winner(at, &event.uid) {
                Some(Warning::IcsSuperseded)
            } else if event.status == Status::Cancelled {
                Some(Warning::IcsCancelled)
            } else {
                None
            };
            accepted(event, warning)
        })
        .collect()
}

fn accepted(event: Event, warning: Option<Warning>) -> Accepted<CalendarRow> {
    let line = event.line;
    let row = match warning {
        Some(_) => CalendarRow::default(),
        None => days(&event),
    };
    let note = |warning| Note {
        warning,
        field: None,
    };
    Accepted {
        line,
        row,
        notes: warning.map(note).into_iter().collect(),
    }
}

fn days(event: &Event) -> CalendarRow {
    let short: String = event.name.chars().take(200).collect();
    let name = Line::new(&short).ok();
    match kind_of(&event.categories, &event.name, event.first, event.last) {
        Some(kind) => CalendarRow::of(vec![Span {
            kind,
            name,
            first: event.first,
            last: event.last,
        }]),
        None => CalendarRow {
            spans: Vec::new(),
            passed_over: name,
        },
    }
}
