//! What "When the plan isn't enough" shows to be read.

use app::{
    action::Action,
    reviews::{happened::Happened, not_enough_view::NotEnough},
};
use domain::programme::NextOption;

use super::{Home, Line};
use crate::{
    components::{Button, Inset, Tag},
    words,
};

pub(super) fn home(shown: &NotEnough, may_write: bool, base: &str) -> Home {
    let since = shown.since.or(shown.concern);
    let fresh = |on| since.is_none_or(|since| on >= since);
    let (words, tag) = match &shown.home {
        Some((on, with, said)) => {
            let day = words::long_date(*on);
            let words = format!("Somebody spoke to {with} on {day}. {said}");
            (words, fresh(*on).then(|| Tag::done("Done")))
        }
        None => (
            "Nobody has written down a talk with home yet. Ring first.".to_owned(),
            None,
        ),
    };
    let button = Button::link("Write down a talk with home", format!("{base}/record"));
    Home {
        button: (tag.is_none() && may_write).then(|| button.secondary()),
        words,
        tag,
    }
}

pub(super) fn tried(shown: &NotEnough) -> Vec<Line> {
    let line = |one: &app::reviews::not_enough_view::Tried| Line {
        help: words::capital(&one.text),
        who: one.who.clone(),
        happened: one
            .happened
            .as_ref()
            .map_or_else(|| "Not looked at yet".to_owned(), Happened::words),
        short: one.is_short(),
        why: one.why.clone(),
    };
    shown.tried.iter().map(line).collect()
}

/// Help that never came says nothing about whether it would have helped.
pub(super) fn too_soon(shown: &NotEnough) -> Option<Inset> {
    let short = shown.tried.iter().filter(|one| one.is_short()).count();
    let of = shown.tried.len();
    (short > 0).then(|| {
        let first = words::capital(&words::number(short));
        let of = words::number(of);
        Inset::new(format!(
            "{first} of the {of} things promised mostly did not happen. It may be too soon to say \
             the plan isn’t enough."
        ))
    })
}

pub(super) fn talked(shown: &NotEnough) -> Vec<(String, String)> {
    let considered = shown.considered.iter().map(|(option, choice, why)| {
        let words = format!("{}. {why}", choice.label());
        (option.label().to_owned(), words)
    });
    let known = |option: &&NextOption| !shown.considered.iter().any(|(one, ..)| one == *option);
    let at_reviews = shown.talked_over.iter().filter(known);
    let at_reviews = at_reviews.map(|option| {
        (
            option.label().to_owned(),
            "Talked over at a review.".to_owned(),
        )
    });
    considered.chain(at_reviews).collect()
}

pub(super) fn council(shown: &NotEnough) -> String {
    match shown.council {
        Some(on) => format!(
            "The head noted on {} that the council is asked before any decision about exclusion. \
             Ring or write to them, and say what has been tried.",
            words::long_date(on)
        ),
        None => "Ring or write to the council’s inclusion team, and say what has been tried. The \
                 head notes that it is done when the plan is judged."
            .to_owned(),
    }
}

/// What else can be done from here while the plan runs.
pub(super) fn ways(shown: &NotEnough, may: app::policy::ActionSet, base: &str) -> Vec<Button> {
    let mut found = Vec::new();
    if may.has(Action::RaiseConcern) && shown.concern.is_none() {
        found.push(Button::link(
            "Ask for an early review",
            format!("{base}/moves/concern"),
        ));
    }
    if may.has(Action::BringFinalForward) {
        let to = format!("{base}/moves/final");
        found.push(Button::link("Hold the final meeting early", to).secondary());
    }
    if may.has(Action::Extend) {
        let to = format!("{base}/moves/extend");
        found.push(Button::link("Make the programme longer", to).secondary());
    }
    found
}

pub(super) fn full(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}
