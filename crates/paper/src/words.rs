//! Text ready for paper: tidied once, and silent in logs. Also the few ways
//! we write dates, lists and possessives. No layout, no fonts.

use std::fmt;

use domain::text::{Line, Prose};
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// Text to print as it stands. Never markup: `*stars*` print as stars.
///
/// Accents are composed, and characters nobody types on purpose are dropped:
/// controls, and the ones that turn the direction of a whole line.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Words(String);

impl Words {
    /// Tidies text for paper. Line breaks and spaces at the ends are kept: a
    /// passage is made of pieces that need them.
    pub fn new(raw: &str) -> Self {
        let one_kind_of_break = raw.replace("\r\n", "\n");
        Self(one_kind_of_break.nfc().filter(|c| keeps(*c)).collect())
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is anything to print.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// At most `max` characters on one line, with an ellipsis when cut. For
    /// places that cannot grow: the foot, labels in a picture, a title bar.
    pub(crate) fn cut(&self, max: usize) -> String {
        let line = self.0.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(max) {
            Some((end, _)) => format!("{}…", line[..end].trim_end()),
            None => line,
        }
    }

    /// The words as a sentence: a full stop is added if nothing ends it.
    pub(crate) fn sentence(&self) -> String {
        let said = self.0.trim();
        let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | '؟' | '।');
        if said.is_empty() || said.ends_with(ends) {
            said.to_owned()
        } else {
            format!("{said}.")
        }
    }
}

fn keeps(c: char) -> bool {
    let turns_the_line = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // Soft hyphens and shape selectors change nothing here; one ink has no skin tones.
    let invisible = matches!(c,
        '\u{00AD}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}');
    c == '\n' || !(c.is_control() || turns_the_line || invisible)
}

impl From<&str> for Words {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl From<String> for Words {
    fn from(raw: String) -> Self {
        Self::new(&raw)
    }
}

impl<const MAX: usize> From<&Line<MAX>> for Words {
    fn from(line: &Line<MAX>) -> Self {
        Self::new(line.as_str())
    }
}

impl<const MAX: usize> From<&Prose<MAX>> for Words {
    fn from(prose: &Prose<MAX>) -> Self {
        Self::new(prose.as_str())
    }
}

// People's words must not reach a log through `{:?}`.
impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} characters>", self.0.chars().count())
    }
}

/// "9 November 2026".
pub(crate) fn long_date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// "9 November".
pub(crate) fn day_and_month(date: Date) -> String {
    date.strftime("%-d %B").to_string()
}

/// "9 Nov".
pub(crate) fn short_date(date: Date) -> String {
    date.strftime("%-d %b").to_string()
}

/// "Rowan’s"; a name that ends in s takes the same ending, as it is said.
pub(crate) fn possessive(name: &str) -> String {
    format!("{name}’s")
}

/// "half term and Christmas"; "a, b and c".
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// Small numbers in words, as a heading has them.
pub(crate) fn count_in_words(n: usize) -> String {
    const NAMES: [&str; 13] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve",
    ];
    NAMES
        .get(n)
        .map_or_else(|| n.to_string(), |name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn accents_are_composed_and_line_turning_characters_dropped() {
        assert_eq!(
            Words::new("Zoe\u{308} \u{202E}Wren\u{7}\r\nhi").as_str(),
            "Zoë Wren\nhi"
        );
    }

    #[test]
    fn words_say_nothing_in_a_log() {
        assert_eq!(
            format!("{:?}", Words::new("I hate walking in late")),
            "<22 characters>"
        );
    }

    #[test]
    fn cutting_keeps_whole_characters_and_says_so() {
        assert_eq!(Words::new("Zoë\nMarrow").cut(3), "Zoë…");
        assert_eq!(Words::new("Zoë").cut(3), "Zoë");
    }

    #[test]
    fn a_strength_reads_as_a_sentence_once() {
        assert_eq!(Words::new("Fixing things").sentence(), "Fixing things.");
        assert_eq!(Words::new("Fixing things!").sentence(), "Fixing things!");
    }

    #[test]
    fn dates_and_lists_read_as_people_write_them() {
        assert_eq!(long_date(date(2026, 11, 9)), "9 November 2026");
        assert_eq!(day_and_month(date(2026, 11, 9)), "9 November");
        assert_eq!(short_date(date(2026, 11, 9)), "9 Nov");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(count_in_words(4), "Four");
        assert_eq!(count_in_words(40), "40");
    }
}
