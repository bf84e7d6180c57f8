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

/// What a row is that does not say so.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// A term: the file lists terms.
    Term,
    /// It cannot be known.
    Nothing,
}

/// What a row of a table is: what its kind says, or else its name, and a term
/// only if neither says anything else.
pub(super) fn kind_of_row(kind: &str, name: &str, days: i32, unsaid: Unsaid) -> Option<SpanKind> {
    let said = by_category(&normalised(kind)).or_else(|| by_row(&kind.to_lowercase(), days));
    let said = said.or_else(|| by_row(&name.to_lowercase(), days));
    if said.is_some() {
        // "Autumn half term 1" may be seven weeks of school: nothing is made
        // of what cannot be the break.
        return said.filter(|kind| days <= BRIEF || *kind != SpanKind::HalfTerm);
    }
    let holiday = [kind, name].iter().any(|words| {
        let lower = words.to_lowercase();
        ["holiday", "vacation"]
            .iter()
            .any(|word| lower.contains(word))
    });
    match unsaid {
        // "Holiday club" is no term, whatever it is.
        Unsaid::Term if !holiday => Some(SpanKind::Term),
        Unsaid::Nothing
            if normalised(kind).is_empty() && is_season(name) && days >= SHORTEST_TERM =>
        {
            Some(SpanKind::Term)
        }
        Unsaid::Term | Unsaid::Nothing => None,
    }
}

/// The longest run of days that a word somewhere in a name may be believed
/// about: "Autumn term (half term from 26 October)" is a term.
const BRIEF: i32 = 21;

fn by_row(words: &str, days: i32) -> Option<SpanKind> {
    let bare = words.trim_matches(|c: char| !c.is_alphabetic());
    let is_or_ends = |word: &&str| bare.ends_with(*word);
    let exact = WORDS
        .iter()
        .find(|(_, listed)| listed.iter().any(is_or_ends));
    match exact {
        Some((kind, _)) => Some(*kind),
        None if bare.ends_with("break") => Some(SpanKind::Closed),
        None => by_name(words, days)
            .filter(|kind| days <= BRIEF || matches!(kind, SpanKind::Term | SpanKind::Closed)),
    }
}

/// "Autumn", "Spring 1" and their like.
fn is_season(name: &str) -> bool {
    let bare = name.to_lowercase();
    let bare = bare.trim_end_matches(|c: char| !c.is_alphabetic());
    matches!(bare, "autumn" | "spring" | "summer")
}

fn by_category(category: &str) -> Option<SpanKind> {
    match category {
        "term" | "terms" | "termdates" => Some(SpanKind::Term),
        "halfterm" | "halfterms" | "halftermholiday" => Some(SpanKind::HalfTerm),
        "inset" | "insetday" | "insetdays" | "training" | "stafftraining" => Some(SpanKind::Inset),
        "bankholiday" | "bankholidays" | "publicholiday" => Some(SpanKind::BankHoliday),
        "closed" | "closure" | "schoolclosed" | "schoolholiday" | "holiday" | "holidays"
        | "vacation" => Some(SpanKind::Closed),
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
