//! One line to type.

use super::{Phrase, head::Head, head::headed};
use crate::form_state::FormState;
use askama::Template;
use std::fmt::Display;

/// One line to type. Browsers fill nothing in by themselves unless told what it is: most of what is typed here is
/// about a child, not about the person typing.
#[derive(Clone, Debug, Template)]
#[template(path = "components/text_input.html")]
pub struct TextInput {
    head: Head,
    value: String,
    keyboard: Keyboard,
    autocomplete: String,
    width: Option<u8>,
    after: Option<String>,
    slot: Option<String>,
}

/// What is typed, for the right keyboard on a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Keyboard {
    #[default]
    Words,
    Email,
    Telephone,
    Number,
    Decimal,
    Code,
}

headed!(TextInput);

impl TextInput {
    /// An email address of one's own or another's.
    #[must_use]
    pub fn email(mut self) -> Self {
        self.keyboard = Keyboard::Email;
        self
    }

    /// A telephone number.
    #[must_use]
    pub fn telephone(mut self) -> Self {
        self.keyboard = Keyboard::Telephone;
        self
    }

    /// A whole number. Still a text field: browsers' number fields lose what they do not understand.
    #[must_use]
    pub fn number(mut self) -> Self {
        self.keyboard = Keyboard::Number;
        self
    }

    /// A number that may have a point or a minus in it.
    #[must_use]
    pub fn decimal(mut self) -> Self {
        self.keyboard = Keyboard::Decimal;
        self
    }

    /// A code from a letter, message or app; any spacing will do.
    #[must_use]
    pub fn one_time_code(mut self) -> Self {
        self.keyboard = Keyboard::Code;
        "one-time-code".clone_into(&mut self.autocomplete);
        self
    }

    /// What the browser may fill in: only ever a detail of the person typing.
    #[must_use]
    pub fn autocomplete(mut self, what: impl Display) -> Self {
        self.autocomplete = what.to_string();
        self
    }

    /// About how many characters wide: 2, 3, 4, 5, 10, 20 or 30.
    #[must_use]
    pub fn wide(mut self, characters: u8) -> Self {
        self.width = [2, 3, 4, 5, 10, 20, 30]
            .into_iter()
            .find(|width| *width >= characters);
        self
    }

    /// Words after the field: "out of 5".
    #[must_use]
    pub fn after(mut self, words: impl Display) -> Self {
        self.after = Some(words.to_string());
        self
    }

    /// The id of the place in a sentence preview that this fills as it is typed.
    #[must_use]
    pub fn fills(mut self, id: impl Display) -> Self {
        self.slot = Some(id.to_string());
        self
    }

    fn kind(&self) -> &'static str {
        match self.keyboard {
            Keyboard::Words | Keyboard::Number | Keyboard::Decimal | Keyboard::Code => "text",
            Keyboard::Email => "email",
            Keyboard::Telephone => "tel",
        }
    }

    fn inputmode(&self) -> Option<&'static str> {
        match self.keyboard {
            Keyboard::Number | Keyboard::Code => Some("numeric"),
            Keyboard::Decimal => Some("decimal"),
            Keyboard::Words | Keyboard::Email | Keyboard::Telephone => None,
        }
    }

    fn is_words(&self) -> bool {
        self.keyboard == Keyboard::Words
    }
}

impl FormState {
    /// One line to type, with what was typed before and what is to be sorted out.
    pub fn text_input(&self, name: impl Display, label: impl Into<Phrase>) -> TextInput {
        TextInput {
            head: self.head(&name, label),
            value: self.value(&name.to_string()).to_owned(),
            keyboard: Keyboard::Words,
            autocomplete: "off".to_owned(),
            width: None,
            after: None,
            slot: None,
        }
    }
}
