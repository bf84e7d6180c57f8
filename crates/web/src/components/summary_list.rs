//! Facts in rows: settings, records, answers to check. Each row may have a way to change it.

use super::{Markup, Phrase};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// Facts in rows.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/summary_list.html")]
pub struct SummaryList {
    rows: Vec<Row>,
    class: String,
}

#[derive(Clone, Debug)]
struct Row {
    key: String,
    value: Markup,
    actions: Vec<Action>,
}

#[derive(Clone, Debug)]
struct Action {
    text: String,
    href: String,
    about: String,
}

impl HtmlSafe for SummaryList {}

impl SummaryList {
    /// No rows yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A fact.
    #[must_use]
    pub fn row(self, key: impl Display, value: impl Into<Phrase>) -> Self {
        self.row_of(key, value.into())
    }

    /// A fact that is shown by another part.
    #[must_use]
    pub fn row_of(mut self, key: impl Display, part: impl HtmlSafe) -> Self {
        self.rows.push(Row {
            key: key.to_string(),
            value: Markup::of(part),
            actions: Vec::new(),
        });
        self
    }

    /// A way to change the fact just added: "Change", where, and what ("date of the review").
    #[must_use]
    pub fn action(mut self, text: impl Display, href: impl Display, about: impl Display) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.actions.push(Action {
                text: text.to_string(),
                href: href.to_string(),
                about: about.to_string(),
            });
        }
        self
    }

    /// Whether this row keeps the room of a way to change it free, to stand
    /// under rows that have one.
    fn leaves_room(&self, row: &Row) -> bool {
        row.actions.is_empty() && self.rows.iter().any(|other| !other.actions.is_empty())
    }

    /// Closer rows.
    #[must_use]
    pub fn dense(mut self) -> Self {
        self.class.push_str(" govuk-summary-list--dense");
        self
    }

    /// No lines between rows.
    #[must_use]
    pub fn no_border(mut self) -> Self {
        self.class.push_str(" govuk-summary-list--no-border");
        self
    }
}
