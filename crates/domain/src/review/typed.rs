//! Reading what was typed on a form, one answer at a time: the answer, or a
//! line in the list of what is to be sorted out.

use std::str::FromStr;

use crate::text::{Line, Prose};

/// What is to be sorted out, by field.
pub(crate) type Problems = Vec<(String, String)>;

/// A chosen code, or the words that ask for one.
pub(crate) fn choose<T: FromStr>(
    field: &str,
    typed: &str,
    ask: impl Into<String>,
    problems: &mut Problems,
) -> Option<T> {
    let chosen = typed.parse().ok();
    if chosen.is_none() {
        problems.push((field.into(), ask.into()));
    }
    chosen
}

/// A line, or nothing when it is blank or too long, which is a problem.
pub(crate) fn line<const MAX: usize>(
    field: &str,
    typed: &str,
    problems: &mut Problems,
) -> Option<Line<MAX>> {
    Line::optional(typed).unwrap_or_else(|_| {
        problems.push((field.into(), format!("Use {MAX} characters or fewer.")));
        None
    })
}

/// As [`line`], for longer text.
pub(crate) fn prose<const MAX: usize>(
    field: &str,
    typed: &str,
    problems: &mut Problems,
) -> Option<Prose<MAX>> {
    Prose::optional(typed).unwrap_or_else(|_| {
        problems.push((field.into(), format!("Use {MAX} characters or fewer.")));
        None
    })
}

/// Every code that is known.
pub(crate) fn codes<T: FromStr>(typed: &[String]) -> Vec<T> {
    typed.iter().filter_map(|code| code.parse().ok()).collect()
}

/// The part of a page a field stands in: "target-2" for "target-2-decision".
/// One thing to sort out in a part is enough at a time.
pub(crate) fn part(field: &str) -> &str {
    let field = field.strip_suffix("-tried").unwrap_or(field);
    let numbered = ["promise-", "target-"];
    if !numbered.iter().any(|start| field.starts_with(start)) {
        return field;
    }
    let ends = field.match_indices('-').nth(1);
    ends.map_or(field, |(end, _)| &field[..end])
}
