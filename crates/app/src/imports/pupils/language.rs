//! Languages as schools write them: some write a code, some the word.

use domain::text::Line;

/// Codes that are the same in every list schools use.
const CODES: [(&str, &str); 14] = [
    ("ARA", "Arabic"),
    ("BEN", "Bengali"),
    ("ENG", "English"),
    ("GUJ", "Gujarati"),
    ("HIN", "Hindi"),
    ("ITA", "Italian"),
    ("PAN", "Panjabi"),
    ("POL", "Polish"),
    ("POR", "Portuguese"),
    ("SOM", "Somali"),
    ("SPA", "Spanish"),
    ("TAM", "Tamil"),
    ("TUR", "Turkish"),
    ("URD", "Urdu"),
];

/// The word for a code, or the words as they are.
pub(super) fn named(words: &str) -> Option<Line<60>> {
    let known = CODES
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(words.trim()));
    Line::new(known.map_or(words, |(_, name)| name)).ok()
}
