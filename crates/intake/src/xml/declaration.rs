//! The declaration that an XML file may begin with, held to the letter:
//! `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`.

/// Not a declaration as XML has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Damaged;

/// The encoding that a file declares, in lower case; nothing where it declares
/// none or has no declaration.
///
/// # Errors
/// [`Damaged`] if there is a declaration that is none.
pub(super) fn encoding(words: &str) -> Result<Option<String>, Damaged> {
    let Some(rest) = words.strip_prefix("<?xml") else {
        return Ok(None);
    };
    // `<?xml-stylesheet` is an instruction like any other.
    if !rest.starts_with(is_space) {
        return Ok(None);
    }
    let (inside, _) = rest.split_once("?>").ok_or(Damaged)?;
    let (version, rest) = value(inside, "version").ok_or(Damaged)?;
    if !is_version(version) {
        return Err(Damaged);
    }
    let (encoding, rest) = match value(rest, "encoding") {
        Some((name, rest)) if is_encoding(name) => (Some(name.to_ascii_lowercase()), rest),
        Some(_) => return Err(Damaged),
        None => (None, rest),
    };
    let rest = match value(rest, "standalone") {
        Some(("yes" | "no", rest)) => rest,
        Some(_) => return Err(Damaged),
        None => rest,
    };
    if rest.chars().all(is_space) {
        Ok(encoding)
    } else {
        Err(Damaged)
    }
}

/// White space as XML knows it.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// ` name = "value"` at the start of `words`: the value, and what follows.
fn value<'w>(words: &'w str, name: &str) -> Option<(&'w str, &'w str)> {
    let inner = words.trim_start_matches(is_space);
    if inner.len() == words.len() {
        return None;
    }
    let rest = inner.strip_prefix(name)?.trim_start_matches(is_space);
    let rest = rest.strip_prefix('=')?.trim_start_matches(is_space);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.get(1..)?.split_once(quote)
}

/// 1.0, or another of the first kind, which is read as 1.0.
fn is_version(words: &str) -> bool {
    words
        .strip_prefix("1.")
        .is_some_and(crate::cells::number::is_figures)
}

fn is_encoding(name: &str) -> bool {
    let goes_on = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(goes_on)
}
