//! Reads grids, row by row, and small records, box by box.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::field;
use crate::form::{Choice, Question};
use crate::kind::{Cells, Column, Takes};
use crate::parse::{Problem, Read, choice, date, number, problem, text};
use crate::typed::Typed;
use crate::value::{Cell, Value};

const NOT_ON_PAGE: &str = "Choose from the answers in this row";

pub(super) fn grid(question: &Question, typed: &Typed, rows: &[Choice], cells: &Cells) -> Read {
    let mut read = BTreeMap::new();
    let mut problems = Vec::new();
    for row in rows {
        let name = field::row(&question.id, &row.code);
        match cell(question, typed, &name, cells) {
            Ok(Some(cell)) => {
                read.insert(row.code.clone(), cell);
            }
            Ok(None) => {}
            Err(()) => problems.push(problem(question, name, NOT_ON_PAGE)),
        }
    }
    if problems.is_empty() {
        Ok((!read.is_empty()).then_some(Value::Grid(read)))
    } else {
        Err(problems)
    }
}

fn cell(question: &Question, typed: &Typed, name: &str, cells: &Cells) -> Result<Option<Cell>, ()> {
    let posted = typed.first(name);
    match cells {
        Cells::Many(options) => {
            let codes = choice::ticked(question, typed, name, options).map_err(|_| ())?;
            Ok((!codes.is_empty()).then_some(Cell::Many(codes)))
        }
        Cells::Scale(_) | Cells::One(_) if posted.is_empty() => Ok(None),
        Cells::Scale(marked) => {
            let point = choice::on_scale(marked, posted).ok_or(())?;
            Ok(Some(Cell::Point(point)))
        }
        Cells::One(options) => {
            let code = choice::offered(options, posted).ok_or(())?;
            Ok(Some(Cell::One(code)))
        }
    }
}

pub(super) fn rows(
    question: &Question,
    typed: &Typed,
    (up_to, columns): (u8, &[Column]),
    today: Date,
) -> Read {
    let mut records = Vec::new();
    let mut problems = Vec::new();
    for number in 1..=up_to {
        let mut record = BTreeMap::new();
        for column in columns {
            match entry(question, typed, (number, column), today) {
                Ok(Some(text)) => {
                    record.insert(column.id.clone(), text);
                }
                Ok(None) => {}
                Err(found) => problems.extend(found),
            }
        }
        if !record.is_empty() {
            records.push(record);
        }
    }
    if problems.is_empty() {
        Ok((!records.is_empty()).then_some(Value::Rows(records)))
    } else {
        Err(problems)
    }
}

fn entry(
    question: &Question,
    typed: &Typed,
    (record, column): (u8, &Column),
    today: Date,
) -> Result<Option<String>, Vec<Problem>> {
    let name = field::cell(&question.id, record, &column.id);
    let posted = typed.first(&name);
    let known = match &column.takes {
        Takes::Line(most) => {
            let text = text::one_line(posted);
            return text::bounded(question, name, text, *most);
        }
        Takes::Number(measure) => {
            let figure = number::figure(question, name, typed, measure)?;
            return Ok(figure.map(String::from));
        }
        Takes::Date(when) => {
            let days = (*when, today);
            let day = date::boxes(question, field::boxes(&name), typed, days)?;
            return Ok(day.map(|day| day.to_string()));
        }
        _ if posted.is_empty() => return Ok(None),
        Takes::One(options) => choice::offered(options, posted).map(String::from),
        Takes::YesNo => Some(posted.to_owned()).filter(|text| text == "yes" || text == "no"),
    };
    match known {
        Some(code) => Ok(Some(code)),
        None => Err(vec![problem(question, name, NOT_ON_PAGE)]),
    }
}
