//! Documents without HTML: accessible PDF (PDF/UA-1), set in process.
//!
//! Map: [`Document`] says what to print, as plain words and dates; [`plan`]
//! is the support plan, two sides of A4; [`Words`] is text ready for paper.
//! `engine` is the one file that names the PDF library; `templates/` holds
//! how a page looks; `fonts/` what it is set in.
//!
//! What must not be here: rules about programmes, permissions, a clock. The
//! printed date is handed in, so the same document gives the same bytes.
//! People's words travel as data and are never read as markup.

mod document;
mod engine;
mod fonts;
mod letters;
pub mod plan;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeSet;

pub use document::{Body, Document, TextSize};
pub use engine::PaperProblem;
pub use words::Words;

/// Sets a document as a tagged PDF (PDF/UA-1).
///
/// The same document gives the same bytes. A letter no font can print is
/// shown as `�`; ask [`unprintable`] beforehand to warn about them.
///
/// # Errors
/// [`PaperProblem`] when the engine refuses. That is our fault, never the
/// user's: nothing a person types should reach it.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PaperProblem> {
    engine::pdf(document)
}

/// The letters in this document that no font here can print, in order.
pub fn unprintable(document: &Document) -> BTreeSet<char> {
    engine::unprintable(document)
}
