//! Things to do for one programme, each with how it stands.

use super::{Button, Markup, Phrase, Tag};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// Things to do, in order.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/task_list.html")]
pub struct TaskList {
    tasks: Vec<Task>,
}

/// One thing to do.
#[derive(Clone, Debug)]
pub struct Task {
    title: String,
    href: Option<String>,
    hint: Option<Phrase>,
    status: Markup,
    done: Option<Button>,
}

impl HtmlSafe for TaskList {}

impl TaskList {
    /// These tasks, in this order.
    pub fn new(tasks: impl IntoIterator<Item = Task>) -> Self {
        Self {
            tasks: tasks.into_iter().collect(),
        }
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }
}

impl Task {
    /// Something that can be done now.
    pub fn new(title: impl Display, href: impl Display) -> Self {
        let href = Some(href.to_string());
        Self {
            title: title.to_string(),
            href,
            hint: None,
            done: None,
            status: Markup::default(),
        }
    }

    /// Something that cannot be done yet, and when it can: "From 12 Nov".
    pub fn later(title: impl Display, when: impl Into<Phrase>) -> Self {
        Self {
            title: title.to_string(),
            href: None,
            hint: None,
            status: Markup::of(when.into()),
            done: None,
        }
    }

    /// A line that says what it is about.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Phrase>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// How it stands, in plain words: "By Friday".
    #[must_use]
    pub fn status(mut self, status: impl Into<Phrase>) -> Self {
        self.status = Markup::of(status.into());
        self
    }

    /// A button that says it is done.
    #[must_use]
    pub fn done(mut self, button: Button) -> Self {
        self.done = Some(button);
        self
    }

    /// How it stands, as a tag: "Missing".
    #[must_use]
    pub fn tag(mut self, tag: Tag) -> Self {
        self.status = Markup::of(tag);
        self
    }
}
