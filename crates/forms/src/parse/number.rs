//! Reads a number from one box.

use crate::field;
use crate::figure::Figure;
use crate::form::Question;
use crate::measure::Measure;
use crate::parse::{Problem, Read, problem};
use crate::typed::Typed;
use crate::value::Value;

pub(super) fn number(question: &Question, typed: &Typed, measure: &Measure) -> Read {
    let name = field::value(&question.id);
    Ok(figure(question, name, typed, measure)?.map(Value::Number))
}

/// The number in a box, if there is anything in it.
pub(super) fn figure(
    question: &Question,
    name: String,
    typed: &Typed,
    measure: &Measure,
) -> Result<Option<Figure>, Vec<Problem>> {
    match typed.first(&name).trim() {
        "" => Ok(None),
        text => match measure.read(text) {
            Ok(figure) => Ok(Some(figure)),
            Err(words) => Err(vec![problem(question, name, words)]),
        },
    }
}
