//! The kinds of question. Adding one here makes the compiler list every place that
//! has to learn it: reading, parsing, showing, printing.

use jiff::civil::Date;
use serde::Deserialize;

use crate::form::Choice;
use crate::ids::Code;
use crate::measure::Measure;
use crate::scale::Scale;
use crate::words::Words;

/// What sort of answer a question takes, with what that sort needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line {
        /// Most characters.
        most: usize,
    },
    /// Several lines of text.
    Prose {
        /// Fewest characters, if anything is written at all.
        least: usize,
        /// Most characters.
        most: usize,
    },
    /// A day.
    Date(When),
    /// A number.
    Number(Measure),
    /// Yes or no.
    YesNo,
    /// One of some options.
    One(Choices),
    /// Any of some options.
    Many(Choices),
    /// A point on a scale.
    Scale(Marked),
    /// Several rows, answered from the same scale or options.
    Grid {
        /// The rows.
        rows: Vec<Choice>,
        /// The list that takes the rows' place, if it is handed over.
        from: Option<Code>,
        /// What each row is answered with.
        cells: Cells,
    },
    /// Up to so many short texts.
    List {
        /// Most texts.
        up_to: u8,
        /// Most characters in each.
        most: usize,
    },
    /// Up to so many small records.
    Rows {
        /// Most records.
        up_to: u8,
        /// What is asked of each.
        columns: Vec<Column>,
    },
    /// Somebody, by name.
    Person,
}

/// Options to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The options, in order.
    pub options: Vec<Choice>,
    /// Options that cannot go with another, such as "none of these".
    pub alone: Vec<Code>,
    /// The words beside a box for anything else, if there is one.
    pub more: Option<Words>,
    /// The list that comes before the options, if it is handed over.
    pub from: Option<Code>,
}

/// A scale with the words this question puts to its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The scale.
    pub scale: Scale,
    /// The words, lowest point first.
    pub words: Vec<Words>,
}

impl Marked {
    /// Each point with its words, lowest first.
    pub fn points(&self) -> impl Iterator<Item = (u8, &Words)> {
        self.scale.points().zip(&self.words)
    }

    /// The words for a point.
    pub fn say(&self, point: u8) -> Option<&Words> {
        self.points()
            .find_map(|(at, words)| (at == point).then_some(words))
    }
}

/// What each row of a grid is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cells {
    /// A point on a scale.
    Scale(Marked),
    /// One option.
    One(Vec<Choice>),
    /// Any options.
    Many(Vec<Choice>),
}

/// Which days a date may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Any day.
    Any,
    /// Today or before.
    Past,
    /// Today or after.
    Future,
}

impl When {
    /// Whether a day is allowed.
    pub fn allows(self, day: Date, today: Date) -> bool {
        match self {
            Self::Any => true,
            Self::Past => day <= today,
            Self::Future => day >= today,
        }
    }
}

/// One thing asked of each small record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What is stored.
    pub id: Code,
    /// The question.
    pub label: Words,
    /// What it takes.
    pub takes: Takes,
}

/// What a column takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// One line of text, up to so many characters.
    Line(usize),
    /// One of some options.
    One(Vec<Choice>),
    /// Yes or no.
    YesNo,
    /// A day.
    Date(When),
    /// A number.
    Number(Measure),
}

impl Kind {
    /// The name used in a form's file.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Line { .. } => "line",
            Self::Prose { .. } => "prose",
            Self::Date(_) => "date",
            Self::Number(_) => "number",
            Self::YesNo => "yes_no",
            Self::One(_) => "one",
            Self::Many(_) => "many",
            Self::Scale(_) => "scale",
            Self::Grid { .. } => "grid",
            Self::List { .. } => "list",
            Self::Rows { .. } => "rows",
            Self::Person => "person",
        }
    }

    /// The list this question can be asked with.
    pub(crate) const fn open_list(&self) -> Option<&Code> {
        match self {
            Self::One(choices) | Self::Many(choices) => choices.from.as_ref(),
            Self::Grid { from, .. } => from.as_ref(),
            Self::Line { .. }
            | Self::Prose { .. }
            | Self::Date(_)
            | Self::Number(_)
            | Self::YesNo
            | Self::Scale(_)
            | Self::List { .. }
            | Self::Rows { .. }
            | Self::Person => None,
        }
    }

    /// Puts a handed-over list in its place.
    pub(crate) fn fill(&mut self, list: Vec<Choice>) {
        match self {
            Self::One(choices) | Self::Many(choices) => {
                let own = std::mem::take(&mut choices.options);
                choices.options = list;
                let listed: Vec<Code> = choices.options.iter().map(|c| c.code.clone()).collect();
                choices
                    .options
                    .extend(own.into_iter().filter(|c| !listed.contains(&c.code)));
            }
            Self::Grid { rows, .. } => *rows = list,
            Self::Line { .. }
            | Self::Prose { .. }
            | Self::Date(_)
            | Self::Number(_)
            | Self::YesNo
            | Self::Scale(_)
            | Self::List { .. }
            | Self::Rows { .. }
            | Self::Person => {}
        }
    }
}
