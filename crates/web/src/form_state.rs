//! What someone typed, and what is to be sorted out in it, for showing the same form again.
//! Words typed are kept as they were; a secret never is. Nothing is parsed here and nothing is decided.

use crate::components::{ErrorSummary, Problem};
use std::{collections::BTreeMap, fmt};

/// The values and problems of one form.
#[derive(Clone, Default)]
pub struct FormState {
    values: BTreeMap<String, Vec<String>>,
    problems: Vec<FieldProblem>,
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
        ErrorSummary::new(self.problems.iter().map(line).collect())
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
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_typed_are_kept_and_secrets_are_not() {
        let state = FormState::posted(
            [("email", "amina@example.org"), ("password", "swordfish")],
            &["password"],
        );
        assert_eq!(state.value("email"), "amina@example.org");
        assert_eq!(state.value("password"), "");
    }

    #[test]
    fn a_log_line_never_holds_what_was_typed() {
        let mut state = FormState::new().with("why", "Two suspensions");
        state.problem("why", "Say why now, about Theo");
        let logged = format!("{state:?}");
        assert!(
            logged.contains("why") && !logged.contains("suspensions") && !logged.contains("Theo")
        );
    }

    #[test]
    fn the_summary_leads_to_each_field_in_the_same_words() {
        let mut state = FormState::new();
        state.problem("why", "Say why now");
        state.date_problem(
            "start",
            DateBox::Month,
            "The month must be between 1 and 12",
        );
        state.problem_with_the_form("Someone else changed this");
        let summary = state.summary().to_string();
        assert!(summary.contains(r##"<a href="#why">Say why now</a>"##));
        assert!(summary.contains(r##"<a href="#start-month">"##));
        assert!(summary.contains("<li>Someone else changed this</li>"));
        assert!(summary.contains("Three things to sort out"));
        assert_eq!(state.problem_of("why"), Some("Say why now"));
    }

    #[test]
    fn only_the_wrong_box_of_a_date_is_marked() {
        let mut state = FormState::new();
        state.date_problem("start", DateBox::Year, "The year must have four figures");
        assert!(
            !state.is_box_wrong("start", DateBox::Day)
                && state.is_box_wrong("start", DateBox::Year)
        );
        state.problem("end", "Say when it ends");
        assert!(
            DateBox::ALL
                .into_iter()
                .all(|part| state.is_box_wrong("end", part))
        );
    }
}
