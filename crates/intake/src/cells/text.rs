//! Cleaning that every cell gets: spaces, and the wrappings spreadsheets add.

/// Trims a cell, turns no-break spaces into spaces and takes off the `="..."`
/// that keeps a spreadsheet from counting with it. Case and spelling stay.
///
/// ```
/// assert_eq!(intake::cells::text::cleaned(" =\"004101\" "), "004101");
/// ```
pub fn cleaned(cell: &str) -> String {
    let spaced = cell.replace('\u{a0}', " ");
    let trimmed = spaced.trim();
    let inner = trimmed
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    inner.map_or(trimmed, str::trim).to_owned()
}

/// As [`cleaned`], and without a leading apostrophe.
pub fn identifier(cell: &str) -> String {
    let words = cleaned(cell);
    match words.strip_prefix('\'') {
        Some(rest) => rest.trim().to_owned(),
        None => words,
    }
}

/// True when a cell holds no text.
pub fn is_blank(cell: &str) -> bool {
    cell.chars().all(char::is_whitespace) || cleaned(cell).is_empty()
}
