//! What stands round the fields of one question.

use super::field::Stands;
use crate::components::{Markup, Phrase};

/// A fieldset round several fields.
#[derive(askama::Template)]
#[template(
    source = r#"<fieldset class="ms-bare ms-mb5"><legend class="{% if stands == Stands::Alone %}govuk-visually-hidden{% else %}govuk-fieldset__legend govuk-fieldset__legend--s{% endif %}">{{ label }}</legend>{% if !hint.is_empty() %}<div class="govuk-hint">{{ hint }}</div>{% endif %}{{ parts }}</fieldset>"#,
    ext = "html"
)]
pub(super) struct Group {
    pub(super) label: String,
    pub(super) hint: Phrase,
    pub(super) stands: Stands,
    pub(super) parts: Markup,
}

impl askama::filters::HtmlSafe for Group {}

/// Room below a row that stands alone.
#[derive(askama::Template)]
#[template(source = r#"<div class="ms-mb5">{{ part }}</div>"#, ext = "html")]
pub(super) struct Spaced {
    pub(super) part: Markup,
}

impl askama::filters::HtmlSafe for Spaced {}
