//! People around a pupil: who they are and how to reach them. Shape says where they stand: round for staff, a house for
//! home, square for outside.

use super::Phrase;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// Where someone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Staff,
    Home,
    Pupil,
    Outside,
}

/// Someone's initials in the shape of where they stand. Hidden from those who hear the page: the name stands beside.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<span class="ms-who{{ stands.class() }}" aria-hidden="true">{{ initials }}</span>"#,
    ext = "html"
)]
pub struct Initials {
    initials: String,
    stands: Stands,
}

impl Stands {
    const fn class(self) -> &'static str {
        match self {
            Self::Staff => "",
            Self::Home => " ms-who--home",
            Self::Pupil => " ms-who--pupil",
            Self::Outside => " ms-who--out",
        }
    }
}

impl HtmlSafe for Initials {}

impl Initials {
    /// The first letters of the first and last words of a name.
    pub fn of(name: impl Display, stands: Stands) -> Self {
        let name = name.to_string();
        let mut words = name.split_whitespace();
        let first = words.next().and_then(|word| word.chars().next());
        let last = words.last().and_then(|word| word.chars().next());
        Self {
            initials: [first, last]
                .into_iter()
                .flatten()
                .flat_map(char::to_uppercase)
                .collect(),
            stands,
        }
    }
}

/// People, in order.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/people.html")]
pub struct People {
    people: Vec<Person>,
}

#[derive(Clone, Debug)]
struct Person {
    initials: Initials,
    name: String,
    line: Option<Phrase>,
}

impl HtmlSafe for People {}

impl People {
    /// Nobody yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether nobody is there.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Someone: their name, and what they are to the pupil ("mum"), which may be empty.
    #[must_use]
    pub fn person(mut self, stands: Stands, name: impl Display, role: impl Display) -> Self {
        let (name, role) = (name.to_string(), role.to_string());
        let initials = Initials::of(&name, stands);
        let name = if role.is_empty() {
            name
        } else {
            format!("{name}, {role}")
        };
        self.people.push(Person {
            initials,
            name,
            line: None,
        });
        self
    }

    /// How to reach the person just added, or what they do.
    #[must_use]
    pub fn line(mut self, line: impl Into<Phrase>) -> Self {
        if let Some(person) = self.people.last_mut() {
            person.line = Some(line.into());
        }
        self
    }
}
