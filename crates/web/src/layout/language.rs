//! Languages a page may be in, and the choice of another.

/// A language: its code and which way it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Such as `en` or `ar`, as the `lang` attribute wants it.
    pub code: &'static str,
    pub direction: Direction,
}

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Language {
    pub const ENGLISH: Self = Self {
        code: "en",
        direction: Direction::LeftToRight,
    };

    /// The language with this code. Scripts written from right to left are known by their languages.
    pub fn named(code: &'static str) -> Self {
        let right_to_left = matches!(code, "ar" | "ur" | "fa" | "ps" | "he" | "ckb");
        let direction = if right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        Self { code, direction }
    }

    /// Whether the page runs from right to left.
    pub fn is_right_to_left(self) -> bool {
        self.direction == Direction::RightToLeft
    }
}

/// One language on offer, named in its own script.
#[derive(Clone, Debug)]
pub struct LanguageChoice {
    pub language: Language,
    pub name: String,
    /// Where it is chosen; none for the language being read.
    pub href: Option<String>,
}
