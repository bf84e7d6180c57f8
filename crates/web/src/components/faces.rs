//! Faces to choose from, each with a word: five in questionnaires, three for a quick weekly check. Then "I’m not sure"
//! and "I don’t want to say", of the same weight. Faces have no colours of praise or blame.

use super::{
    Listen, Phrase,
    head::{Head, HeadLook},
};
use crate::form_state::FormState;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// Faces to choose from.
#[derive(Clone, Debug, Template)]
#[template(path = "components/faces.html")]
pub struct Faces {
    name: String,
    head: Head,
    chosen: String,
    drawn: Vec<Face>,
    /// Ways not to answer: what is sent, and what is read.
    others: Vec<(String, String)>,
    listen: Option<Listen>,
}

#[derive(Clone, Debug)]
struct Face {
    id: String,
    value: String,
    word: String,
    mouth: &'static str,
}

const FIVE: [&str; 5] = [
    "M32 77Q52 54 72 77",
    "M35 73Q52 62 69 73",
    "M35 69H69",
    "M35 65Q52 77 69 65",
    "M31 61Q52 88 73 61",
];
const THREE: [&str; 3] = ["M34 74Q52 58 70 74", "M35 68H69", "M32 62Q52 84 72 62"];

impl HtmlSafe for Faces {}

impl Faces {
    /// A way not to answer, of the same weight: "I’m not sure".
    #[must_use]
    pub fn or(mut self, value: impl Display, text: impl Display) -> Self {
        self.others.push((value.to_string(), text.to_string()));
        self
    }

    /// A button that reads the question and the answers aloud: "Read it to me".
    #[must_use]
    pub fn read_aloud(mut self, words: impl Display) -> Self {
        let ids = [
            format!("{}-ask", self.name),
            format!("{}-answers", self.name),
        ];
        self.listen = Some(Listen::new(words, &ids.each_ref().map(String::as_str)));
        self
    }

    /// For a page whose own heading asks: the question is only for those who hear the page.
    #[must_use]
    pub fn unseen(mut self) -> Self {
        self.head.look = HeadLook::Unseen;
        self
    }

    /// One question among others on its page.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.head.look = HeadLook::Small;
        self
    }

    fn is_small(&self) -> bool {
        self.head.look == HeadLook::Small
    }

    fn is_unseen(&self) -> bool {
        self.head.look == HeadLook::Unseen
    }

    fn is_five(&self) -> bool {
        self.drawn.len() == 5
    }

    fn is_chosen(&self, value: &str) -> bool {
        self.chosen == value
    }
}

impl FormState {
    /// Five faces, stored as 1 (very sad) to 5 (very happy), with the words that go under them.
    pub fn five_faces(
        &self,
        name: impl Display,
        question: impl Into<Phrase>,
        words: impl IntoIterator<Item = impl Display>,
    ) -> Faces {
        let values = ["1", "2", "3", "4", "5"];
        self.faces(
            &name,
            question.into(),
            values.into_iter().zip(words).zip(FIVE),
        )
    }

    /// Three faces for a quick check: what is sent and what is read, from hard to good.
    pub fn three_faces(
        &self,
        name: impl Display,
        question: impl Into<Phrase>,
        words: [(impl Display, impl Display); 3],
    ) -> Faces {
        self.faces(&name, question.into(), words.into_iter().zip(THREE))
    }

    fn faces<V: Display, W: Display>(
        &self,
        name: &impl Display,
        question: Phrase,
        faces: impl Iterator<Item = ((V, W), &'static str)>,
    ) -> Faces {
        let name = name.to_string();
        // The first face has the field's own id, so that a summary can lead to it.
        let id = |place: usize| {
            if place == 1 {
                name.clone()
            } else {
                format!("{name}-{place}")
            }
        };
        let face = |(((value, word), mouth), place): (((V, W), &'static str), usize)| Face {
            id: id(place),
            value: value.to_string(),
            word: word.to_string(),
            mouth,
        };
        let drawn = faces.zip(1..).map(face).collect();
        let chosen = self.value(&name).to_owned();
        Faces {
            head: self.head(&name, question),
            name,
            chosen,
            drawn,
            others: Vec::new(),
            listen: None,
        }
    }
}
