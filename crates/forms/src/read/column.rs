//! One column of a set of small records: its keys, and what it takes.

use crate::fault::Fault;
use crate::kind::{Column, Takes, When};
use crate::read::Faults;
use crate::read::kind::{LINE, measure};
use crate::schema::{RawColumn, RawQuestion, RawTakes, choices};

/// A column, faults kept for keys its kind cannot use.
pub(super) fn of(question: &RawQuestion, raw: &RawColumn, faults: &mut Faults<'_>) -> Column {
    let (kind, mine) = keys(raw.kind);
    for (key, there) in [
        ("max_characters", raw.max_characters.is_some()),
        ("options", raw.options.is_some()),
        ("when", raw.when.is_some()),
        ("min", raw.min.is_some()),
        ("max", raw.max.is_some()),
        ("decimals", raw.decimals.is_some()),
        ("unit", raw.unit.is_some()),
    ] {
        if there && !mine.contains(&key) {
            faults.question(&question.id, Fault::KeyNotForKind { kind, key });
        }
    }
    let takes = match raw.kind {
        RawTakes::Line => Takes::Line(raw.max_characters.unwrap_or(LINE)),
        RawTakes::One => Takes::One(raw.options.clone().map(choices).unwrap_or_default()),
        RawTakes::YesNo => Takes::YesNo,
        RawTakes::Date => Takes::Date(raw.when.unwrap_or(When::Any)),
        RawTakes::Number => {
            let (ends, unit) = ((raw.min, raw.max), raw.unit.clone());
            Takes::Number(measure(&question.id, ends, raw.decimals, unit, faults))
        }
    };
    Column {
        id: raw.id.clone(),
        label: raw.label.clone(),
        takes,
    }
}

/// The kind's name, and the keys it can use.
const fn keys(kind: RawTakes) -> (&'static str, &'static [&'static str]) {
    match kind {
        RawTakes::Line => ("line", &["max_characters"]),
        RawTakes::One => ("one", &["options"]),
        RawTakes::YesNo => ("yes_no", &[]),
        RawTakes::Date => ("date", &["when"]),
        RawTakes::Number => ("number", &["min", "max", "decimals", "unit"]),
    }
}
