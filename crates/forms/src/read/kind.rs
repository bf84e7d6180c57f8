//! Which keys belong to which kind of question, and the kind made of them.

use crate::fault::Fault;
use crate::form::Choice;
use crate::ids::QuestionId;
use crate::kind::{Cells, Choices, Kind, Marked, When};
use crate::measure::{Measure, Unit};
use crate::read::{Faults, column};
use crate::scale::Scale;
use crate::schema::{RawEach, RawKind, RawQuestion, choices};
use crate::words::Words;

/// Characters in a line, unless the form says otherwise.
pub(super) const LINE: usize = 200;
/// Characters in a longer text, unless the form says otherwise.
const PROSE: usize = 2_000;
/// Most places after the point that a number keeps.
const FINEST: u8 = 2;

impl RawKind {
    /// The name used in a form's file.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Prose => "prose",
            Self::Date => "date",
            Self::Number => "number",
            Self::YesNo => "yes_no",
            Self::One => "one",
            Self::Many => "many",
            Self::Scale => "scale",
            Self::Grid => "grid",
            Self::List => "list",
            Self::Rows => "rows",
            Self::Person => "person",
        }
    }

    /// The keys, beside those every question may have, that this kind can use.
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Line => &["max_characters"],
            Self::Prose => &["min_characters", "max_characters"],
            Self::Date => &["when"],
            Self::Number => &["min", "max", "decimals", "unit"],
            Self::One => &["options", "more", "from"],
            Self::Many => &["options", "alone", "more", "from"],
            Self::Scale => &["scale", "points"],
            Self::Grid => &["rows", "from", "scale", "points", "options", "each"],
            Self::List => &["up_to", "max_characters"],
            Self::Rows => &["up_to", "columns"],
            Self::YesNo | Self::Person => &[],
        }
    }
}

/// The kind of a question, faults kept for whatever does not fit.
pub(super) fn of(raw: &RawQuestion, faults: &mut Faults<'_>) -> Kind {
    for key in unused(raw) {
        let kind = raw.kind.code();
        faults.question(&raw.id, Fault::KeyNotForKind { kind, key });
    }
    match raw.kind {
        RawKind::Line => Kind::Line {
            most: raw.max_characters.unwrap_or(LINE),
        },
        RawKind::Prose => Kind::Prose {
            least: raw.min_characters.unwrap_or(0),
            most: raw.max_characters.unwrap_or(PROSE),
        },
        RawKind::Date => Kind::Date(raw.when.unwrap_or(When::Any)),
        RawKind::Number => {
            let (ends, unit) = ((raw.min, raw.max), raw.unit.clone());
            Kind::Number(measure(&raw.id, ends, raw.decimals, unit, faults))
        }
        RawKind::YesNo => Kind::YesNo,
        RawKind::Person => Kind::Person,
        RawKind::One => Kind::One(chosen(raw, faults)),
        RawKind::Many => Kind::Many(chosen(raw, faults)),
        RawKind::Scale => Kind::Scale(marked(raw, faults)),
        RawKind::Grid => grid(raw, faults),
        RawKind::List => Kind::List {
            up_to: needed(raw, "up_to", raw.up_to, faults).unwrap_or(1),
            most: raw.max_characters.unwrap_or(LINE),
        },
        RawKind::Rows => Kind::Rows {
            up_to: needed(raw, "up_to", raw.up_to, faults).unwrap_or(1),
            columns: needed(raw, "columns", raw.columns.as_ref(), faults)
                .map(|columns| columns.iter().map(|c| column::of(raw, c, faults)).collect())
                .unwrap_or_default(),
        },
    }
}

