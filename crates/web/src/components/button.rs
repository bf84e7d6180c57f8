//! Buttons. One main button a view. What changes something is a form that posts; what only goes somewhere is a link.

use super::{Hidden, Icon, Pointing};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// A button: it sends the form it stands in, posts by itself, or leads somewhere.
#[derive(Clone, Debug, Template)]
#[template(path = "components/button.html")]
pub struct Button {
    text: String,
    unseen: Option<String>,
    icon: Option<Icon>,
    arrow: Option<Pointing>,
    class: String,
    does: Does,
}

#[derive(Clone, Debug)]
enum Does {
    Send { name: Option<(String, String)> },
    Lead { href: String },
    Post { action: String, fields: Vec<Hidden> },
}

impl HtmlSafe for Button {}

impl Button {
    /// Sends the form it stands in.
    pub fn send(text: impl Display) -> Self {
        Self::new(&text, Does::Send { name: None })
    }

    /// Sends the form it stands in, with a name and value that tell which button it was.
    pub fn send_as(text: impl Display, name: impl Display, value: impl Display) -> Self {
        Self::new(
            &text,
            Does::Send {
                name: Some((name.to_string(), value.to_string())),
            },
        )
    }

    /// Leads to another page and changes nothing.
    pub fn link(text: impl Display, href: impl Display) -> Self {
        Self::new(
            &text,
            Does::Lead {
                href: href.to_string(),
            },
        )
    }

    /// A whole form by itself: posts to `action` with the session's token.
    pub fn post(text: impl Display, action: impl Display, token: Hidden) -> Self {
        Self::new(
            &text,
            Does::Post {
                action: action.to_string(),
                fields: vec![token],
            },
        )
    }

    fn new(text: &impl Display, does: Does) -> Self {
        Self {
            text: text.to_string(),
            unseen: None,
            icon: None,
            arrow: None,
            class: String::new(),
            does,
        }
    }

    /// Another hidden field of a button that posts by itself.
    #[must_use]
    pub fn with(mut self, name: impl Display, value: impl Display) -> Self {
        if let Does::Post { fields, .. } = &mut self.does {
            fields.push(Hidden::new(name, value));
        }
        self
    }

    /// What it is about, for those who hear only the button.
    #[must_use]
    pub fn about(mut self, what: impl Display) -> Self {
        self.unseen = Some(what.to_string());
        self
    }

    /// An icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An arrow after the words: on to the next question.
    #[must_use]
    pub fn leads_on(mut self) -> Self {
        self.arrow = Some(Icon::Arrow.pointing());
        self
    }

    /// Not the main thing to do here.
    #[must_use]
    pub fn secondary(self) -> Self {
        self.class("govuk-button--secondary")
    }

    /// Only for what cannot be undone.
    #[must_use]
    pub fn warning(self) -> Self {
        self.class("govuk-button--warning")
    }

    /// On a dark ground.
    #[must_use]
    pub fn inverse(self) -> Self {
        self.class("govuk-button--inverse")
    }

    /// Beside a line of text or in a table.
    #[must_use]
    pub fn small(self) -> Self {
        self.class("ms-button--small")
    }

    /// As wide as its column: the one thing to do on a phone.
    #[must_use]
    pub fn full(self) -> Self {
        self.class("ms-button--full")
    }

    /// White, on a tinted panel.
    #[must_use]
    pub fn white(self) -> Self {
        self.class("ms-button--white")
    }

    /// With no room below, at the end of a box.
    #[must_use]
    pub fn last(self) -> Self {
        self.class("ms-mb0")
    }

    fn class(mut self, class: &str) -> Self {
        self.class.push(' ');
        self.class.push_str(class);
        self
    }
}
