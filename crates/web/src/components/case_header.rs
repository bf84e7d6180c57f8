//! The header of every page under one programme: who, when in the twelve weeks, what is next, and where one can go.

use super::{Button, Markup, Phrase};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// The band at the top of a programme's page.
#[derive(Clone, Debug, Template)]
#[template(path = "components/case_header.html")]
pub struct CaseHeader {
    crumbs: Vec<(String, String)>,
    here: String,
    title: String,
    chip: Option<String>,
    facts: Vec<Phrase>,
    next: Option<Phrase>,
    actions: Vec<Button>,
    extra: Markup,
    places: Vec<Place>,
    places_label: String,
}

#[derive(Clone, Debug)]
struct Place {
    text: String,
    href: String,
    here: Here,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Here {
    Yes,
    No,
}

impl Place {
    fn is_here(&self) -> bool {
        self.here == Here::Yes
    }
}

impl HtmlSafe for CaseHeader {}

impl CaseHeader {
    /// The page's heading, and what this page is in the trail of places above it.
    pub fn new(title: impl Display, here: impl Display) -> Self {
        Self {
            crumbs: Vec::new(),
            here: here.to_string(),
            title: title.to_string(),
            chip: None,
            facts: Vec::new(),
            next: None,
            actions: Vec::new(),
            extra: Markup::default(),
            places: Vec::new(),
            places_label: String::new(),
        }
    }

    /// A place above this one: where, and its name.
    #[must_use]
    pub fn under(mut self, href: impl Display, name: impl Display) -> Self {
        self.crumbs.push((href.to_string(), name.to_string()));
        self
    }

    /// "Week 6 of 12", or the phase before week 1.
    #[must_use]
    pub fn chip(mut self, words: impl Display) -> Self {
        self.chip = Some(words.to_string());
        self
    }

    /// A fact on the line under the heading; facts are parted by dots.
    #[must_use]
    pub fn fact(mut self, fact: impl Into<Phrase>) -> Self {
        self.facts.push(fact.into());
        self
    }

    /// What is next, on a line of its own.
    #[must_use]
    pub fn next(mut self, next: impl Into<Phrase>) -> Self {
        self.next = Some(next.into());
        self
    }

    /// Something to do from here; two at most.
    #[must_use]
    pub fn action(mut self, button: Button) -> Self {
        self.actions.push(button);
        self
    }

    /// A part between the facts and the places: the timeline on the overview.
    #[must_use]
    pub fn extra(mut self, part: impl HtmlSafe) -> Self {
        self.extra = self.extra.and(part);
        self
    }

    /// Whose places these are: "Rowan’s programme".
    #[must_use]
    pub fn places_of(mut self, label: impl Display) -> Self {
        self.places_label = label.to_string();
        self
    }

    /// A place under this programme. The one being read is marked by [`Self::at`].
    #[must_use]
    pub fn place(mut self, text: impl Display, href: impl Display) -> Self {
        self.places.push(Place {
            text: text.to_string(),
            href: href.to_string(),
            here: Here::No,
        });
        self
    }

    /// Marks the place being read, by its words.
    #[must_use]
    pub fn at(mut self, text: &str) -> Self {
        for place in &mut self.places {
            place.here = if place.text == text {
                Here::Yes
            } else {
                Here::No
            };
        }
        self
    }
}
