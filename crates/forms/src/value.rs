//! What somebody answered: one value, one shape for each kind of question.
//!
//! `Serialize` is a promise here: values are stored. `tests/forms/golden/
//! answers.json` holds one of each. `Debug` never shows what a person wrote.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::figure::Figure;
use crate::ids::Code;

/// The answer to one question.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Value {
    /// Words, on one line or several.
    Text(String),
    /// A day.
    Date(Date),
    /// A number.
    Number(Figure),
    /// Yes or no.
    YesNo(YesNo),
    /// One option, with words beside it where the question has room for them.
    One {
        /// The option; none if only words were given.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        chosen: Option<Code>,
        /// The words.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        more: Option<String>,
    },
    /// Any number of options, in the question's order, with words beside them.
    Many {
        /// The options; empty if only words were given.
        chosen: Vec<Code>,
        /// The words.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        more: Option<String>,
    },
    /// A point on a scale.
    Point(u8),
    /// A cell for each row that was answered.
    Grid(BTreeMap<Code, Cell>),
    /// Short texts, in order, no empty ones.
    List(Vec<String>),
    /// Small records: column to text; a choice is stored as its code, a day as
    /// `2026-11-10`, a number in figures.
    Rows(Vec<BTreeMap<Code, String>>),
    /// Somebody, by name.
    Person {
        /// As people say it.
        name: String,
        /// What the house knows them by, if they were chosen from a list.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        reference: Option<String>,
    },
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

impl YesNo {
    /// `yes` or `no`, as posted and as a condition names it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

/// One row's answer in a grid.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// A point on the grid's scale.
    Point(u8),
    /// One of the grid's options.
    One(Code),
    /// Several of the grid's options.
    Many(Vec<Code>),
}

impl Value {
    /// The options chosen, for conditions; empty for kinds without options.
    pub(crate) fn codes(&self) -> Vec<&str> {
        match self {
            Self::YesNo(yes_no) => vec![yes_no.code()],
            Self::One { chosen, .. } => chosen.iter().map(Code::as_str).collect(),
            Self::Many { chosen, .. } => chosen.iter().map(Code::as_str).collect(),
            Self::Text(_)
            | Self::Date(_)
            | Self::Number(_)
            | Self::Point(_)
            | Self::Grid(_)
            | Self::List(_)
            | Self::Rows(_)
            | Self::Person { .. } => Vec::new(),
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Date(_) => "date",
            Self::Number(_) => "number",
            Self::YesNo(_) => "yes_no",
            Self::One { .. } => "one",
            Self::Many { .. } => "many",
            Self::Point(_) => "point",
            Self::Grid(_) => "grid",
            Self::List(_) => "list",
            Self::Rows(_) => "rows",
            Self::Person { .. } => "person",
        }
    }
}

// A child's answer must not reach a log through `{:?}`.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.kind())
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<cell>")
    }
}
