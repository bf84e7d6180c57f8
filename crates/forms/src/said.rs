//! An answer as people read it: codes turned to words, dates written out.

use jiff::civil::Date;

use crate::form::Choice;
use crate::ids::Code;
use crate::kind::{Cells, Choices, Column, Kind, Takes};
use crate::value::{Cell, Value};
use crate::words::Names;

/// What came of a question, as people read it.
#[derive(Clone, PartialEq, Eq)]
pub enum Said {
    /// One thing, or several, a line each.
    Lines(Vec<String>),
    /// Rows of a grid: the row, and its answer.
    Table(Vec<(String, String)>),
    /// Small records: for each, the question and its answer.
    Records(Vec<Vec<(String, String)>>),
    /// "I'm not sure."
    NotSure,
    /// Left out on purpose.
    Skipped,
    /// Told to a named adult instead; the answer is not kept.
    PassedOn,
    /// This reader may know only that a worry was raised, and what is being done.
    Flag(Vec<String>),
    /// Not reached yet.
    NotYet,
}

impl Said {
    /// Every text that was said, for looking through them.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let mut all: Vec<&str> = Vec::new();
        match self {
            Self::Lines(lines) | Self::Flag(lines) => all.extend(lines.iter().map(String::as_str)),
            Self::Table(rows) => all.extend(rows.iter().flat_map(|(row, said)| [&**row, &**said])),
            Self::Records(records) => all.extend(
                records
                    .iter()
                    .flatten()
                    .flat_map(|(asked, said)| [&**asked, &**said]),
            ),
            Self::NotSure | Self::Skipped | Self::PassedOn | Self::NotYet => {}
        }
        all.into_iter()
    }
}

// A child's answer must not reach a log through `{:?}`.
impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Lines(_) | Self::Table(_) | Self::Records(_) => "<said>",
            Self::NotSure => "NotSure",
            Self::Skipped => "Skipped",
            Self::PassedOn => "PassedOn",
            Self::Flag(_) => "Flag",
            Self::NotYet => "NotYet",
        })
    }
}

impl Said {
    /// The same as plain lines, for a letter or a text file. Says nothing of its own
    /// where there is no answer; the page has words for that.
    pub fn lines(&self) -> Vec<String> {
        let pair = |(name, text): &(String, String)| format!("{name}: {text}");
        match self {
            Self::Lines(lines) | Self::Flag(lines) => lines.clone(),
            Self::Table(rows) => rows.iter().map(pair).collect(),
            Self::Records(records) => records.iter().flatten().map(pair).collect(),
            Self::NotSure | Self::Skipped | Self::PassedOn | Self::NotYet => Vec::new(),
        }
    }
}

/// A value in the words of the question it answers.
pub(crate) fn said(kind: &Kind, value: &Value, names: &Names) -> Said {
    let one_line = |text: String| Said::Lines(vec![text]);
    match (kind, value) {
        (_, Value::Text(text)) => one_line(text.clone()),
        (_, Value::Date(day)) => one_line(written(*day)),
        (Kind::Number(measure), Value::Number(figure)) => one_line(measure.say(*figure, names)),
        (_, Value::Number(figure)) => one_line(figure.to_string()),
        (_, Value::YesNo(yes_no)) => one_line(yes_or_no(yes_no.code())),
        (Kind::One(choices), Value::One { chosen, more }) => Said::Lines(chosen_words(
            choices,
            chosen.as_slice(),
            more.as_ref(),
            names,
        )),
        (Kind::Many(choices), Value::Many { chosen, more }) => {
            Said::Lines(chosen_words(choices, chosen, more.as_ref(), names))
        }
        (Kind::Scale(marked), Value::Point(point)) => {
            let words = marked.say(*point).map(|words| words.with(names));
            one_line(pointed(*point, words, *marked.scale.points().end()))
        }
        (Kind::Grid { rows, cells, .. }, Value::Grid(answered)) => {
            let rows = rows.iter().filter_map(|row| {
                let cell = answered.get(&row.code)?;
                Some((row.words.with(names), cell_words(cells, cell, names)))
            });
            Said::Table(rows.collect())
        }
        (_, Value::List(texts)) => Said::Lines(texts.clone()),
        (Kind::Rows { columns, .. }, Value::Rows(records)) => {
            let record = |record| record_words(columns, record, names);
            Said::Records(records.iter().map(record).collect())
        }
        (_, Value::Person { name, .. }) => one_line(name.clone()),
        // A value of another kind than its question is shown bare rather than lost.
        (_, value) => Said::Lines(value.codes().into_iter().map(str::to_owned).collect()),
    }
}

fn chosen_words(
    choices: &Choices,
    chosen: &[Code],
    more: Option<&String>,
    names: &Names,
) -> Vec<String> {
    let words = chosen
        .iter()
        .map(|code| option(&choices.options, code, names));
    words.chain(more.cloned()).collect()
}

fn option(options: &[Choice], code: &Code, names: &Names) -> String {
    options
        .iter()
        .find(|option| option.code == *code)
        .map_or_else(|| code.to_string(), |option| option.words.with(names))
}

/// `3 of 5: Sometimes`, or `7 of 10` where the words are the number.
fn pointed(point: u8, words: Option<String>, highest: u8) -> String {
    match words {
        Some(words) if words != point.to_string() => format!("{words} ({point} of {highest})"),
        _ => format!("{point} of {highest}"),
    }
}

fn cell_words(cells: &Cells, cell: &Cell, names: &Names) -> String {
    match (cells, cell) {
        (Cells::Scale(marked), Cell::Point(point)) => {
            let words = marked.say(*point).map(|words| words.with(names));
            pointed(*point, words, *marked.scale.points().end())
        }
        (Cells::One(options) | Cells::Many(options), Cell::One(code)) => {
            option(options, code, names)
        }
        (Cells::One(options) | Cells::Many(options), Cell::Many(codes)) => {
            let words: Vec<String> = codes.iter().map(|c| option(options, c, names)).collect();
            words.join(", ")
        }
        (_, Cell::Point(point)) => point.to_string(),
        (Cells::Scale(_), Cell::One(code)) => code.to_string(),
        (Cells::Scale(_), Cell::Many(codes)) => codes
            .iter()
            .map(Code::as_str)
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn record_words(
    columns: &[Column],
    record: &std::collections::BTreeMap<Code, String>,
    names: &Names,
) -> Vec<(String, String)> {
    let said = columns.iter().filter_map(|column| {
        let text = record.get(&column.id)?;
        let words = match &column.takes {
            Takes::Line(_) => text.clone(),
            Takes::YesNo => yes_or_no(text),
            Takes::Date(_) => text.parse().map_or_else(|_| text.clone(), written),
            Takes::Number(measure) => match text.parse() {
                Ok(figure) => measure.say(figure, names),
                Err(_) => text.clone(),
            },
            Takes::One(options) => options
                .iter()
                .find(|option| option.code == text.as_str())
                .map_or_else(|| text.clone(), |option| option.words.with(names)),
        };
        Some((column.label.with(names), words))
    });
    said.collect()
}

fn yes_or_no(code: &str) -> String {
    if code == "yes" { "Yes" } else { "No" }.to_owned()
}

/// `9 January 2026`.
fn written(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
