//! What needs someone, most pressing first: when, what, why, and one button. The first late thing has the page's main
//! button; every other button is secondary.

use super::{Button, Phrase};
use crate::words::figures;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// Things that need someone.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/queue.html")]
pub struct Queue {
    shown: Vec<QueueItem>,
    folded: Vec<QueueItem>,
}

/// One thing that needs someone.
#[derive(Clone, Debug)]
pub struct QueueItem {
    due: Due,
    title: String,
    href: String,
    why: Phrase,
    button: Option<Button>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Due {
    Late(String),
    Today(String),
    Later(String),
}

/// More than this many are folded away.
const MOST_SHOWN: usize = 7;

impl HtmlSafe for Queue {}

impl Queue {
    /// These things, in this order. From the eighth on they fold behind "and 4 more".
    pub fn new(items: impl IntoIterator<Item = QueueItem>) -> Self {
        let mut main_given = false;
        let mut items: Vec<QueueItem> = items
            .into_iter()
            .map(|mut item| {
                let is_main = !main_given && matches!(item.due, Due::Late(_));
                main_given |= is_main;
                item.button = item.button.map(|button| {
                    let button = button.small().about(&item.title);
                    if is_main { button } else { button.secondary() }
                });
                item
            })
            .collect();
        let folded = items.split_off(items.len().min(MOST_SHOWN));
        Self {
            shown: items,
            folded,
        }
    }

    /// Whether nothing needs anyone.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    fn more(&self) -> String {
        format!(
            "and {}",
            figures(self.folded.len(), "more thing", "more things")
        )
    }
}

impl QueueItem {
    /// Something that was due before today: "1 day late".
    pub fn late(when: impl Display, title: impl Display, href: impl Display) -> Self {
        Self::new(Due::Late(when.to_string()), &title, &href)
    }

    /// Something for today: "By noon".
    pub fn today(when: impl Display, title: impl Display, href: impl Display) -> Self {
        Self::new(Due::Today(when.to_string()), &title, &href)
    }

    /// Something that can wait: "By Friday".
    pub fn later(when: impl Display, title: impl Display, href: impl Display) -> Self {
        Self::new(Due::Later(when.to_string()), &title, &href)
    }

    fn new(due: Due, title: &impl Display, href: &impl Display) -> Self {
        Self {
            due,
            title: title.to_string(),
            href: href.to_string(),
            why: Phrase::default(),
            button: None,
        }
    }

    /// Why it is here, in a line.
    #[must_use]
    pub fn why(mut self, why: impl Into<Phrase>) -> Self {
        self.why = why.into();
        self
    }

    /// The one thing to press: a link, or a form that posts by itself.
    #[must_use]
    pub fn button(mut self, button: Button) -> Self {
        self.button = Some(button);
        self
    }

    fn when(&self) -> &str {
        match &self.due {
            Due::Late(when) | Due::Today(when) | Due::Later(when) => when,
        }
    }

    fn when_class(&self) -> &'static str {
        match self.due {
            Due::Late(_) => " ms-queue__when--late",
            Due::Today(_) => " ms-queue__when--now",
            Due::Later(_) => "",
        }
    }

    fn is_late(&self) -> bool {
        matches!(self.due, Due::Late(_))
    }
}
