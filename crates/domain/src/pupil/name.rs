//! A pupil's names: the legal one for records, the preferred one for people.

use crate::text::Line;

/// Legal names as the school holds them, and what the pupil goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilName {
    /// Legal given name.
    pub given: Line<80>,
    /// Legal family name.
    pub family: Line<80>,
    /// The given name they go by, if different.
    pub likes: Option<Line<80>>,
    /// The family name they go by, if different.
    pub preferred_family: Option<Line<80>>,
}

impl PupilName {
    /// A pupil who goes by their legal names.
    pub const fn new(given: Line<80>, family: Line<80>) -> Self {
        Self {
            given,
            family,
            likes: None,
            preferred_family: None,
        }
    }

    /// What to call them.
    pub fn called(&self) -> &str {
        self.likes.as_ref().unwrap_or(&self.given).as_str()
    }

    /// The family name they go by.
    pub fn family_name(&self) -> &str {
        let preferred = self.preferred_family.as_ref();
        preferred.unwrap_or(&self.family).as_str()
    }

    /// The whole name they go by: what every page and letter uses.
    pub fn full(&self) -> String {
        format!("{} {}", self.called(), self.family_name())
    }

    /// The whole legal name: for records that leave the school.
    pub fn legal(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// First letters, for places where a name may not stand.
    pub fn initials(&self) -> String {
        let first = |name: &str| name.chars().find(|c| c.is_alphabetic());
        let letters = [first(self.called()), first(self.family_name())];
        let letters = letters.into_iter().flatten();
        letters.flat_map(char::to_uppercase).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pupil_is_called_what_they_go_by_and_recorded_under_their_legal_name() {
        let line = |words| Line::new(words).unwrap();
        let mut name = PupilName::new(line("Josephine"), line("Kettering"));
        assert_eq!(name.full(), "Josephine Kettering");
        name.likes = Some(line("Joss"));
        name.preferred_family = Some(line("Okoro"));
        assert_eq!(name.full(), "Joss Okoro");
        assert_eq!(name.initials(), "JO");
        assert_eq!(name.legal(), "Josephine Kettering");
    }
}
