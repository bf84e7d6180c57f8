//! Those at home whom one reader is kept apart from, and whether words tell of
//! them. A lens carries it, so that every document it opens passes by here.

use std::collections::BTreeSet;

use crate::{
    contact::{Contact, Reach},
    id::{ContactId, PersonId},
};

/// Shorter words are in too many names.
const WORD: usize = 3;
/// Digits by which a telephone number is known, from its end.
const DIGITS: usize = 9;

/// Those whom a reader may learn nothing of: not their name, and not how or
/// where to find them. Nobody, for most readers.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Apart {
    people: BTreeSet<PersonId>,
    contacts: BTreeSet<ContactId>,
    names: BTreeSet<String>,
    numbers: BTreeSet<String>,
    places: BTreeSet<String>,
}

// Names and addresses must not reach a log through `{:?}`.
impl std::fmt::Debug for Apart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Apart({} contacts)", self.contacts.len())
    }
}

impl Apart {
    /// Adds a contact, with their name and how to reach them.
    pub fn add_contact(&mut self, contact: &Contact) {
        self.contacts.insert(contact.id);
        self.names.extend(name_words(contact.name.full.as_str()));
        self.names.extend(name_words(contact.name.called()));
        self.add_reach(&contact.reach);
    }

    /// Adds somebody in a programme, under the names they have there.
    pub fn add_person(&mut self, person: PersonId, names: [&str; 2]) {
        self.people.insert(person);
        self.names.extend(names.into_iter().flat_map(name_words));
    }

    fn add_reach(&mut self, reach: &Reach) {
        self.numbers
            .extend(reach.phone.as_ref().and_then(|phone| tail(phone.as_str())));
        self.places
            .extend(reach.email.as_ref().map(|email| plain(email.as_str())));
        let address = reach.address.as_ref().map_or("", |all| all.as_str());
        let lines = address.split([',', '\n']).map(plain);
        // A town alone gives nobody away.
        let tells = |line: &String| line.chars().any(|c| c.is_ascii_digit()) && line.len() > WORD;
        self.places.extend(lines.filter(tells));
    }

    /// Takes out what the reader has in common with them, or the pupil has: a
    /// family name, a telephone, a house.
    pub fn forget_shared(&mut self, names: &[&str], reach: Option<&Reach>) {
        for word in names.iter().flat_map(|name| name_words(name)) {
            self.names.remove(&word);
        }
        let mut shared = Self::default();
        if let Some(reach) = reach {
            shared.add_reach(reach);
        }
        self.numbers.retain(|one| !shared.numbers.contains(one));
        self.places.retain(|one| !shared.places.contains(one));
    }

    /// Whether there is nobody to be kept from.
    pub fn is_nobody(&self) -> bool {
        self.people.is_empty() && self.contacts.is_empty()
    }

    /// Whether somebody in the programme is one of them.
    pub fn has(&self, person: PersonId) -> bool {
        self.people.contains(&person)
    }

    /// Whether a contact is one of them.
    pub fn has_contact(&self, contact: ContactId) -> bool {
        self.contacts.contains(&contact)
    }

    /// Whether words name one of them, or say how or where to find them.
    pub fn is_told_by(&self, text: &str) -> bool {
        if self.is_nobody() {
            return false;
        }
        let named = name_words(text).any(|word| self.names.contains(&word));
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let rung = self.numbers.iter().any(|one| digits.contains(one.as_str()));
        let words = format!(" {} ", plain(text));
        let found = |place: &String| words.contains(&format!(" {place} "));
        named || rung || self.places.iter().any(found)
    }

    /// Words without whatever tells of them: all of it, or nothing.
    pub fn clear(&self, text: &mut String) {
        if self.is_told_by(text) {
            text.clear();
        }
    }
}

fn name_words(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let long = words.filter(|word| word.chars().count() >= WORD);
    let titles = ["mrs", "miss", "prof", "rev", "sir"];
    long.map(str::to_lowercase)
        .filter(move |word| !titles.contains(&word.as_str()))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Small letters and figures, one space between words.
fn plain(text: &str) -> String {
    let small = text.to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn tail(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().checked_sub(DIGITS.min(digits.len()))?;
    (digits.len() >= WORD * 2).then(|| digits.get(from..).map(str::to_owned))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        account::PersonName,
        contact::Relationship,
        id::Id,
        text::{Line, Prose},
    };

    fn kit() -> Contact {
        let id = |n| Id::new(uuid::Uuid::from_u128(n));
        let name = PersonName::new(Line::new("Kit Tidewell-Barlow").unwrap());
        let id_of_pupil = Id::new(uuid::Uuid::from_u128(2));
        let school = Id::new(uuid::Uuid::from_u128(1));
        let mut kit = Contact::new(id(3), school, id_of_pupil, name, Relationship::Father);
        kit.reach = Reach {
            email: Some("kit.b@home.example".parse().unwrap()),
            phone: Line::new("07700 900 123").ok(),
            address: Prose::new("12 Sea Road\nBrackenford, BF1 2AB").ok(),
            ..Reach::default()
        };
        kit
    }

    #[test]
    fn a_name_a_number_or_an_address_tells_of_somebody() {
        let mut apart = Apart::default();
        assert!(!apart.is_told_by("Kit Barlow"), "nobody is kept apart");
        apart.add_contact(&kit());
        apart.forget_shared(&["Rowan Tidewell"], None);
        for tells in [
            "He showed KIT his work",
            "Mr Barlow’s van",
            "kit’s house",
            "Ring +44 7700 900123",
            "write to Kit.B@home.example.",
            "He walked home to 12, sea road today",
            "post it to BF1 2AB",
        ] {
            assert!(apart.is_told_by(tells), "{tells}");
        }
        for good in [
            "Rowan Tidewell read to the class",
            "The kitten came in",
            "A walk through Brackenford",
            "He ran 07 laps",
        ] {
            assert!(!apart.is_told_by(good), "{good}");
        }
    }

    #[test]
    fn what_a_reader_shares_with_them_tells_nothing() {
        let mut apart = Apart::default();
        apart.add_contact(&kit());
        apart.forget_shared(&["Dana Barlow"], Some(&kit().reach));
        assert!(!apart.is_told_by("Dana Barlow, 12 Sea Road, 07700 900123"));
        assert!(apart.is_told_by("Kit"));
        let mut words = "Kit came by".to_owned();
        apart.clear(&mut words);
        assert!(words.is_empty());
        assert_eq!(format!("{apart:?}"), "Apart(1 contacts)");
    }
}
