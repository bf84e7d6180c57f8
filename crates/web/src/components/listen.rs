//! "Read it to me": a button that shows only where a voice exists on the device. It sends nothing anywhere.

use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// Reads parts of the page aloud.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<button type="button" class="ms-listen ms-js-only{{ size }}" data-read="{{ ids }}">{{ crate::components::Icon::Sound }}{{ text }}</button>"#,
    ext = "html"
)]
pub struct Listen {
    text: String,
    ids: String,
    size: &'static str,
}

impl HtmlSafe for Listen {}

impl Listen {
    /// The words on the button, and the ids to read in order.
    pub fn new(text: impl Display, ids: &[&str]) -> Self {
        Self {
            text: text.to_string(),
            ids: ids.join(" "),
            size: "",
        }
    }

    /// Smaller, for a phone.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.size = " ms-listen--small";
        self
    }
}
