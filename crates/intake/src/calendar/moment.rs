//! Dates and times of iCalendar, as the clock on a British wall shows them.

use jiff::{
    Span,
    civil::{Date, DateTime, Time},
    tz::{TimeZone, TimeZoneDatabase},
};

use crate::{
    calendar::{content_lines::ContentLine, events::RawEvent},
    cells::{date::compact, number::is_figures},
    reason::Reason,
};

const LONDON: &str = "Europe/London";

/// First and last day of an event, both counted.
///
/// # Errors
/// `E_ICS_NO_START`, `E_ICS_RRULE`, `E_DATE_INVALID`, `E_END_BEFORE_START`, in
/// that order.
pub(super) fn days_of(event: &RawEvent) -> Result<(Date, Date), Reason> {
    let start = event.first("DTSTART").ok_or(Reason::IcsNoStart)?;
    if event.first("RRULE").is_some() || event.first("RDATE").is_some() {
        return Err(Reason::IcsRrule);
    }
    let first = moment(start).ok_or(Reason::DateInvalid)?;
    let end = match (event.first("DTEND"), event.first("DURATION")) {
        (Some(end), _) => moment(end).ok_or(Reason::DateInvalid)?,
        (None, Some(length)) => lasting(first, &length.value).ok_or(Reason::DateInvalid)?,
        (None, None) => first,
    };
    if end < first {
        return Err(Reason::EndBeforeStart);
    }
    // The end is not part of the event. An event that ends as it begins takes
    // up that one day.
    let on_the_stroke = end > first && end.time() == Time::midnight();
    let last = if on_the_stroke {
        end.date().yesterday().map_err(|_| Reason::DateInvalid)?
    } else {
        end.date()
    };
    Ok((first.date(), last))
}

/// `20260901`, `20260901T090000` or `20260901T090000Z`.
fn moment(line: &ContentLine) -> Option<DateTime> {
    let (day, clock) = match line.value.split_once(['T', 't']) {
        Some((day, clock)) => (compact(day)?, clock),
        None => return Some(compact(&line.value)?.to_datetime(Time::midnight())),
    };
    let in_utc = clock.strip_suffix(['Z', 'z']);
    let at = day.to_datetime(clock_time(in_utc.unwrap_or(clock))?);
    let zone = match (in_utc, line.parameter("TZID")) {
        (Some(_), _) => Some(TimeZone::UTC),
        // A name that is not in the database is one of Windows, "GMT Standard
        // Time" mostly: a British school means British time.
        (None, Some(name)) if name != LONDON => TimeZoneDatabase::bundled().get(name).ok(),
        (None, _) => None,
    };
    match zone {
        None => Some(at),
        Some(zone) => {
            let london = TimeZoneDatabase::bundled().get(LONDON).ok()?;
            let zoned = at.to_zoned_datetime(zone).ok()?;
            Some(zoned.with_time_zone(london).datetime())
        }
    }
}

fn clock_time(words: &str) -> Option<Time> {
    if words.len() != 6 || !is_figures(words) {
        return None;
    }
    let (hour, rest) = words.split_at(2);
    let (minute, second) = rest.split_at(2);
    // A leap second is shown as the second before it.
    let second = second.parse::<i8>().ok()?;
    let second = if second == 60 { 59 } else { second };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, second, 0).ok()
}

/// `P1D`, `P1W`, `PT3H` and their like after a start.
fn lasting(first: DateTime, length: &str) -> Option<DateTime> {
    let unsigned = length.strip_prefix(['+', '-']).unwrap_or(length);
    let span: Span = unsigned.starts_with('P').then(|| length.parse().ok())??;
    first.checked_add(span).ok()
}
