//! Behaviour points, however a spreadsheet writes a number below zero.

use crate::cells::number::is_figures;

/// Reads `3`, `+3`, `-3`, `3-`, `(3)` and `3.0`; a blank cell is 0 points, and
/// `None` is anything but a whole number.
///
/// ```
/// use intake::cells::points::read;
/// assert_eq!((read("(3)"), read("\u{2212}3.0"), read("")), (Some(-3), Some(-3), Some(0)));
/// assert_eq!(read("2.5"), None);
/// ```
pub fn read(words: &str) -> Option<i32> {
    if words.is_empty() {
        return Some(0);
    }
    let words = words.replace('\u{2212}', "-");
    let inside = words
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let below = inside
        .or_else(|| words.strip_prefix('-'))
        .or_else(|| words.strip_suffix('-'));
    let figures = below.unwrap_or_else(|| words.strip_prefix('+').unwrap_or(&words));
    let points = whole(figures.trim())?;
    Some(if below.is_some() { -points } else { points })
}

/// A whole number without a sign, with or without `.0`.
pub(crate) fn whole(words: &str) -> Option<i32> {
    let (figures, fraction) = words.split_once('.').unwrap_or((words, "0"));
    let is_whole = is_figures(figures) && fraction.bytes().all(|byte| byte == b'0');
    (is_whole && !fraction.is_empty())
        .then(|| figures.parse().ok())
        .flatten()
}
