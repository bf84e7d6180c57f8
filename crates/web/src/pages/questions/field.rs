//! One question drawn from its kind: every kind has its fields here, and pages
//! of every form are made of nothing else.

use forms::{Cells, Choice, Choices, Kind, Marked, Measure, Names, Question, Scale, field};

use super::group::{Group, Spaced};
use super::record;
pub(super) use super::sharing::{share_words, sharing};
use crate::{
    components::{Markup, Phrase},
    form_state::FormState,
};

/// How a question stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// Alone: the page's heading asks it.
    Alone,
    /// With others, each asking for itself.
    Among,
}

/// Most characters that are counted down; longer room is not counted aloud.
const COUNTED: usize = 1000;

/// More options than this stand in a list: known names to pick from, such as services.
const ROUND_BUTTONS: usize = 15;

struct Asked<'a> {
    state: &'a FormState,
    names: &'a Names,
    label: String,
    hint: Phrase,
    stands: Stands,
}

/// Draws the fields of one question.
pub(super) fn draw(
    question: &Question,
    state: &FormState,
    names: &Names,
    stands: Stands,
) -> Markup {
    let hint = question.hint.as_ref().filter(|_| stands == Stands::Among);
    let asked = Asked {
        state,
        names,
        label: question.label.with(names),
        hint: hint.map_or_else(Phrase::default, |hint| Phrase::new(hint.with(names))),
        stands,
    };
    let name = field::value(&question.id);
    match &question.kind {
        Kind::Line { .. } | Kind::Person => asked.line(&name),
        Kind::Prose { most, .. } => asked.prose(&name, *most),
        Kind::Date(_) => asked.date(&name),
        Kind::Number(measure) => asked.number(&name, measure),
        Kind::YesNo => asked.one(&name, [("yes", "Yes"), ("no", "No")].map(owned), None),
        Kind::One(choices) => {
            let more = asked.more(question, choices);
            asked.one(&name, asked.words(&choices.options), more)
        }
        Kind::Many(choices) => asked.many(&name, question, choices),
        Kind::Scale(marked) => asked.scale(&name, marked),
        Kind::Grid { rows, cells, .. } => {
            let rows = rows.iter().map(|row| {
                let name = field::row(&question.id, &row.code);
                asked.row(&name, &row.words.with(names), cells)
            });
            asked.group(rows)
        }
        Kind::List { up_to, .. } => {
            let entries = (1..=*up_to).map(|number| {
                let label = Phrase::new(number).unseen(format!(" of {up_to}"));
                Markup::of(state.text_input(field::entry(&question.id, number), label))
            });
            asked.group(entries)
        }
        Kind::Rows { up_to, columns } => {
            let records = record::draw_all(question, (*up_to, columns), state, names);
            asked.group(std::iter::once(records))
        }
    }
}

fn owned((code, words): (&str, &str)) -> (String, String) {
    (code.to_owned(), words.to_owned())
}

/// The head of a part: heard only where the page's heading asks already.
macro_rules! headed {
    ($asked:expr, $part:expr) => {
        match $asked.stands {
            Stands::Alone => $part.unseen(),
            Stands::Among => $part.small().hint($asked.hint.clone()),
        }
    };
}

