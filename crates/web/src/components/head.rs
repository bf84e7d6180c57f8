//! What stands above every field: its label or legend, its hint, and what is to be sorted out, tied together by id.

use super::Phrase;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// How a label or legend looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadLook {
    #[default]
    Plain,
    /// As loud as the text around it, but bold.
    Strong,
    Small,
    Medium,
    Large,
    /// The question is the page's heading.
    PageHeading,
    /// Only for those who hear the page, where the place says it to everyone else.
    Unseen,
}

/// Label or legend, hint and problem of one field.
#[derive(Clone, Debug)]
pub struct Head {
    pub(super) id: String,
    pub(super) text: Phrase,
    pub(super) look: HeadLook,
    pub(super) hint: Option<Phrase>,
    pub(super) problem: Option<String>,
    /// The word that goes before the problem for those who hear the page.
    pub(super) error_word: String,
}

impl Head {
    /// The ids of the hint and the problem, for `aria-describedby`; empty when there is neither.
    pub(super) fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let problem = self
            .problem
            .as_ref()
            .map(|_| format!("{}-problem", self.id));
        [hint, problem]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub(super) fn is_wrong(&self) -> bool {
        self.problem.is_some()
    }

    pub(super) fn label(&self) -> Label<'_> {
        Label { head: self }
    }

    pub(super) fn legend(&self) -> Legend<'_> {
        Legend { head: self }
    }

    pub(super) fn set_hint(&mut self, hint: impl Into<Phrase>) {
        self.hint = Some(hint.into()).filter(|hint| !hint.is_empty());
    }

    fn label_class(&self) -> &'static str {
        match self.look {
            HeadLook::Plain => "govuk-label",
            HeadLook::Strong => "govuk-label ms-strong",
            HeadLook::Small => "govuk-label govuk-label--s",
            HeadLook::Medium => "govuk-label govuk-label--m",
            HeadLook::Large | HeadLook::PageHeading => "govuk-label govuk-label--l",
            HeadLook::Unseen => "govuk-visually-hidden",
        }
    }

    fn legend_class(&self) -> &'static str {
        match self.look {
            HeadLook::Plain => "govuk-fieldset__legend",
            HeadLook::Strong => "govuk-fieldset__legend ms-strong",
            HeadLook::Small => "govuk-fieldset__legend govuk-fieldset__legend--s",
            HeadLook::Medium => "govuk-fieldset__legend govuk-fieldset__legend--m",
            HeadLook::Large | HeadLook::PageHeading => {
                "govuk-fieldset__legend govuk-fieldset__legend--l"
            }
            HeadLook::Unseen => "govuk-visually-hidden",
        }
    }

    /// A strong label has a small hint under it.
    fn is_strong(&self) -> bool {
        self.look == HeadLook::Strong
    }

    fn is_page_heading(&self) -> bool {
        self.look == HeadLook::PageHeading
    }
}

#[derive(Template)]
#[template(path = "components/label.html")]
pub(super) struct Label<'a> {
    head: &'a Head,
}

#[derive(Template)]
#[template(path = "components/legend.html")]
pub(super) struct Legend<'a> {
    head: &'a Head,
}

impl HtmlSafe for Label<'_> {}
impl HtmlSafe for Legend<'_> {}

/// The ways of dressing a field's head, the same for every kind of field. A macro rather than a trait, so that a page's
/// template can use them without its Rust file importing anything.
macro_rules! headed {
    ($part:ident) => {
        impl $part {
            /// A line or two that helps answer.
            #[must_use]
            pub fn hint(mut self, hint: impl Into<crate::components::Phrase>) -> Self {
                self.head.set_hint(hint);
                self
            }

            /// As loud as the text around it, but bold.
            #[must_use]
            pub fn strong(self) -> Self {
                self.look(crate::components::HeadLook::Strong)
            }

            /// A small heading.
            #[must_use]
            pub fn small(self) -> Self {
                self.look(crate::components::HeadLook::Small)
            }

            /// A middling heading.
            #[must_use]
            pub fn medium(self) -> Self {
                self.look(crate::components::HeadLook::Medium)
            }

            /// A large heading.
            #[must_use]
            pub fn large(self) -> Self {
                self.look(crate::components::HeadLook::Large)
            }

            /// The question is the page's one heading.
            #[must_use]
            pub fn page_heading(self) -> Self {
                self.look(crate::components::HeadLook::PageHeading)
            }

            /// Only for those who hear the page.
            #[must_use]
            pub fn unseen(self) -> Self {
                self.look(crate::components::HeadLook::Unseen)
            }

            fn look(mut self, look: crate::components::HeadLook) -> Self {
                self.head.look = look;
                self
            }
        }

        impl askama::filters::HtmlSafe for $part {}
    };
}
pub(super) use headed;

impl crate::form_state::FormState {
    pub(super) fn head(&self, name: &impl Display, text: impl Into<Phrase>) -> Head {
        let id = name.to_string();
        let problem = self.problem_of(&id).map(str::to_owned);
        let error_word = self.error_word().to_owned();
        Head {
            id,
            text: text.into(),
            look: HeadLook::Plain,
            hint: None,
            problem,
            error_word,
        }
    }
}
