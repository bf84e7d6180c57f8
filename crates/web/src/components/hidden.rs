//! A field the person does not see: the session's token, a version, a step.

use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// A hidden field.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<input type="hidden" name="{{ name }}" value="{{ value }}">"#,
    ext = "html"
)]
pub struct Hidden {
    name: String,
    value: String,
}

impl HtmlSafe for Hidden {}

impl Hidden {
    /// A hidden field with this name and value.
    pub fn new(name: impl Display, value: impl Display) -> Self {
        Self {
            name: name.to_string(),
            value: value.to_string(),
        }
    }
}
