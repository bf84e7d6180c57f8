//! Reading one step's answers one by one, and noting what cannot be read.

use std::str::FromStr;

use domain::text::{Line, Prose, TextProblem};
use jiff::civil::Date;

use super::{Fields, Problem, Step, Written, date};

/// The answers of one step, being read.
pub(super) struct Answers<'a> {
    step: Step,
    fields: &'a Fields,
    written: &'a mut Written,
}

impl<'a> Answers<'a> {
    pub(super) fn new(step: Step, fields: &'a Fields, written: &'a mut Written) -> Self {
        Self {
            step,
            fields,
            written,
        }
    }

    /// Something to sort out.
    pub(super) fn problem(&mut self, field: &str, words: impl Into<String>) {
        self.written.problems.push(Problem {
            step: self.step,
            field: field.to_owned(),
            words: words.into(),
        });
    }

    /// Something to sort out, unless something is said there already.
    pub(super) fn missing(&mut self, field: &str, words: impl Into<String>) {
        let said = |one: &Problem| one.step == self.step && one.field == field;
        if !self.written.problems.iter().any(said) {
            self.problem(field, words);
        }
    }

    /// One of a list of codes; what is not in the list counts as no answer.
    pub(super) fn one<T: FromStr>(&self, field: &str) -> Option<T> {
        self.fields.value(field).parse().ok()
    }

    /// Any of a list of codes.
    pub(super) fn many<T: FromStr>(&self, field: &str) -> Vec<T> {
        let codes = self.fields.all(field);
        codes.filter_map(|code| code.parse().ok()).collect()
    }

    /// A set of codes.
    pub(super) fn set<T: FromStr, S: FromIterator<T>>(&self, field: &str) -> S {
        self.many(field).into_iter().collect()
    }

    /// A date in three boxes.
    pub(super) fn date(&mut self, field: &str, what: &str) -> Option<Date> {
        date::read(self.fields, field).unwrap_or_else(|()| {
            let words = format!("Enter a real date for {what}, such as 10 11 2026");
            self.problem(field, words);
            None
        })
    }

    /// Several lines of words.
    pub(super) fn prose<const MAX: usize>(
        &mut self,
        field: &str,
        what: &str,
    ) -> Option<Prose<MAX>> {
        let read = Prose::optional(self.fields.value(field));
        self.short_enough(field, what, read)
    }

    /// One line of words.
    pub(super) fn line<const MAX: usize>(&mut self, field: &str, what: &str) -> Option<Line<MAX>> {
        let read = Line::optional(self.fields.value(field));
        self.short_enough(field, what, read)
    }

    fn short_enough<T>(
        &mut self,
        field: &str,
        what: &str,
        read: Result<Option<T>, TextProblem>,
    ) -> Option<T> {
        read.unwrap_or_else(|problem| {
            if let TextProblem::TooLong { max, .. } = problem {
                let what = what.to_owned();
                self.problem(field, format!("Use {max} characters or fewer for {what}"));
            }
            None
        })
    }
}
