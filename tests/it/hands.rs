//! Filling, sending and reading a form by its verbs, as someone signed in.

use std::marker::PhantomData;

use app::{
    Actor, App, Refusal,
    gathering::{
        Hand,
        fill::{Leaving, SavePage, Saved, ViewForm},
        read::{Found, ReadAnswers, Whole},
        send::Send,
    },
};
use domain::id::AskId;
use forms::Step;

/// The adult's page before a pupil starts.
const BEFORE: &[(&str, &str)] = &[
    ("helper", "Mr Petrie"),
    ("mode", "typed"),
    ("explained_purpose", "yes"),
    ("explained_limits", "yes"),
];

/// The one promise that may not be skipped.
const PROMISE: &[(&str, &str)] = &[("hq35", "yes")];

pub fn save<H: Hand>(
    app: &App,
    me: &Actor,
    ask: AskId,
    page: &str,
    fields: &[(&str, &str)],
    revision: u32,
) -> Result<Saved, Refusal> {
    let posted = fields.iter().map(|(k, v)| ((*k).into(), (*v).into()));
    let command = SavePage::<H> {
        ask,
        page: page.parse().unwrap(),
        posted: posted.collect(),
        revision,
        leaving: Leaving::GoingOn,
        hand: PhantomData,
    };
    app.execute(me, command)
}

/// Skips to the end, with these fields on the pages that hold them.
pub fn fill<H: Hand>(app: &App, me: &Actor, ask: AskId, said: &[(&str, &[(&str, &str)])]) {
    loop {
        let sitting = app.fetch(me, ViewForm::<H>::new(ask));
        let sitting = sitting.unwrap().answer;
        let Step::Page(page) = sitting.here() else {
            break;
        };
        let page = page.to_string();
        let given = said.iter().find(|(at, _)| *at == page);
        let fields = match given {
            Some((_, fields)) => fields,
            None if page == "0-1" => BEFORE,
            None => &[("skip-page", "yes")][..],
        };
        if save::<H>(app, me, ask, &page, fields, sitting.revision).is_err() {
            save::<H>(app, me, ask, &page, PROMISE, sitting.revision).unwrap();
        }
    }
}

pub fn send<H: Hand>(app: &App, me: &Actor, ask: AskId) -> Result<(), Refusal> {
    let sitting = app.fetch(me, ViewForm::<H>::new(ask))?;
    let command = Send::<H> {
        ask,
        revision: sitting.answer.revision,
        hand: PhantomData,
    };
    app.execute(me, command)
}

pub fn read(app: &App, me: &Actor, ask: AskId) -> (String, Whole) {
    let found = app.execute(me, ReadAnswers { ask });
    match found.unwrap().found {
        Found::Answers { lines, whole, .. } => {
            let said = lines.iter().flat_map(|line| line.said.lines());
            (said.collect::<Vec<_>>().join("\n"), whole)
        }
        Found::NotYet => panic!("not sent"),
    }
}
