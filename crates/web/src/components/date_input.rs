//! A date in three boxes, named `<field>-day`, `<field>-month` and `<field>-year`.

use super::{Phrase, head::Head, head::headed};
use crate::form_state::{DateBox, FormState, date_box_id};
use askama::Template;
use std::fmt::Display;

/// A date in three boxes.
#[derive(Clone, Debug, Template)]
#[template(path = "components/date_input.html")]
pub struct DateInput {
    head: Head,
    boxes: Vec<DatePart>,
    whose: Whose,
}

/// Whose date it is: a browser may fill in only the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Reader,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartState {
    Right,
    Wrong,
}

#[derive(Clone, Debug)]
struct DatePart {
    part: DateBox,
    id: String,
    name: String,
    value: String,
    state: PartState,
}

impl DatePart {
    fn is_wrong(&self) -> bool {
        self.state == PartState::Wrong
    }

    fn label(&self) -> &'static str {
        match self.part {
            DateBox::Day => "Day",
            DateBox::Month => "Month",
            DateBox::Year => "Year",
        }
    }

    fn width(&self) -> u8 {
        if self.part == DateBox::Year { 4 } else { 2 }
    }
}

headed!(DateInput);

impl DateInput {
    /// The reader's own date of birth, which a browser may fill in.
    #[must_use]
    pub fn own_birthday(mut self) -> Self {
        self.whose = Whose::Reader;
        self
    }

    fn autocomplete(&self, part: &DatePart) -> String {
        if self.whose == Whose::Reader {
            format!("bday-{}", part.part.suffix())
        } else {
            "off".to_owned()
        }
    }
}

impl FormState {
    /// A date in three boxes, with what was typed before and what is to be sorted out.
    pub fn date_input(&self, name: impl Display, legend: impl Into<Phrase>) -> DateInput {
        let field = name.to_string();
        let date_box = |part: DateBox| {
            let name = format!("{field}-{}", part.suffix());
            let value = self.value(&name).to_owned();
            let state = if self.is_box_wrong(&field, part) {
                PartState::Wrong
            } else {
                PartState::Right
            };
            DatePart {
                part,
                id: date_box_id(&field, part),
                name,
                value,
                state,
            }
        };
        let boxes = DateBox::ALL.into_iter().map(date_box).collect();
        DateInput {
            head: self.head(&name, legend),
            boxes,
            whose: Whose::Other,
        }
    }
}
