//! The fields of one page: what was typed, the form as it was left, and its
//! parts.

use app::look_back::view::LookBackPage;
use domain::{
    commitment::Party,
    look_back::{Contact, Direction, LookBackDraft, NOT_SAID, OwnWord, Part},
};

use super::{
    closing::{self, Asked},
    page::Writes,
};
use crate::{
    components::{ChoiceRow, Markup, PromiseRow, TextInput},
    form_state::FormState,
    pages::{case_band::stands, reviews::kept},
    posted::Posted,
    words,
};

/// Begins the names of the closing questions' fields.
const CLOSING: &str = "closing";

/// A promise of one's own, and what got in the way.
pub(super) struct OwnPromise {
    pub row: PromiseRow,
    pub why: TextInput,
}

/// What was typed.
pub(super) fn typed(page: &LookBackPage, form: &Posted) -> LookBackDraft {
    let value = |field: &str| form.value(field).to_owned();
    let targets = page
        .targets
        .iter()
        .map(|(target, number, _)| (target.to_string(), value(&format!("target-{number}"))));
    let promises = (1..).zip(&page.promises).map(|(number, (promise, ..))| {
        let field = format!("promise-{number}");
        let word = OwnWord {
            delivery: kept::stored(form.value(&field)).to_owned(),
            why: value(&format!("{field}-why")),
        };
        (promise.to_string(), word)
    });
    LookBackDraft {
        targets: targets.collect(),
        promises: promises.collect(),
        example: value("example"),
        helped: value("helped"),
        next: value("next"),
        comment: value("comment"),
        now: value("now"),
        proud: value("proud"),
        hard: value("hard"),
        change: value("change"),
        who_helped: value("who-helped"),
        at_home: value("at-home"),
        contact: value("contact"),
        contact_why: value("contact-why"),
        closing: closing::typed(CLOSING, form),
    }
}

/// The form as it was left.
pub(super) fn filled(page: &LookBackPage) -> FormState {
    let mut state = FormState::new();
    let Some((said, _)) = &page.said else {
        return state;
    };
    for (target, number, _) in &page.targets {
        if let Some(way) = said.direction(*target) {
            state = state.with(format!("target-{number}"), way.code());
        }
    }
    for (number, (promise, ..)) in (1..).zip(&page.promises) {
        if let Some((delivery, why)) = said.promise(*promise) {
            state = state
                .with(format!("promise-{number}"), kept::sent(delivery.code()))
                .with(format!("promise-{number}-why"), why);
        }
    }
    let all = [
        ("example", &said.example),
        ("helped", &said.helped),
        ("next", &said.next),
        ("comment", &said.comment),
        ("now", &said.now),
        ("proud", &said.proud),
        ("hard", &said.hard),
        ("change", &said.change),
        ("who-helped", &said.who_helped),
        ("at-home", &said.at_home),
        ("contact", &said.contact),
        ("contact-why", &said.contact_why),
    ];
    let said_here = all.into_iter().filter(|(_, words)| !words.is_empty());
    let state = said_here.fold(state, |state, (field, words)| state.with(field, words));
    closing::filled(state, CLOSING, &said.closing)
}

/// One's own promises, each with a row of buttons.
pub(super) fn promises(page: &LookBackPage, state: &FormState) -> Vec<OwnPromise> {
    let party = match page.part {
        Part::Teacher => Party::School,
        Part::Promise => Party::Agency,
        Part::Pupil | Part::Younger => Party::Pupil,
        Part::Home => Party::Family,
    };
    let one = |(number, (_, text, often)): (usize, &(_, String, String))| {
        let name = format!("promise-{number}");
        let who = (page.name.as_str(), stands(party));
        OwnPromise {
            row: state.promise_row(&name, who, words::capital(text), words::small(often)),
            why: state
                .text_input(format!("{name}-why"), "What got in the way?")
                .small()
                .hint("What happened, not whose fault it was."),
        }
    };
    (1..).zip(&page.promises).map(one).collect()
}

/// Each target with its row of buttons.
pub(super) fn targets(page: &LookBackPage, state: &FormState) -> Vec<(String, ChoiceRow)> {
    let one = |(_, number, words): &(_, usize, String)| {
        let asks = format!("Target {number}, {words}: better, the same or worse?");
        let row = state.choice_row(format!("target-{number}"), asks);
        let all = Direction::ALL.iter();
        let row = all.fold(row, |row, way| row.answer(way.code(), way.label()));
        (format!("{number}. {words}"), row)
    };
    page.targets.iter().map(one).collect()
}

/// What is marked and written.
pub(super) fn rest(page: &LookBackPage, pupil: &str, state: &FormState) -> Markup {
    let area = |name: &str, label: &str| state.textarea(name, label).small().rows(2);
    match page.part {
        Part::Teacher => {
            Markup::of(area("example", "One example").hint("What you saw, on one day."))
                .and(area("helped", "What helped?").hint("If you know."))
                .and(area("next", "What should come next?").hint("If you have an idea."))
        }
        Part::Promise => Markup::of(area("comment", "Anything else to say?")),
        Part::Pupil => mark(page, state)
            .and(area("proud", "What are you proud of?"))
            .and(area("hard", "What is still hard?"))
            .and(area("change", "What do you want changed?"))
            .and(area("who-helped", "Who has helped you most?")),
        Part::Younger => mark(page, state)
            .and(area("proud", "What are you proud of?"))
            .and(area("hard", "What is still hard?"))
            .and(area("change", "What would make it better?"))
            .and(area("who-helped", "Who helps you most?")),
        Part::Home => {
            let at_home = format!("What is different at home since {pupil} began the plan?");
            let enough = state
                .radios("contact", "Do you hear enough from school?")
                .small()
                .compact();
            let all = Contact::ALL.iter().map(|one| (one.code(), one.label()));
            mark(page, state)
                .and(area("at-home", &at_home))
                .and(enough.options(all))
                .and(
                    state
                        .text_input("contact-why", "What would be better?")
                        .small(),
                )
        }
    }
}

/// The question of the start again: faces for younger pupils, 0 to 10 for others.
fn mark(page: &LookBackPage, state: &FormState) -> Markup {
    let Some(question) = &page.question else {
        return Markup::default();
    };
    let rather = "I’d rather not say";
    let before = page.start.as_ref();
    let before = before.map(|said| super::page::Before(format!("At the start: {said}.")));
    let drawn = if page.part == Part::Younger {
        let points = question.points.iter().map(|(_, said)| said);
        let faces = state.five_faces("now", question.label.as_str(), points);
        Markup::of(
            faces
                .small()
                .or(NOT_SAID, rather)
                .read_aloud("Read it to me"),
        )
    } else {
        let label = format!("{} {}", question.label, question.hint);
        let row = state.asked_row("now", label);
        let points = question.points.iter();
        let row = points.fold(row, |row, (point, said)| row.answer(point, said));
        Markup::of(row.answer(NOT_SAID, rather))
    };
    match before {
        Some(before) => drawn.and(before),
        None => drawn,
    }
}

/// The closing questions, before the end.
pub(super) fn closing(
    page: &LookBackPage,
    (pupil, writes): (&str, Writes),
    state: &FormState,
) -> Markup {
    if !page.round.is_last() {
        return Markup::default();
    }
    let asked = match (page.part, writes) {
        (Part::Teacher | Part::Promise, _) => Asked::Staff,
        (Part::Pupil | Part::Younger, Writes::Own) => Asked::Pupil,
        _ => Asked::Of(pupil),
    };
    closing::fields(CLOSING, asked, state)
}
