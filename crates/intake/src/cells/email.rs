//! Email addresses, as far as a file can show that they are ones.

use domain::text::Line;

/// An email address as typed: something, one `@`, and a domain with a dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(Line<254>);

impl EmailAddress {
    /// Reads an address, or `None` if mail could not be sent to it.
    pub fn read(words: &str) -> Option<Self> {
        let (person, domain) = words.split_once('@')?;
        let solid = words.chars().all(|c| !c.is_whitespace() && !c.is_control());
        let labels = domain.split('.').collect::<Vec<_>>();
        let dotted = labels.len() > 1 && labels.iter().all(|label| !label.is_empty());
        let plain = !words.contains(['<', '>', ',', ';', '"', '(', ')']);
        let sound = solid && dotted && plain && !person.is_empty() && !domain.contains('@');
        sound.then(|| Line::new(words).ok()).flatten().map(Self)
    }

    /// As typed.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What two addresses are compared by: case does not count.
    pub fn key(&self) -> String {
        self.0.as_str().to_lowercase()
    }
}