/// The keys a question has and its kind cannot use.
fn unused(raw: &RawQuestion) -> Vec<&'static str> {
    let has = [
        ("min_characters", raw.min_characters.is_some()),
        ("max_characters", raw.max_characters.is_some()),
        ("when", raw.when.is_some()),
        ("min", raw.min.is_some()),
        ("max", raw.max.is_some()),
        ("decimals", raw.decimals.is_some()),
        ("unit", raw.unit.is_some()),
        ("options", raw.options.is_some()),
        ("alone", raw.alone.is_some()),
        ("more", raw.more.is_some()),
        ("from", raw.from.is_some()),
        ("scale", raw.scale.is_some()),
        ("points", raw.points.is_some()),
        ("rows", raw.rows.is_some()),
        ("each", raw.each.is_some()),
        ("up_to", raw.up_to.is_some()),
        ("columns", raw.columns.is_some()),
    ];
    let mine = raw.kind.keys();
    has.into_iter()
        .filter_map(|(key, present)| (present && !mine.contains(&key)).then_some(key))
        .collect()
}

fn needed<T>(
    raw: &RawQuestion,
    key: &'static str,
    found: Option<T>,
    faults: &mut Faults<'_>,
) -> Option<T> {
    if found.is_none() {
        let kind = raw.kind.code();
        faults.question(&raw.id, Fault::KeyMissing { kind, key });
    }
    found
}

fn chosen(raw: &RawQuestion, faults: &mut Faults<'_>) -> Choices {
    let options = needed(raw, "options", raw.options.as_ref(), faults);
    Choices {
        options: options.cloned().map(choices).unwrap_or_default(),
        alone: raw.alone.clone().unwrap_or_default(),
        more: raw.more.clone(),
        from: raw.from.clone(),
    }
}

fn marked(raw: &RawQuestion, faults: &mut Faults<'_>) -> Marked {
    let scale = needed(raw, "scale", raw.scale, faults).unwrap_or(Scale::Freq5);
    let usual = || scale.words().iter().copied().map(Words::from).collect();
    let words: Vec<Words> = raw.points.clone().unwrap_or_else(usual);
    let needs = scale.points().count();
    if words.len() != needs {
        let (scale, has) = (scale.code(), words.len());
        faults.question(&raw.id, Fault::PointWords { scale, needs, has });
    }
    Marked { scale, words }
}

fn grid(raw: &RawQuestion, faults: &mut Faults<'_>) -> Kind {
    let rows: Vec<Choice> = needed(raw, "rows", raw.rows.as_ref(), faults)
        .cloned()
        .map(choices)
        .unwrap_or_default();
    let options = raw.options.clone().map(choices);
    let cells = match (options, raw.each) {
        (Some(options), Some(RawEach::Many)) => Cells::Many(options),
        (Some(options), Some(RawEach::One) | None) => Cells::One(options),
        (None, _) => Cells::Scale(marked(raw, faults)),
    };
    if raw.options.is_some() && raw.scale.is_some() {
        let (kind, key) = ("grid", "scale");
        faults.question(&raw.id, Fault::KeyNotForKind { kind, key });
    }
    Kind::Grid {
        rows,
        from: raw.from.clone(),
        cells,
    }
}

/// What a number may be, faults kept for a range that leaves nothing between.
pub(super) fn measure(
    question: &QuestionId,
    (least, most): (Option<i64>, Option<i64>),
    decimals: Option<u8>,
    unit: Option<Unit>,
    faults: &mut Faults<'_>,
) -> Measure {
    if most.is_none() {
        let (kind, key) = ("number", "max");
        faults.question(question, Fault::KeyMissing { kind, key });
    }
    let (least, decimals) = (least.unwrap_or(0), decimals.unwrap_or(0));
    let most = most.unwrap_or_else(|| least.saturating_add(1));
    if least >= most {
        faults.question(question, Fault::Range { least, most });
    }
    if decimals > FINEST {
        let fault = Fault::Size {
            key: "decimals",
            has: usize::from(decimals),
            least: 0,
            most: usize::from(FINEST),
        };
        faults.question(question, fault);
    }
    Measure {
        least,
        most,
        decimals,
        unit,
    }
}
