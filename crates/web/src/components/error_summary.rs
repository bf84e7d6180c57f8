//! What is to be sorted out, first on the page, each line leading to its field in the same words.

use crate::words::{capital, count};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// One thing to sort out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the field it is about; none when it is about the form as a whole.
    pub field: Option<String>,
    pub words: String,
}

/// The summary; draws nothing when there is nothing to sort out.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/error_summary.html")]
pub struct ErrorSummary {
    problems: Vec<Problem>,
}

impl HtmlSafe for ErrorSummary {}

impl ErrorSummary {
    /// A summary of these, in this order.
    pub fn new(problems: Vec<Problem>) -> Self {
        Self { problems }
    }

    /// A summary of one thing about the form as a whole.
    pub fn about_the_form(words: impl Display) -> Self {
        Self::new(vec![Problem {
            field: None,
            words: words.to_string(),
        }])
    }

    /// Whether there is nothing to sort out.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    fn heading(&self) -> String {
        capital(&count(self.problems.len(), "thing", "things")) + " to sort out"
    }
}
