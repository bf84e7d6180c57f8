//! The letters a school's references begin with, such as KB in KB26-014.

use std::{fmt, str::FromStr};

/// Words that say what kind of school it is, not which one.
const KIND_WORDS: [&str; 16] = [
    "school",
    "academy",
    "college",
    "primary",
    "secondary",
    "infant",
    "junior",
    "high",
    "upper",
    "middle",
    "community",
    "nursery",
    "the",
    "of",
    "and",
    "for",
];

/// Two to four capital letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReferencePrefix(String);

/// Why a prefix was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read prefix: not two to four letters A to Z")]
pub struct PrefixProblem;

impl PrefixProblem {
    /// What to do about it.
    pub const fn words(&self) -> &'static str {
        "Enter 2 to 4 letters, A to Z"
    }
}

impl ReferencePrefix {
    /// The letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A first suggestion from a school's name: the first letters of the words
    /// that are its own, or its first two letters when there is one such word.
    ///
    /// ```
    /// use domain::school::ReferencePrefix;
    /// let prefix = ReferencePrefix::suggested("Kestrel Bridge School");
    /// assert_eq!(prefix.map(|p| p.to_string()), Some("KB".into()));
    /// ```
    pub fn suggested(name: &str) -> Option<Self> {
        let words: Vec<String> = name
            .split(|c: char| c.is_whitespace() || c == '-')
            .map(|word| word.chars().filter(char::is_ascii_alphabetic).collect())
            .filter(|word: &String| !word.is_empty())
            .collect();
        let own: Vec<&String> = words
            .iter()
            .filter(|word| !KIND_WORDS.contains(&word.to_lowercase().as_str()))
            .collect();
        let letters: String = match own.as_slice() {
            [only] => only.chars().take(2).collect(),
            [] => words
                .iter()
                .filter_map(|word| word.chars().next())
                .collect(),
            _ => own.iter().filter_map(|word| word.chars().next()).collect(),
        };
        letters.chars().take(4).collect::<String>().parse().ok()
    }
}

impl FromStr for ReferencePrefix {
    type Err = PrefixProblem;

    fn from_str(raw: &str) -> Result<Self, PrefixProblem> {
        let letters = raw.trim();
        let shaped =
            (2..=4).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
        if shaped {
            Ok(Self(letters.to_ascii_uppercase()))
        } else {
            Err(PrefixProblem)
        }
    }
}

impl fmt::Display for ReferencePrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_suggested_from_the_words_that_are_the_schools_own() {
        for (name, prefix) in [
            ("Kestrel Bridge School", Some("KB")),
            ("The Oakmere Academy", Some("OA")),
            ("St Mary's Church of England Primary School", Some("SMCE")),
            ("Primary School", Some("PS")),
            ("Y", None),
        ] {
            let found = ReferencePrefix::suggested(name).map(|p| p.to_string());
            assert_eq!(found.as_deref(), prefix, "{name}");
        }
    }

    #[test]
    fn a_prefix_is_two_to_four_letters_in_any_case() {
        assert_eq!("kb".parse::<ReferencePrefix>().unwrap().as_str(), "KB");
        for wrong in ["K", "KBSAX", "K1", "é1", ""] {
            assert_eq!(wrong.parse::<ReferencePrefix>(), Err(PrefixProblem));
        }
    }
}
