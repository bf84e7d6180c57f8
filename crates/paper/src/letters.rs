//! Making any text fit any column in the letters we have: a letter no font
//! covers becomes `�`, a mark goes if no font has it together with its letter,
//! and a word too long for a line may break. What is covered it is told.

use serde_json::Value;
use unicode_normalization::char::is_combining_mark;

/// Words longer than this may break anywhere that is safe. No English word
/// in use is longer; addresses, links and mistakes are.
const LONGEST_WHOLE_WORD: usize = 24;

/// Letters between places where a long word may break.
const BREAK_EVERY: usize = 6;

/// A place to break a word that leaves no mark.
const BREAK: char = '\u{200B}';

/// Joins the letters on either side into one picture.
const JOINER: char = '\u{200D}';

/// Stands for a letter we cannot print.
const MISSING: char = '\u{FFFD}';

/// A letter with its marks is drawn from one font: whether any has them all.
pub(crate) type Covers<'a> = &'a dyn Fn(&[char]) -> bool;

/// Every text in `data`, made fit to print.
pub(crate) fn fit_all(data: Value, covers: Covers<'_>) -> Value {
    match data {
        Value::String(text) => Value::String(fit(&text, covers)),
        Value::Array(items) => items
            .into_iter()
            .map(|item| fit_all(item, covers))
            .collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| (key, fit_all(value, covers)))
            .collect(),
        plain => plain,
    }
}

/// Every text in `data`, one after another.
pub(crate) fn texts(data: &Value) -> Vec<&str> {
    match data {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Whether a character needs no ink of its own.
pub(crate) fn unseen(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}')
}

fn fit(text: &str, covers: Covers<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c: char| c.is_whitespace() || c == '-') {
        let mut drawn = Drawn {
            out: &mut out,
            covers,
            cluster: Vec::new(),
        };
        if piece.chars().count() > LONGEST_WHOLE_WORD {
            broken(piece).for_each(|c| drawn.push(c));
        } else {
            piece.chars().for_each(|c| drawn.push(c));
        }
    }
    out
}

/// Text as it will be drawn, one letter with its marks at a time.
struct Drawn<'a> {
    out: &'a mut String,
    covers: Covers<'a>,
    cluster: Vec<char>,
}

impl Drawn<'_> {
    fn push(&mut self, c: char) {
        let joined = self.out.ends_with(JOINER);
        if unseen(c) {
            self.out.push(c);
        } else if is_combining_mark(c) {
            if self.together(c) {
                self.out.push(c);
            }
        } else if !(joined && self.together(c)) {
            if joined {
                self.out.pop();
            }
            self.cluster.clear();
            let c = if self.together(c) { c } else { MISSING };
            self.out.push(c);
        } else {
            self.out.push(c);
        }
    }

    /// Whether one font has this letter too; if so it belongs to the cluster.
    fn together(&mut self, c: char) -> bool {
        self.cluster.push(c);
        let covered = (self.covers)(&self.cluster);
        if !covered {
            self.cluster.pop();
        }
        covered
    }
}

/// The word with places to break, never before a mark that belongs to the
/// letter it follows.
fn broken(word: &str) -> impl Iterator<Item = char> {
    let mut since = 0;
    word.chars().flat_map(move |c| {
        let here = since >= BREAK_EVERY && !is_combining_mark(c) && !unseen(c);
        since = if here { 1 } else { since + 1 };
        here.then_some(BREAK).into_iter().chain([c])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latin(cluster: &[char]) -> bool {
        cluster.iter().all(|c| c.is_ascii() || *c == 'é')
    }

    #[test]
    fn a_letter_without_a_font_is_marked_not_lost() {
        assert_eq!(fit("Li 李 é", &latin), "Li � é");
    }

    #[test]
    fn words_people_use_stay_whole_and_endless_ones_may_break() {
        assert_eq!(
            fit("counterrevolutionaries", &latin),
            "counterrevolutionaries"
        );
        let fitted = fit(&"a".repeat(30), &latin);
        assert_eq!(fitted.matches(BREAK).count(), 4);
        assert_eq!(fitted.replace(BREAK, ""), "a".repeat(30));
    }

    #[test]
    fn a_break_never_parts_a_letter_from_its_mark() {
        let word = "e\u{301}".repeat(20);
        let marked = |cluster: &[char]| {
            cluster
                .iter()
                .all(|c| c.is_ascii() || is_combining_mark(*c))
        };
        assert!(!fit(&word, &marked).contains("\u{200B}\u{301}"));
    }

    #[test]
    fn a_mark_no_font_has_with_its_letter_is_left_off() {
        assert_eq!(fit("ae\u{489}b", &latin), "aeb");
        assert_eq!(
            fit("a\u{200D}李b", &latin),
            "a�b",
            "and nothing is joined to a missing letter"
        );
    }

    #[test]
    fn every_text_inside_is_reached() {
        let data = serde_json::json!({"a": ["é", {"b": "ß"}], "n": 1});
        assert_eq!(fit_all(data.clone(), &latin)["a"][1]["b"], "�");
        assert_eq!(texts(&data), ["é", "ß"]);
    }
}
