//! What is to be sorted out, first on the page, each line leading to its field in the same words.

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
    heading: String,
    problems: Vec<Problem>,
}

impl HtmlSafe for ErrorSummary {}

impl ErrorSummary {
    /// A summary of these, in this order.
    pub fn new(heading: impl Display, problems: Vec<Problem>) -> Self {
        Self {
            heading: heading.to_string(),
            problems,
        }
    }

    /// Whether there is nothing to sort out.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }
}
