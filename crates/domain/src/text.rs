//! Trimmed, bounded text. A `Line` has no line breaks; `Prose` may.
//!
//! People's words are kept as typed: no re-casing, no clever quotes. Control
//! characters are dropped, because nobody types them on purpose, and so are
//! those that turn the direction of a line round: with them a name can be made
//! to read as another. Scripts that run from right to left need none of them.

use std::fmt;

/// One line of at most `MAX` characters, never empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<const MAX: usize = 200>(String);

/// Text with line breaks, at most `MAX` characters, never empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prose<const MAX: usize = 2000>(String);

/// Why text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Nothing but white space.
    #[error("read text: empty")]
    Empty,
    /// Longer than allowed; both figures are characters.
    #[error("read text: {has} characters, at most {max}")]
    TooLong {
        /// Characters found.
        has: usize,
        /// Characters allowed.
        max: usize,
    },
}

/// Whether a character takes no room on a page by itself.
const fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
        )
}

fn bounded(cleaned: String, max: usize) -> Result<String, TextProblem> {
    let has = cleaned.chars().count();
    match has {
        _ if cleaned.chars().all(is_unseen) => Err(TextProblem::Empty),
        _ if has > max => Err(TextProblem::TooLong { has, max }),
        _ => Ok(cleaned),
    }
}

macro_rules! text {
    ($name:ident, $clean:expr) => {
        impl<const MAX: usize> $name<MAX> {
            /// Trims, drops control characters, and checks the length.
            ///
            /// # Errors
            /// [`TextProblem`] if nothing is left or it is too long.
            pub fn new(raw: &str) -> Result<Self, TextProblem> {
                let clean: fn(&str) -> String = $clean;
                bounded(clean(raw), MAX).map(Self)
            }

            /// The text, or nothing when only white space was typed.
            ///
            /// # Errors
            /// [`TextProblem::TooLong`].
            pub fn optional(raw: &str) -> Result<Option<Self>, TextProblem> {
                match Self::new(raw) {
                    Ok(text) => Ok(Some(text)),
                    Err(TextProblem::Empty) => Ok(None),
                    Err(problem) => Err(problem),
                }
            }

            /// The words.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl<const MAX: usize> fmt::Display for $name<MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        // People's words must not reach a log through `{:?}`.
        impl<const MAX: usize> fmt::Debug for $name<MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{} characters>", self.0.chars().count())
            }
        }
        impl<const MAX: usize> From<$name<MAX>> for String {
            fn from(text: $name<MAX>) -> Self {
                text.0
            }
        }
    };
}

/// Whether a character overrides, embeds or isolates the direction of a line.
const fn turns_the_line(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

text!(Line, |raw| raw
    .split_whitespace()
    .collect::<Vec<_>>()
    .join(" ")
    .chars()
    .filter(|c| !c.is_control() && !turns_the_line(*c))
    .collect());
text!(Prose, |raw| raw
    .replace("\r\n", "\n")
    .trim()
    .chars()
    .filter(|c| !c.is_control() || *c == '\n' || *c == '\t')
    .filter(|c| !turns_the_line(*c))
    .collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_see_is_empty_and_joins_inside_words_stay() {
        for unseen in [
            "\u{200b}",
            "\u{2060}\u{feff}",
            "\u{ad}",
            "\u{3164} \u{200d}",
        ] {
            assert_eq!(
                Line::<9>::new(unseen),
                Err(TextProblem::Empty),
                "{unseen:?}"
            );
            assert_eq!(
                Prose::<9>::new(unseen),
                Err(TextProblem::Empty),
                "{unseen:?}"
            );
        }
        let persian = "\u{645}\u{6cc}\u{200c}\u{62e}";
        assert_eq!(
            Line::<9>::new(persian).map(String::from),
            Ok(persian.to_owned())
        );
    }

    #[test]
    fn a_line_is_trimmed_to_one_line_and_bounded() {
        assert_eq!(
            Line::<9>::new("  two\n words ").map(String::from),
            Ok("two words".into())
        );
        assert_eq!(
            Line::<3>::new("four"),
            Err(TextProblem::TooLong { has: 4, max: 3 })
        );
        assert_eq!(Line::<3>::new(" \n "), Err(TextProblem::Empty));
        assert_eq!(Line::<3>::optional("  "), Ok(None));
    }

    #[test]
    fn a_name_cannot_be_turned_round_and_arabic_stays_as_it_is() {
        let turned = Line::<60>::new("Dana \u{202e}llewediT\u{202c}").map(String::from);
        assert_eq!(turned, Ok("Dana llewediT".into()));
        assert_eq!(Line::<60>::new("دانا").map(String::from), Ok("دانا".into()));
    }

    #[test]
    fn words_never_show_in_debug_output() {
        let words = Prose::<50>::new("Rowan said").map(|p| format!("{p:?}"));
        assert_eq!(words, Ok("<10 characters>".into()));
    }
}
