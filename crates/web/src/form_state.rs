//! What someone typed, and what is to be sorted out in it, for showing the same form again.
//! Words typed are kept as they were; a secret never is. Nothing is parsed here and nothing is decided.

use crate::{
    components::{ErrorSummary, Problem},
    words::{capital, count},
};
use std::{collections::BTreeMap, fmt};

/// The values and problems of one form.
#[derive(Clone, Default)]
pub struct FormState {
    values: BTreeMap<String, Vec<String>>,
    problems: Vec<FieldProblem>,
    words: FormWords,
}

/// The fixed words around problems, so that a translated page can bring its own.
#[derive(Clone, Debug)]
pub struct FormWords {
    /// Goes before each problem for those who hear the page.
    pub error: String,
    /// The summary's heading for so many problems.
    pub heading: fn(usize) -> String,
}

impl Default for FormWords {
    fn default() -> Self {
        let heading = |n| capital(&count(n, "thing", "things")) + " to sort out";
        Self {
            error: "Error:".to_owned(),
            heading,
        }
    }
}

#[derive(Clone)]
struct FieldProblem {
    field: Option<String>,
    /// The id to lead to, when it is not the field's own.
    anchor: Option<String>,
    words: String,
}

/// One field as it stands: for a part that shows a field in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub value: String,
    pub problem: Option<String>,
}

/// Which box of a date something is wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBox {
    Day,
    Month,
    Year,
}

impl DateBox {
    /// The three boxes, in the order they are typed.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    /// The end of the name of the box: `day`, `month` or `year`.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl FormState {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// The form as posted. Fields named in `secrets` are forgotten at once, so they can never be shown again.
    pub fn posted<N, V>(pairs: impl IntoIterator<Item = (N, V)>, secrets: &[&str]) -> Self
    where
        N: Into<String>,
        V: Into<String>,
    {
        let mut state = Self::new();
        for (name, value) in pairs {
            let name = name.into();
            if !secrets.contains(&name.as_str()) {
                state.values.entry(name).or_default().push(value.into());
            }
        }
        state
    }

    /// Says the fixed words in the page's language.
    #[must_use]
    pub fn in_words(mut self, words: FormWords) -> Self {
        self.words = words;
        self
    }

    /// The word before each problem.
    pub(crate) fn error_word(&self) -> &str {
        &self.words.error
    }

    /// Fills a field in beforehand.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.values
            .entry(name.into())
            .or_default()
            .push(value.into());
        self
    }

    /// Something to sort out in a field. The same words stand in the summary and at the field.
    pub fn problem(&mut self, field: impl Into<String>, words: impl Into<String>) {
        self.problems.push(FieldProblem {
            field: Some(field.into()),
            anchor: None,
            words: words.into(),
        });
    }

    /// Something to sort out in one box of a date; the summary leads to that box.
    pub fn date_problem(
        &mut self,
        field: impl Into<String>,
        part: DateBox,
        words: impl Into<String>,
    ) {
        let field = field.into();
        let anchor = Some(date_box_id(&field, part));
        self.problems.push(FieldProblem {
            field: Some(field),
            anchor,
            words: words.into(),
        });
    }

    /// Something to sort out in the form as a whole.
    pub fn problem_with_the_form(&mut self, words: impl Into<String>) {
        self.problems.push(FieldProblem {
            field: None,
            anchor: None,
            words: words.into(),
        });
    }

    /// Whether there is nothing to sort out.
    pub fn is_clear(&self) -> bool {
        self.problems.is_empty()
    }

    /// What was typed in a field; empty if nothing was.
    pub fn value(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// Everything ticked or typed under a name.
    pub fn all(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether this option was chosen.
    pub fn chose(&self, name: &str, option: &str) -> bool {
        self.all(name).iter().any(|value| value == option)
    }

    /// What is to be sorted out in a field, if anything.
    pub fn problem_of(&self, name: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|problem| problem.field.as_deref() == Some(name))
            .map(|problem| problem.words.as_str())
    }

    /// Whether a box of a date is the one to sort out: the box named, or all three when none was.
    pub fn is_box_wrong(&self, name: &str, part: DateBox) -> bool {
        let id = date_box_id(name, part);
        let mut of_field = self
            .problems
            .iter()
            .filter(|problem| problem.field.as_deref() == Some(name));
        of_field.any(|problem| problem.anchor.as_ref().is_none_or(|anchor| *anchor == id))
    }

    /// One field as it stands.
    pub fn field(&self, name: &str) -> Field {
        Field {
            name: name.to_owned(),
            value: self.value(name).to_owned(),
            problem: self.problem_of(name).map(str::to_owned),
        }
    }

    /// The summary for the top of the page.
    pub fn summary(&self) -> ErrorSummary {
        let line = |problem: &FieldProblem| Problem {
            field: problem.anchor.clone().or_else(|| problem.field.clone()),
            words: problem.words.clone(),
        };
        let heading = (self.words.heading)(self.problems.len());
        ErrorSummary::new(heading, self.problems.iter().map(line).collect())
    }
}

/// The id of a date's box. The day has the field's own id, so that a summary can lead to the field.
pub(crate) fn date_box_id(field: &str, part: DateBox) -> String {
    match part {
        DateBox::Day => field.to_owned(),
        DateBox::Month | DateBox::Year => format!("{field}-{}", part.suffix()),
    }
}

/// Names only: what people type about children does not belong in a log.
impl fmt::Debug for FormState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems: Vec<_> = self.problems.iter().map(|problem| &problem.field).collect();
        out.debug_struct("FormState")
            .field("fields", &self.values.keys())
            .field("problems", &problems)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
