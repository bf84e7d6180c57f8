//! What stands in a page's boxes: as typed just now, or as stored before.
//!
//! Pages are always drawn from this, so what somebody typed is never lost, not even
//! when it could not be read.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::answer::{Answer, Answers};
use crate::field;
use crate::form::{Page, Question};
use crate::ids::{Code, QuestionId};
use crate::kind::{Kind, Takes};
use crate::value::{Cell, Value};

/// Field names and what stands in them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, Vec<String>>);

// What people type must not reach a log through `{:?}`.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Typed({} fields)", self.0.len())
    }
}

impl Typed {
    /// What was posted to a page. Fields that are not the page's are left out.
    pub fn posted(page: &Page, posted: &[(String, String)]) -> Self {
        let mut typed = Self::default();
        for (name, text) in posted {
            let ours = |question: &Question| field::belongs(name, &question.id);
            if name == field::SKIP_PAGE || page.questions.iter().any(ours) {
                typed.add(name.clone(), text);
            }
        }
        typed
    }

    /// What was answered on a page before.
    pub fn stored(page: &Page, answers: &Answers) -> Self {
        let mut typed = Self::default();
        for question in &page.questions {
            let id = &question.id;
            let Some(reply) = answers.reply(id) else {
                continue;
            };
            match &reply.answer {
                Answer::Given(value) => typed.value(question, value),
                Answer::NotSure => typed.add(field::not_sure(id), "yes"),
                Answer::Skipped => typed.add(field::skip(id), "yes"),
                Answer::PassedOn => {}
            }
            if let Some(share) = reply.share {
                typed.add(field::share(id), share.code());
            }
        }
        typed
    }

    /// The first text in a field; empty if there is none.
    pub fn first(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// Every text posted under a name, such as the ticks of a `many` question.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a text is among those in a field: whether an option is ticked.
    pub fn has(&self, name: &str, text: &str) -> bool {
        self.all(name).iter().any(|found| found == text)
    }

    /// Whether a button was pressed, whatever it posts.
    pub fn pressed(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Every field and text, as a browser would post them again.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.0
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(|text| (name.clone(), text.clone())))
            .collect()
    }

    fn add(&mut self, name: String, text: &str) {
        self.0.entry(name).or_default().push(text.to_owned());
    }

    fn value(&mut self, question: &Question, value: &Value) {
        let id = &question.id;
        match value {
            Value::Text(text) => self.add(field::value(id), text),
            Value::Date(day) => self.day(field::date(id), *day),
            Value::Number(figure) => self.add(field::value(id), &figure.to_string()),
            Value::YesNo(yes_no) => self.add(field::value(id), yes_no.code()),
            Value::One { chosen, more } => {
                self.choices(id, chosen.as_slice(), more.as_ref());
            }
            Value::Many { chosen, more } => self.choices(id, chosen, more.as_ref()),
            Value::Point(point) => self.add(field::value(id), &point.to_string()),
            Value::Grid(cells) => {
                for (row, cell) in cells {
                    self.cell(field::row(id, row), cell);
                }
            }
            Value::List(texts) => {
                for (number, text) in (1..).zip(texts) {
                    self.add(field::entry(id, number), text);
                }
            }
            Value::Rows(records) => {
                for (number, record) in (1..).zip(records) {
                    for (column, text) in record {
                        let name = field::cell(id, number, column);
                        match text.parse::<Date>() {
                            Ok(day) if takes_days(question, column) => {
                                self.day(field::boxes(&name), day);
                            }
                            _ => self.add(name, text),
                        }
                    }
                }
            }
            Value::Person { name, reference } => {
                self.add(field::value(id), name);
                if let Some(reference) = reference {
                    self.add(field::reference(id), reference);
                }
            }
        }
    }

    fn day(&mut self, [day_box, month_box, year_box]: [String; 3], day: Date) {
        self.add(day_box, &day.day().to_string());
        self.add(month_box, &day.month().to_string());
        self.add(year_box, &day.year().to_string());
    }

    fn choices(&mut self, id: &QuestionId, chosen: &[Code], more: Option<&String>) {
        for code in chosen {
            self.add(field::value(id), code.as_str());
        }
        if let Some(more) = more {
            self.add(field::more(id), more);
        }
    }

    fn cell(&mut self, name: String, cell: &Cell) {
        match cell {
            Cell::Point(point) => self.add(name, &point.to_string()),
            Cell::One(code) => self.add(name, code.as_str()),
            Cell::Many(codes) => {
                for code in codes {
                    self.add(name.clone(), code.as_str());
                }
            }
        }
    }
}

/// Whether a column of small records takes days, which stand in three boxes.
fn takes_days(question: &Question, id: &Code) -> bool {
    match &question.kind {
        Kind::Rows { columns, .. } => columns
            .iter()
            .any(|column| column.id == *id && matches!(column.takes, Takes::Date(_))),
        _ => false,
    }
}