impl Asked<'_> {
    fn words(&self, options: &[Choice]) -> Vec<(String, String)> {
        options
            .iter()
            .map(|option| (option.code.to_string(), option.words.with(self.names)))
            .collect()
    }

    fn line(&self, name: &str) -> Markup {
        Markup::of(headed!(
            self,
            self.state.text_input(name, self.label.as_str())
        ))
    }

    fn prose(&self, name: &str, most: usize) -> Markup {
        let part = self.state.textarea(name, self.label.as_str()).rows(5);
        let part = if most <= COUNTED {
            part.at_most(most)
        } else {
            part
        };
        Markup::of(headed!(self, part))
    }

    fn date(&self, name: &str) -> Markup {
        Markup::of(headed!(
            self,
            self.state.date_input(name, self.label.as_str())
        ))
    }

    fn number(&self, name: &str, measure: &Measure) -> Markup {
        let part = self.state.text_input(name, self.label.as_str());
        let part = record::in_figures(part, measure, self.names);
        Markup::of(headed!(self, part))
    }

    fn one(
        &self,
        name: &str,
        options: impl IntoIterator<Item = (String, String)>,
        more: Option<Markup>,
    ) -> Markup {
        let options: Vec<(String, String)> = options.into_iter().collect();
        let more = more.unwrap_or_default();
        if options.len() > ROUND_BUTTONS {
            let part = self.state.select(name, self.label.as_str());
            let part = part.option("", "Choose").options(options);
            return Markup::of(headed!(self, part)).and(more);
        }
        let part = self.state.radios(name, self.label.as_str());
        Markup::of(headed!(self, part.options(options))).and(more)
    }

    fn more(&self, question: &Question, choices: &Choices) -> Option<Markup> {
        let words = choices.more.as_ref()?.with(self.names);
        let name = field::more(&question.id);
        Some(Markup::of(self.state.text_input(name, words.as_str())))
    }

    fn many(&self, name: &str, question: &Question, choices: &Choices) -> Markup {
        let (alone, together): (Vec<&Choice>, Vec<&Choice>) = choices
            .options
            .iter()
            .partition(|option| choices.alone.contains(&option.code));
        let pair = |option: &Choice| (option.code.to_string(), option.words.with(self.names));
        let part = self
            .state
            .checkboxes(name, self.label.as_str())
            .options(together.into_iter().map(pair));
        let part = alone
            .into_iter()
            .map(pair)
            .fold(part, |part, (code, words)| part.or_none(code, words));
        let more = self.more(question, choices).unwrap_or_default();
        Markup::of(headed!(self, part)).and(more)
    }

    fn scale(&self, name: &str, marked: &Marked) -> Markup {
        if marked.scale == Scale::Face5 {
            let words = marked.points().map(|(_, said)| said.with(self.names));
            let faces = self.state.five_faces(name, self.label.as_str(), words);
            return match self.stands {
                Stands::Alone => Markup::of(faces.unseen()),
                Stands::Among => Markup::of(faces.small()),
            };
        }
        match self.stands {
            Stands::Alone => Markup::of(Spaced {
                part: self.points(name, "", marked),
            }),
            Stands::Among => self.points(name, self.label.as_str(), marked),
        }
    }

    /// A row of points to choose from; its words stand above it.
    fn points(&self, name: &str, words: &str, marked: &Marked) -> Markup {
        let points: Vec<(u8, String)> = marked
            .points()
            .map(|(point, said)| (point, said.with(self.names)))
            .collect();
        let said: Vec<&str> = points.iter().map(|(_, said)| said.as_str()).collect();
        if let Ok(five) = <[&str; 5]>::try_from(said)
            && points.first().is_some_and(|(point, _)| *point == 1)
            && !words.is_empty()
        {
            return Markup::of(self.state.scale_question(name, words, five));
        }
        let row = if words.is_empty() {
            self.state.choice_row(name, self.label.as_str())
        } else {
            self.state.asked_row(name, words)
        };
        let row = points
            .iter()
            .fold(row, |row, (point, said)| row.answer(point, said));
        Markup::of(row)
    }

    fn row(&self, name: &str, words: &str, cells: &Cells) -> Markup {
        match cells {
            Cells::Scale(marked) => self.points(name, words, marked),
            Cells::One(options) => {
                let row = self.state.asked_row(name, words);
                let options = self.words(options).into_iter();
                Markup::of(options.fold(row, |row, (code, words)| row.answer(code, words)))
            }
            Cells::Many(options) => {
                let part = self.state.checkboxes(name, words).small().compact();
                Markup::of(part.options(self.words(options)))
            }
        }
    }

    /// Several fields under one question, said as one to those who hear the page.
    fn group(&self, parts: impl Iterator<Item = Markup>) -> Markup {
        let parts = parts.fold(Markup::default(), Markup::and);
        Markup::of(Group {
            label: self.label.clone(),
            hint: self.hint.clone(),
            stands: self.stands,
            parts,
        })
    }
}
