//! What each side says in a review or an ending: the fields, why the pupil or
//! home has no words, and how both are read afterwards.

use std::collections::BTreeMap;

use app::look_back::Voices;
use domain::{
    meeting::ViewOf,
    review::{MUST_BE_HEARD, NoWords, UnheardAnswer},
};

use crate::{components::Markup, form_state::FormState, posted::Posted};

/// The words of each side, by its code.
type Words = BTreeMap<String, String>;
/// Why a side has none, by its code.
pub(super) type WhyNot = BTreeMap<String, UnheardAnswer>;

/// What stands for "there are words": nothing is sent to be stored.
const WRITTEN: &str = "written";

/// What each side says, to be written down in their own words.
pub(super) fn fields(pupil: &str, voices: &Voices, state: &FormState) -> Vec<Markup> {
    let one = |of: &ViewOf| {
        let name = format!("says-{}", of.code());
        let (label, hint) = match of {
            ViewOf::Pupil => (
                format!("What {pupil} says"),
                "In their own words. Nothing said here has a consequence.",
            ),
            ViewOf::Home => (
                "What home says".to_owned(),
                "In their own words. Ring if nobody could come.",
            ),
            ViewOf::Staff => ("What teachers say".to_owned(), "If anyone wrote or spoke."),
            ViewOf::Agency => (
                "What people from outside school say".to_owned(),
                "If anyone wrote or spoke.",
            ),
        };
        let heard = voices.has_heard(*of);
        let hint = if heard {
            "Their own answers stand above. Write what was said besides, if anything was."
        } else {
            hint
        };
        let words = state.textarea(name, label).small().rows(3).hint(hint);
        if MUST_BE_HEARD.contains(of) && !heard {
            Markup::of(words).and(why_not(*of, pupil, state))
        } else {
            Markup::of(words)
        }
    };
    let each = ViewOf::ALL.iter().map(one);
    each.map(|part| Markup::of(Side { part })).collect()
}

/// One side's fields, kept together in the grid.
#[derive(askama::Template)]
#[template(source = "<div>{{ part }}</div>", ext = "html")]
struct Side {
    part: Markup,
}

impl askama::filters::HtmlSafe for Side {}

fn why_not(of: ViewOf, pupil: &str, state: &FormState) -> Markup {
    let name = format!("says-{}-why", of.code());
    let blank = state.value(&name).is_empty();
    let state = if blank {
        &state.clone().with(name.as_str(), WRITTEN)
    } else {
        state
    };
    let who = match of {
        ViewOf::Pupil => pupil,
        _ => "home",
    };
    let tried = state
        .text_input(format!("says-{}-tried", of.code()), "How was it tried?")
        .small()
        .hint("Such as “rang Dana on 24 and 25 November, no answer”.");
    let radios = state
        .radios(&name, format!("If there are no words of {who}"))
        .small()
        .compact()
        .option(WRITTEN, "Written above")
        .option(NoWords::ChoseNotTo.code(), NoWords::ChoseNotTo.label())
        .option(NoWords::NotReached.code(), NoWords::NotReached.label())
        .reveal(tried);
    Markup::of(radios)
}

/// Why sides have no words, as sent.
pub(super) fn why_nots(form: &Posted) -> WhyNot {
    let one = |of: ViewOf| {
        let value = |end: &str| form.value(&format!("says-{}-{end}", of.code())).to_owned();
        let (why, tried) = (value("why"), value("tried"));
        let why = if why == WRITTEN { String::new() } else { why };
        let blank = why.is_empty() && tried.is_empty();
        (!blank).then(|| (of.code().to_owned(), UnheardAnswer { why, tried }))
    };
    MUST_BE_HEARD.into_iter().filter_map(one).collect()
}

/// Fills them in.
pub(super) fn with_why_nots(state: FormState, all: &WhyNot) -> FormState {
    all.iter().fold(state, |state, (of, answer)| {
        let state = state.with(format!("says-{of}-tried"), &answer.tried);
        match answer.why.as_str() {
            "" => state,
            why => state.with(format!("says-{of}-why"), why),
        }
    })
}

/// Whose words, and the words.
pub(super) fn said(says: &Words, pupil: &str) -> Vec<(String, String)> {
    let one = |of: &ViewOf| {
        let words = says.get(of.code())?.trim();
        (!words.is_empty()).then(|| (side(*of, pupil), words.to_owned()))
    };
    ViewOf::ALL.iter().filter_map(one).collect()
}

/// Those without words, each in a sentence: "Home: could not be reached. …"
pub(super) fn unsaid(says: &Words, all: &WhyNot, pupil: &str) -> Vec<String> {
    let one = |of: ViewOf| {
        let written = says
            .get(of.code())
            .is_some_and(|words| !words.trim().is_empty());
        let words = all.get(of.code()).filter(|_| !written)?.words()?;
        Some(format!(
            "{}: {}",
            side(of, pupil),
            crate::words::small(&words)
        ))
    };
    MUST_BE_HEARD.into_iter().filter_map(one).collect()
}

fn side(of: ViewOf, pupil: &str) -> String {
    match of {
        ViewOf::Pupil => pupil.to_owned(),
        of => of.label().to_owned(),
    }
}
