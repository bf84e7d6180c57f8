//! Reads choices: yes or no, one option, several options, a point on a scale.

use crate::field;
use crate::form::{Choice, Question};
use crate::ids::Code;
use crate::kind::{Choices, Marked};
use crate::parse::{Problem, Read, problem, text};
use crate::typed::Typed;
use crate::value::{Value, YesNo};

const NOT_ON_PAGE: &str = "Choose from the answers on this page";

pub(super) fn yes_no(question: &Question, typed: &Typed) -> Read {
    let name = field::value(&question.id);
    match typed.first(&name) {
        "" => Ok(None),
        "yes" => Ok(Some(Value::YesNo(YesNo::Yes))),
        "no" => Ok(Some(Value::YesNo(YesNo::No))),
        _ => Err(vec![problem(question, name, NOT_ON_PAGE)]),
    }
}

pub(super) fn one(question: &Question, typed: &Typed, choices: &Choices) -> Read {
    let name = field::value(&question.id);
    let chosen = match typed.first(&name) {
        "" => None,
        code => Some(offered(&choices.options, code).ok_or_else(|| off_page(question))?),
    };
    let more = words_beside(question, typed, choices)?;
    let given = chosen.is_some() || more.is_some();
    Ok(given.then_some(Value::One { chosen, more }))
}

pub(super) fn many(question: &Question, typed: &Typed, choices: &Choices) -> Read {
    let name = field::value(&question.id);
    let chosen = ticked(question, typed, &name, &choices.options)?;
    let more = words_beside(question, typed, choices)?;
    let others = chosen.len() + usize::from(more.is_some()) > 1;
    if others && let Some(alone) = chosen.iter().find(|code| choices.alone.contains(code)) {
        let words = choices.options.iter().find(|option| option.code == *alone);
        let words = words.map_or_else(|| alone.as_str(), |option| option.words.raw());
        let words = format!("Choose “{words}” by itself, or choose from the others");
        return Err(vec![problem(question, name, words)]);
    }
    let given = !chosen.is_empty() || more.is_some();
    Ok(given.then_some(Value::Many { chosen, more }))
}

pub(super) fn point(question: &Question, typed: &Typed, marked: &Marked) -> Read {
    match typed.first(&field::value(&question.id)) {
        "" => Ok(None),
        text => match on_scale(marked, text) {
            Some(point) => Ok(Some(Value::Point(point))),
            None => Err(off_page(question)),
        },
    }
}

/// The point a text stands for, if it is one of the scale's.
pub(super) fn on_scale(marked: &Marked, text: &str) -> Option<u8> {
    marked
        .scale
        .points()
        .find(|point| point.to_string() == text)
}

/// The option a text stands for.
pub(super) fn offered(options: &[Choice], code: &str) -> Option<Code> {
    options
        .iter()
        .find(|option| option.code == code)
        .map(|option| option.code.clone())
}

/// The options ticked under a name, in the order of the options.
pub(super) fn ticked(
    question: &Question,
    typed: &Typed,
    name: &str,
    options: &[Choice],
) -> Result<Vec<Code>, Vec<Problem>> {
    let posted: Vec<&String> = typed
        .all(name)
        .iter()
        .filter(|text| !text.is_empty())
        .collect();
    if posted.iter().any(|code| offered(options, code).is_none()) {
        return Err(vec![problem(question, name.to_owned(), NOT_ON_PAGE)]);
    }
    let codes = options.iter().map(|option| option.code.clone());
    Ok(codes
        .filter(|code| posted.iter().any(|text| *code == text.as_str()))
        .collect())
}

/// The problem of an answer the page did not offer.
pub(super) fn off_page(question: &Question) -> Vec<Problem> {
    vec![problem(question, field::value(&question.id), NOT_ON_PAGE)]
}

fn words_beside(
    question: &Question,
    typed: &Typed,
    choices: &Choices,
) -> Result<Option<String>, Vec<Problem>> {
    match choices.more {
        Some(_) => text::more(question, typed),
        None => Ok(None),
    }
}
