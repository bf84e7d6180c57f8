//! An empty copy of a form for paper: each question, and the room to answer it.
//!
//! Some people answer better with a pen. What they write is typed in later, on the
//! same pages.

use crate::condition::{Condition, Test};
use crate::form::{Choice, Form, Question};
use crate::kind::{Cells, Column, Kind, Marked, Takes};
use crate::words::Names;

/// One question on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// The name of its part.
    pub part: String,
    /// The question.
    pub asked: String,
    /// The help beside it.
    pub hint: Option<String>,
    /// When to answer it, if not always: "Only if you said Yes to: ...".
    pub only_if: Option<String>,
    /// The room to answer.
    pub room: Room,
    /// The boxes that say who the answer is for; empty where that is not asked.
    pub share: Vec<String>,
}

/// The room to answer in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Room {
    /// So many ruled lines.
    Lines(u8),
    /// Boxes for day, month and year.
    Date,
    /// A short line for a number, and the word after it if there is one.
    Number(Option<String>),
    /// Boxes to tick: one of them, or any.
    Boxes {
        /// What to do with them.
        tick: Tick,
        /// The words beside each.
        options: Vec<String>,
        /// The words beside a line for anything else.
        more: Option<String>,
    },
    /// Rows to answer across the page.
    Grid {
        /// What to do in each row.
        tick: Tick,
        /// The rows.
        rows: Vec<String>,
        /// The answers across the top.
        across: Vec<String>,
    },
    /// An empty table.
    Table {
        /// Its headings, with the options where there are some.
        columns: Vec<String>,
        /// How many empty rows.
        rows: u8,
    },
}

/// How many boxes to tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// One.
    One,
    /// Any.
    Any,
}

/// The whole form, empty, in order. Questions asked only sometimes say when.
pub fn blank(form: &Form, names: &Names) -> Vec<Blank> {
    let mut all = Vec::new();
    for part in &form.parts {
        for question in part.pages.iter().flat_map(|page| &page.questions) {
            let share = form.sharing_of(question).into_iter();
            let share = share.flat_map(|sharing| &sharing.choices);
            let condition = question.show_if.as_ref();
            all.push(Blank {
                part: part.heading.with(names),
                asked: question.label.with(names),
                hint: question.hint.as_ref().map(|hint| hint.with(names)),
                only_if: condition.and_then(|condition| only_if(form, condition, names)),
                room: room(question, names),
                share: share.map(|(_, words)| words.with(names)).collect(),
            });
        }
    }
    all
}

fn only_if(form: &Form, condition: &Condition, names: &Names) -> Option<String> {
    let earlier = form.question(&condition.question)?;
    let said = match &condition.test {
        Test::Given => "gave an answer".to_owned(),
        Test::AtLeast(point) => format!("said {point} or more"),
        Test::AtMost(point) => format!("said {point} or less"),
        Test::AnyOf(codes) => {
            let words: Vec<String> = codes
                .iter()
                .map(|code| match &earlier.kind {
                    Kind::One(choices) | Kind::Many(choices) => {
                        let option = choices.options.iter().find(|o| o.code == *code);
                        option.map_or_else(String::new, |o| o.words.with(names))
                    }
                    _ if *code == "yes" => "Yes".to_owned(),
                    _ => "No".to_owned(),
                })
                .collect();
            format!("said “{}”", words.join("” or “"))
        }
    };
    let asked = earlier.label.with(names);
    Some(format!("Only if you {said} to: {asked}"))
}

fn room(question: &Question, names: &Names) -> Room {
    let boxes = |tick, options: &[Choice], more| Room::Boxes {
        tick,
        options: words(options, names),
        more,
    };
    match &question.kind {
        Kind::Line { .. } | Kind::Person => Room::Lines(1),
        Kind::Prose { .. } => Room::Lines(5),
        Kind::List { up_to, .. } => Room::Lines(*up_to),
        Kind::Date(_) => Room::Date,
        Kind::Number(measure) => Room::Number(measure.unit_words(names)),
        Kind::YesNo => Room::Boxes {
            tick: Tick::One,
            options: vec!["Yes".into(), "No".into()],
            more: None,
        },
        Kind::One(choices) | Kind::Many(choices) => {
            let one = matches!(question.kind, Kind::One(_));
            let tick = if one { Tick::One } else { Tick::Any };
            let more = choices.more.as_ref().map(|more| more.with(names));
            boxes(tick, &choices.options, more)
        }
        Kind::Scale(marked) => Room::Boxes {
            tick: Tick::One,
            options: points(marked, names),
            more: None,
        },
        Kind::Grid { rows, cells, .. } => Room::Grid {
            tick: match cells {
                Cells::Scale(_) | Cells::One(_) => Tick::One,
                Cells::Many(_) => Tick::Any,
            },
            rows: words(rows, names),
            across: match cells {
                Cells::Scale(marked) => points(marked, names),
                Cells::One(options) | Cells::Many(options) => words(options, names),
            },
        },
        Kind::Rows { up_to, columns } => Room::Table {
            columns: columns
                .iter()
                .map(|column| heading(column, names))
                .collect(),
            rows: *up_to,
        },
    }
}

fn words(options: &[Choice], names: &Names) -> Vec<String> {
    options
        .iter()
        .map(|option| option.words.with(names))
        .collect()
}

fn points(marked: &Marked, names: &Names) -> Vec<String> {
    marked.words.iter().map(|words| words.with(names)).collect()
}

/// A column's heading, with what may be written in it where that is not free.
fn heading(column: &Column, names: &Names) -> String {
    let label = column.label.with(names);
    match &column.takes {
        Takes::Line(_) => label,
        Takes::YesNo => format!("{label} (yes or no)"),
        Takes::Date(_) => format!("{label} (day, month, year)"),
        Takes::Number(measure) => match measure.unit_words(names) {
            Some(unit) => format!("{label} ({unit})"),
            None => label,
        },
        Takes::One(options) => format!("{label} ({})", words(options, names).join(", ")),
    }
}
