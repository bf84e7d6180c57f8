//! Every text of a form that people read, and where it stands.
//!
//! One list serves the check for missing words, the reading-age test and anyone
//! who has to translate a form.

use crate::form::{Choice, Form, Must, Part, Question};
use crate::ids::QuestionId;
use crate::kind::{Cells, Kind, Takes};
use crate::measure::Measure;
use crate::words::Words;

/// One text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording<'f> {
    /// The question it belongs to, if it belongs to one.
    pub question: Option<&'f QuestionId>,
    /// Which text it is, such as `hint` or `option quiet_space`.
    pub place: String,
    /// Who reads it.
    pub reader: ReadBy,
    /// The text.
    pub words: &'f Words,
}

/// Who reads a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadBy {
    /// Whoever the form is written for.
    Filler,
    /// An adult at the school: the page before the start, the words of a task.
    Adult,
}

impl Form {
    /// Every text of the form, in the order it is met.
    pub fn wording(&self) -> Vec<Wording<'_>> {
        let mut all = Gathered(Vec::new());
        all.form("title", &self.title);
        all.each("notice", &self.notice);
        all.maybe("safety sentence", self.safety.as_ref());
        all.form("skip", &self.skip);
        all.maybe("not_sure", self.not_sure.as_ref());
        if let Some(sharing) = &self.sharing {
            all.form("sharing label", &sharing.label);
            for (share, words) in &sharing.choices {
                all.form(&format!("sharing {}", share.code()), words);
            }
            all.maybe("sharing missing", sharing.missing.as_ref());
        }
        for part in &self.parts {
            all.part(part);
        }
        all.form("finish heading", &self.finish.heading);
        all.each("finish lead", &self.finish.lead);
        all.0
    }
}

struct Gathered<'f>(Vec<Wording<'f>>);

impl<'f> Gathered<'f> {
    fn form(&mut self, place: &str, words: &'f Words) {
        self.push(None, place, ReadBy::Filler, words);
    }

    fn push(
        &mut self,
        question: Option<&'f QuestionId>,
        place: &str,
        reader: ReadBy,
        words: &'f Words,
    ) {
        let place = place.to_owned();
        self.0.push(Wording {
            question,
            place,
            reader,
            words,
        });
    }

    fn each(&mut self, place: &str, words: &'f [Words]) {
        for (n, words) in (1..).zip(words) {
            self.form(&format!("{place} {n}"), words);
        }
    }

    fn maybe(&mut self, place: &str, words: Option<&'f Words>) {
        if let Some(words) = words {
            self.form(place, words);
        }
    }

    fn part(&mut self, part: &'f Part) {
        let reader = if part.number == 0 {
            ReadBy::Adult
        } else {
            ReadBy::Filler
        };
        let name = format!("part {}", part.number);
        self.push(None, &format!("{name} heading"), reader, &part.heading);
        for words in &part.lead {
            self.push(None, &format!("{name} lead"), reader, words);
        }
        for question in part.pages.iter().flat_map(|page| &page.questions) {
            self.question(question, reader);
        }
    }

    fn question(&mut self, question: &'f Question, reader: ReadBy) {
        let id = Some(&question.id);
        self.push(id, "label", reader, &question.label);
        if let Some(hint) = &question.hint {
            self.push(id, "hint", reader, hint);
        }
        if let Must::Answer(words) | Must::BeYes(words) = &question.must {
            self.push(id, "missing", reader, words);
        } else if let Some(words) = &question.missing {
            self.push(id, "missing", reader, words);
        }
        for (place, words) in kind_words(&question.kind) {
            self.push(id, &place, reader, words);
        }
        for rule in &question.safety {
            self.push(id, "safety ask", ReadBy::Adult, &rule.ask);
            if let Some(say) = &rule.say {
                self.push(id, "safety say", reader, say);
            }
        }
    }
}

/// The texts inside a kind: options, rows, points, columns.
fn kind_words(kind: &Kind) -> Vec<(String, &Words)> {
    match kind {
        Kind::One(choices) | Kind::Many(choices) => {
            let more = choices.more.as_ref().map(|more| ("more".to_owned(), more));
            named("option", &choices.options).chain(more).collect()
        }
        Kind::Scale(marked) => points(marked.points()),
        Kind::Grid { rows, cells, .. } => {
            let mut all: Vec<_> = named("row", rows).collect();
            match cells {
                Cells::Scale(marked) => all.extend(points(marked.points())),
                Cells::One(options) | Cells::Many(options) => {
                    all.extend(named("option", options));
                }
            }
            all
        }
        Kind::Rows { columns, .. } => {
            let mut all = Vec::new();
            for column in columns {
                all.push((format!("column {}", column.id), &column.label));
                match &column.takes {
                    Takes::One(options) => all.extend(named("option", options)),
                    Takes::Number(measure) => all.extend(units(measure)),
                    Takes::Line(_) | Takes::YesNo | Takes::Date(_) => {}
                }
            }
            all
        }
        Kind::Number(measure) => units(measure),
        Kind::Line { .. }
        | Kind::Prose { .. }
        | Kind::Date(_)
        | Kind::YesNo
        | Kind::List { .. }
        | Kind::Person => Vec::new(),
    }
}

fn named<'f>(what: &str, choices: &'f [Choice]) -> impl Iterator<Item = (String, &'f Words)> {
    choices
        .iter()
        .map(move |choice| (format!("{what} {}", choice.code), &choice.words))
}

fn units(measure: &Measure) -> Vec<(String, &Words)> {
    let unit = measure.unit.iter();
    unit.flat_map(|unit| {
        [
            ("one unit".to_owned(), &unit.one),
            ("unit".to_owned(), &unit.many),
        ]
    })
    .collect()
}

fn points<'f>(points: impl Iterator<Item = (u8, &'f Words)>) -> Vec<(String, &'f Words)> {
    points
        .map(|(point, words)| (format!("point {point}"), words))
        .collect()
}
