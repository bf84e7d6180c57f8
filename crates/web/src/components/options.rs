//! What radios and checkboxes have in common: options in order, hints, and fields that show when one is chosen.

use super::{Markup, Phrase};
use std::fmt::Display;

/// One option of a group.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) text: Phrase,
    pub(super) hint: Option<Phrase>,
    pub(super) reveal: Markup,
    pub(super) chosen: Chosen,
    /// Words that stand between this option and the one before: "or".
    pub(super) divider: Option<String>,
    pub(super) alone: Alone,
}

/// Whether an option is chosen as the page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    Yes,
    No,
}

/// Whether choosing an option unticks the others: "None of these".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alone {
    Yes,
    No,
}

impl Choice {
    pub(super) fn is_chosen(&self) -> bool {
        self.chosen == Chosen::Yes
    }

    pub(super) fn stands_alone(&self) -> bool {
        self.alone == Alone::Yes
    }
}

/// The options so far, and what was chosen, for marking those still to come.
#[derive(Clone, Debug)]
pub(super) struct Choices {
    name: String,
    was_chosen: Vec<String>,
    pub(super) list: Vec<Choice>,
    divider: Option<String>,
}

impl Choices {
    pub(super) fn new(name: &impl Display, was_chosen: &[String]) -> Self {
        Self {
            name: name.to_string(),
            was_chosen: was_chosen.to_vec(),
            list: Vec::new(),
            divider: None,
        }
    }

    /// The first option has the field's own id, so that an error summary can lead to it.
    pub(super) fn add(&mut self, value: &impl Display, text: impl Into<Phrase>) {
        let value = value.to_string();
        let place = self.list.len() + 1;
        let id = if place == 1 {
            self.name.clone()
        } else {
            format!("{}-{place}", self.name)
        };
        let chosen = if self.was_chosen.contains(&value) {
            Chosen::Yes
        } else {
            Chosen::No
        };
        let divider = self.divider.take();
        let text = text.into();
        self.list.push(Choice {
            id,
            value,
            text,
            hint: None,
            reveal: Markup::default(),
            chosen,
            divider,
            alone: Alone::No,
        });
    }

    pub(super) fn divide(&mut self, words: &impl Display) {
        self.divider = Some(words.to_string());
    }

    pub(super) fn last(&mut self) -> Option<&mut Choice> {
        self.list.last_mut()
    }
}

/// The ways of adding options, the same for radios and checkboxes.
macro_rules! optioned {
    ($part:ident) => {
        impl $part {
            /// An option: what is sent, and what is read.
            #[must_use]
            pub fn option(
                mut self,
                value: impl std::fmt::Display,
                text: impl Into<crate::components::Phrase>,
            ) -> Self {
                self.choices.add(&value, text);
                self
            }

            /// Several options at once.
            #[must_use]
            pub fn options<V: std::fmt::Display, T: Into<crate::components::Phrase>>(
                self,
                options: impl IntoIterator<Item = (V, T)>,
            ) -> Self {
                options
                    .into_iter()
                    .fold(self, |list, (value, text)| list.option(value, text))
            }

            /// A hint for the option just added.
            #[must_use]
            pub fn option_hint(mut self, hint: impl Into<crate::components::Phrase>) -> Self {
                if let Some(choice) = self.choices.last() {
                    choice.hint = Some(hint.into());
                }
                self
            }

            /// A part that shows only when the option just added is chosen.
            #[must_use]
            pub fn reveal(mut self, part: impl askama::filters::HtmlSafe) -> Self {
                if let Some(choice) = self.choices.last() {
                    choice.reveal = crate::components::Markup::of(part);
                }
                self
            }

            /// Words between the option just added and the next: "or".
            #[must_use]
            pub fn divider(mut self, words: impl std::fmt::Display) -> Self {
                self.choices.divide(&words);
                self
            }

            /// Smaller boxes, for those who use this page often.
            #[must_use]
            pub fn compact(mut self) -> Self {
                self.size = crate::components::BoxSize::Compact;
                self
            }
        }
    };
}
pub(super) use optioned;

/// How large the boxes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoxSize {
    #[default]
    Full,
    Compact,
}
