//! The parts pages are made of, each a typed struct with its own template. What a part is given is text and is escaped;
//! only another part is markup. Parts know nothing of programmes, people or permissions: they show what they are handed.
//!
//! In a page: `{{ form.text_input("why", "Why now?").hint("A line or two") }}`.

mod banner;
mod error_summary;
mod hidden;
mod icon;
mod markup;
mod phrase;

pub use banner::Banner;
pub use error_summary::{ErrorSummary, Problem};
pub use hidden::Hidden;
pub use icon::{Icon, Mark, Pointing, Sprite};
pub use markup::Markup;
pub use phrase::Phrase;
