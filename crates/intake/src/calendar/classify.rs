//! What a calendar event is about, by its category or else by its name.

use jiff::civil::Date;

use crate::{
    calendar::{
        SpanKind,
        term::{LONGEST, length},
    },
    field::normalised,
};

/// A name with "term" in it is a whole term only if it lasts this many days.
const SHORTEST_TERM: i32 = 14;

/// What the event is, or nothing if it is not about the days of the school.
pub(super) fn kind_of(
    categories: &[String],
    name: &str,
    first: Date,
    last: Date,
) -> Option<SpanKind> {
    let days = length(first, last);
    if days > LONGEST {
        return None;
    }
    categories
        .iter()
        .find_map(|category| by_category(&normalised(category)))
        .or_else(|| by_name(&name.to_lowercase(), days))
}

fn by_category(category: &str) -> Option<SpanKind> {
    match category {
        "term" | "terms" | "termdates" => Some(SpanKind::Term),
        "halfterm" => Some(SpanKind::HalfTerm),
        "inset" | "insetday" | "insetdays" | "training" | "stafftraining" => Some(SpanKind::Inset),
        "bankholiday" | "bankholidays" | "publicholiday" => Some(SpanKind::BankHoliday),
        "closed" | "closure" | "schoolclosed" | "schoolholiday" => Some(SpanKind::Closed),
        _ => None,
    }
}

/// Words that tell each kind, the strongest first: "INSET day (school closed)"
/// is an INSET day.
const WORDS: [(SpanKind, &[&str]); 4] = [
    (
        SpanKind::Inset,
        &[
            "inset",
            "training day",
            "staff development",
            "professional development",
            "non-pupil day",
            "non pupil day",
        ],
    ),
    (
        SpanKind::BankHoliday,
        &[
            "bank holiday",
            "public holiday",
            "good friday",
            "easter monday",
            "christmas day",
            "boxing day",
            "new year's day",
            "new year\u{2019}s day",
        ],
    ),
    (SpanKind::HalfTerm, &["half term", "half-term", "halfterm"]),
    (
        SpanKind::Closed,
        &["school closed", "closed to pupils", "school closure"],
    ),
];

/// Marks of a day on which something begins or ends, which is not the thing.
const EDGES: [&str; 9] = [
    "start",
    "begin",
    "end",
    "finish",
    "first day",
    "last day",
    "break up",
    "return",
    "reopen",
];

fn by_name(name: &str, days: i32) -> Option<SpanKind> {
    let listed = WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| name.contains(word)));
    if let Some((kind @ (SpanKind::Inset | SpanKind::BankHoliday), _)) = listed {
        return Some(*kind);
    }
    if days == 1 && EDGES.iter().any(|edge| name.contains(edge)) {
        return None;
    }
    // "Christmas holiday 2026", but not "Holiday club".
    let bare = name.trim_end_matches(|c: char| !c.is_alphabetic());
    match listed {
        Some((kind, _)) => Some(*kind),
        None if bare.ends_with("holiday") || bare.ends_with("holidays") => Some(SpanKind::Closed),
        None if name.contains("term") && days >= SHORTEST_TERM => Some(SpanKind::Term),
        None => None,
    }
}
