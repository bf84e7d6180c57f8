//! Reads text: a line, several lines, a list of short texts, a person's name.
//!
//! People's words are kept as typed. Only the ends are trimmed, and characters
//! nobody types on purpose are dropped.

use crate::field;
use crate::form::Question;
use crate::parse::{Problem, Read, problem};
use crate::typed::Typed;
use crate::value::Value;

/// Most characters in a person's name.
const NAME: usize = 120;
/// Most characters in what the house knows a person by.
const REFERENCE: usize = 80;

pub(super) fn line(question: &Question, typed: &Typed, most: usize) -> Read {
    let name = field::value(&question.id);
    let text = one_line(typed.first(&name));
    Ok(bounded(question, name, text, most)?.map(Value::Text))
}

pub(super) fn prose(question: &Question, typed: &Typed, least: usize, most: usize) -> Read {
    let name = field::value(&question.id);
    let text = several_lines(typed.first(&name));
    let has = text.chars().count();
    if has > 0 && has < least {
        let words = format!("Write a little more. Use at least {least} letters.");
        return Err(vec![problem(question, name, words)]);
    }
    Ok(bounded(question, name, text, most)?.map(Value::Text))
}

pub(super) fn list(question: &Question, typed: &Typed, up_to: u8, most: usize) -> Read {
    let mut texts = Vec::new();
    let mut problems = Vec::new();
    for number in 1..=up_to {
        let name = field::entry(&question.id, number);
        let text = one_line(typed.first(&name));
        match bounded(question, name, text, most) {
            Ok(text) => texts.extend(text),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        Ok((!texts.is_empty()).then_some(Value::List(texts)))
    } else {
        Err(problems)
    }
}

pub(super) fn person(question: &Question, typed: &Typed) -> Read {
    let name = field::value(&question.id);
    let text = one_line(typed.first(&name));
    let reference = one_line(typed.first(&field::reference(&question.id)));
    // A reference comes from our own list; one that is too long did not.
    let reference = Some(reference)
        .filter(|reference| !reference.is_empty() && reference.chars().count() <= REFERENCE);
    Ok(bounded(question, name, text, NAME)?.map(|name| Value::Person { name, reference }))
}

/// The words beside a choice.
pub(super) fn more(question: &Question, typed: &Typed) -> Result<Option<String>, Vec<Problem>> {
    let name = field::more(&question.id);
    let text = several_lines(typed.first(&name));
    bounded(question, name, text, 1_000)
}

/// The text if there is any and it fits.
pub(super) fn bounded(
    question: &Question,
    name: String,
    text: String,
    most: usize,
) -> Result<Option<String>, Vec<Problem>> {
    let has = text.chars().count();
    if has > most {
        let (over, most) = (figure(has - most), figure(most));
        let words =
            format!("Make this shorter by {over} letters. There is room for {most}, spaces too.");
        return Err(vec![problem(question, name, words)]);
    }
    Ok((has > 0).then_some(text))
}

/// Trimmed, on one line.
pub(super) fn one_line(raw: &str) -> String {
    let line = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !c.is_control()).collect()
}

/// Trimmed, line breaks kept.
fn several_lines(raw: &str) -> String {
    let kept = raw.replace("\r\n", "\n").replace('\r', "\n");
    let kept = kept
        .chars()
        .filter(|c| !c.is_control() || *c == '\n' || *c == '\t');
    kept.collect::<String>().trim().to_owned()
}

/// A number with a comma between thousands, up to 999,999.
fn figure(number: usize) -> String {
    match (number / 1_000, number % 1_000) {
        (0, below) => below.to_string(),
        (thousands, below) => format!("{thousands},{below:03}"),
    }
}
