//! Words shown to people, with the names that are filled in when they are shown.
//!
//! A form may say `{pupil}` or `{key_worker}`; nothing else can be filled in.

use std::fmt;

use serde::Deserialize;

/// The names a form may ask for, in the order of [`Names`]'s fields.
pub const PLACEHOLDERS: [&str; 6] = [
    "pupil",
    "key_worker",
    "coordinator",
    "helper",
    "safeguarding_lead",
    "school",
];

/// Who is who, for one pupil's form.
#[derive(Clone, PartialEq, Eq)]
pub struct Names {
    /// First name of the pupil.
    pub pupil: String,
    /// The adult the pupil gets on with, as the pupil says it: "Mr Petrie".
    pub key_worker: String,
    /// The member of staff who runs the programme.
    pub coordinator: String,
    /// The adult beside the pupil, or the key worker if there is none.
    pub helper: String,
    /// The designated safeguarding lead.
    pub safeguarding_lead: String,
    /// The school.
    pub school: String,
}

impl Names {
    /// Plain words in place of names, for a blank copy and for tests.
    #[must_use]
    pub fn unnamed() -> Self {
        Self {
            pupil: "the pupil".into(),
            key_worker: "my key worker".into(),
            coordinator: "the coordinator".into(),
            helper: "my helper".into(),
            safeguarding_lead: "the safeguarding lead".into(),
            school: "the school".into(),
        }
    }

    fn named(&self, placeholder: &str) -> Option<&str> {
        Some(match placeholder {
            "pupil" => &self.pupil,
            "key_worker" => &self.key_worker,
            "coordinator" => &self.coordinator,
            "helper" => &self.helper,
            "safeguarding_lead" => &self.safeguarding_lead,
            "school" => &self.school,
            _ => return None,
        })
    }
}

// Names of people must not reach a log through `{:?}`.
impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Names(..)")
    }
}

/// A sentence or a few words from a form, before names are filled in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Words(String);

impl Words {
    /// The words as written in the form.
    pub fn raw(&self) -> &str {
        &self.0
    }

    /// True when there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The words with the names filled in.
    ///
    /// ```
    /// use forms::{Names, Words};
    /// let mut names = Names::unnamed();
    /// names.key_worker = "Mr Petrie".into();
    /// assert_eq!(Words::from("Only {key_worker}").with(&names), "Only Mr Petrie");
    /// ```
    pub fn with(&self, names: &Names) -> String {
        self.pieces()
            .map(|piece| match piece {
                Piece::Said(text) => text,
                Piece::Asked(name) => names.named(name).unwrap_or(name),
            })
            .collect()
    }

    /// Placeholders that are not in [`PLACEHOLDERS`].
    pub fn unknown_placeholders(&self) -> Vec<&str> {
        self.pieces()
            .filter_map(|piece| match piece {
                Piece::Asked(name) if !PLACEHOLDERS.contains(&name) => Some(name),
                Piece::Asked(_) | Piece::Said(_) => None,
            })
            .collect()
    }

    fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        self.0.split('{').enumerate().flat_map(|(n, chunk)| {
            match chunk.split_once('}').filter(|_| n > 0) {
                Some((name, rest)) => [Piece::Asked(name), Piece::Said(rest)],
                None => [Piece::Said(chunk), Piece::Said("")],
            }
        })
    }
}

enum Piece<'w> {
    Said(&'w str),
    Asked(&'w str),
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_can_be_filled_in() {
        let names = Names::unnamed();
        for placeholder in PLACEHOLDERS {
            let words = Words::from(format!("Ask {{{placeholder}}} today"));
            assert!(words.unknown_placeholders().is_empty());
            assert!(!words.with(&names).contains(['{', '}']), "{placeholder}");
        }
    }

    #[test]
    fn an_unknown_placeholder_is_reported() {
        let words = Words::from("Ask {mum} and {pupil}");
        assert_eq!(words.unknown_placeholders(), ["mum"]);
    }
}
