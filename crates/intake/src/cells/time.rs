//! Takes a time off the end of a date.

use crate::cells::number::is_figures;

/// The words without a time at their end: `2012-09-03T00:00:00Z`,
/// `03/09/2012 09:15`, `3 September 2012, 9:15 am`.
pub(crate) fn without_time(words: &str) -> &str {
    words
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || matches!(c, 'T' | 't'))
        .find(|(at, c)| is_time(words.get(at + c.len_utf8()..).unwrap_or_default()))
        .and_then(|(at, _)| words.get(..at))
        .map_or(words, |date| date.trim_end().trim_end_matches(','))
}

/// Hours and minutes, perhaps seconds and their fraction, then perhaps am or
/// pm, then perhaps a zone.
fn is_time(words: &str) -> bool {
    let lower = words.trim().to_ascii_lowercase();
    let clock = without_half(without_zone(&lower));
    let mut parts = clock.split(':');
    let (Some(hours), Some(minutes)) = (parts.next(), parts.next()) else {
        return false;
    };
    let seconds = parts.next().unwrap_or("00");
    let (seconds, fraction) = seconds.split_once(['.', ',']).unwrap_or((seconds, "0"));
    parts.next().is_none()
        && (hours.len() == 1 || hours.len() == 2)
        && is_below(hours, 24)
        && minutes.len() == 2
        && is_below(minutes, 60)
        && seconds.len() == 2
        && is_below(seconds, 61)
        && is_figures(fraction)
}

fn is_below(words: &str, bound: u8) -> bool {
    is_figures(words) && words.parse::<u8>().is_ok_and(|number| number < bound)
}

fn without_half(time: &str) -> &str {
    let clock = time.strip_suffix("am").or_else(|| time.strip_suffix("pm"));
    clock.unwrap_or(time).trim_end()
}

/// Takes off Z, UTC, GMT, BST, +01:00, -0500 and their like.
fn without_zone(time: &str) -> &str {
    let named = ["z", "utc", "gmt", "bst"]
        .iter()
        .find_map(|zone| time.strip_suffix(zone));
    if let Some(clock) = named {
        return clock.trim_end();
    }
    match time.rsplit_once(['+', '-']) {
        Some((clock, offset)) if is_offset(offset) => clock.trim_end(),
        _ => time,
    }
}

fn is_offset(words: &str) -> bool {
    let figures: String = words.chars().filter(|c| *c != ':').collect();
    (figures.len() == 2 || figures.len() == 4) && is_figures(&figures)
}
