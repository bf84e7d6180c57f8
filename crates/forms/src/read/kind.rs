//! Which keys belong to which kind of question, and the kind made of them.

use crate::fault::Fault;
use crate::form::Choice;
use crate::kind::{Cells, Choices, Column, Kind, Marked, Takes, When};
use crate::read::Faults;
use crate::scale::Scale;
use crate::schema::{RawColumn, RawEach, RawKind, RawQuestion, RawTakes, choices};
use crate::words::Words;

/// Characters in a line, unless the form says otherwise.
const LINE: usize = 200;
/// Characters in a longer text, unless the form says otherwise.
const PROSE: usize = 2_000;

impl RawKind {
    /// The name used in a form's file.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Prose => "prose",
            Self::Date => "date",
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
                .map(|columns| columns.iter().map(|c| column(raw, c, faults)).collect())
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

fn column(question: &RawQuestion, raw: &RawColumn, faults: &mut Faults<'_>) -> Column {
    let mut unused = |kind, key, present: bool| {
        if present {
            faults.question(&question.id, Fault::KeyNotForKind { kind, key });
        }
    };
    match raw.kind {
        RawTakes::Line => unused("line", "options", raw.options.is_some()),
        RawTakes::One => unused("one", "max_characters", raw.max_characters.is_some()),
        RawTakes::YesNo => {
            unused("yes_no", "options", raw.options.is_some());
            unused("yes_no", "max_characters", raw.max_characters.is_some());
        }
    }
    let takes = match raw.kind {
        RawTakes::Line => Takes::Line(raw.max_characters.unwrap_or(LINE)),
        RawTakes::One => Takes::One(raw.options.clone().map(choices).unwrap_or_default()),
        RawTakes::YesNo => Takes::YesNo,
    };
    Column {
        id: raw.id.clone(),
        label: raw.label.clone(),
        takes,
    }
}
