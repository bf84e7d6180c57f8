//! People's names: one field as the person writes it, and what to call them.

use crate::text::Line;

/// Titles that are not what anybody is called.
const TITLES: [&str; 12] = [
    "mr", "mrs", "miss", "ms", "mx", "dr", "sir", "dame", "lady", "lord", "prof", "rev",
];

/// A name. Names are not split into first and last: many have neither.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonName {
    /// The whole name as the person writes it.
    pub full: Line<120>,
    /// What they like to be called, if that is different.
    pub likes: Option<Line<60>>,
}

impl PersonName {
    /// A name without a special way of being called.
    pub const fn new(full: Line<120>) -> Self {
        Self { full, likes: None }
    }

    /// What to call them: what they like, or the first word of their name.
    /// Someone known by a title keeps it: "Miss Abara".
    pub fn called(&self) -> &str {
        if let Some(likes) = &self.likes {
            return likes.as_str();
        }
        let full = self.full.as_str();
        match full.split_once(' ') {
            Some((first, _)) if !is_title(first) => first,
            _ => full,
        }
    }

    /// First letters, for places where a whole name may not stand.
    ///
    /// ```
    /// use domain::{account::PersonName, text::Line};
    /// let name = PersonName::new(Line::new("Miss Ada O'Brien-Cole")?);
    /// assert_eq!(name.initials(), "AO");
    /// # Ok::<(), domain::text::TextProblem>(())
    /// ```
    pub fn initials(&self) -> String {
        let words = self.full.as_str().split(' ');
        let letters = words
            .filter(|word| !is_title(word))
            .filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
        letters.flat_map(char::to_uppercase).collect()
    }
}

fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    TITLES.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(full: &str) -> PersonName {
        PersonName::new(Line::new(full).unwrap())
    }

    #[test]
    fn people_are_called_what_they_like_or_their_first_name() {
        assert_eq!(named("Rowan Tidewell").called(), "Rowan");
        assert_eq!(named("Miss Abara").called(), "Miss Abara");
        assert_eq!(named("Dr. Nell Brook").called(), "Dr. Nell Brook");
        assert_eq!(named("Sukarno").called(), "Sukarno");
        let likes = Some(Line::new("Ro").unwrap());
        let rowan = PersonName {
            likes,
            ..named("Rowan Tidewell")
        };
        assert_eq!(rowan.called(), "Ro");
    }

    #[test]
    fn initials_stand_in_for_a_name_and_skip_titles() {
        assert_eq!(named("rowan tidewell").initials(), "RT");
        assert_eq!(named("Mr Élan (Joe) Petrie").initials(), "ÉJP");
    }
}
