//! Reading what was typed on a form, one answer at a time: the answer, or a
//! line in the list of what is to be sorted out.

use std::str::FromStr;

use crate::text::{Line, Prose};

/// What is to be sorted out, by field.
pub(crate) type Problems = Vec<(String, String)>;

/// A chosen code, or that one is to be chosen.
pub(crate) fn choose<T: FromStr>(field: &str, typed: &str, problems: &mut Problems) -> Option<T> {
    let chosen = typed.parse().ok();
    if chosen.is_none() {
        problems.push((field.into(), "Choose one.".into()));
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
