//! The rules for one term, whichever file it came in.

use std::collections::BTreeMap;

use domain::text::Line;
use jiff::civil::Date;

use crate::{
    calendar::{CalendarRow, Span, SpanKind, dates::year_began},
    reason::Reason,
    table::DateCell,
};

/// The longest a span may be, in days: a leap year.
pub(super) const LONGEST: i32 = 366;

/// A term as a file gives it, not yet looked at.
pub(super) struct RawTerm {
    pub name: String,
    pub academic_year: String,
    pub start: DateCell,
    pub end: DateCell,
    pub half_start: DateCell,
    pub half_end: DateCell,
    pub inset: Vec<Date>,
}

/// The terms accepted so far: first day to last day.
pub(super) type Taken = BTreeMap<Date, Date>;

impl RawTerm {
    /// Checks a term against itself and against those before it.
    pub(super) fn checked(self, taken: &mut Taken) -> Result<CalendarRow, Reason> {
        let half_given = [self.half_start, self.half_end] != [DateCell::Blank; 2];
        let mut wanted = vec![self.start, self.end];
        if half_given {
            wanted.extend([self.half_start, self.half_end]);
        }
        if wanted.contains(&DateCell::Blank) {
            return Err(Reason::DateMissing);
        }
        let (first, last) = (in_range(self.start)?, in_range(self.end)?);
        let half = if half_given {
            Some((in_range(self.half_start)?, in_range(self.half_end)?))
        } else {
            None
        };
        if last < first || half.is_some_and(|(from, to)| to < from) {
            return Err(Reason::EndBeforeStart);
        }
        if length(first, last) > LONGEST {
            return Err(Reason::TermTooLong);
        }
        if half.is_some_and(|(from, to)| from < first || to > last) {
            return Err(Reason::HalfTermOutside);
        }
        // Of those accepted, only the last to begin by our last day can reach us.
        if taken
            .range(..=last)
            .next_back()
            .is_some_and(|(_, end)| *end >= first)
        {
            return Err(Reason::TermOverlap);
        }
        taken.insert(first, last);
        Ok(CalendarRow::of(self.spans(first, last, half)))
    }

    fn spans(&self, first: Date, last: Date, half: Option<(Date, Date)>) -> Vec<Span> {
        let span = |kind, first, last, name: String| Span {
            kind,
            name: Line::new(&name).ok(),
            first,
            last,
        };
        let year = match self.academic_year.as_str() {
            "" => academic_year(first),
            given => given.to_owned(),
        };
        let term = plain_name(&self.name);
        let mut spans = vec![span(
            SpanKind::Term,
            first,
            last,
            format!("{} {year}", join(&term, "term")),
        )];
        spans.extend(half.map(|(from, to)| {
            let name = format!("{} {year}", join(&term, "half term"));
            span(SpanKind::HalfTerm, from, to, name)
        }));
        spans.extend(
            self.inset
                .iter()
                .map(|date| span(SpanKind::Inset, *date, *date, "INSET day".to_owned())),
        );
        spans
    }
}

/// A date a calendar may hold: 2000 to 2100.
pub(super) fn in_range(cell: DateCell) -> Result<Date, Reason> {
    match cell {
        DateCell::Read(date, _) if (2000..=2100).contains(&date.year()) => Ok(date),
        DateCell::Read(..) | DateCell::Unreadable => Err(Reason::DateInvalid),
        DateCell::Blank => Err(Reason::DateMissing),
    }
}

/// Days from first to last, both counted.
pub(super) fn length(first: Date, last: Date) -> i32 {
    first
        .until(last)
        .map_or(i32::MAX, |span| span.get_days())
        .saturating_add(1)
}

/// `autumn`, `Autumn Term` and `AUTUMN` as `Autumn`.
fn plain_name(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.strip_suffix("term").unwrap_or(&lower).trim();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn join(name: &str, kind: &str) -> String {
    format!("{name} {kind}").trim().to_owned()
}

/// `2026/27` for a term that begins in September 2026.
fn academic_year(first: Date) -> String {
    let began = year_began(first);
    format!("{began}/{:02}", (began + 1).rem_euclid(100))
}
